/** Kernel: the words that every room shares. No I/O, no clock of its own, no chance. */
export type { Clock } from './clock.ts'
export { dayIn, dayOf, daysMs, hoursMs, minutesMs, secondsMs } from './clock.ts'
export { fromTyped, toCrockford } from './crockford.ts'
export type { Evidence, Finding, Severity } from './finding.ts'
export { rankOf, severities } from './finding.ts'
export type { Log } from './log.ts'
export { cut } from './text/cut.ts'
export { editDistance } from './text/edit-distance.ts'
export { foldHomoglyphs, mixesScripts, skeletonOf } from './text/fold-homoglyphs.ts'
export type { TroubleKind } from './trouble.ts'
export { defect, isTrouble, refusal, sentenceOf, setback, Trouble } from './trouble.ts'
export type { DaySpan, Stretch } from './wall-clock.ts'
export {
  endOfSpan,
  isWithin,
  isZone,
  minuteOfDay,
  momentOf,
  monthAt,
  readingAt,
  readingOf,
  stretchesBetween,
  weekdayOf,
} from './wall-clock.ts'
export type {
  AccountKind,
  Administrator,
  Auditor,
  DeliveryChannel,
  Helper,
  Language,
  NoticeLevel,
  OrganisationKind,
  Owner,
  Staff,
  Trainer,
  Verdict,
  Who,
} from './words.ts'
export {
  accountKinds,
  deliveryChannels,
  languages,
  noticeLevels,
  organisationKindOf,
  organisationKinds,
  personOf,
  verdicts,
} from './words.ts'

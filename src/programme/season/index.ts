/** Season: election days and what they freeze, changes that two must want, and an organisation's goodbye. */
export { refuseEarlierEnd, refuseNewAdministrators, refuseNewPrograms } from './alone.ts'
export { askWhatNext } from './ask-what-next.ts'
export { keepSeason, type SeasonSeen, seasonOf } from './calendar.ts'
export { answerChange, type Change, type ChangeSeen, change, changes } from './changes.ts'
export type { SeasonDeps } from './deps.ts'
export { type Leaving, leaveDue, leavingOf, stay } from './leaving.ts'
export { type SeasonRow, seasons } from './overview.ts'

/** The mail engine: bytes of a mail in, findings out. Reads no file, asks no network, keeps no state. */
export { speaksOfAccounts } from './about-accounts.ts'
export { suggestAuthserv } from './authenticate/suggest-authserv.ts'
export type { Circle, FileReaders, InspectContext, KnownCampaign, PdfReading, Resolver } from './context.ts'
export { circleSchema, nobody } from './context.ts'
export { checkIn } from './detect/checks.ts'
export { damageIn } from './detect/damage-words.ts'
export { forestSchema, oddsOf } from './detect/model/forest.ts'
export { type ModelInput, modelInput } from './detect/model/model-input.ts'
export { turnsLevel, wordsLevel } from './detect/model/opinion.ts'
export { buckets as wordBuckets } from './detect/model/text-features.ts'
export { turnsKnown } from './detect/model/turns.ts'
export { rules } from './detect/rules/index.ts'
export type { Explanation } from './explain.ts'
export { adviceOf, explanationOf } from './explain.ts'
export { greyPicture } from './files/bitmap.ts'
export { type Seen, type SenderHistory, senderHistorySchema } from './history/sender-history.ts'
export { type Named, type SenderQuestions, senderQuestions } from './history/sender-questions.ts'
export type { Inspection } from './inspect.ts'
export { inspect } from './inspect.ts'
export { isSuffix } from './names/domain.ts'
export type { Likeness, LikenessOf } from './names/likeness.ts'
export { likenessOf } from './names/lookalike.ts'
export { isFreeMail } from './names/services.ts'
export type { Org } from './org.ts'
export { readOrg, writeOrg } from './org.ts'
export { type CheckedRule, checkOwnRule, type ExampleTried } from './own/check-own-rule.ts'
export { exampleRule } from './own/example-rule.ts'
export { type Guard, guardFor } from './own/indicators/guard.ts'
export { type IndicatorLine, type LeftOut, type ReadIndicators, readIndicators } from './own/indicators/read-indicators.ts'
export type { Doubt, Near } from './own/lists/doubts.ts'
export { type ReadList, readList } from './own/lists/read-list.ts'
export {
  type Indicator,
  type ListEntry,
  type ListKind,
  listKinds,
  nothingOwn,
  type OwnSet,
  type OwnTrouble,
  ownSetSchema,
  type Problem,
} from './own/own-set.ts'
export { sayIn, titleOf, weightInWords, whereIn } from './say.ts'
export { stoppedInspection } from './stopped-inspection.ts'
export { type HuntedKind, huntedKinds, type Trace } from './traces.ts'
export { readTypedTrace, type TypedTrace } from './typed-trace.ts'
export { concepts } from './words/lexicon/lexicon.ts'

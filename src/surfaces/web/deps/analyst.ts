/** The tools of an analyst: why a mail was judged so, who else got it, who is told, and the mails that rules are tested on. */
import type { Evaluation, EvaluationRow, HuntAsk, Hunted, HuntHit, HuntReach, Labelled, Place, ReachSeen, Stopped, WhySeen } from '#alerts'
import type { Who } from '#kernel'

export type {
  Check,
  Evaluation,
  EvaluationRow,
  FindingSeen,
  Hunted,
  HuntHit,
  Label,
  ReachSeen,
  RuleScore,
  WeightSeen,
  WhySeen,
} from '#alerts'
export { labels } from '#alerts'
export type { HuntedKind } from '#mail'
export { huntedKinds } from '#mail'

export type AnalystTools = {
  /** Writes down that it was looked at. Undefined when it does not exist for `who`; a page beyond the last is the last. */
  readonly why: (who: Who, incidentId: string, page: number) => Promise<WhySeen | undefined>
  /** The newest mail of the incident without `flaggedId`. Refusals `nothing-kept`, `needs-their-leave`; false: not for `who`. */
  readonly label: (who: Who, of: { readonly incidentId: string; readonly flaggedId?: string }, labelled: Labelled) => Promise<boolean>
  /** Has a mail that a hunt found read again and kept. Refusal `was-right`; false when it does not exist for `who`. */
  readonly labelHit: (who: Who, place: Place, labelled: Labelled) => Promise<boolean>
  readonly hunt: (who: Who, ask: HuntAsk) => Promise<Hunted | undefined>
  readonly exportHunt: (who: Who, ask: Omit<HuntAsk, 'page'>) => AsyncIterable<HuntHit> | Promise<readonly HuntHit[]>
  /** Refusal `confirm-first`; false when it does not exist for `who`. */
  readonly reachIncident: (who: Who, incidentId: string) => Promise<boolean>
  /** Refusals `trace-not-read`, `shared-by-all`, `reason-missing`. */
  readonly reachHunted: (who: Who, reach: HuntReach) => Promise<boolean>
  readonly reachOf: (who: Who, incidentId: string) => Promise<ReachSeen | undefined>
  /** Ends it; who was told stays told. False when there is none for `who`. */
  readonly stopReach: (who: Who, which: Stopped) => Promise<boolean>
  readonly evaluation: (who: Who, ask: { readonly page: number }) => Promise<Evaluation>
  readonly exportEvaluation: (who: Who) => Promise<readonly EvaluationRow[]>
  readonly isKept: (who: Who, id: string) => Promise<boolean>
  readonly testAgain: (who: Who) => Promise<boolean>
  readonly removeKept: (who: Who, id: string) => Promise<boolean>
}

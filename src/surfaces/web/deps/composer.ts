/** Notices that the staff write, as the pages need them. */
import type { Staff } from '#kernel'
import type { CompositionRow, CompositionSeen, Draft, Rehearsal } from '#notify'

export type { CompositionRow, CompositionSeen, Draft, Preview, Rehearsal } from '#notify'
export { audienceKinds, composedSteps } from '#notify'

export type Composer = {
  /** The newest first. */
  readonly all: (who: Staff) => Promise<readonly CompositionRow[]>
  readonly one: (who: Staff, id: string) => Promise<CompositionSeen | undefined>
  /** Its id. Refusal `audience-not-found`. */
  readonly start: (who: Staff, draft: Draft) => Promise<string>
  /** False when it is a colleague's. Refusals `audience-not-found`, `not-a-draft`. */
  readonly keep: (who: Staff, id: string, draft: Draft) => Promise<boolean>
  /** Who would be told by what; writes nothing. */
  readonly rehearse: (who: Staff, id: string) => Promise<Rehearsal | undefined>
  /** Refusals `not-a-draft`, `wording-not-ready`, `nobody-to-tell`. */
  readonly send: (who: Staff, id: string) => Promise<'asked' | 'sending' | undefined>
  /** Refusals `not-yours-to-approve`, `not-a-draft`. */
  readonly approve: (who: Staff, id: string) => Promise<boolean>
  /** Refusal `not-a-draft`. */
  readonly withdraw: (who: Staff, id: string) => Promise<boolean>
}

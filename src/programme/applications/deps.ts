/** What the room is given: the house's own, the outside world, and the rules in force. */
import type { Effect, Said } from '#eligibility'
import type { MembersDeps } from '#members'
import type { Facts } from './answers.ts'
import type { AdmissionPolicy } from './assess.ts'
import type { Outside } from './ports.ts'

/** A rule that made a decision, with its sentence by language. */
export type RuleSaid = { readonly id: string; readonly says: Said; readonly effect: Effect }

/** What the published rules say of an applicant's facts. */
export type RulesSay = {
  readonly outcome: 'eligible' | 'not-eligible' | 'unsure'
  /** Which file decided, so that the decision can be looked up for ever. */
  readonly programme: { readonly id: string; readonly version: string; readonly hash: string }
  /** The rules that made it, by id and in words. */
  readonly rules: readonly RuleSaid[]
  /** Whether they would say less of the same organisation with another product: then what it says of its product must be seen. */
  readonly restsOnProduct?: boolean
  /** How many organisations the programme takes, where it has such a limit. */
  readonly mostOrganisations?: number
}

export type ApplicationsDeps = MembersDeps & {
  readonly outside: Outside
  readonly rules: (facts: Facts) => Promise<RulesSay>
  /** Points and threshold as the operator has them now. */
  readonly policy: () => Promise<AdmissionPolicy>
}

/** What the operator adds to the mail engine, for its pages. */
import type { Who } from '#kernel'
import type { CheckedRule } from '#mail'
import type { OwnRuleSeen, OwnRuleVersionSeen } from '#own-rules'

export type { CheckedRule } from '#mail'
export type { OwnRuleSeen, OwnRuleVersionSeen } from '#own-rules'

export type OwnRuleWhole = OwnRuleSeen & { readonly source: string; readonly versions: readonly OwnRuleVersionSeen[] }

export type OwnRulesDesk = {
  /** A rule that works as it stands, to begin with. */
  readonly example: string
  readonly rules: (who: Who) => Promise<readonly OwnRuleSeen[]>
  readonly rule: (who: Who, id: string) => Promise<OwnRuleWhole | undefined>
  /** Keeps nothing. `mail` may be empty. */
  readonly tryRule: (who: Who, source: string, mail: string) => Promise<CheckedRule>
  /** The rule's id; refusals say what is wrong and where. */
  readonly keepRule: (who: Who, source: string, id?: string) => Promise<string | undefined>
  readonly switchRule: (who: Who, id: string, on: boolean) => Promise<boolean>
  readonly removeRule: (who: Who, id: string) => Promise<boolean>
}

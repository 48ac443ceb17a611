/** The operator's own rules for the pages: the room does all of it. */
import { exampleRule } from '#mail'
import { keepRule, type OwnRulesDeps, ownRule, ownRules, removeRule, switchRule, tryRule } from '#own-rules'
import type { OwnRulesDesk } from '#web'

export const ownRulesOf = (deps: OwnRulesDeps): OwnRulesDesk => ({
  example: exampleRule,
  rules: (who) => ownRules(deps, who),
  rule: (who, id) => ownRule(deps, who, id),
  tryRule: (_who, source, mail) => tryRule(source, mail),
  keepRule: (who, source, id) => keepRule(deps, who, source, id),
  switchRule: (who, id, on) => switchRule(deps, who, id, on),
  removeRule: (who, id) => removeRule(deps, who, id),
})

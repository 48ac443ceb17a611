/** The operator's own rules, lists and indicators for the pages: the room does all of it. */
import { exampleRule } from '#mail'
import {
  type CheckRule,
  exportFeed,
  exportLists,
  exportRule,
  feeds,
  indicatorsFound,
  keepRule,
  listEntries,
  type OwnRulesDeps,
  ownRule,
  ownRules,
  type ReadFiles,
  removeFeed,
  removeListEntry,
  removeRule,
  switchRule,
  takeFeed,
  takeList,
  tryRule,
} from '#own-rules'
import type { OwnRulesDesk } from '#web'

export const ownRulesOf = (deps: OwnRulesDeps & { readonly check: CheckRule; readonly files: ReadFiles }): OwnRulesDesk => ({
  example: exampleRule,
  rules: (who) => ownRules(deps, who),
  rule: (who, id) => ownRule(deps, who, id),
  tryRule: (_who, source, mail) => tryRule(deps.check, source, mail),
  keepRule: (who, source, id) => keepRule(deps, who, source, id),
  exportRule: (who, id) => exportRule(deps, who, id),
  switchRule: (who, id, on) => switchRule(deps, who, id, on),
  removeRule: (who, id) => removeRule(deps, who, id),
  listEntries: (who, ask) => listEntries(deps, who, ask),
  exportLists: (who) => exportLists(deps, who),
  takeList: (who, given) => takeList(deps, who, given),
  removeListEntry: (who, id) => removeListEntry(deps, who, id),
  feeds: (who) => feeds(deps, who),
  indicators: (who, ask) => indicatorsFound(deps, who, ask),
  takeFeed: (who, name, text) => takeFeed(deps, who, name, text),
  exportFeed: (who, id) => exportFeed(deps, who, id),
  removeFeed: (who, id) => removeFeed(deps, who, id),
})

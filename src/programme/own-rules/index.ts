/** Own rules: what the operator adds to the mail engine, kept and handed to it: rules with their versions, lists, indicators. */
export type { CheckRule, OwnRulesDeps, ReadFiles } from './deps.ts'
export { exportFeed, type FeedSeen, feeds, type IndicatorSeen, indicatorsFound, removeFeed, takeFeed } from './feeds.ts'
export {
  exportLists,
  type ListDoubted,
  type ListEntrySeen,
  type ListGiven,
  type ListTaken,
  listEntries,
  removeListEntry,
  takeList,
} from './lists.ts'
export { type OwnState, ownState } from './own-state.ts'
export { fileTooMuch } from './refusals.ts'
export {
  exportRule,
  keepRule,
  type OwnRuleSeen,
  type OwnRuleVersionSeen,
  ownRule,
  ownRules,
  removeRule,
  switchOff,
  switchRule,
  tryRule,
} from './rules.ts'

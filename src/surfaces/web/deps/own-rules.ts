/** What the operator adds to the mail engine, for its pages. */
import type { Who } from '#kernel'
import type { CheckedRule } from '#mail'
import type { Paged } from '#members'
import type { FeedSeen, IndicatorSeen, ListDoubted, ListEntrySeen, ListGiven, ListTaken, OwnRuleSeen, OwnRuleVersionSeen } from '#own-rules'

export type { CheckedRule } from '#mail'
export type { FeedSeen, IndicatorSeen, ListDoubted, ListEntrySeen, OwnRuleSeen } from '#own-rules'

export type OwnRuleWhole = OwnRuleSeen & { readonly source: string; readonly versions: readonly OwnRuleVersionSeen[] }

type Asked = { readonly search: string; readonly page: number }

export type OwnRulesDesk = {
  /** A rule that works as it stands, to begin with. */
  readonly example: string
  readonly rules: (who: Who) => Promise<readonly OwnRuleSeen[]>
  readonly rule: (who: Who, id: string) => Promise<OwnRuleWhole | undefined>
  /** Keeps nothing. `mail` may be empty. */
  readonly tryRule: (who: Who, source: string, mail: string) => Promise<CheckedRule>
  /** The rule's id; refusals say what is wrong and where. */
  readonly keepRule: (who: Who, source: string, id?: string) => Promise<string | undefined>
  /** Its text for a file; undefined when there is none. */
  readonly exportRule: (who: Who, id: string) => Promise<{ readonly name: string; readonly source: string } | undefined>
  readonly switchRule: (who: Who, id: string, on: boolean) => Promise<boolean>
  readonly removeRule: (who: Who, id: string) => Promise<boolean>
  readonly listEntries: (who: Who, ask: Asked) => Promise<Paged<ListEntrySeen>>
  readonly exportLists: (who: Who) => Promise<readonly ListEntrySeen[]>
  /** What was taken; or, before anything is, which entries would hit honest mail. */
  readonly takeList: (who: Who, given: ListGiven) => Promise<ListTaken | ListDoubted>
  readonly removeListEntry: (who: Who, id: string) => Promise<boolean>
  readonly feeds: (who: Who) => Promise<readonly FeedSeen[]>
  readonly indicators: (who: Who, ask: Asked) => Promise<Paged<IndicatorSeen>>
  readonly takeFeed: (who: Who, name: string, text: string) => Promise<string>
  /** What is written as JSON; undefined when there is none. */
  readonly exportFeed: (who: Who, id: string) => Promise<unknown>
  readonly removeFeed: (who: Who, id: string) => Promise<boolean>
}

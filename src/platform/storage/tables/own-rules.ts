/** What the operator adds to the mail engine. The law is migrations/0008-own-rules.sql. */
import type { ColumnType, Generated } from 'kysely'

export type OwnRuleTable = {
  id: string
  name: string
  titles: ColumnType<unknown, string, string>
  source: string
  version: number
  is_on: boolean
  off_reason: Generated<string>
  changed_at: Date
  changed_by: string | null
}

export type OwnRuleVersionTable = {
  id: string
  rule_id: string
  version: number
  source: string
  saved_at: Date
  saved_by: string | null
}

export type OwnListEntryTable = {
  id: string
  list: string
  kind: string
  written: string
  folded: string
  reason: Generated<string>
  expires: string | null
  added_at: Date
  added_by: string | null
}

export type OwnFeedTable = {
  id: string
  name: string
  format: 'stix' | 'misp'
  left_out: ColumnType<unknown, string, string>
  added_at: Date
  added_by: string | null
}

export type OwnIndicatorTable = {
  id: string
  feed_id: string
  kind: string
  value: string
  also: ColumnType<unknown, string, string>
  confidence: number
  valid_until: Date | null
}

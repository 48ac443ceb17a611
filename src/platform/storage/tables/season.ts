/** Time in an organisation. The law is migrations/0029-season.sql; a test compares the two. */
import type { ColumnType, Generated } from 'kysely'

export type SeasonTable = {
  organisation_id: string
  election_days: Generated<string[]>
  ends_on: string | null
  kept_at: Date
  asked_at: Date | null
}

export type PendingChangeTable = {
  id: string
  organisation_id: string
  kind: 'remove-person' | 'set-role' | 'leave' | 'end-token' | 'end-hook'
  person_id: string | null
  details: ColumnType<unknown, string | undefined, string>
  asked_by: string
  asked_at: Date
  expires_at: Date
  second: string | null
  ended_at: Date | null
  outcome: 'done' | 'refused' | null
}

export type OffBoardingTable = {
  organisation_id: string
  leaves_on: string
  asked_by: string | null
  asked_at: Date
  done_at: Date | null
  certificate_id: Generated<string>
  erase_after_days: Generated<number>
}

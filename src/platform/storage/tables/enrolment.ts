/** The published rules and the value ledger. The law is migrations/0014-enrolment.sql. */
import type { ColumnType, Generated } from 'kysely'

export type ProgrammeVersionTable = {
  hash: string
  programme: string
  version: string
  files: ColumnType<unknown, string, string>
  accepted_at: Date
  accepted_by: string | null
}

export type ValueEntryTable = {
  id: string
  organisation_id: string
  given_on: string
  what: string
  law: string
  currency: string
  minor_units: number
  note: Generated<string>
  entered_at: Date
  entered_by: string | null
  removed_at: Date | null
  removed_by: string | null
}

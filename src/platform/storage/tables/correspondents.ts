/** What is remembered of those who write, as hashes. The law is migrations/0007-sender-history.sql. */
import type { ColumnType, Generated } from 'kysely'

export type CorrespondentTable = {
  hash: Buffer
  organisation_id: string | null
  person_id: string | null
  kind: 'address' | 'domain' | 'name' | 'name-at' | 'reply'
  elsewhere: Buffer | null
  first_on: string
  last_on: string
  heard_weeks: Generated<number>
  wrote_weeks: Generated<number>
  hint: Buffer | null
}

export type ConversationTable = {
  hash: Buffer
  organisation_id: string | null
  person_id: string | null
  members: Buffer
  answered: boolean
  last_on: string
}

export type WarmUpTable = {
  connection_id: string
  person_id: string
  organisation_id: string | null
  folders: ColumnType<unknown, string | null, string | null>
  mails: Generated<number>
  begun_at: Date
  finished_at: Date | null
}

/** Personal accounts at their providers. The law is migrations/0024-personal-providers.sql; a test compares the two. */
import type { ColumnType, Generated } from 'kysely'

export type WatchAddressTable = {
  id: string
  person_id: string
  account_id: string
  consent_id: string
  local_part: string
  way: 'forward' | 'contact'
  made_at: Date
  closed_at: Date | null
  heard_at: Date | null
  beat_sent_at: Date | null
  beat_back_at: Date | null
  blind_since: Date | null
  reminded_at: Date | null
  strangers: Generated<number>
  taken_on: string | null
  taken: Generated<number>
  code_sealed: Buffer | null
  code_at: Date | null
}

export type ProviderMailTable = {
  id: string
  person_id: string
  account_id: string
  provider: string
  shown_by: 'signature' | 'forwarder' | 'host'
  message_hash: Buffer
  sealed: Buffer
  arrived_at: Date
}

export type SelfCheckTable = {
  id: string
  person_id: string
  account_id: string
  answers: ColumnType<unknown, string | undefined, string>
  began_at: Date
  finished_at: Date | null
  told_at: Date | null
}

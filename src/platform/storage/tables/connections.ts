/** How we see accounts and what each message was. The law is migrations/0003-connections.sql. */
import type { ColumnType, Generated } from 'kysely'

export type ConnectionTable = {
  id: string
  account_id: string
  person_id: string
  organisation_id: string | null
  kind: 'imap'
  settings: ColumnType<unknown, string, string>
  state: Generated<'new' | 'watching' | 'failing' | 'refused' | 'paused' | 'ended'>
  trouble: string | null
  last_seen_at: Date | null
  promise_seconds: Generated<number>
  first_look_total: number | null
  first_look_left: number | null
  reads: Generated<'all' | 'security'>
  created_at: Date
  ended_at: Date | null
}

export type ConnectionSecretTable = {
  connection_id: string
  person_id: string
  sealed: Buffer
}

export type MailboxCursorTable = {
  connection_id: string
  person_id: string
  organisation_id: string | null
  folder: string
  uid_validity: number
  last_uid: number
  epoch: number
  moved_at: Date
}

export type MessageVerdictTable = {
  person_id: string
  organisation_id: string | null
  connection_id: string
  folder: string
  uid_validity: number
  uid: number
  arrived_on: string
  message_hash: Buffer
  /** gone: before we came · unread: it speaks of no account, and its person lets nothing else be read. */
  verdict: 'dangerous' | 'careful' | 'fine' | 'gone' | 'unread'
  score: number
  waited_ms: number | null
  examined_at: Date
  /** The registered test that it was part of. */
  simulation_id: string | null
}

export type ReportSpoolTable = {
  id: string
  person_id: string
  sealed: Buffer
  received_at: Date
  watch_address_id: string | null
}

export type ReportAddressTable = {
  person_id: string
  local_part: string
  created_at: Date
}

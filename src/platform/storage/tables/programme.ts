/** The programme's own rows. The law is migrations/0006-programme.sql. */
import type { ColumnType, Generated } from 'kysely'

export type SettingTable = {
  name: string
  value: ColumnType<unknown, string, string>
  changed_at: Date
  changed_by: string | null
}

export type DataKeyTable = {
  id: string
  owner_kind: 'organisation' | 'person' | 'programme'
  owner_id: string
  wrapped: Buffer
  kek_id: string
  created_at: Date
}

export type OperatorAlertTable = {
  id: string
  kind: string
  subject: string
  organisation_id: string | null
  person_id: string | null
  severity: string
  says: string
  opened_at: Date
  closed_at: Date | null
  acknowledged_at: Date | null
  acknowledged_by: string | null
}

export type AuditEntryTable = {
  seq: number
  at: Date
  actor_kind: string
  actor: string | null
  action: string
  subject: string
  organisation_id: string | null
  person_id: string | null
  details: ColumnType<unknown, string, string>
  previous_hash: Buffer
  hash: Buffer
}

export type AuditMarkTable = {
  place: 'head' | 'anchor'
  seq: number
  hash: Buffer
}

export type ElectionTable = {
  post: string
  epoch: number
  holder: string
  since: Date
}

export type RateLimitTable = {
  key: string
  points: Generated<number>
  expire: number | null
}

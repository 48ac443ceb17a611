/** What people are told. The law is migrations/0005-notices.sql, 0040-ways-to-be-told.sql, 0042-verified.sql, 0049-composer.sql and 0043-actions.sql. */
import type { ColumnType, Generated } from 'kysely'

export type NoticeTable = {
  id: string
  incident_id: string | null
  person_id: string
  organisation_id: string | null
  kind: 'incident' | 'first-look' | 'organisation-told' | 'digest' | 'composed'
  level: 'targeted' | 'attempt-blocked' | 'possible-access' | 'confirmed-access'
  language: string
  code_hash: Buffer
  code_salt: Generated<number>
  sealed: Buffer
  subject_account_id: string | null
  decided_at: Date
  read_at: Date | null
  verified_at: Date | null
  acknowledged_at: Date | null
  acknowledged_by: 'portal' | 'code' | 'sms' | 'voice' | 'passkey' | 'desk' | null
  done_at: Date | null
  digest: Generated<boolean>
  deadline_at: Date | null
  overdue_at: Date | null
  digest_notice_id: string | null
  routing: Generated<string>
  composition_id: string | null
  reminders: Generated<number>
}

export type NoticeActionTable = {
  id: string
  notice_id: string
  person_id: string
  organisation_id: string | null
  action: string
  place: number
  asked_at: Date
  done_at: Date | null
  done_by: 'signal' | 'person' | 'desk' | null
  undone_at: Date | null
}

export type CompositionTable = {
  id: string
  audience: 'person' | 'organisation' | 'everybody' | 'incident'
  audience_id: string | null
  level: 'targeted' | 'attempt-blocked' | 'possible-access' | 'confirmed-access'
  wordings: ColumnType<unknown, string, string>
  steps: string[]
  state: 'draft' | 'asked' | 'sending' | 'sent' | 'withdrawn'
  made_by: string
  made_at: Date
  changed_at: Date
  people: number | null
  approved_by: string | null
  approved_at: Date | null
  sent_at: Date | null
}

export type ContactMethodTable = {
  id: string
  person_id: string | null
  organisation_id: string | null
  channel: 'push' | 'sms' | 'voice' | 'signal' | 'matrix' | 'slack' | 'teams' | 'webhook'
  sealed: Buffer
  address_hash: Buffer
  masked: string
  created_at: Date
  proof_hash: Buffer | null
  proof_sent_at: Date | null
  proof_tries: Generated<number>
  proven_at: Date | null
  gone_since: Date | null
  removed_at: Date | null
}

export type NoticePreferenceTable = {
  person_id: string
  channel_order: Generated<string[]>
  time_zone: Generated<string>
  quiet_from: Generated<number>
  quiet_until: Generated<number>
  changed_at: Date
}

export type DeliveryTable = {
  id: string
  notice_id: string
  person_id: string
  organisation_id: string | null
  channel: 'home' | 'mail' | ContactMethodTable['channel']
  account_id: string | null
  contact_method_id: string | null
  step: Generated<number>
  purpose: Generated<'first' | 'fallback' | 'reminder' | 'digest'>
  due_at: Generated<Date>
  priority: Generated<number>
  held_by: number | null
  reference: string | null
  state: Generated<'held' | 'queued' | 'sending' | 'sent' | 'delivered' | 'bounced' | 'failed' | 'not-needed'>
  message_id: string
  attempts: Generated<number>
  answer: string | null
  queued_at: Date
  sent_at: Date | null
  ended_at: Date | null
}

export type ReceiptBatchTable = {
  id: string
  noted_at: Date
  hashes: Buffer
  digest: Buffer
  audit_seq: number
}

export type ReceiptTable = {
  id: string
  notice_id: string
  person_id: string
  organisation_id: string | null
  delivery_id: string | null
  channel: string | null
  what: 'sent' | 'delivered' | 'bounced' | 'failed' | 'read' | 'verified' | 'acknowledged' | 'done'
  at: Date
  hash: Buffer
  batch_id: string
}

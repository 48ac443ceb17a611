/** What people are told. The law is migrations/0005-notices.sql. */
import type { Generated } from 'kysely'

export type NoticeTable = {
  id: string
  incident_id: string | null
  person_id: string
  organisation_id: string | null
  kind: 'incident' | 'first-look' | 'organisation-told'
  level: 'targeted' | 'attempt-blocked' | 'possible-access' | 'confirmed-access'
  language: string
  code_hash: Buffer
  code_salt: Generated<number>
  sealed: Buffer
  subject_account_id: string | null
  decided_at: Date
  read_at: Date | null
}

export type DeliveryTable = {
  id: string
  notice_id: string
  person_id: string
  organisation_id: string | null
  channel: 'mail' | 'home'
  account_id: string | null
  state: Generated<'queued' | 'sending' | 'sent' | 'delivered' | 'bounced' | 'failed'>
  message_id: string
  attempts: Generated<number>
  answer: string | null
  queued_at: Date
  sent_at: Date | null
  ended_at: Date | null
}

/** Who asks to join. The law is migrations/0015-applications.sql, 0025-come-back.sql and 0037-application-contacts.sql. */
import type { ColumnType, Generated } from 'kysely'

export type ApplicationTable = {
  id: string
  token_hash: Buffer
  language: string
  state: 'draft' | 'checking' | 'with-a-person' | 'accepted' | 'refused' | 'withdrawn'
  answers: ColumnType<unknown, string, string>
  domain: Generated<string>
  contact_folded: Generated<string>
  second_folded: Generated<string>
  code_hash: Buffer | null
  code_tries: Generated<number>
  code_expires_at: Date | null
  codes_sent: Generated<number>
  contact_proven_at: Date | null
  vouch_hash: Buffer
  programme: ColumnType<unknown, string | null, string | null>
  points: Generated<number>
  reasons: ColumnType<unknown, string | undefined, string>
  begun_at: Date
  changed_at: Date
  submitted_at: Date | null
  checked_at: Date | null
  decided_at: Date | null
  organisation_id: string | null
}

export type ApplicationProofTable = {
  application_id: string
  kind: string
  state: 'proven' | 'absent' | 'disputed' | 'failed'
  evidence: ColumnType<unknown, string, string>
  at: Date
}

export type ComeBackCodeTable = {
  id: string
  application_id: string
  code_hash: Buffer
  tries: Generated<number>
  challenge_hash: Buffer
  asked_from: Buffer
  created_at: Date
  expires_at: Date
  used_at: Date | null
}

export type VouchTable = {
  application_id: string
  organisation_id: string
  person_id: string
  given_at: Date
  withdrawn_at: Date | null
}

export type ApplicationOpinionTable = {
  application_id: string
  person_id: string
  says: 'accept' | 'refuse'
  reason: string
  at: Date
}

export type RegisterTable = {
  id: string
  name: string
  country: string
  entries: number
  added_at: Date
  added_by: string | null
}

export type RegisterEntryTable = {
  register_id: string
  number: string
  name: string
}

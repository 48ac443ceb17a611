/** How people come in. The law is migrations/0002-members.sql, 0017-sign-in.sql, 0021-elsewhere.sql, 0033-opened-by.sql and 0034-staff-elsewhere.sql; a test compares the two. */
import type { Generated } from 'kysely'

export type SessionTable = {
  id: Generated<string>
  token_hash: Buffer
  person_id: string
  method: string
  created_at: Date
  last_seen_at: Date
  expires_at: Date
  ended_at: Date | null
  browser: string | null
  system: string | null
  proved_at: Date | null
  identity_hash: Buffer | null
  identity_strong: Generated<boolean>
  passkey_id: string | null
}

export type PasskeyTable = {
  credential_id: string
  person_id: string
  public_key: Buffer
  counter: Generated<number>
  transports: Generated<string[]>
  name: string
  created_at: Date
  last_used_at: Date | null
}

export type PasskeyChallengeTable = {
  id: string
  person_id: string | null
  challenge: string
  expires_at: Date
}

export type MailCodeTable = {
  id: string
  person_id: string
  account_id: string | null
  purpose: 'prove-address' | 'sign-in' | 'confirm'
  code_hash: Buffer
  tries: Generated<number>
  created_at: Date
  expires_at: Date
  used_at: Date | null
  challenge_hash: Buffer | null
  asked_from: Buffer | null
}

export type TotpTable = {
  id: string
  person_id: string
  name: string
  sealed: Buffer
  last_step: number | null
  created_at: Date
  confirmed_at: Date | null
  last_used_at: Date | null
}

export type RecoveryCodeTable = {
  id: string
  person_id: string
  salt: Buffer
  code_hash: Buffer
  created_at: Date
  used_at: Date | null
}

export type SecondStepTable = {
  token_hash: Buffer
  person_id: string
  tries: Generated<number>
  created_at: Date
  expires_at: Date
}

/** An enrolment begun without an organisation. The law is migrations/0026-alone.sql. */
export type AloneStartTable = {
  id: string
  token_hash: Buffer
  address: string
  address_folded: string
  language: string
  code_hash: Buffer
  tries: Generated<number>
  asked_from: Buffer
  created_at: Date
  expires_at: Date
  used_at: Date | null
}

export type SignInElsewhereTable = {
  token_hash: Buffer
  browser_hash: Buffer
  purpose: 'prove-address' | 'staff-sign-in' | 'staff-bind' | 'staff-confirm'
  provider: 'microsoft' | 'google' | 'staff'
  person_id: string | null
  account_id: string | null
  next: Generated<string>
  created_at: Date
  expires_at: Date
}

export type StaffIdentityTable = {
  hash: Buffer
  person_id: string
  issuer: string
  bound_at: Date
  last_used_at: Date | null
}

export type RecoveryRequestTable = {
  id: string
  person_id: string
  organisation_id: string | null
  reference: string
  asked_at: Date
  asked_from: Buffer | null
  voucher: string | null
  vouched_at: Date | null
  how: 'met' | 'called' | null
  second: string | null
  seconded_at: Date | null
  opens_at: Date | null
  expires_at: Date
  stop_hash: Buffer
  code_hash: Buffer
  stopped_at: Date | null
  finished_at: Date | null
}

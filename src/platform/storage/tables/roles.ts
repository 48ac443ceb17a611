/** Helpers that organisations let in, auditors and trainers. The law is migrations/0022-roles.sql; a test compares the two. */

export type HelperGrantTable = {
  id: string
  organisation_id: string
  person_id: string | null
  purpose: 'set-up' | 'connections' | 'sign-in' | 'training'
  address_folded: string | null
  token_hash: Buffer | null
  let_in_by: string
  offered_at: Date
  offered_until: Date
  accepted_at: Date | null
  since: Date
  until: Date
  ended_at: Date | null
  ended_by: string | null
}

export type ObserverTable = {
  person_id: string
  role: 'auditor' | 'trainer'
  since: Date
  until: Date | null
}

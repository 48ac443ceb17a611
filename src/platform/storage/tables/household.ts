/** Mailboxes that a household shares. The law is migrations/0027-household.sql; a test compares the two. */

export type HouseholdLinkTable = {
  id: string
  person_id: string
  account_id: string
  token_hash: Buffer
  created_at: Date
  expires_at: Date
  used_at: Date | null
  withdrawn_at: Date | null
}

export type AccountShareTable = {
  account_id: string
  person_id: string
  sharer: string
  since: Date
  until: Date | null
}

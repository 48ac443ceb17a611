/** Who takes part. The law is migrations/0002-members.sql; a test compares the two. */
import type { ColumnType, Generated } from 'kysely'

export type OrganisationTable = {
  id: string
  name: string
  kind: Generated<string>
  country: string | null
  domains: Generated<string[]>
  vendors: ColumnType<unknown, string | undefined, string>
  brands: ColumnType<unknown, string | undefined, string>
  leaders: ColumnType<unknown, string | undefined, string>
  created_at: Date
  closed_at: Date | null
}

export type PersonTable = {
  id: string
  name: string
  language: Generated<string>
  created_at: Date
  erased_at: Date | null
}

export type MembershipTable = {
  organisation_id: string
  person_id: string
  role: 'member' | 'administrator'
  title: string | null
  kind: Generated<'staff' | 'volunteer' | 'vendor' | 'family'>
  since: Date
  until: Date | null
  ends_on: string | null
  end_told_at: Date | null
  ended_how: 'due' | 'removed' | 'self' | 'organisation' | null
}

export type StaffTable = {
  person_id: string
  role: 'operator' | 'analyst'
  since: Date
  until: Date | null
}

export type AccountTable = {
  id: string
  person_id: string
  organisation_id: string | null
  kind: 'work' | 'personal'
  address: string
  address_folded: string
  proven_at: Date | null
  bouncing_since: Date | null
  created_at: Date
  removed_at: Date | null
}

export type ConsentTable = {
  id: string
  person_id: string
  organisation_id: string | null
  account_id: string | null
  purpose: string
  version: string
  given_at: Date
  withdrawn_at: Date | null
}

export type AccessGrantTable = {
  id: string
  person_id: string
  organisation_id: string | null
  to_desk: boolean
  scope: 'told' | 'details' | 'indicators'
  consent_id: string
  since: Date
  until: Date | null
}

export type InvitationTable = {
  id: string
  organisation_id: string | null
  person_id: string
  token_hash: Buffer
  made_by: string | null
  created_at: Date
  expires_at: Date
  used_at: Date | null
  withdrawn_at: Date | null
  mailed_at: Date | null
}

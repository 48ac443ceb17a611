/** Findings that belong together and what was decided. The law is migrations/0004-alerts.sql. */
import type { ColumnType, Generated } from 'kysely'

export type IncidentTable = {
  id: string
  organisation_id: string | null
  person_id: string | null
  headline: string
  severity: 'info' | 'low' | 'medium' | 'high' | 'critical'
  level: 'targeted' | 'attempt-blocked' | 'possible-access' | 'confirmed-access'
  technique: Generated<string[]>
  origin: 'mailbox' | 'report' | 'first-look'
  state: Generated<'open' | 'confirmed' | 'dismissed' | 'merged'>
  merged_into: string | null
  messages: Generated<number>
  opened_at: Date
  last_message_at: Date
  decided_at: Date | null
  decided_by: string | null
}

export type AffectedTable = {
  incident_id: string
  person_id: string
  organisation_id: string | null
  account_id: string
  messages: Generated<number>
  first_at: Date
  last_at: Date
}

export type CampaignTraceTable = {
  incident_id: string
  organisation_id: string | null
  person_id: string | null
  part: 'sender' | 'subject' | 'payload'
  hash: Buffer
  seen_at: Date
}

export type FindingTable = {
  id: string
  incident_id: string
  organisation_id: string | null
  person_id: string | null
  account_id: string
  rule: string
  severity: string
  confidence: number
  technique: Generated<string[]>
  sealed: Buffer
  found_at: Date
}

export type FlaggedMessageTable = {
  id: string
  incident_id: string
  organisation_id: string | null
  person_id: string | null
  account_id: string
  reached: string
  place: ColumnType<unknown, string, string>
  message_hash: Buffer
  sealed_message: Buffer | null
  sealed_view: Buffer
  score: number
  verdict: string
  arrived_at: Date
  found_at: Date
}

export type TriageStepTable = {
  id: string
  incident_id: string
  organisation_id: string | null
  person_id: string | null
  by_person: string
  step: 'confirm' | 'dismiss' | 'merge' | 'reopen' | 'note'
  reason: Generated<string>
  other_incident: string | null
  at: Date
}

export type LookedAtTable = {
  id: string
  viewer: string
  viewer_kind: string
  what: string
  incident_id: string | null
  organisation_id: string | null
  person_id: string | null
  at: Date
}

/** Tools of the desk: traces, reach, evaluation. The law is migrations/0009-analyst-tools.sql. */
import type { Generated } from 'kysely'

export type MailTraceTable = {
  id: string
  connection_id: string
  folder: string
  uid_validity: number
  uid: number
  person_id: string
  organisation_id: string | null
  in_junk: boolean
  verdict: 'dangerous' | 'careful' | 'fine'
  arrived_at: Date
  examined_at: Date
}

export type MailTraceHashTable = {
  mail_id: string
  person_id: string
  organisation_id: string | null
  hash: Buffer
}

export type IncidentTraceTable = {
  incident_id: string
  organisation_id: string | null
  person_id: string | null
  hash: Buffer
  seen_at: Date
}

export type ReachTable = {
  id: string
  incident_id: string | null
  organisation_id: string | null
  person_id: string | null
  kind: string
  hashes: Generated<Buffer[]>
  by_person: string
  reason: Generated<string>
  asked_at: Date
  until: Date
}

export type ReachMailTable = {
  connection_id: string
  folder: string
  uid_validity: number
  uid: number
  reach_id: string
  person_id: string
  organisation_id: string | null
  outcome: Generated<'waiting' | 'told' | 'known' | 'dismissed' | 'left' | 'gone'>
  done_at: Date | null
}

export type EvaluationMailTable = {
  id: string
  organisation_id: string | null
  person_id: string | null
  account_id: string
  reached: string
  incident_id: string | null
  label: 'honest' | 'hostile'
  source: 'incident' | 'report' | 'hunt'
  message_hash: Buffer
  sealed_message: Buffer
  sealed_context: Buffer
  verdict_then: string
  verdict_before: string | null
  rules_before: string[] | null
  verdict_now: string | null
  rules_now: string[] | null
  tested_at: Date | null
  tested_in: string | null
  reason: Generated<string>
  by_person: string
  labelled_at: Date
}

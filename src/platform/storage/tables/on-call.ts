/** Who is on call. The law is migrations/0041-on-call.sql and 0048-pages.sql; a test compares the two. */
import type { ColumnType } from 'kysely'
import type { ContactMethodTable } from './notices.ts'

export type OnCallScheduleTable = {
  id: string
  name: string
  changed_at: Date
  changed_by: string | null
}

export type OnCallLayerTable = {
  id: string
  schedule_id: string
  position: number
  name: string
  time_zone: string
  starts_on: string
  handover_minute: number
  every: number
  unit: 'hours' | 'days' | 'weeks'
  hours: ColumnType<unknown, string, string>
}

export type OnCallTurnTable = {
  id: string
  layer_id: string
  position: number
  person_id: string
}

export type OnCallOverrideTable = {
  id: string
  schedule_id: string
  person_id: string
  begins_at: Date
  ends_at: Date
  made_at: Date
  made_by: string | null
}

export type EscalationTable = {
  id: string
  name: string
  repeats: number
  changed_at: Date
  changed_by: string | null
}

export type EscalationStepTable = {
  id: string
  escalation_id: string
  position: number
  schedule_id: string | null
  person_id: string | null
  then_minutes: number
}

export type OnCallPageTable = {
  id: string
  alert_id: string
  step: number | null
  round: number | null
  person_id: string
  channel: 'mail' | ContactMethodTable['channel']
  account_id: string | null
  contact_method_id: string | null
  told_with: string | null
  code_hash: Buffer
  message_id: string
  state: 'queued' | 'sent' | 'delivered' | 'bounced' | 'failed' | 'not-needed'
  answer: string | null
  reference: string | null
  due_at: Date
  sent_at: Date | null
  answered_at: Date | null
  answered_by: 'sms' | 'voice' | 'desk' | null
}

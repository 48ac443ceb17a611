/** Programs that ask, and addresses that are told. The law is migrations/0020-programs.sql. */
import type { Generated } from 'kysely'

export type ApiTokenTable = {
  id: string
  organisation_id: string | null
  name: string
  scopes: Generated<string[]>
  token_hash: Buffer
  made_by: string
  created_at: Date
  ends_at: Date
  last_used_at: Date | null
  revoked_at: Date | null
  revoked_by: string | null
}

export type WebhookEndpointTable = {
  id: string
  organisation_id: string | null
  url: string
  events: Generated<string[]>
  sealed: Buffer
  made_by: string | null
  created_at: Date
  failing_since: Date | null
  slow_at: Date | null
  stopped_at: Date | null
  removed_at: Date | null
}

export type WebhookDeliveryTable = {
  id: string
  endpoint_id: string
  organisation_id: string | null
  event_id: string
  event: string
  body: string
  state: 'waiting' | 'delivered' | 'failed'
  tries: Generated<number>
  created_at: Date
  tried_at: Date | null
  next_at: Date | null
  answered: Generated<string>
}

/** An incident as one line of a list: what happened, to whom, and whether they know. */
import { type Expression, type SqlBool, sql } from 'kysely'
import type { NoticeLevel, Severity } from '#kernel'
import type { Tx } from '#storage'
import type { Explain } from './explain.ts'

export type IncidentState = 'open' | 'confirmed' | 'dismissed' | 'merged'

export type IncidentRow = {
  readonly id: string
  readonly title: string
  /** The people reached, in words: `D. Cole` or `D. Cole and 2 more`. */
  readonly who: string
  readonly organisation?: string
  readonly level: NoticeLevel
  readonly severity: Severity
  readonly state: IncidentState
  readonly messages: number
  readonly lastMessageAt: Date
  /** `page-only`: no other address of theirs is known, so the notice waits where they sign in. */
  readonly told: 'nobody' | 'waiting' | 'told' | 'read' | 'page-only' | 'undelivered'
}

/** Incidents with all that a condition on them may name. */
export const incidentsSeen = (tx: Tx) => tx.selectFrom('incident').leftJoin('organisation', 'organisation.id', 'incident.organisation_id')

type Wanted = {
  readonly which: Expression<SqlBool>
  readonly limit: number
  readonly offset: number
  /** By the newest mail where nothing is said. */
  readonly order?: 'id'
}

/** The rows of some incidents; `who` asked through the transaction. */
export async function incidentRows(tx: Tx, explain: Explain, { which, limit, offset, order }: Wanted): Promise<readonly IncidentRow[]> {
  const rows = await incidentsSeen(tx)
    .where(which)
    .select((columns) => [
      'incident.id',
      'incident.headline',
      'incident.level',
      'incident.severity',
      'incident.state',
      'incident.messages',
      'incident.last_message_at',
      'organisation.name as organisation',
      columns
        .selectFrom('affected')
        .innerJoin('person', 'person.id', 'affected.person_id')
        .whereRef('affected.incident_id', '=', 'incident.id')
        .select(sql<string[]>`array_agg(distinct person.name)`.as('names'))
        .as('names'),
      columns
        .selectFrom('notice')
        .whereRef('notice.incident_id', '=', 'incident.id')
        .select((notice) => [
          sql<string>`case
            when count(*) = 0 then 'nobody'
            when bool_or(notice.read_at is not null) then 'read'
            when bool_or(${notice.exists(
              notice
                .selectFrom('delivery')
                .select('delivery.id')
                .whereRef('delivery.notice_id', '=', 'notice.id')
                .where('channel', '!=', 'home')
                .where('state', 'in', ['sent', 'delivered']),
            )}) then 'told'
            when bool_or(${notice.exists(
              notice
                .selectFrom('delivery')
                .select('delivery.id')
                .whereRef('delivery.notice_id', '=', 'notice.id')
                .where('channel', '!=', 'home')
                .where('state', 'in', ['queued', 'sending']),
            )}) then 'waiting'
            when not bool_or(${notice.exists(
              notice
                .selectFrom('delivery')
                .select('delivery.id')
                .whereRef('delivery.notice_id', '=', 'notice.id')
                .where('channel', '!=', 'home'),
            )}) then 'page-only'
            else 'undelivered' end`.as('told'),
        ])
        .as('told'),
    ])
    .$if(order === undefined, (rest) => rest.orderBy('incident.last_message_at', 'desc'))
    .orderBy('incident.id', order === undefined ? 'desc' : 'asc')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: explain.titleOf(row.headline, 'en'),
    who: inWords(row.names ?? []),
    ...(row.organisation && { organisation: row.organisation }),
    level: row.level,
    severity: row.severity,
    state: row.state,
    messages: row.messages,
    lastMessageAt: row.last_message_at,
    told: toldStates.find((one) => one === row.told) ?? 'nobody',
  }))
}

const toldStates = ['nobody', 'waiting', 'told', 'read', 'page-only', 'undelivered'] as const

function inWords(names: readonly string[]): string {
  const [first = 'a person', ...others] = names
  return others.length === 0 ? first : `${first} and ${others.length} more`
}

/**
 * The heart of the room: a flagged mail joins the incident of its campaign or
 * opens one, leaves its sealed evidence, and its people are told. All in the
 * caller's transaction, one owner at a time.
 */
import { sql } from 'kysely'
import { type Clock, type NoticeLevel, rankOf, type Severity } from '#kernel'
import type { Inspection } from '#mail'
import type { Sealer, Vault } from '#secrets'
import { type Tx, uuid } from '#storage'
import { ownerColumns, ownerOf, type Place, type Reached } from './arrival.ts'
import { incidentOf, keepTraces, tracesOf } from './campaign-traces.ts'
import { findingContext, messageContext, sealView } from './flagged.ts'
import { lockMatter } from './matter-lock.ts'
import { keepIncidentTraces } from './trace-hashes.ts'

export type Flagging = {
  readonly reached: Reached
  readonly origin: 'mailbox' | 'report' | 'first-look'
  readonly level: NoticeLevel
  readonly place: Place | undefined
  readonly messageHash: Buffer
  readonly bytes: Uint8Array
  readonly inspection: Inspection
  readonly arrivedAt: Date
}

export type Flagged = {
  readonly incidentId: string
  readonly outcome: 'opened' | 'joined' | 'same-message'
  /** An analyst said that this is nothing: it is counted, and nobody is told. */
  readonly dismissed: boolean
}

type Deps = { readonly clock: Clock; readonly vault: Vault; readonly sealer: Sealer }

/** Flags one message. The advisory lock makes fifty mails of one campaign, examined at once, one incident. */
export async function flag(tx: Tx, deps: Deps, flagging: Flagging): Promise<Flagged> {
  const { reached, messageHash, arrivedAt, inspection } = flagging
  await lockMatter(tx, ownerOf(reached))
  const before = await tx
    .selectFrom('flagged_message')
    .innerJoin('incident', 'incident.id', 'flagged_message.incident_id')
    .select(['incident.id', 'incident.state'])
    .where('account_id', '=', reached.accountId)
    .where('message_hash', '=', messageHash)
    .executeTakeFirst()
  if (before !== undefined) return { incidentId: before.id, outcome: 'same-message', dismissed: before.state === 'dismissed' }

  const traces = tracesOf(deps.vault, reached, inspection.campaign)
  const known = await incidentOf(tx, { reached, traces, arrivedAt })
  const incidentId = known ?? (await openIncident(tx, deps.clock, flagging))
  const state = await countMessage(tx, incidentId, flagging)
  await keepTraces(tx, incidentId, { reached, traces, arrivedAt })
  await keepIncidentTraces(tx, deps.vault, incidentId, flagging)
  await countAffected(tx, incidentId, flagging)
  await keepEvidence(tx, deps, incidentId, flagging)
  return { incidentId, outcome: known === undefined ? 'opened' : 'joined', dismissed: state === 'dismissed' }
}

/** The most telling reason's severity; a dangerous mail without reasons is still not small. */
const severityOf = ({ reasons, findings }: Inspection): Severity =>
  [...reasons, ...findings].reduce<Severity>((worst, { severity }) => (rankOf(severity) > rankOf(worst) ? severity : worst), 'medium')

export const headlineOf = ({ reasons, findings }: Inspection): string => (reasons[0] ?? findings[0])?.id ?? 'mail.dangerous'

async function openIncident(tx: Tx, clock: Clock, { reached, origin, level, inspection, arrivedAt }: Flagging): Promise<string> {
  const id = uuid()
  await tx
    .insertInto('incident')
    .values({
      id,
      ...ownerColumns(reached),
      headline: headlineOf(inspection),
      severity: severityOf(inspection),
      level,
      technique: [...new Set(inspection.reasons.flatMap(({ technique }) => technique))],
      origin,
      merged_into: null,
      opened_at: clock.now(),
      last_message_at: arrivedAt,
      decided_at: null,
      decided_by: null,
    })
    .execute()
  return id
}

/** One more message; an incident of which one mail got past the junk folder is no longer a blocked attempt. */
async function countMessage(tx: Tx, incidentId: string, { level, arrivedAt, origin }: Flagging): Promise<string> {
  const { state } = await tx
    .updateTable('incident')
    .set((columns) => ({
      messages: columns('messages', '+', 1),
      last_message_at: columns.fn('greatest', ['last_message_at', columns.val(arrivedAt)]),
      level: level === 'targeted' ? sql`case when level = 'attempt-blocked' then 'targeted' else level end` : columns.ref('level'),
      origin: origin === 'first-look' ? columns.ref('origin') : sql`case when origin = 'first-look' then ${origin} else origin end`,
    }))
    .where('id', '=', incidentId)
    .returning('state')
    .executeTakeFirstOrThrow()
  return state
}

async function countAffected(tx: Tx, incidentId: string, { reached, arrivedAt }: Flagging): Promise<void> {
  await tx
    .insertInto('affected')
    .values({
      incident_id: incidentId,
      person_id: reached.personId,
      organisation_id: reached.organisationId,
      account_id: reached.accountId,
      messages: 1,
      first_at: arrivedAt,
      last_at: arrivedAt,
    })
    .onConflict((found) =>
      found.columns(['incident_id', 'person_id', 'account_id']).doUpdateSet((columns) => ({
        messages: columns('affected.messages', '+', 1),
        first_at: columns.fn('least', ['affected.first_at', 'excluded.first_at']),
        last_at: columns.fn('greatest', ['affected.last_at', 'excluded.last_at']),
      })),
    )
    .execute()
}

async function keepEvidence(tx: Tx, { clock, sealer }: Deps, incidentId: string, flagging: Flagging): Promise<void> {
  const { reached, inspection, place, bytes, messageHash, arrivedAt } = flagging
  const now = clock.now()
  const id = uuid()
  await tx
    .insertInto('flagged_message')
    .values({
      id,
      incident_id: incidentId,
      ...ownerColumns(reached),
      account_id: reached.accountId,
      reached: reached.personId,
      place: JSON.stringify(place ?? null),
      message_hash: messageHash,
      sealed_message: sealer.seal(bytes, messageContext(id)),
      sealed_view: sealView(sealer, id, inspection),
      score: inspection.score,
      verdict: inspection.verdict,
      arrived_at: arrivedAt,
      found_at: now,
    })
    .execute()
  if (inspection.findings.length === 0) return
  await tx
    .insertInto('finding')
    .values(
      inspection.findings.map((finding) => {
        const findingId = uuid()
        return {
          id: findingId,
          incident_id: incidentId,
          ...ownerColumns(reached),
          account_id: reached.accountId,
          rule: finding.id,
          severity: finding.severity,
          confidence: finding.confidence,
          technique: [...finding.technique],
          sealed: sealer.seal(JSON.stringify({ facts: finding.facts, evidence: finding.evidence }), findingContext(findingId)),
          found_at: now,
        }
      }),
    )
    .execute()
}

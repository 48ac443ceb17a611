/**
 * "Everybody who got this is told." Asked for in the transaction of the decision; a job does the looking. A reach lives for some days, so that later
 * arrivals of the campaign are found as they come.
 */
import { record } from '#audit'
import { enqueue } from '#jobs'
import { type Clock, daysMs, type Staff, type Who } from '#kernel'
import { type HuntedKind, readTypedTrace } from '#mail'
import { type Tx, uuid } from '#storage'
import { ownerOfRow } from '../arrival.ts'
import type { DeskDeps } from '../deps.ts'
import { confirmFirst, mayNotWarn, reasonMissing, sharedByAll, traceNotRead } from '../refusals.ts'
import { traceHash } from '../trace-hashes.ts'

export const reachTask = 'reach'
const livesMs = daysMs(7)

type Owned = { readonly organisation_id: string | null; readonly person_id: string | null }

/** Whether what hit somebody may be looked for elsewhere: a work matter may, a personal one by its person's leave. In the analyst's transaction. */
export async function mayWarnOthers(tx: Tx, { organisation_id, person_id }: Owned): Promise<boolean> {
  if (organisation_id !== null || person_id === null) return true
  const given = await tx
    .selectFrom('access_grant')
    .select('id')
    .where('person_id', '=', person_id)
    .where('to_desk', '=', true)
    .where('scope', '=', 'indicators')
    .where('until', 'is', null)
    .executeTakeFirst()
  return given !== undefined
}

/** Begins or lengthens the reach of an incident, in the analyst's transaction. */
export async function askReach(tx: Tx, clock: Clock, who: Staff, incident: Owned & { readonly id: string }): Promise<void> {
  const now = clock.now()
  const until = new Date(now.getTime() + livesMs)
  const { organisation_id, person_id } = incident
  const live = await tx
    .updateTable('reach')
    .set({ until })
    .where('incident_id', '=', incident.id)
    .where('until', '>', now)
    .returning('id')
    .executeTakeFirst()
  const id = live?.id ?? uuid()
  if (live === undefined)
    await tx
      .insertInto('reach')
      .values({ id, incident_id: incident.id, organisation_id, person_id, kind: 'campaign', by_person: who.personId, asked_at: now, until })
      .execute()
  await enqueue(tx, { task: reachTask, payload: { reachId: id }, key: `${reachTask}/${id}` })
}

/** An incident that was opened again tells nobody any more. */
export async function endReach(tx: Tx, clock: Clock, incidentId: string): Promise<void> {
  const now = clock.now()
  await tx.updateTable('reach').set({ until: now }).where('incident_id', '=', incidentId).where('until', '>', now).execute()
}

/** Asks once more for an incident that was confirmed. False when it does not exist for `who`; refusals `confirm-first`, `may-not-warn`. */
export async function reachIncident(
  { storage, clock }: Pick<DeskDeps, 'storage' | 'clock'>,
  who: Who,
  incidentId: string,
): Promise<boolean> {
  if (who.kind !== 'analyst') return false
  return storage.asTenant(who, async (tx) => {
    const found = await tx
      .selectFrom('incident')
      .select(['id', 'state', 'organisation_id', 'person_id'])
      .where('id', '=', incidentId)
      .forUpdate()
      .executeTakeFirst()
    if (found === undefined) return false
    if (found.state !== 'confirmed') throw confirmFirst()
    if (!(await mayWarnOthers(tx, found))) throw mayNotWarn()
    await askReach(tx, clock, who, found)
    await record(tx, clock, { actor: who, action: 'incident.reach', subject: `incident/${incidentId}`, owner: ownerOfRow(found) })
    return true
  })
}

export type HuntReach = { readonly kind: HuntedKind; readonly value: string; readonly reason: string }

/** Tells everybody who got mail with this trace. Refusals `trace-not-read`, `shared-by-all`, `reason-missing`. */
export async function reachHunted(
  { storage, vault, clock }: Pick<DeskDeps, 'storage' | 'vault' | 'clock'>,
  who: Who,
  { kind, value, reason }: HuntReach,
): Promise<boolean> {
  if (who.kind !== 'analyst') return false
  const read = readTypedTrace(kind, value)
  if ('problem' in read) throw traceNotRead(read.problem)
  if (read.everybodys) throw sharedByAll()
  if (reason.trim() === '') throw reasonMissing()
  const hash = traceHash(vault, { kind, value: read.value })
  return storage.asTenant(who, async (tx) => {
    const now = clock.now()
    const id = uuid()
    await tx
      .insertInto('reach')
      .values({
        id,
        incident_id: null,
        organisation_id: null,
        person_id: null,
        kind,
        hashes: [hash],
        by_person: who.personId,
        reason: reason.trim().slice(0, 2000),
        asked_at: now,
        until: new Date(now.getTime() + livesMs),
      })
      .execute()
    await enqueue(tx, { task: reachTask, payload: { reachId: id }, key: `${reachTask}/${id}` })
    await record(tx, clock, { actor: who, action: 'hunt.reach', subject: `reach/${id}`, details: { kind } })
    return true
  })
}

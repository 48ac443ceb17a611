/**
 * What mails can be found by, as keyed hashes: one key for the whole programme, so that a mail in one mailbox can be recognised in another, and
 * nothing in the database says what it was. Who has the database and not the key learns neither sender nor subject.
 */
import type { Inspection } from '#mail'
import type { Vault } from '#secrets'
import { type Tx, uuid } from '#storage'
import { ownerColumns, type Place, type Reached } from './arrival.ts'

type Trace = Inspection['traces'][number]

/** Half of the HMAC is plenty against chance, and a mail leaves a dozen. */
const keptBytes = 16

export const traceHash = (vault: Vault, { kind, value }: Trace): Buffer =>
  vault.mac('mail-trace', `${kind}\n${value}`).subarray(0, keptBytes)

type Kept = {
  readonly reached: Reached
  readonly place: Place
  readonly inJunk: boolean
  readonly verdict: Inspection['verdict']
  readonly traces: readonly Buffer[]
  readonly arrivedAt: Date
}

/** Writes what an examined mail can be found by, in the transaction of its verdict. */
export async function keepMailTrace(tx: Tx, now: Date, { reached, place, inJunk, verdict, traces, arrivedAt }: Kept): Promise<void> {
  if (traces.length === 0) return
  const id = uuid()
  const whose = { person_id: reached.personId, organisation_id: reached.organisationId }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('mail_trace')
    .values({
      id,
      connection_id: place.connectionId,
      folder: place.folder,
      uid_validity: place.uidValidity,
      uid: place.uid,
      ...whose,
      in_junk: inJunk,
      verdict,
      arrived_at: arrivedAt,
      examined_at: now,
    })
    .onConflict((found) => found.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return
  const distinct = new Map(traces.map((hash) => [hash.toString('hex'), hash]))
  await tx
    .insertInto('mail_trace_hash')
    .values([...distinct.values()].map((hash) => ({ mail_id: id, ...whose, hash })))
    .execute()
}

/** Adds a flagged mail's campaign hashes to its incident, for the day on which an analyst confirms it. */
export async function keepIncidentTraces(
  tx: Tx,
  vault: Vault,
  incidentId: string,
  { reached, inspection, arrivedAt }: { readonly reached: Reached; readonly inspection: Inspection; readonly arrivedAt: Date },
): Promise<void> {
  const pairs = inspection.traces.filter(({ kind }) => kind === 'campaign')
  if (pairs.length === 0) return
  await tx
    .insertInto('incident_trace')
    .values(
      pairs.map((trace) => ({ incident_id: incidentId, ...ownerColumns(reached), hash: traceHash(vault, trace), seen_at: arrivedAt })),
    )
    .onConflict((found) =>
      found
        .columns(['incident_id', 'hash'])
        .doUpdateSet((columns) => ({ seen_at: columns.fn('greatest', ['incident_trace.seen_at', 'excluded.seen_at']) })),
    )
    .execute()
}

/** An analyst takes "everybody is told" back: what was told stays told, what still waits is left as it was judged. */
import { sql } from 'kysely'
import { record } from '#audit'
import type { Who } from '#kernel'
import { type HuntedKind, readTypedTrace } from '#mail'
import type { Vault } from '#secrets'
import type { Tx } from '#storage'
import { ownerOfRow } from '../arrival.ts'
import type { DeskDeps } from '../deps.ts'
import { traceHash } from '../trace-hashes.ts'

export type Stopped = { readonly incidentId: string } | { readonly kind: HuntedKind; readonly value: string }

/**
 * Ends every reach of the incident or of the hunted trace. Its jobs ask before each mail, and once more before anybody is told, so at most the mail that
 * is being told now is told. False when the incident does not exist for `who`, or the value cannot be hunted; to stop what has ended is no mistake.
 */
export async function stopReach(
  { storage, vault, clock }: Pick<DeskDeps, 'storage' | 'vault' | 'clock'>,
  who: Who,
  which: Stopped,
): Promise<boolean> {
  if (who.kind !== 'analyst') return false
  return storage.asTenant(who, async (tx) => {
    const live = await liveOf(tx, { which, vault, now: clock.now() })
    if (live === undefined) return false
    for (const { id, organisation_id, person_id } of live) {
      await tx.updateTable('reach').set({ until: clock.now() }).where('id', '=', id).execute()
      const isHunts = organisation_id === null && person_id === null
      const owner = isHunts ? {} : { owner: ownerOfRow({ organisation_id, person_id }) }
      await record(tx, clock, { actor: who, action: 'reach.stop', subject: `reach/${id}`, ...owner })
    }
    return true
  })
}

type Of = { readonly which: Stopped; readonly vault: Vault; readonly now: Date }

async function liveOf(tx: Tx, { which, vault, now }: Of) {
  const live = tx.selectFrom('reach').select(['id', 'organisation_id', 'person_id']).where('until', '>', now).forUpdate()
  if ('incidentId' in which) {
    const incident = await tx.selectFrom('incident').select('id').where('id', '=', which.incidentId).executeTakeFirst()
    return incident && live.where('incident_id', '=', incident.id).execute()
  }
  const read = readTypedTrace(which.kind, which.value)
  if ('problem' in read) return undefined
  const hash = traceHash(vault, { kind: which.kind, value: read.value })
  return live
    .where('incident_id', 'is', null)
    .where(sql<boolean>`hashes = ${[hash]}::bytea[]`)
    .execute()
}

/** A membership ends: its work accounts, their connections and what was allowed to the organisation end with it. What is the person's own stays theirs. */
import type { Clock } from '#kernel'
import type { Tx } from '#storage'
import { endConnections } from './connections.ts'
import { tellOfEnrolment } from './enrolment-events.ts'

export type HowEnded = 'due' | 'removed' | 'self' | 'organisation'

type Ending = { readonly organisationId: string; readonly personId: string; readonly how: HowEnded }

/** In the programme's transaction, since secrets are its alone. False when there is no such membership any more. Sessions are not touched. */
export async function endMembership(tx: Tx, clock: Clock, { organisationId, personId, how }: Ending): Promise<boolean> {
  const now = clock.now()
  const { numUpdatedRows } = await tx
    .updateTable('membership')
    .set({ until: now, ended_how: how })
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('until', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  const accounts = await tx
    .updateTable('account')
    .set({ removed_at: now })
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('removed_at', 'is', null)
    .returning('id')
    .execute()
  for (const { id } of accounts) await endConnections(tx, clock, id)
  await tx
    .updateTable('invitation')
    .set({ withdrawn_at: now })
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .execute()
  await tx
    .updateTable('access_grant')
    .set({ until: now })
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('until', 'is', null)
    .execute()
  await tx
    .updateTable('consent')
    .set({ withdrawn_at: now })
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('withdrawn_at', 'is', null)
    .execute()
  await tellOfEnrolment(tx, clock, { event: 'person.left', organisationId, personId })
  return true
}

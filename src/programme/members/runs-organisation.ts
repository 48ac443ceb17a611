/**
 * Who runs an organisation's list of people: staff, its own administrators,
 * and programs with a token of either. Somebody who administers one and is a member of another sees
 * the other's row through their membership, and must not run it.
 */
import type { Who } from '#kernel'
import type { Tx } from '#storage'
import { isStaff } from './holds-part.ts'

export function runsOrganisation(who: Who, organisationId: string): boolean {
  if (who.kind === 'administrator' || who.kind === 'token') return who.organisationId === organisationId
  return who.kind === 'analyst' || who.kind === 'programme' || who.kind === 'programme-token'
}

/** Whether their part still holds, read in the programme's own transaction: it may have ended since they were let in. */
export async function stillRuns(tx: Tx, who: Who): Promise<boolean> {
  if (who.kind === 'programme') return true
  // What needs this is never a program's to do.
  if (who.kind !== 'administrator' && who.kind !== 'analyst') return false
  if (who.kind === 'analyst') return isStaff(tx, who.personId)
  const held = await tx
    .selectFrom('membership')
    .select('person_id')
    .where('person_id', '=', who.personId)
    .where('organisation_id', '=', who.organisationId)
    .where('role', '=', 'administrator')
    .where('until', 'is', null)
    .executeTakeFirst()
  return held !== undefined
}

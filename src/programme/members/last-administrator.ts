/** An organisation keeps an administrator: without one nobody there could let anybody in, or say goodbye to them. */
import type { Who } from '#kernel'
import type { Tx } from '#storage'
import { lastAdministrator } from './refusals.ts'
import { stillRuns } from './runs-organisation.ts'

type Without = { readonly organisationId: string; readonly personId: string }

/**
 * Whether `who` still runs the organisation; its administrators are held until the transaction ends, so that two do not
 * end each other. Refusal `last-administrator` when nobody but `personId` is one: the desk alone may do that, since it
 * can name another.
 */
export async function keepsAnAdministrator(tx: Tx, who: Who, { organisationId, personId }: Without): Promise<boolean> {
  const administrators = await tx
    .selectFrom('membership')
    .select('person_id')
    .where('organisation_id', '=', organisationId)
    .where('role', '=', 'administrator')
    .where('until', 'is', null)
    .orderBy('person_id')
    .forUpdate()
    .execute()
  if (!(await stillRuns(tx, who))) return false
  const isOnly = administrators.length === 1 && administrators[0]?.person_id === personId
  if (isOnly && who.kind === 'administrator') throw lastAdministrator()
  return true
}

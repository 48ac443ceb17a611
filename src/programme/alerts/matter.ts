/** Reads what whoIsTold needs to know, in the programme's transaction. */
import { toldToo } from '#members'
import type { Tx } from '#storage'
import type { Matter } from './who-is-told.ts'

export async function matterOf(
  tx: Tx,
  { reached, organisationId, accountId }: { readonly reached: string; readonly organisationId: string | null; readonly accountId: string },
): Promise<Matter> {
  if (organisationId !== null) return { reached, organisationId, grantedTo: [], sharers: [], administrators: [] }
  const sharers = await toldToo(tx, accountId)
  const grants = await tx
    .selectFrom('access_grant')
    .select('organisation_id')
    .where('person_id', '=', reached)
    .where('to_desk', '=', false)
    .where('until', 'is', null)
    .execute()
  const grantedTo = grants.flatMap(({ organisation_id }) => (organisation_id === null ? [] : [organisation_id]))
  if (grantedTo.length === 0) return { reached, organisationId, grantedTo, sharers, administrators: [] }
  const administrators = await tx
    .selectFrom('membership')
    .select(['person_id', 'organisation_id'])
    .where('organisation_id', 'in', grantedTo)
    .where('role', '=', 'administrator')
    .where('until', 'is', null)
    .execute()
  return {
    reached,
    organisationId,
    grantedTo,
    sharers,
    administrators: administrators.map((one) => ({ personId: one.person_id, organisationId: one.organisation_id })),
  }
}

/** Who writes to whom is remembered only while a mailbox is connected that it was learnt from. */
import { sql } from 'kysely'
import type { Tx } from '#storage'

/**
 * After a connection of this account ended: what its person's memory holds of
 * that side (work in this organisation, or personal) goes with the last one,
 * the organisation's with its last mailbox.
 */
export async function forgetCorrespondents(tx: Tx, accountId: string): Promise<void> {
  const { person_id, organisation_id } = await tx
    .selectFrom('account')
    .select(['person_id', 'organisation_id'])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  await sql`
    delete from bellwether.warm_up w using bellwether.connection k
      where k.id = w.connection_id and k.account_id = ${accountId} and k.ended_at is not null`.execute(tx)
  for (const table of ['correspondent', 'conversation'] as const) {
    await sql`
      delete from ${sql.table(`bellwether.${table}`)} c
        where c.person_id = ${person_id} and c.organisation_id is not distinct from ${organisation_id}::uuid
          and not exists (select from bellwether.connection k
            where k.person_id = ${person_id} and k.organisation_id is not distinct from ${organisation_id}::uuid and k.ended_at is null)`.execute(
      tx,
    )
    if (organisation_id === null) continue
    await sql`
      delete from ${sql.table(`bellwether.${table}`)} c
        where c.organisation_id = ${organisation_id}
          and not exists (select from bellwether.connection k where k.organisation_id = ${organisation_id} and k.ended_at is null)`.execute(
      tx,
    )
  }
}

/** The first day, on which whoever acts for an organisation may have a mailbox and nothing else. */
import { daysMs } from '#kernel'
import type { Tx } from '#storage'

const graceMs = daysMs(1)

/** From when an administrator's pages ask for it: a day after they first took part in anything. In the programme's transaction. */
export async function secondWayFrom(tx: Tx, personId: string): Promise<Date> {
  const { first } = await tx
    .selectFrom('person')
    .leftJoin('consent', (join) => join.onRef('consent.person_id', '=', 'person.id').on('consent.purpose', '=', 'take-part'))
    .select((columns) => columns.fn.coalesce(columns.fn.min('consent.given_at'), 'person.created_at').as('first'))
    .where('person.id', '=', personId)
    .groupBy('person.id')
    .executeTakeFirstOrThrow()
  return new Date(first.getTime() + graceMs)
}

/** Who joins an organisation's list, and under which address, is decided by one transaction at a time. */
import { sql } from 'kysely'
import type { Tx } from '#storage'

/**
 * Waits for whoever adds people to this organisation now; held until `tx` ends. A lock of its own and not the
 * organisation's row: a program may add people and may not touch the row, so the row would not hold it.
 */
export async function holdPeople(tx: Tx, organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`people/${organisationId}`}, 0))`.execute(tx)
}

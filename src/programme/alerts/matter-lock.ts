/** One owner's incidents are changed by one transaction at a time: joining, opening, merging. */
import { sql } from 'kysely'
import type { Owner } from '#kernel'
import type { Tx } from '#storage'

/** Waits for whoever changes this owner's incidents now; held until `tx` ends. Ask for it before any row. */
export async function lockMatter(tx: Tx, { id }: Owner): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`incidents/${id}`}, 0))`.execute(tx)
}

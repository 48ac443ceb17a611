/** How much work waits: numbers of the whole programme, which tell nothing of anybody. */
import { sql } from 'kysely'
import type { Tx } from '#storage'

export type JobFigures = { readonly waiting: number; readonly failed: number; readonly oldestWaitingSeconds: number }

export async function jobFigures(tx: Tx): Promise<JobFigures> {
  const { rows } = await sql<{ waiting: number; failed: number; oldest_seconds: number }>`select * from bellwether.job_figures()`.execute(
    tx,
  )
  const [row] = rows
  return {
    waiting: Number(row?.waiting ?? 0),
    failed: Number(row?.failed ?? 0),
    oldestWaitingSeconds: Math.round(row?.oldest_seconds ?? 0),
  }
}

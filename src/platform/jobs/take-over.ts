/**
 * A process that died keeps its jobs locked in the job table. Each living
 * runner holds an advisory lock for the name it locks jobs under; a name whose
 * lock is free is dead, and whoever notices gives its jobs back.
 */
import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { LockHolder } from '#storage'

/** Advisory locks of runners have this first number. */
export const runnerSpace = 7_041_778

export const lockKeyOf = (poolId: string): number => createHash('sha256').update(poolId).digest().readInt32BE(0)

const namesInUse = `select locked_by as name from graphile_worker._private_jobs where locked_by is not null
  union select locked_by from graphile_worker._private_job_queues where locked_by is not null`

// A job that was under way in several dead processes may be what killed them: it lets others go first.
const slowDown = `update graphile_worker._private_jobs set run_at = now() + least(attempts, 60) * interval '1 second'
  where locked_by = any($1) and attempts > 3`

/** Gives back the jobs of dead runners; returns how many runners were dead. */
export async function takeOver(pool: pg.Pool, locks: LockHolder): Promise<number> {
  const { rows } = await pool.query<{ name: string }>(namesInUse)
  const dead: string[] = []
  for (const { name } of rows) if ((await locks.countHolders(runnerSpace, lockKeyOf(name))) === 0) dead.push(name)
  if (dead.length === 0) return 0
  await pool.query(slowDown, [dead])
  await pool.query('select graphile_worker.force_unlock_workers($1)', [dead])
  return dead.length
}

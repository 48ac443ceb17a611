/**
 * What becomes of a job that threw: tried again soon, or given up and kept.
 * We say so to the job table ourselves, before the runner does: its own rule
 * waits hours after a few failures, and a late mail server must not cost that.
 */
import type pg from 'pg'
import { isTrouble, secondsMs, sentenceOf } from '#kernel'

export type FailedJob = {
  readonly id: string
  readonly task: string
  readonly payload: unknown
  readonly attempts: number
  readonly maxAttempts: number
}

export type Outcome = { readonly kind: 'again'; readonly afterMs: number } | { readonly kind: 'gave-up' }

/** Seconds before each next try; from then on the last. */
const waits = [1, 2, 5, 15, 30, 60] as const
/** The runner's own statement about the failure must have passed before the job can be claimed again. */
const soonestMs = secondsMs(1)
/** An error without a kind may pass, but not for ever. */
const triesOfUnknown = 10
/** A job asked for without a limit. */
const limited = (maxAttempts: number): boolean => maxAttempts < 1000

/** A setback is tried again, a defect or refusal is not, anything else a few times. `random` gives 0 to 1. */
export function outcomeOf(error: unknown, { attempts, maxAttempts }: FailedJob, random: () => number): Outcome {
  const passing = isTrouble(error) ? error.kind === 'setback' : attempts < triesOfUnknown
  if (!passing || (limited(maxAttempts) && attempts >= maxAttempts)) return { kind: 'gave-up' }
  const most = waits[Math.min(attempts, waits.length) - 1] ?? waits[0]
  return { kind: 'again', afterMs: Math.max(soonestMs, secondsMs(most) * (0.5 + 0.5 * random())) }
}

/** One line, short: a thrown text may quote what it worked on. */
const lineOf = (error: unknown): string => sentenceOf(error).split('\n', 1)[0]?.slice(0, 200) ?? ''

// Both give the job back by themselves; the runner's own statement then finds nothing to do.
const again = `update graphile_worker._private_jobs
  set run_at = now() + $3 * interval '1 millisecond', attempts = $4, last_error = $5, locked_by = null, locked_at = null, updated_at = now()
  where id = $1 and locked_by = $2 returning job_queue_id`
const gaveUp = `update graphile_worker._private_jobs
  set attempts = max_attempts, last_error = $3, locked_by = null, locked_at = null, updated_at = now()
  where id = $1 and locked_by = $2 returning job_queue_id`
const freeQueue = 'update graphile_worker._private_job_queues set locked_by = null, locked_at = null where id = $1 and locked_by = $2'

/** Writes the outcome; `poolId` is the name under which the job is locked. */
export async function settle(
  pool: pg.Pool,
  poolId: string,
  job: FailedJob,
  { outcome, error }: { outcome: Outcome; error: unknown },
): Promise<void> {
  // Without a limit the count stands still where the waits do: the table's counter is small.
  const kept = limited(job.maxAttempts) ? job.attempts : Math.min(job.attempts, waits.length)
  const { rows } =
    outcome.kind === 'again'
      ? await pool.query<{ job_queue_id: number | null }>(again, [job.id, poolId, outcome.afterMs, kept, lineOf(error)])
      : await pool.query<{ job_queue_id: number | null }>(gaveUp, [job.id, poolId, lineOf(error)])
  const queue = rows[0]?.job_queue_id
  if (queue) await pool.query(freeQueue, [queue, poolId])
}

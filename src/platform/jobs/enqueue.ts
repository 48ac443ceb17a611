/**
 * Asks for work to be done later, in the transaction of what causes it: both
 * happen, or neither. A job carries references, never mail.
 */
import { sql } from 'kysely'
import type { Tx } from '#storage'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

export type Job = {
  readonly task: string
  readonly payload: Readonly<Record<string, Json>>
  /** A job with the same key that has not begun is replaced. */
  readonly key?: string
  readonly runAt?: Date
  /** How often a setback is tried again; without it, practically for ever. */
  readonly maxAttempts?: number
  /** Lower runs sooner; 0 by default. */
  readonly priority?: number
  /** Jobs of one queue run one after the other. */
  readonly queue?: string
}

/** The most that the job table can count. */
const practicallyForEver = 32_000

/** Puts jobs beside what `tx` writes; they begin when it commits. */
export async function enqueue(tx: Tx, jobs: Job | readonly Job[]): Promise<void> {
  const list = 'task' in jobs ? [jobs] : jobs
  if (list.length === 0) return
  const rows = list.map((job) => ({ maxAttempts: practicallyForEver, ...job }))
  await sql`select bellwether.enqueue(${JSON.stringify(rows)}::jsonb)`.execute(tx)
}

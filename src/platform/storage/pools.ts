/**
 * Connections to PostgreSQL. A connection that cannot be had because the
 * server is just starting again is asked for once more, for a few seconds:
 * nothing was sent yet, so nothing can happen twice.
 */
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from '#kernel'
import { isGone } from './database-trouble.ts'

const int8 = 20
const date = 1082

/** Counters fit a double; a day stays the text that the database wrote, without a time zone. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (oid === int8) return Number
    if (oid === date) return String
    return pg.types.getTypeParser(oid, format)
  },
}

export type PoolOptions = { readonly connectionString: string; readonly max: number; readonly log: Log; readonly name: string }

/** A pool whose lost connections are a line in the log and never an uncaught error. */
export function makePool({ connectionString, max, log, name }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    types,
    application_name: `bellwether ${name}`,
    options: '-c search_path=bellwether,pg_catalog',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    allowExitOnIdle: true,
  })
  pool.on('error', (cause) => {
    // A pool that ends does not wait for its connections' last word, and a server that stops may cut them first.
    if (!pool.ending) log.warn({ pool: name, cause: cause.message }, 'a database connection was lost')
  })
  // Lost while in use: the query that used it tells the story.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** As `pool.connect()`, with patience for a server that is starting again. */
export async function connectPatiently(pool: pg.Pool, patienceMs: number): Promise<pg.PoolClient> {
  const deadline = Date.now() + patienceMs
  for (;;) {
    try {
      return await pool.connect()
    } catch (cause) {
      if (!isGone(cause) || Date.now() > deadline) throw cause
      await pause(50 + Math.random() * 100)
    }
  }
}

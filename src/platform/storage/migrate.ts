/**
 * Brings a database to the shape this version needs: plain SQL files in
 * order, each once, all or nothing, one process at a time. Then the rights of
 * the application's role, which owns nothing.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { defect, refusal } from '#kernel'
import { troubleOf } from './database-trouble.ts'
import { grantsFor } from './grants.ts'
import { ensurePartitions } from './partitions.ts'

const folder = join(import.meta.dirname, 'migrations')
/** Any number, the same for every Bellwether. */
const migrationLock = 7_041_776

export type Migration = { readonly name: string; readonly sql: string; readonly hash: string }

/** The migrations this version brings, in order. */
export function readMigrations(): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return names.sort().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    return { name, sql: text, hash: createHash('sha256').update(text).digest('hex') }
  })
}

/** Names and hashes of what a database already has; nothing in an empty one. */
export async function appliedMigrations(client: pg.ClientBase): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ there: boolean }>("select to_regclass('bellwether.migration') is not null as there")
  if (!rows[0]?.there) return new Map()
  const applied = await client.query<{ name: string; hash: string }>('select name, hash from bellwether.migration')
  return new Map(applied.rows.map(({ name, hash }) => [name, hash]))
}

/** What is still to be run. Refusal `newer-schema` when the database is ahead of us; a defect when a file that was run has changed since. */
export function pendingOf(applied: ReadonlyMap<string, string>): readonly Migration[] {
  const all = readMigrations()
  const known = new Set(all.map(({ name }) => name))
  const foreign = [...applied.keys()].find((name) => !known.has(name))
  if (foreign) throw refusal('newer-schema', `The database was written by a newer Bellwether (it knows ${foreign}): start that one.`)
  const changed = all.find(({ name, hash }) => applied.has(name) && applied.get(name) !== hash)
  if (changed) throw defect('migration-changed', `reading the database's history: ${changed.name} was changed after it had been run`)
  return all.filter(({ name }) => !applied.has(name))
}

/** Runs what is pending as the owner and grants the application's role what it needs. */
export async function migrate(options: { ownerUrl: string; appRole: string; now: Date }): Promise<void> {
  const client = new pg.Client({
    connectionString: options.ownerUrl,
    application_name: 'bellwether migrations',
    connectionTimeoutMillis: 10_000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await migrateJobs(client, options.ownerUrl)
    await client.query('begin')
    await applyPending(client)
    await client.query(grantsFor(options.appRole))
    await client.query('commit')
    await ensurePartitions(client, options.now)
  } catch (cause) {
    throw troubleOf(cause)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The job runner's own tables; skipped when they are there, since asking costs a second pool. */
async function migrateJobs(client: pg.Client, ownerUrl: string): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>("select to_regclass('graphile_worker.migrations') is not null as there")
  if (rows[0]?.there) {
    const { rows: latest } = await client.query<{ latest: number }>('select max(id) as latest from graphile_worker.migrations')
    if (latest[0]?.latest === jobSchemaVersion) return
  }
  const { Logger, runMigrations } = await import('graphile-worker')
  // Its own migrations speak in long lines; what matters is thrown.
  const quiet = new Logger(() => () => undefined)
  await runMigrations({ connectionString: ownerUrl, logger: quiet, maxPoolSize: 1 })
}

/** The newest migration of graphile-worker 0.18.0. */
const jobSchemaVersion = 20

async function applyPending(client: pg.Client): Promise<void> {
  const pending = pendingOf(await appliedMigrations(client))
  for (const { sql } of pending) await client.query(sql)
  for (const { name, hash } of pending) await client.query('insert into bellwether.migration (name, hash) values ($1, $2)', [name, hash])
}

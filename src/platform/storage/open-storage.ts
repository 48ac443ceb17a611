/** Opens PostgreSQL, the built-in one or a given one, brings its schema up to date and hands out the door. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { type Log, refusal } from '#kernel'
import { type AsTenant, asTenantOn } from './as-tenant.ts'
import { databaseTrouble } from './database-trouble.ts'
import { openPool } from './driver.ts'
import { startEmbedded } from './embedded/supervisor.ts'
import { holdLocks, type LockHolder } from './locks.ts'
import { migrate, missingMigrations } from './migrate.ts'
import type { Tables } from './tables/index.ts'

export type Storage = {
  readonly asTenant: AsTenant
  /** Session locks on a connection of their own; see LockHolder. */
  holdLocks(options: { onLost: () => void }): Promise<LockHolder>
  /** The application's pool, for the rate limiter only. */
  readonly pool: pg.Pool
  /** For migrations and the job runner, which owns its schema; undefined when only DATABASE_URL was given. */
  readonly ownerUrl: string | undefined
  reachable(): Promise<boolean>
  /** Process number of the built-in server, for tests. */
  readonly serverPid: () => number | undefined
  close(): Promise<void>
}

export type StorageOptions = {
  readonly dataDir: string
  readonly databaseUrl?: string
  readonly databaseOwnerUrl?: string
  readonly log: Log
  readonly connections?: number
}

/** Refusals and setbacks say in one sentence what is wrong with the data, the server or the roles. */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const { databaseUrl } = options
  if (databaseUrl) return openGiven({ ...options, databaseUrl })
  const embedded = await startEmbedded(options)
  try {
    await migrate({ ownerUrl: embedded.databaseOwnerUrl, appRole: new URL(embedded.databaseUrl).username })
  } catch (cause) {
    await embedded.stop()
    throw databaseTrouble(cause)
  }
  return doorTo(embedded.databaseUrl, { ...options, ownerUrl: embedded.databaseOwnerUrl, serverPid: embedded.pid, stop: embedded.stop })
}

async function openGiven(options: StorageOptions & { readonly databaseUrl: string }): Promise<Storage> {
  const { databaseUrl, databaseOwnerUrl } = options
  const app = new URL(databaseUrl)
  try {
    if (databaseOwnerUrl) {
      await migrate({
        ownerUrl: databaseOwnerUrl,
        appRole: decodeURIComponent(app.username),
        appPassword: decodeURIComponent(app.password),
      })
    } else await refuseUnmigrated(options)
  } catch (cause) {
    throw databaseTrouble(cause)
  }
  return doorTo(databaseUrl, { ...options, ownerUrl: databaseOwnerUrl, serverPid: () => undefined, stop: async () => undefined })
}

/** Without an owner's URL we may not change the schema: say what to run. */
async function refuseUnmigrated({ databaseUrl, dataDir }: StorageOptions & { readonly databaseUrl: string }): Promise<void> {
  const missing = await missingMigrations(databaseUrl)
  if (missing.length === 0) return
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, 'set-up-database.sql')
  writeFileSync(file, missing.map(({ name, sql }) => `-- ${name}\n${sql}`).join('\n'))
  throw refusal(
    'migrations-missing',
    `The given database misses ${missing.length} migrations. Set DATABASE_OWNER_URL to let Bellwether apply them, or run ${file} as the owner.`,
  )
}

type Behind = StorageOptions & {
  readonly ownerUrl: string | undefined
  readonly serverPid: () => number | undefined
  readonly stop: () => Promise<void>
}

function doorTo(databaseUrl: string, { connections = 12, log, ownerUrl, serverPid, stop }: Behind): Storage {
  const pool = openPool(databaseUrl, { max: connections, log, name: 'app' })
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    asTenant: asTenantOn(database),
    holdLocks: (lockOptions) => holdLocks(databaseUrl, lockOptions),
    pool,
    ownerUrl,
    serverPid,
    reachable: async () => {
      try {
        await pool.query('select 1')
        return true
      } catch {
        return false
      }
    },
    close: async () => {
      await database.destroy()
      await stop()
    },
  }
}

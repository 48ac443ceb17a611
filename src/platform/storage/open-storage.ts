/**
 * Opens the database: the built-in one, kept running by its supervisor, or
 * the one that DATABASE_URL names; brought to this version's shape, with the
 * application's role that owns nothing.
 */
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { Log } from '#kernel'
import { runningEmbedded, startEmbedded } from './embedded/supervisor.ts'
import { prepareGiven } from './given.ts'
import { holdLocks, type LockHolder } from './locks.ts'
import { migrate } from './migrate.ts'
import { connectPatiently, makePool } from './pools.ts'
import type { Tables } from './tables/index.ts'
import { type AsTenant, tenantDoor } from './tenant.ts'

export type Storage = {
  /**
   * The only door to a query: a transaction as the application's role in which
   * the policies know who asks. No network inside, no second door inside.
   * Throws setback `database-gone`, `database-busy` or `disk-full`, refusal
   * `conflict` or `not-yours`.
   */
  readonly asTenant: AsTenant
  /** A connection of its own for advisory locks; `onLost` is called once when it breaks. */
  holdLocks(options: { onLost: () => void }): Promise<LockHolder>
  /** As the application's role, with nobody introduced: sees no tenant's row. For the rate limiter only. */
  readonly pool: pg.Pool
  /** For the job runner, partitions and retention; undefined where the operator gave no DATABASE_OWNER_URL. */
  readonly ownerUrl: string | undefined
  /** Whether the database answers now. */
  reachable(): Promise<boolean>
  close(): Promise<void>
}

export type StorageOptions = {
  readonly dataDir: string
  /** Without it the built-in PostgreSQL runs under `dataDir`. */
  readonly databaseUrl?: string | undefined
  readonly databaseOwnerUrl?: string | undefined
  readonly log: Log
  /** Called, perhaps more than once, while the built-in server is on its way up, which leaves a processor idle for a moment. */
  readonly whileStarting?: (() => void) | undefined
}

/** Opens, migrates and guards the database. Refuses with a sentence where a person has to act. */
export async function openStorage({ dataDir, databaseUrl, databaseOwnerUrl, log, whileStarting }: StorageOptions): Promise<Storage> {
  if (databaseUrl) {
    await prepareGiven({ appUrl: databaseUrl, ownerUrl: databaseOwnerUrl, dataDir })
    return connectStorage({ appUrl: databaseUrl, ownerUrl: databaseOwnerUrl, log })
  }
  const server = await startEmbedded({ dataDir, log, whileStarting })
  try {
    await migrate({ ownerUrl: server.databaseOwnerUrl, appRole: server.appRole, now: new Date() })
    return connectStorage({ appUrl: server.databaseUrl, ownerUrl: server.databaseOwnerUrl, log, onClose: server.stop })
  } catch (cause) {
    await server.stop()
    throw cause
  }
}

/**
 * For a command that works beside a product on the same data (`audit verify`):
 * joins its server when it runs, and opens the data itself when it does not.
 */
export async function openStorageBeside(options: StorageOptions): Promise<Storage> {
  const running = options.databaseUrl ? undefined : runningEmbedded(options.dataDir)
  if (!running) return openStorage(options)
  return connectStorage({ appUrl: running.databaseUrl, ownerUrl: running.databaseOwnerUrl, log: options.log })
}

const poolSize = 16
const patienceMs = 3000

type Connected = {
  readonly appUrl: string
  readonly ownerUrl: string | undefined
  readonly log: Log
  readonly onClose?: () => Promise<void>
}

/** A storage on a database that is ready. */
export function connectStorage({ appUrl, ownerUrl, log, onClose }: Connected): Storage {
  const pool = makePool({ connectionString: appUrl, max: poolSize, log, name: 'app' })
  const patient = { options: pool.options, connect: () => connectPatiently(pool, patienceMs), end: () => pool.end() }
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: patient }) })
  let closing: Promise<void> | undefined

  async function reachable(): Promise<boolean> {
    try {
      await pool.query('select 1')
      return true
    } catch {
      return false
    }
  }

  async function close(): Promise<void> {
    await database.destroy()
    await onClose?.()
  }

  return {
    asTenant: tenantDoor(database),
    holdLocks: (options) => holdLocks(appUrl, options),
    pool,
    ownerUrl,
    reachable,
    close: () => {
      closing ??= close()
      return closing
    },
  }
}

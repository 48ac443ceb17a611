/**
 * A PostgreSQL that the operator gave by DATABASE_URL: is it new enough, is
 * the application's role as harmless as it must be, is the schema there.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { refusal } from '#kernel'
import { troubleOf } from './database-trouble.ts'
import { appliedMigrations, migrate, pendingOf } from './migrate.ts'
import { setUpScript } from './set-up-script.ts'

const oldestVersion = 150_000

type Given = { readonly appUrl: string; readonly ownerUrl: string | undefined; readonly dataDir: string }

/** Readies the given database with the owner's URL; without it, only checks. */
export async function prepareGiven(given: Given): Promise<void> {
  const { appUrl, ownerUrl } = given
  const appRole = roleOf(appUrl)
  if (ownerUrl) {
    await inSession(ownerUrl, 'DATABASE_OWNER_URL', async (client) => {
      await refuseOldServer(client)
      await ensureRole(client, appUrl)
      await refuseMightyRole(client, appRole)
    })
    await migrate({ ownerUrl, appRole, now: new Date() })
  }
  await inSession(appUrl, 'DATABASE_URL', async (client) => {
    await refuseOldServer(client)
    await refuseMightyRole(client, appRole)
    if (!ownerUrl) await refusePending(client, given)
  })
}

function roleOf(url: string): string {
  const role = decodeURIComponent(new URL(url).username)
  if (role === '')
    throw refusal('database-url-without-role', 'DATABASE_URL names no role: write it as postgres://role:password@host/database.')
  return role
}

async function inSession<T>(url: string, variable: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'bellwether start' })
  client.on('error', () => undefined)
  try {
    await client.connect().catch((cause: unknown) => {
      throw refusal(
        'database-not-reached',
        `The database of ${variable} cannot be opened: ${cause instanceof Error ? cause.message : 'no answer'}.`,
        { cause },
      )
    })
    return await work(client)
  } catch (cause) {
    throw troubleOf(cause)
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; words: string }>(
    "select current_setting('server_version_num')::int as version, current_setting('server_version') as words",
  )
  if (rows[0] && rows[0].version < oldestVersion)
    throw refusal('postgres-too-old', `The database server is PostgreSQL ${rows[0].words}; Bellwether needs 15 or newer.`)
}

async function ensureRole(client: pg.Client, appUrl: string): Promise<void> {
  const role = roleOf(appUrl)
  const { rows } = await client.query('select from pg_roles where rolname = $1', [role])
  if (rows.length > 0) return
  const password = decodeURIComponent(new URL(appUrl).password)
  const make = (secret: string) => `create role ${pg.escapeIdentifier(role)} login password ${pg.escapeLiteral(secret)}`
  try {
    await client.query(make(password))
  } catch {
    throw refusal(
      'no-app-role',
      `The role of DATABASE_URL does not exist and the owner may not make it. Run this as an administrator of the server: ${make('…')};`,
    )
  }
}

/** A role that owns the tables, may act as their owner or stands above the policies would see every tenant's rows. */
async function refuseMightyRole(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ mighty: boolean }>(
    `select r.rolsuper or r.rolbypassrls or exists (
         select from pg_namespace n where n.nspname = 'bellwether' and pg_has_role(r.oid, n.nspowner, 'member'))
       or pg_has_role(r.oid, (select datdba from pg_database where datname = current_database()), 'member') as mighty
     from pg_roles r where r.rolname = $1`,
    [role],
  )
  if (rows[0]?.mighty)
    throw refusal(
      'app-role-too-mighty',
      'The role of DATABASE_URL owns the database or stands above row-level security. Give it a plain role, and the owner by DATABASE_OWNER_URL.',
    )
}

async function refusePending(client: pg.Client, given: Given): Promise<void> {
  const pending = pendingOf(await appliedMigrations(client).catch(() => new Map<string, string>()))
  if (pending.length === 0) return
  const { rows } = await client.query<{ jobs: boolean }>("select to_regnamespace('graphile_worker') is not null as jobs")
  const file = join(given.dataDir, 'set-up-database.sql')
  mkdirSync(given.dataDir, { recursive: true, mode: 0o711 })
  writeFileSync(file, setUpScript({ pending, appRole: roleOf(given.appUrl), withJobs: rows[0]?.jobs !== true }), { mode: 0o600 })
  throw refusal(
    'migrations-pending',
    `The database is not ready for this version: set DATABASE_OWNER_URL to let Bellwether ready it, or run ${file} as its owner.`,
    { facts: { file } },
  )
}

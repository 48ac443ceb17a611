/**
 * Brings the schema up to date: plain SQL files in order, each once, each in a
 * transaction, under one lock; then the rights of the application's role, read
 * from the catalogue so that a new table cannot be forgotten.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { defect, refusal } from '#kernel'
import { newClient } from './driver.ts'

const folder = join(import.meta.dirname, 'migrations')
const migrationLock = 0x42454c4c

export type Migration = { readonly name: string; readonly sql: string; readonly hash: string }

export async function readMigrations(): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/** Applies what is missing. Refusal `newer-schema` when the database knows migrations that we do not. */
export async function migrate({
  ownerUrl,
  appRole,
  appPassword,
}: {
  ownerUrl: string
  appRole: string
  appPassword?: string
}): Promise<void> {
  const migrations = await readMigrations()
  const client = newClient(ownerUrl, 'migrations')
  await client.connect()
  try {
    await refuseOldServer(client)
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query('create schema if not exists bellwether_house')
    await client.query(
      'create table if not exists bellwether_house.migration (name text primary key, hash text not null, applied_at timestamptz not null default now())',
    )
    const applied = await client.query<{ name: string; hash: string }>('select name, hash from bellwether_house.migration')
    const known = new Map(applied.rows.map((row) => [row.name, row.hash]))
    checkHistory(known, migrations)
    const missing = migrations.filter((migration) => !known.has(migration.name))
    for (const migration of missing) await apply(client, migration)
    await ensureRole(client, appRole, appPassword)
    await grant(client, appRole)
  } finally {
    await client.end()
  }
}

/** Names of migrations the database does not have, asked as the application's role. */
export async function missingMigrations(databaseUrl: string): Promise<readonly Migration[]> {
  const client = newClient(databaseUrl, 'migrations')
  await client.connect()
  try {
    const there = await client.query<{ there: boolean }>("select to_regclass('bellwether_house.migration') is not null as there")
    const migrations = await readMigrations()
    if (!there.rows[0]?.there) return migrations
    const applied = await client.query<{ name: string }>('select name from bellwether_house.migration')
    const known = new Set(applied.rows.map((row) => row.name))
    return migrations.filter((migration) => !known.has(migration.name))
  } finally {
    await client.end()
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const version = await client.query<{ number: string }>("select current_setting('server_version_num') as number")
  const major = Math.floor(Number(version.rows[0]?.number) / 10_000)
  if (major < 15) throw refusal('postgres-too-old', `The given database runs PostgreSQL ${major}; Bellwether needs 15 or newer.`)
}

function checkHistory(known: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const ours = new Map(migrations.map((migration) => [migration.name, migration.hash]))
  for (const [name, hash] of known) {
    if (!ours.has(name)) throw refusal('newer-schema', `The database was written by a newer Bellwether (it knows ${name}): start that one.`)
    if (ours.get(name) !== hash) throw defect('changed-migration', `the migration ${name} was changed after it was applied`)
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into bellwether_house.migration (name, hash) values ($1, $2)', [migration.name, migration.hash])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw defect('migration-failed', `applying ${migration.name}: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
}

async function ensureRole(client: pg.Client, role: string, password: string | undefined): Promise<void> {
  const found = await client.query<{ super: boolean; bypass: boolean }>(
    'select rolsuper as super, rolbypassrls as bypass from pg_roles where rolname = $1',
    [role],
  )
  const [there] = found.rows
  if (there?.super || there?.bypass) {
    throw refusal(
      'role-too-strong',
      `The role ${role} of DATABASE_URL may see past row-level security: give Bellwether a role without SUPERUSER and BYPASSRLS.`,
    )
  }
  if (there) return
  const making = `create role ${client.escapeIdentifier(role)} login password ${client.escapeLiteral(password ?? '')}`
  try {
    await client.query(making)
  } catch (cause) {
    throw refusal(
      'role-missing',
      `The role ${role} does not exist and could not be made. Run as an administrator: create role ${client.escapeIdentifier(role)} login password '…';`,
      { cause },
    )
  }
}

/** Rights on every table but the partitions: a query on a partition would skip its parent's policy. */
async function grant(client: pg.Client, role: string): Promise<void> {
  const app = client.escapeIdentifier(role)
  const tables = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'bellwether' and c.relkind in ('r', 'p') and not c.relispartition`,
  )
  const rights = (name: string) => (name === 'audit_entry' ? 'select, insert' : 'select, insert, update, delete')
  await client.query(
    [
      `grant usage on schema bellwether, bellwether_house to ${app}`,
      `grant select on bellwether_house.migration to ${app}`,
      ...tables.rows.map(({ name }) => `grant ${rights(name)} on bellwether.${client.escapeIdentifier(name)} to ${app}`),
      `grant execute on function bellwether.enqueue(jsonb) to ${app}`,
    ].join(';\n'),
  )
}

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import { readMigrations } from './migrate.ts'

let database: TestDatabase
let owner: pg.Client
let appRole = ''
before(async () => {
  database = await testDatabase()
  owner = new pg.Client({ connectionString: database.databaseOwnerUrl })
  await owner.connect()
  appRole = decodeURIComponent(new URL(database.databaseUrl).username)
})
after(async () => {
  await owner.end()
  await database.close()
})

/** Bookkeeping of migrations: names of files, nobody's matter. */
const openToAll = new Set(['migration'])

async function ask<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
  return (await owner.query<Row>(text, [...values])).rows
}

const ours = `pg_class c where c.relnamespace = 'bellwether'::regnamespace and c.relkind in ('r', 'p')`

test('no two migrations have one number', () => {
  const numbers = readMigrations().map(({ name }) => name.slice(0, 4))
  assert.deepEqual(numbers, [...new Set(numbers)])
})

test('every table forces row-level security and has a policy, unless it is a partition', async () => {
  const tables = await ask<{ name: string; enabled: boolean; forced: boolean; partition: boolean; policies: number }>(
    `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced, c.relispartition as partition,
       (select count(*)::int from pg_policy where polrelid = c.oid) as policies from ${ours}`,
  )
  assert.ok(tables.length > 30)
  const bare = tables.filter(
    ({ name, enabled, forced, partition, policies }) =>
      !openToAll.has(name) && !(enabled && forced && (partition ? policies === 0 : policies > 0)),
  )
  assert.deepEqual(bare, [])
})

test("the application's role owns nothing, is above nothing, and may not touch partitions or jobs", async () => {
  const owned = await ask('select relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = $1', [appRole])
  assert.deepEqual(owned, [])
  const [role] = await ask('select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = $1', [
    appRole,
  ])
  assert.deepEqual(role, { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false })
  const touchable = await ask(
    `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where (c.relispartition or n.nspname like 'graphile%') and c.relkind in ('r', 'p', 'v')
       and has_table_privilege($1, c.oid, 'select, insert, update, delete, truncate, references, trigger')`,
    [appRole],
  )
  assert.deepEqual(touchable, [])
  const [schemas] = await ask(
    `select has_schema_privilege($1, 'graphile_worker', 'usage') as jobs, has_schema_privilege($1, 'bellwether', 'create') as made`,
    [appRole],
  )
  assert.deepEqual(schemas, { jobs: false, made: false })
})

test('the audit log can only be added to', async () => {
  const rights = await ask<{ right: string; has: boolean }>(
    `select p as right, has_table_privilege($1, 'bellwether.audit_entry', p) as has from unnest(array['select', 'insert', 'update', 'delete', 'truncate']) as p`,
    [appRole],
  )
  assert.deepEqual(
    rights.filter(({ has }) => has).map(({ right }) => right),
    ['select', 'insert'],
  )
})

test('every function runs with a fixed search path or as its caller, and views obey their reader', async () => {
  const loose = await ask(
    `select p.proname from pg_proc p where p.pronamespace = 'bellwether'::regnamespace and p.prosecdef
       and not exists (select from unnest(p.proconfig) as c where c like 'search_path=%')`,
  )
  assert.deepEqual(loose, [])
  const definerViews = await ask(
    `select c.relname from pg_class c where c.relnamespace = 'bellwether'::regnamespace and c.relkind = 'v'
       and not coalesce(c.reloptions @> array['security_invoker=true'], false)`,
  )
  assert.deepEqual(definerViews, [])
})

/**
 * A unique key without a tenant in it tells whether a value exists elsewhere,
 * unless nobody can guess or choose the value: ids of our own, hashes of
 * secrets, names that the programme itself gives.
 */
const unguessable = new Set([
  'id',
  'mail_id',
  'token_hash',
  'vouch_hash',
  'application_id', // one who applies is nobody's tenant yet
  'register_id',
  'code_hash',
  'hash', // keyed, and salted with the tenant
  'message_id',
  'credential_id',
  'local_part', // made by us or by an authenticator
  'name',
  'post',
  'place',
  'key',
  'seq',
  'kind', // the programme's own tables, written by no tenant
])
const tenants = new Set([
  'organisation_id',
  'person_id',
  'owner_kind',
  'connection_id',
  'account_id',
  'incident_id',
  'notice_id',
  'endpoint_id',
])

test('every unique key begins with its tenant, or with what nobody can guess', async () => {
  const keys = await ask<{ key: string; first: string }>(
    `select i.relname as key, a.attname as first from pg_index x
     join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
     join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
     where x.indisunique and c.relnamespace = 'bellwether'::regnamespace and not c.relispartition`,
  )
  assert.ok(keys.length > 30)
  assert.deepEqual(
    keys.filter(({ first }) => !tenants.has(first) && !unguessable.has(first)),
    [],
  )
})

/** What a column's type becomes in TypeScript, as our driver reads it. */
const typeOf: Readonly<Record<string, RegExp>> = {
  uuid: /\bstring\b/,
  text: /\bstring\b|'/,
  varchar: /\bstring\b/,
  date: /\bstring\b/,
  int4: /\bnumber\b/,
  int8: /\bnumber\b/,
  float4: /\bnumber\b/,
  bool: /\bboolean\b/,
  timestamptz: /\bDate\b/,
  bytea: /\bBuffer\b/,
  jsonb: /ColumnType<unknown/,
  _text: /string\[\]/,
  _bytea: /Buffer\[\]/,
}

/** Table → column → what tables/*.ts says of it. */
function declared(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const folder = join(import.meta.dirname, 'tables')
  const text = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
  const types = new Map(
    [...text.matchAll(/export type (\w+Table) = \{\n([\s\S]*?)\n\}/g)].map(([, name = '', body = '']) => [
      name,
      new Map([...body.matchAll(/^ {2}(\w+): (.+)$/gm)].map(([, column = '', type = '']) => [column, type])),
    ]),
  )
  const names = [...text.matchAll(/^ {2}(\w+): (\w+Table)$/gm)]
  return new Map(names.map(([, table = '', type = '']) => [table, types.get(type) ?? new Map()]))
}

test('the tables as Kysely sees them are the tables that are there', async () => {
  const columns = await ask<{ table: string; column: string; type: string; nullable: boolean; defaulted: boolean }>(
    `select c.relname as table, a.attname as column, t.typname as type, not a.attnotnull as nullable, a.atthasdef as defaulted
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
     where c.relnamespace = 'bellwether'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped`,
  )
  const seen = declared()
  const wrong: string[] = []
  const real = new Set<string>()
  for (const { table, column, type, nullable, defaulted } of columns) {
    if (openToAll.has(table)) continue
    real.add(`${table}.${column}`)
    const says = seen.get(table)?.get(column)
    const where = `${table}.${column} ${type}`
    if (says === undefined) wrong.push(`${where}: not in tables/`)
    else if (!typeOf[type]?.test(says)) wrong.push(`${where}: ${says}`)
    else if (nullable !== says.includes('null') && type !== 'jsonb')
      wrong.push(`${where}: ${nullable ? 'may' : 'may not'} be null, and ${says}`)
    else if (defaulted !== /Generated|undefined/.test(says)) wrong.push(`${where}: ${defaulted ? 'has' : 'has no'} default, and ${says}`)
  }
  for (const [table, fields] of seen)
    for (const column of fields.keys()) if (!real.has(`${table}.${column}`)) wrong.push(`${table}.${column}: not in the database`)
  assert.deepEqual(wrong, [])
})

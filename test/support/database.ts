/**
 * A fresh, migrated database for a test. One server a test process, copied
 * from a prepared cluster under .cache; or, with BELLWETHER_TEST_DATABASE_URL
 * (a role that may make roles and databases), databases of their own on that
 * server. Nothing here is safe for data: the disk is not waited for.
 */
import { execFileSync, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Log } from '#kernel'
import { connectStorage, type Storage } from '#storage'
import { startEmbedded } from '../../src/platform/storage/embedded/supervisor.ts'
import { migrate, readMigrations } from '../../src/platform/storage/migrate.ts'

/** `close` also drops the database. */
export type TestDatabase = Storage & { readonly databaseUrl: string; readonly databaseOwnerUrl: string }

/** A log that nobody reads. */
export const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** The server, as the databases are made on it. */
type TestServer = {
  readonly adminUrl: string
  readonly template: string
  /** The role that owns the template's tables. */
  readonly owner: string
  urlOf(role: 'app' | 'owner', database: string): string
}

let server: Promise<TestServer> | undefined

/** A database of its own with this version's tables; dropped by `close`, or with the server at the end. */
export async function testDatabase(): Promise<TestDatabase> {
  const given = process.env.BELLWETHER_TEST_DATABASE_URL
  server ??= given ? givenServer(given) : ownServer()
  const { adminUrl, template, owner, urlOf } = await server
  const name = `test_${randomBytes(6).toString('hex')}`
  await asAdmin(adminUrl, (client) => client.query(`create database ${name} template ${template} owner ${owner}`))
  const databaseUrl = urlOf('app', name)
  const databaseOwnerUrl = urlOf('owner', name)
  const storage = connectStorage({ appUrl: databaseUrl, ownerUrl: databaseOwnerUrl, log: silent })
  return {
    ...storage,
    databaseUrl,
    databaseOwnerUrl,
    close: async () => {
      await storage.close()
      await asAdmin(adminUrl, (client) => client.query(`drop database if exists ${name} with (force)`))
    },
  }
}

async function asAdmin<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off']
const hashOfSchema = (): string =>
  createHash('sha256')
    .update(
      readMigrations()
        .map(({ hash }) => hash)
        .join(),
    )
    .digest('hex')
    .slice(0, 12)

/** A stopped cluster with migrated tables, made once a checkout and schema. */
async function preparedCluster(): Promise<string> {
  const cache = join(import.meta.dirname, '..', '..', '.cache')
  const home = join(cache, `test-database-${hashOfSchema()}`)
  if (existsSync(home)) return home
  mkdirSync(cache, { recursive: true })
  const draft = await mkdtemp(join(tmpdir(), 'bellwether-prepared-'))
  const made = await startEmbedded({ dataDir: join(draft, 'data'), log: silent, settings: careless })
  await migrate({ ownerUrl: made.databaseOwnerUrl, appRole: made.appRole, now: new Date() })
  await made.stop()
  // Several test processes may have made one: the first to put it there wins.
  const beside = `${home}.${process.pid}`
  execFileSync('cp', ['-a', join(draft, 'data'), beside])
  try {
    renameSync(beside, home)
  } catch {
    rmSync(beside, { recursive: true, force: true })
  }
  rmSync(draft, { recursive: true, force: true })
  return home
}

async function ownServer(): Promise<TestServer> {
  const prepared = await preparedCluster()
  const home = await mkdtemp(join(tmpdir(), 'bellwether-test-'))
  execFileSync('chmod', ['711', home])
  execFileSync('cp', ['-a', '--reflink=auto', prepared, join(home, 'data')])
  const embedded = await startEmbedded({ dataDir: join(home, 'data'), log: silent, settings: careless })
  cleanUpWhenGone(embedded.pid(), home)
  return {
    adminUrl: embedded.superuserUrl,
    template: 'bellwether',
    owner: 'bellwether_owner',
    urlOf: (role, database) => withDatabase(role === 'app' ? embedded.databaseUrl : embedded.databaseOwnerUrl, database),
  }
}

/** The server stops with this process, however it ends: the pipe to the keeper closes then. */
function cleanUpWhenGone(pid: number | undefined, home: string): void {
  const keeper = spawn(
    'sh',
    [
      '-c',
      'read -r nothing; kill -INT "$0" 2>/dev/null; while kill -0 "$0" 2>/dev/null; do sleep 0.1; done; rm -rf "$1"',
      String(pid),
      home,
    ],
    {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    },
  )
  keeper.unref()
  if (keeper.stdin && 'unref' in keeper.stdin && typeof keeper.stdin.unref === 'function') keeper.stdin.unref()
}

const testRoles = { app: 'bellwether_test_app', owner: 'bellwether_test_owner' } as const
const testPassword = 'only-for-tests'

async function givenServer(adminUrl: string): Promise<TestServer> {
  const template = `bellwether_template_${hashOfSchema()}`
  const urlOf = (role: 'app' | 'owner', database: string) => {
    const url = new URL(withDatabase(adminUrl, database))
    url.username = testRoles[role]
    url.password = testPassword
    return url.href
  }
  await asAdmin(adminUrl, async (client) => {
    await client.query("select pg_advisory_lock(hashtext('bellwether test template'))")
    for (const role of Object.values(testRoles)) {
      const { rows } = await client.query('select from pg_roles where rolname = $1', [role])
      if (rows.length === 0) await client.query(`create role ${role} login password '${testPassword}'`)
    }
    const { rows } = await client.query('select from pg_database where datname = $1', [template])
    if (rows.length > 0) return
    await client.query(`create database ${template}_draft owner ${testRoles.owner}`)
    await migrate({ ownerUrl: urlOf('owner', `${template}_draft`), appRole: testRoles.app, now: new Date() })
    await client.query(`alter database ${template}_draft rename to ${template}`)
  })
  return { adminUrl, template, owner: testRoles.owner, urlOf }
}

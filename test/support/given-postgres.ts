/**
 * Debian's PostgreSQL server on loopback, as an operator would give it by
 * DATABASE_URL: a cluster of its own in a temporary folder, an owner role that
 * may make roles, and an application role that owns nothing.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freePort } from './free-port.ts'
import { until } from './until.ts'

const serversAt = '/usr/lib/postgresql'

/** The folder with `postgres` and `initdb` of the newest installed version. */
function programs(): string | undefined {
  try {
    const [newest] = readdirSync(serversAt).sort((one, other) => Number(other) - Number(one))
    return newest ? join(serversAt, newest, 'bin') : undefined
  } catch {
    return undefined
  }
}

/** Why tests with a given PostgreSQL cannot run here; false when they can. */
export const withoutPostgres = (): string | false => (programs() ? false : 'PostgreSQL is not installed: apt-get install postgresql')

export type GivenPostgres = {
  readonly databaseUrl: string
  readonly databaseOwnerUrl: string
  /** Past every policy, for a test's own counting. */
  readonly adminUrl: string
  /** kill -9 of the postmaster; whoever runs the server starts it again. */
  kill(): Promise<void>
  start(): Promise<void>
  remove(): Promise<void>
}

export async function startGivenPostgres(): Promise<GivenPostgres> {
  const bin = programs()
  if (!bin) throw new Error('PostgreSQL is not installed')
  const home = await mkdtemp(join(tmpdir(), 'bellwether-pg-'))
  const port = await freePort()
  const as = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined
  if (as) chownSync(home, as.uid, as.gid)
  const data = join(home, 'data')
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C.UTF-8'], {
    ...as,
    stdio: 'ignore',
    cwd: home,
  })
  let server: ChildProcess | undefined
  const url = (user: string, database: string) => `postgres://${user}:secret@127.0.0.1:${port}/${database}`

  async function answers(): Promise<boolean> {
    const client = new pg.Client({ connectionString: url('postgres', 'postgres') })
    try {
      await client.connect()
      return true
    } catch {
      return false
    } finally {
      await client.end().catch(() => undefined)
    }
  }

  async function start(): Promise<void> {
    const arguments_ = [
      '-D',
      data,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'max_connections=200',
    ]
    // After a kill -9 the old backends may still hold the lock for a moment.
    for (;;) {
      const started = spawn(join(bin ?? '', 'postgres'), arguments_, { ...as, stdio: 'ignore', cwd: home })
      server = started
      if (await Promise.race([until('PostgreSQL answers', answers).then(() => true), once(started, 'exit').then(() => false)])) return
    }
  }

  async function kill(): Promise<void> {
    if (!server || server.exitCode !== null) return
    const gone = once(server, 'exit')
    server.kill('SIGKILL')
    await gone
  }

  await start()
  const admin = new pg.Client({ connectionString: url('postgres', 'postgres') })
  await admin.connect()
  await admin.query("create role owner_of_all login createrole password 'secret'")
  await admin.query("create role the_app login password 'secret'")
  await admin.query('create database bellwether owner owner_of_all')
  await admin.end()

  return {
    databaseUrl: url('the_app', 'bellwether'),
    databaseOwnerUrl: url('owner_of_all', 'bellwether'),
    adminUrl: url('postgres', 'bellwether'),
    kill,
    start,
    remove: async () => {
      await kill()
      await rm(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

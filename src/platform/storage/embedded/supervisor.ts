/**
 * Keeps the built-in PostgreSQL running: starts it, starts it again when it is
 * killed, stops it calmly. A server that a killed Bellwether left behind is
 * stopped before the new one starts.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { defect, type Log } from '#kernel'
import { type Access, prepareCluster } from './cluster.ts'
import { lockData } from './data-lock.ts'
import { commandLine, isAlive } from './process-life.ts'
import { type Launch, launchFor } from './programs.ts'

export type EmbeddedPostgres = {
  readonly databaseUrl: string
  readonly databaseOwnerUrl: string
  /** Process number of the running server, for tests. */
  readonly pid: () => number | undefined
  stop(): Promise<void>
}

const database = 'bellwether'
export const roleNames = { owner: 'bellwether_owner', app: 'bellwether_app' } as const

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw defect('no-port', 'asking for a free port: none was given')
  return address.port
}

const url = (role: string, password: string, port: number, name: string) => `postgres://${role}:${password}@127.0.0.1:${port}/${name}`

/** The server's answer to a login: ready, still starting, or something worse. */
async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** A killed Bellwether leaves its server running; nobody else may have it (the data lock is ours). */
async function stopLeftBehind(folder: string): Promise<void> {
  let pid: number
  try {
    pid = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return
  }
  const ours = () => isAlive(pid) && commandLine(pid).includes(folder)
  const signals: readonly (readonly [NodeJS.Signals, number])[] = [
    ['SIGINT', 3000],
    ['SIGQUIT', 3000],
    ['SIGKILL', 2000],
  ]
  for (const [signal, patienceMs] of signals) {
    if (!Number.isInteger(pid) || pid <= 1 || !ours()) return
    process.kill(pid, signal)
    for (let waited = 0; waited < patienceMs && ours(); waited += 20) await pause(20)
  }
}

/** Starts the built-in server on `dataDir` and keeps it running until `stop`. */
export async function startEmbedded({ dataDir, log }: { dataDir: string; log: Log }): Promise<EmbeddedPostgres> {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const unlock = lockData(dataDir)
  try {
    const cluster = await prepareCluster(dataDir, launchFor)
    await stopLeftBehind(cluster.folder)
    const server = new Server({ ...cluster, logFile: join(dataDir, 'postgres.log'), port: await freePort(), log })
    await server.start()
    if (cluster.isNew) await makeRoles(cluster.access, server.port)
    return {
      databaseUrl: url(roleNames.app, cluster.access.app, server.port, database),
      databaseOwnerUrl: url(roleNames.owner, cluster.access.owner, server.port, database),
      pid: () => server.pid,
      stop: async () => {
        await server.stop()
        unlock()
      },
    }
  } catch (cause) {
    unlock()
    throw cause
  }
}

async function makeRoles(access: Access, port: number): Promise<void> {
  const client = new pg.Client({ connectionString: url('postgres', access.superuser, port, 'postgres') })
  await client.connect()
  try {
    await client.query(`create role ${roleNames.owner} login createdb password ${client.escapeLiteral(access.owner)}`)
    await client.query(`create role ${roleNames.app} login password ${client.escapeLiteral(access.app)}`)
    await client.query(`create database ${database} owner ${roleNames.owner}`)
  } finally {
    await client.end()
  }
}

type ServerOptions = {
  readonly folder: string
  readonly access: Access
  readonly launch: Launch
  readonly logFile: string
  readonly port: number
  readonly log: Log
}

class Server {
  readonly port: number
  #options: ServerOptions
  #child: ChildProcess | undefined
  #stopping = false

  constructor(options: ServerOptions) {
    this.#options = options
    this.port = options.port
  }

  get pid(): number | undefined {
    return this.#child?.pid
  }

  /** Resolves when it takes logins. After a kill the old backends hold the data for a moment, so it tries again for a while. */
  async start(): Promise<void> {
    const deadline = Date.now() + 60_000
    while (!this.#stopping) {
      const child = this.#spawn()
      const ended = once(child, 'exit')
      const ready = await Promise.race([this.#ready(child), ended.then(() => false)])
      if (ready) {
        this.#child = child
        void ended.then(() => this.#heal())
        return
      }
      if (Date.now() > deadline) throw defect('database-does-not-start', `starting the built-in database: see ${this.#options.logFile}`)
      await pause(50)
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGINT')
    const cut = setTimeout(() => child.kill('SIGQUIT'), 10_000)
    await gone
    clearTimeout(cut)
  }

  async #heal(): Promise<void> {
    if (this.#stopping) return
    this.#options.log.error({}, 'the built-in database ended; starting it again')
    try {
      await this.start()
      this.#options.log.info({}, 'the built-in database is back')
    } catch (cause) {
      this.#options.log.error({ cause: String(cause) }, 'the built-in database does not come back')
    }
  }

  #spawn(): ChildProcess {
    const { launch, folder, logFile } = this.#options
    const { file, args, options } = launch.command('postgres', [
      ...['-D', folder, '-p', String(this.port)],
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'password_encryption=scram-sha-256'],
      ...['-c', 'max_connections=100', '-c', 'shared_buffers=64MB', '-c', 'jit=off', '-c', 'log_timezone=UTC', '-c', 'timezone=UTC'],
    ])
    // Rotated by size at start: this log is for the day something is wrong.
    const large = () => {
      try {
        return statSync(logFile).size > 10_000_000
      } catch {
        return false
      }
    }
    const sink = openSync(logFile, large() ? 'w' : 'a', 0o600)
    const child = spawn(file, args, {
      ...options,
      cwd: folder,
      stdio: ['ignore', sink, sink],
      env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' },
    })
    closeSync(sink)
    child.on('error', () => undefined)
    return child
  }

  async #ready(child: ChildProcess): Promise<boolean> {
    const asSuperuser = url('postgres', this.#options.access.superuser, this.port, 'postgres')
    while (child.exitCode === null && child.signalCode === null) {
      if (await answers(asSuperuser)) return true
      await pause(15)
    }
    return false
  }
}

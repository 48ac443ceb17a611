/** One PostgreSQL server process: started, started again when it is killed, stopped calmly. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { closeSync, openSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { defect, type Log } from '#kernel'
import type { Access } from './cluster.ts'
import type { Launch } from './programs.ts'

export type ServerOptions = {
  readonly folder: string
  readonly access: Access
  readonly launch: Launch
  readonly logFile: string
  readonly log: Log
  /** More `-c` settings; tests trade safety for speed here. */
  readonly settings?: readonly string[]
}

const startPatienceMs = 60_000
const calmMs = 10_000
const largestLogBytes = 10_000_000

export class Server {
  #options: ServerOptions
  #port = 0
  #child: ChildProcess | undefined
  #stopping = false

  constructor(options: ServerOptions) {
    this.#options = options
  }

  get port(): number {
    return this.#port
  }

  get pid(): number | undefined {
    return this.#child?.pid
  }

  /** As the superuser, on the maintenance database. */
  get superuserUrl(): string {
    return `postgres://postgres:${this.#options.access.superuser}@127.0.0.1:${this.#port}/postgres`
  }

  /** Resolves when it takes logins. Each try of a first start has another port. */
  async start(whileStarting?: () => void): Promise<void> {
    const deadline = Date.now() + startPatienceMs
    while (!this.#stopping) {
      this.#port = await quietPort()
      const taken = this.#tryOnce()
      whileStarting?.()
      if (await taken) return
      if (Date.now() > deadline)
        throw defect('database-does-not-start', `starting the built-in database: ${this.#options.logFile} says why`)
      await pause(100)
    }
  }

  /** A calm end: nobody new, everybody off, everything on the disk. */
  async stop(): Promise<void> {
    this.#stopping = true
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.ref()
    const gone = once(child, 'exit')
    child.kill('SIGINT')
    const cut = setTimeout(() => child.kill('SIGQUIT'), calmMs)
    await gone
    clearTimeout(cut)
  }

  async #tryOnce(): Promise<boolean> {
    const child = this.#spawn()
    this.#child = child
    const ended = new Promise<false>((resolve) => {
      child.once('exit', () => resolve(false))
      child.once('error', () => resolve(false))
    })
    if (!(await Promise.race([this.#ready(child), ended]))) return false
    void ended.then(() => this.#heal())
    return true
  }

  /** On the same port, since the pools know it. Old backends hold the data for a moment after a kill, so it goes on trying. */
  async #heal(): Promise<void> {
    for (let tries = 0; !this.#stopping; tries++) {
      if (tries === 0) this.#options.log.error({}, 'the built-in database ended; starting it again')
      if (await this.#tryOnce()) {
        this.#options.log.info({}, 'the built-in database is back')
        return
      }
      await pause(Math.min(50 * 2 ** Math.min(tries, 8), 10_000))
    }
  }

  #spawn(): ChildProcess {
    const { launch, folder, logFile, settings = [] } = this.#options
    const { file, args, options } = launch.command('postgres', [
      ...['-D', folder, '-p', String(this.#port)],
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      ...['-c', 'max_connections=100', '-c', 'shared_buffers=64MB', '-c', 'jit=off', '-c', 'log_timezone=UTC', '-c', 'timezone=UTC'],
      // Its log must never quote a row: the values of a failed statement are somebody's.
      ...['-c', 'log_error_verbosity=terse', '-c', 'log_min_error_statement=panic'],
      ...settings.flatMap((setting) => ['-c', setting]),
    ])
    const sink = openSync(logFile, isLarge(logFile) ? 'w' : 'a', 0o600)
    const child = spawn(file, args, {
      ...options,
      cwd: folder,
      stdio: ['ignore', sink, sink],
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' },
    })
    closeSync(sink)
    // Whoever uses the database keeps the process alive, not the server.
    child.unref()
    return child
  }

  /** False when it ended before it was ready. Crash recovery may take its time. */
  async #ready(child: ChildProcess): Promise<boolean> {
    while (child.exitCode === null && child.signalCode === null) {
      if (await answers(this.superuserUrl)) return true
      await pause(15)
    }
    return false
  }
}

function isLarge(file: string): boolean {
  try {
    return statSync(file).size > largestLogBytes
  } catch {
    return false
  }
}

/** Below the range from which systems take outgoing ports, so that a restarted server finds its own free. */
async function quietPort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000)
    const probe = createServer()
    const free = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false))
      probe.listen(port, '127.0.0.1', () => resolve(true))
    })
    if (!free) continue
    probe.close()
    await once(probe, 'close')
    return port
  }
}

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

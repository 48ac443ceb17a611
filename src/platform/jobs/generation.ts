/**
 * One life of the job runner: from a connection to the database until that is
 * lost or the process stops. A new one begins under a new name.
 */
import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Logger, parseCronItems, type Runner, run, type Task, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import { type Log, secondsMs, sentenceOf, setback } from '#kernel'
import type { LockHolder, Storage } from '#storage'
import { type FailedJob, outcomeOf, settle } from './outcome.ts'
import { lockKeyOf, runnerSpace, takeOver } from './take-over.ts'

/** `attempts` is 1 the first time; `signal` says that the process stops or lost the database: give up with a setback. */
export type Handler = (
  payload: unknown,
  job: { readonly id: string; readonly attempts: number; readonly signal: AbortSignal },
) => Promise<void>

export type Timed = {
  readonly task: string
  /** Minute, hour, day, month, weekday, in UTC: `0 3 * * *`. */
  readonly pattern: string
  /** A time that passed while nothing ran is caught up within this long. */
  readonly catchUpMs?: number
}

export type GenerationOptions = {
  readonly storage: Storage
  readonly ownerUrl: string
  readonly handlers: Readonly<Record<string, Handler>>
  readonly concurrency: number
  readonly crontab: readonly Timed[]
  readonly log: Log
  readonly random: () => number
  readonly onGaveUp: (job: FailedJob, error: unknown) => Promise<void> | void
}

const lookEveryMs = secondsMs(2)
const calmMs = secondsMs(5)

export class Generation {
  /** Resolves when this life ended by itself. */
  readonly over: Promise<void>
  #options: GenerationOptions
  #pool: pg.Pool
  #end: () => void
  #abort = new AbortController()
  #running = new Set<Promise<void>>()
  #locks: LockHolder | undefined
  #runner: Runner | undefined
  #poolId = ''
  #look: NodeJS.Timeout | undefined

  private constructor(options: GenerationOptions) {
    this.#options = options
    const { promise, resolve } = Promise.withResolvers<void>()
    this.over = promise
    this.#end = resolve
    this.#pool = new pg.Pool({
      connectionString: options.ownerUrl,
      max: options.concurrency + 3,
      application_name: 'bellwether jobs',
      connectionTimeoutMillis: 5000,
      keepAlive: true,
    })
    this.#pool.on('error', (cause) => {
      // A calm end is no loss.
      if (!this.#pool.ending) options.log.warn({ cause: cause.message }, 'the job runner lost a database connection')
    })
    this.#pool.on('connect', (client) => client.on('error', () => undefined))
  }

  /** Throws when the database cannot be reached. */
  static async begin(options: GenerationOptions): Promise<Generation> {
    const generation = new Generation(options)
    try {
      await generation.#start()
      return generation
    } catch (cause) {
      await generation.close()
      throw cause
    }
  }

  async #start(): Promise<void> {
    const { storage, concurrency, crontab, handlers } = this.#options
    const locks = await storage.holdLocks({ onLost: () => this.#end() })
    this.#locks = locks
    await takeOver(this.#pool, locks)
    const events: WorkerEvents = new EventEmitter()
    const named = Promise.withResolvers<null>()
    named.promise.catch(() => undefined)
    events.on('pool:create', ({ workerPool }) => {
      this.#poolId = workerPool.id
      locks.tryLock(runnerSpace, lockKeyOf(workerPool.id)).then((got) => {
        if (got) named.resolve(null)
        else named.reject(setback('name-taken', 'starting the job runner: its name is taken'))
      }, named.reject)
    })
    this.#runner = await run({
      pgPool: this.#pool,
      concurrency,
      noHandleSignals: true,
      // Without a delay 0.18 does not wait for these statements, and a lost database would end the process by an unhandled rejection.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      pollInterval: 1000,
      logger: this.#quietLogger(),
      events,
      // Asked before each claim: nobody claims a job before the sign of life is up.
      forbiddenFlags: () => named.promise,
      taskList: Object.fromEntries(Object.entries(handlers).map(([name, handler]) => [name, this.#taskOf(name, handler)])),
      parsedCronItems: parseCronItems(
        crontab.map(({ task, pattern, catchUpMs = 0 }) => ({
          task,
          match: pattern,
          options: { backfillPeriod: catchUpMs, jobKey: `timed/${task}` },
        })),
      ),
    })
    this.#runner.promise.then(this.#end, this.#end)
    this.#look = setInterval(() => void this.#takeOver(locks), lookEveryMs * (0.75 + 0.5 * this.#options.random()))
  }

  #taskOf(name: string, handler: Handler): Task {
    return async (payload, { job }) => {
      const work = handler(payload, { id: job.id, attempts: job.attempts, signal: this.#abort.signal })
      const tracked = work.then(
        () => undefined,
        () => undefined,
      )
      this.#running.add(tracked)
      try {
        await work
      } catch (error) {
        await this.#fail({ id: job.id, task: name, payload, attempts: job.attempts, maxAttempts: job.max_attempts }, error)
        throw error
      } finally {
        this.#running.delete(tracked)
      }
    }
  }

  async #fail(job: FailedJob, error: unknown): Promise<void> {
    const { random, log, onGaveUp } = this.#options
    const outcome = outcomeOf(error, job, random)
    const facts = { job: job.id, task: job.task, attempts: job.attempts, cause: sentenceOf(error).slice(0, 200) }
    try {
      await settle(this.#pool, this.#poolId, job, { outcome, error })
    } catch {
      // Without the database nothing can be said: a next life gives the job back.
      this.#end()
      return
    }
    if (outcome.kind === 'again') {
      log.info({ ...facts, afterMs: Math.round(outcome.afterMs) }, 'a job met a setback and is tried again')
      return
    }
    log.error(facts, 'a job was given up; it is kept')
    try {
      await onGaveUp(job, error)
    } catch (cause) {
      log.error({ job: job.id, cause: sentenceOf(cause) }, 'telling of a job that was given up failed')
    }
  }

  async #takeOver(locks: LockHolder): Promise<void> {
    try {
      const dead = await takeOver(this.#pool, locks)
      if (dead > 0) this.#options.log.warn({ dead }, 'the jobs of a process that died were taken over')
    } catch (cause) {
      this.#options.log.warn({ cause: sentenceOf(cause) }, 'looking for dead job runners failed')
    }
  }

  #quietLogger(): Logger {
    const { log } = this.#options
    return new Logger(() => (level, message, meta) => {
      // What a job threw is told by #fail; the runner would print it whole.
      if (level === 'error' && !meta?.failure) log.warn({ says: message.split('\n', 1)[0] }, 'the job runner complains')
    })
  }

  /** Calmly: lets running jobs end for a few seconds before it tells them to stop. What still runs then is left to a next life. */
  async close({ calmly = false }: { calmly?: boolean } = {}): Promise<void> {
    clearInterval(this.#look)
    const stopped = this.#runner?.stop().catch(() => undefined)
    if (calmly) await within(calmMs, [...this.#running, stopped])
    this.#abort.abort()
    await within(calmMs, [...this.#running])
    // Without a database the runner's own end may never come.
    await within(secondsMs(1), [stopped])
    await this.#locks?.close()
    await within(secondsMs(1), [this.#pool.end()])
  }
}

async function within(ms: number, work: readonly (Promise<unknown> | undefined)[]): Promise<void> {
  await Promise.race([Promise.all(work), pause(ms, undefined, { ref: false })])
}

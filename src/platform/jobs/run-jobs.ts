/**
 * Keeps a job runner alive for as long as the process lives: when the database
 * goes away, a new one begins as soon as it is back.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { type Clock, type Log, refusal, sentenceOf } from '#kernel'
import type { Storage } from '#storage'
import { Generation, type Handler, type Timed } from './generation.ts'
import type { FailedJob } from './outcome.ts'

export type JobsOptions = {
  readonly storage: Storage
  /** What to do for each task; tasks without a handler are left to other processes. */
  readonly handlers: Readonly<Record<string, Handler>>
  readonly concurrency: number
  readonly log: Log
  readonly clock: Clock
  readonly crontab?: readonly Timed[]
  /** A job that will not be tried again; it stays in the table as evidence. */
  readonly onGaveUp: (job: FailedJob, error: unknown) => Promise<void> | void
  /** 0 to 1; scatters tries. */
  readonly random?: () => number
}

/** Works on jobs until `stop`, which lets running ones end for a few seconds. Refusal `no-owner-url` without the owner's URL. */
export async function runJobs(options: JobsOptions): Promise<{ stop(): Promise<void> }> {
  const { storage, crontab = [], random = Math.random, log } = options
  const { ownerUrl } = storage
  if (!ownerUrl)
    throw refusal('no-owner-url', 'Jobs are worked on as the owner of the database: set DATABASE_OWNER_URL for the role worker.')
  const begin = () => Generation.begin({ ...options, ownerUrl, crontab, random })
  const asked = Promise.withResolvers<'stop'>()
  let stopping = false

  async function live(first: Generation): Promise<void> {
    let generation: Generation | undefined = first
    for (;;) {
      const why = generation ? await Promise.race([generation.over, asked.promise]) : undefined
      await generation?.close({ calmly: why === 'stop' })
      if (stopping) return
      if (generation) log.warn({}, 'the job runner lost the database; it begins again')
      await Promise.race([pause(200 + random() * 600), asked.promise])
      if (stopping) return
      generation = await begin().catch((cause: unknown) => {
        log.warn({ cause: sentenceOf(cause) }, 'the job runner cannot begin yet')
        return undefined
      })
    }
  }

  const life = live(await begin())
  return {
    stop: async () => {
      stopping = true
      asked.resolve('stop')
      await life
    },
  }
}

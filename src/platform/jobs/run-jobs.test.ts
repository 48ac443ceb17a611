import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import pg from 'pg'
import { defect, setback } from '#kernel'
import { silent, type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import { until } from '../../../test/support/until.ts'
import { enqueue, type Handler, type Job, type JobsOptions, runJobs } from './index.ts'

const programme = { kind: 'programme' } as const
const clock = { now: () => new Date() }

let database: TestDatabase
let running: { stop(): Promise<void> } | undefined
beforeEach(async () => {
  database = await testDatabase()
})
afterEach(async () => {
  await running?.stop()
  running = undefined
  await database.close()
})

const ask = (jobs: Job | readonly Job[]) => database.asTenant(programme, (tx) => enqueue(tx, jobs))

async function work(handlers: Readonly<Record<string, Handler>>, more: Partial<JobsOptions> = {}): Promise<void> {
  running = await runJobs({
    storage: database,
    handlers,
    concurrency: 4,
    log: silent,
    clock,
    random: () => 0,
    onGaveUp: () => undefined,
    ...more,
  })
}

async function jobsLeft(): Promise<readonly Record<string, unknown>[]> {
  const owner = new pg.Client({ connectionString: database.databaseOwnerUrl })
  await owner.connect()
  const { rows } = await owner.query<Record<string, unknown>>('select * from graphile_worker.jobs')
  await owner.end()
  return rows
}

test('a job begins within a blink of its transaction', async () => {
  const waits: number[] = []
  let began = 0
  await work({ quick: async () => void waits.push(performance.now() - began) })
  for (let round = 1; round <= 25; round++) {
    await database.asTenant(programme, async (tx) => {
      await enqueue(tx, { task: 'quick', payload: {} })
      began = performance.now()
    })
    await until('the job began', () => waits.length === round)
  }
  const [median = Number.POSITIVE_INFINITY] = waits.sort((one, other) => one - other).slice(12)
  assert.ok(median <= 20, `median ${median.toFixed(1)} ms`)
})

test('a setback is tried again soon, with the count of tries', async () => {
  const tries: number[] = []
  await work({
    late: async (payload, { attempts }) => {
      assert.deepEqual(payload, { connection: 'c1' })
      tries.push(attempts)
      if (attempts < 3) throw setback('server-late', 'reading a mailbox: no answer')
    },
  })
  await ask({ task: 'late', payload: { connection: 'c1' } })
  await until('the third try', () => tries.length === 3, 8000)
  assert.deepEqual(tries, [1, 2, 3])
  await until('the job is gone', async () => (await jobsLeft()).length === 0)
})

test('a defect is not tried again, is kept, and is told', async () => {
  const told: string[] = []
  let tries = 0
  await work(
    {
      wrong: async () => {
        tries++
        throw defect('bad-row', 'judging a mail: it has no verdict')
      },
    },
    { onGaveUp: (job, error) => void told.push(`${job.task}: ${String(error)}`) },
  )
  await ask({ task: 'wrong', payload: { uid: 7 }, queue: 'one' })
  await until('it was told', () => told.length === 1)
  const [kept] = await jobsLeft()
  assert.equal(tries, 1)
  assert.equal(kept?.attempts, kept?.max_attempts)
  assert.equal(kept?.last_error, 'judging a mail: it has no verdict')
  assert.equal(kept?.locked_by, null)
})

test('a queue goes on behind a job that was given up', async () => {
  const done: unknown[] = []
  await work({
    step: async (payload) => {
      done.push(payload)
      if (done.length === 1) throw defect('no', 'no')
    },
  })
  await ask([1, 2].map((n) => ({ task: 'step', payload: { n }, queue: 'line' })))
  await until('both were tried', () => done.length === 2)
})

test('a job with a limit is given up when it is reached', async () => {
  let gaveUp = 0
  await work({ late: () => Promise.reject(setback('late', 'late')) }, { onGaveUp: () => void gaveUp++ })
  await ask({ task: 'late', payload: {}, maxAttempts: 2 })
  await until('it was given up', () => gaveUp === 1, 8000)
})

test('the jobs of a process killed without warning are taken over within ten seconds', async () => {
  await ask([
    { task: 'stuck', payload: { n: 1 } },
    { task: 'stuck', payload: { n: 2 }, queue: 'line' },
  ])
  const script = join(import.meta.dirname, '../../../test/support/stuck-worker.ts')
  const child = spawn(process.execPath, [script, database.databaseUrl, database.databaseOwnerUrl], { stdio: ['ignore', 'pipe', 'inherit'] })
  let taken = ''
  child.stdout.on('data', (chunk: Buffer) => {
    taken += chunk.toString()
  })
  await until('both jobs were taken', () => taken === 'taken\ntaken\n')
  const done: unknown[] = []
  await work({ stuck: async (payload) => void done.push(payload) })
  // The living one's jobs stay with it.
  await new Promise((go) => setTimeout(go, 3000))
  assert.deepEqual(done, [])
  child.kill('SIGKILL')
  await once(child, 'exit')
  const killedAt = performance.now()
  await until('both jobs are done', () => done.length === 2)
  assert.ok(performance.now() - killedAt <= 10_000)
})

test('stopping waits for what runs and tells what does not end', async () => {
  const events: string[] = []
  await work({
    short: async () => {
      events.push('short began')
      await new Promise((go) => setTimeout(go, 200))
      events.push('short ended')
    },
  })
  await ask({ task: 'short', payload: {} })
  await until('it began', () => events.length === 1)
  await running?.stop()
  running = undefined
  assert.deepEqual(events, ['short began', 'short ended'])
  assert.deepEqual(await jobsLeft(), [])
})

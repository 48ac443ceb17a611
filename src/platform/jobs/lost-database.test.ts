import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { isTrouble } from '#kernel'
import { openStorage } from '#storage'
import { silent } from '../../../test/support/database.ts'
import { until } from '../../../test/support/until.ts'
import { enqueue, runJobs } from './index.ts'

const programme = { kind: 'programme' } as const

test('the database is killed twice while jobs run: it heals, and no job is lost', async () => {
  const home = mkdtempSync(join(tmpdir(), 'bellwether-lost-'))
  const dataDir = join(home, 'data')
  const storage = await openStorage({ dataDir, log: silent })
  const postmaster = () => Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  const done = new Set<number>()
  const jobs = await runJobs({
    storage,
    handlers: {
      note: async (payload) => {
        await storage.asTenant(programme, (tx) => tx.selectFrom('setting').select('name').execute())
        done.add(Number(Object(payload).n))
      },
    },
    concurrency: 4,
    log: silent,
    clock: { now: () => new Date() },
    onGaveUp: (job) => assert.fail(`job ${job.id} was given up`),
  })
  try {
    let asked = 0
    const told: unknown[] = []
    const ask = async () => {
      try {
        await storage.asTenant(programme, (tx) => enqueue(tx, { task: 'note', payload: { n: asked } }))
        asked++
      } catch (trouble) {
        told.push(trouble)
      }
    }
    for (const _ of [1, 2]) {
      const before = postmaster()
      for (let n = 0; n < 40; n++) {
        if (n === 20) process.kill(before, 'SIGKILL')
        await ask()
      }
      const killedAt = performance.now()
      await until('all jobs of this round are done', () => done.size >= asked, 15_000)
      assert.ok(performance.now() - killedAt < 10_000, `healed after ${Math.round(performance.now() - killedAt)} ms`)
      assert.notEqual(postmaster(), before)
    }
    assert.ok(asked > 60, `${asked} jobs were asked for`)
    assert.ok(told.every((trouble) => isTrouble(trouble, 'setback')))
    assert.equal(await storage.reachable(), true)
  } finally {
    await jobs.stop()
    await storage.close()
    rmSync(home, { recursive: true, force: true })
  }
})

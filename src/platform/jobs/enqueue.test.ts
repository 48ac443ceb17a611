import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import { enqueue } from './enqueue.ts'

let database: TestDatabase
let owner: pg.Client
before(async () => {
  database = await testDatabase()
  owner = new pg.Client({ connectionString: database.databaseOwnerUrl })
  await owner.connect()
})
after(async () => {
  await owner.end()
  await database.close()
})

const programme = { kind: 'programme' } as const
const waiting = async (task: string) =>
  (await owner.query('select id from graphile_worker.jobs where task_identifier = $1', [task])).rowCount

test('a job is there when its transaction commits, and not when it fails', async () => {
  const storage = database
  await storage.asTenant(programme, (tx) => enqueue(tx, { task: 'kept', payload: { connection: '1' } }))
  const failed = storage.asTenant(programme, async (tx) => {
    await enqueue(tx, { task: 'dropped', payload: {} })
    throw new Error('no')
  })
  await assert.rejects(failed)
  assert.equal(await waiting('kept'), 1)
  assert.equal(await waiting('dropped'), 0)
})

test('of jobs with one key the last stands', async () => {
  const storage = database
  for (const round of [1, 2]) await storage.asTenant(programme, (tx) => enqueue(tx, { task: 'keyed', payload: { round }, key: 'one' }))
  assert.equal(await waiting('keyed'), 1)
})

test('a thousand jobs go in at once', async () => {
  const jobs = Array.from({ length: 1000 }, (_, uid) => ({ task: 'many', payload: { uid } }))
  await database.asTenant({ kind: 'person', personId: '00000000-0000-7000-8000-000000000001' }, (tx) => enqueue(tx, jobs))
  assert.equal(await waiting('many'), 1000)
})

test("the application's role cannot reach the job tables", async () => {
  await assert.rejects(database.pool.query('select * from graphile_worker.jobs'), /permission denied/)
})

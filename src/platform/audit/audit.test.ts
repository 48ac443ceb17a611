import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import pg from 'pg'
import type { Who } from '#kernel'
import { keepRetention, uuid } from '#storage'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import { keptDays } from '../../../test/support/kept-days.ts'
import { lookedAt, record, verifyChain } from './index.ts'

const clock = { now: () => new Date('2026-11-03T09:00:00.123Z') }
const programme = { kind: 'programme' } as const

let database: TestDatabase
let owner: pg.Client
beforeEach(async () => {
  database = await testDatabase()
  owner = new pg.Client({ connectionString: database.databaseOwnerUrl })
  await owner.connect()
  await owner.query("select set_config('bellwether.kind', 'programme', false)")
})
const over = async () => {
  await owner.end()
  await database.close()
}

const tell = (actor: Who, action: string, details: Record<string, unknown> = {}) =>
  database.asTenant(actor, (tx) => record(tx, clock, { actor, action, subject: 'incident/1', details }))

/** As somebody with the owner's rights, behind the log's back. */
async function tamper(statement: string): Promise<void> {
  await owner.query('alter table bellwether.audit_entry disable trigger user, no force row level security')
  await owner.query(statement)
  await owner.query('alter table bellwether.audit_entry enable trigger user, force row level security')
}

test('people, analysts and the machinery write into one chain at the same time', async () => {
  const actors: readonly Who[] = [programme, { kind: 'person', personId: uuid() }, { kind: 'analyst', personId: uuid() }]
  await Promise.all(
    Array.from({ length: 30 }, (_, n) =>
      tell(actors[n % 3] ?? programme, 'incident.dismiss', { n, reason: 'größer\n"so"', rate: 0.1, none: null }),
    ),
  )
  const verified = await verifyChain(database)
  assert.equal(verified.brokenAt, undefined)
  assert.equal(verified.entries, 30)
  await over()
})

test('an entry that was changed is named', async () => {
  for (let n = 0; n < 5; n++) await tell(programme, 'settings.change', { n })
  await tamper(`update bellwether.audit_entry set details = '{"n":99}' where seq = 3`)
  assert.deepEqual(await verifyChain(database), {
    entries: 2,
    brokenAt: 3,
    says: 'The audit log is broken at entry 3: it was changed after it was written.',
  })
  await over()
})

test('an entry that was taken out is missed, in the middle and at the end', async () => {
  for (let n = 0; n < 5; n++) await tell(programme, 'settings.change')
  await tamper('delete from bellwether.audit_entry where seq = 5')
  assert.equal((await verifyChain(database)).brokenAt, 5)
  await tamper('delete from bellwether.audit_entry where seq = 2')
  assert.match((await verifyChain(database)).says, /entries 2 to 2 are missing/)
  await over()
})

test('an entry whose deed did not happen is not written, and the next one fits', async () => {
  const failed = database.asTenant(programme, async (tx) => {
    await record(tx, clock, { actor: programme, action: 'a', subject: 's' })
    throw new Error('no')
  })
  await assert.rejects(failed, /no/)
  await tell(programme, 'b')
  assert.equal((await verifyChain(database)).entries, 1)
  await over()
})

test('nobody can change, remove, forge or fork an entry, whatever role they play', async () => {
  await tell(programme, 'a')
  const attempts = [
    "update audit_entry set action = 'b'",
    'delete from audit_entry',
    'update audit_mark set seq = 0',
    `insert into audit_entry select seq + 1, at, actor_kind, actor, action, subject, organisation_id, person_id, details, '\\x00', hash from audit_entry`,
  ]
  const client = await database.pool.connect()
  await client.query("select set_config('bellwether.kind', 'programme', false)")
  for (const attempt of attempts) await assert.rejects(client.query(attempt), /permission denied|goes on from its last entry/, attempt)
  client.release(true)
  await assert.rejects(owner.query("update bellwether.audit_entry set action = 'b'; delete from bellwether.audit_entry"), /append-only/)
  await over()
})

test('a person reads who looked at their matter, and another person does not', async () => {
  const [ana, ben, desk] = [uuid(), uuid(), uuid()]
  await database.asTenant(programme, (tx) =>
    tx
      .insertInto('person')
      .values([ana, ben, desk].map((id) => ({ id, name: 'N', created_at: clock.now(), erased_at: null })))
      .execute(),
  )
  const viewer = { kind: 'analyst', personId: desk } as const
  await database.asTenant(viewer, (tx) => lookedAt(tx, clock, { viewer, what: 'message', owner: { kind: 'person', id: ana } }))
  const seenBy = (personId: string) =>
    database.asTenant({ kind: 'person', personId }, (tx) => tx.selectFrom('looked_at').select('viewer').execute())
  assert.deepEqual(await seenBy(ana), [{ viewer: desk }])
  assert.deepEqual(await seenBy(ben), [])
  await over()
})

test('entries past their time go from the beginning, and the rest still proves itself', async () => {
  for (const year of [2010, 2012, 2025, 2026]) {
    const then = { now: () => new Date(Date.UTC(year, 0, 1)) }
    await database.asTenant(programme, (tx) => record(tx, then, { actor: programme, action: 'settings.change', subject: 'programme' }))
  }
  const letGo = await keepRetention(database, keptDays, clock.now())
  assert.equal(letGo['audit entries'], 2)
  const verified = await verifyChain(database)
  assert.equal(verified.brokenAt, undefined)
  assert.equal(verified.entries, 2)
  await tell(programme, 'settings.change')
  assert.equal((await verifyChain(database)).entries, 3)
  await over()
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { isTrouble } from '#kernel'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import { until } from '../../../test/support/until.ts'
import { uuid } from './ids.ts'

let database: TestDatabase
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

const programme = { kind: 'programme' } as const

function addPerson(name: string): Promise<string> {
  const id = uuid()
  return database.asTenant(programme, async (tx) => {
    await tx.insertInto('person').values({ id, name, created_at: new Date(), erased_at: null }).execute()
    return id
  })
}

test('a person sees their own row and nobody else sees it', async () => {
  const [ana, ben] = [await addPerson('Ana Ruiz'), await addPerson('Ben Okoye')]
  const seen = await database.asTenant({ kind: 'person', personId: ana }, (tx) => tx.selectFrom('person').select('id').execute())
  assert.deepEqual(seen, [{ id: ana }])
  assert.notEqual(ana, ben)
})

test('a connection that nobody was introduced to sees no row', async () => {
  await addPerson('Ana Ruiz')
  const { rows } = await database.pool.query('select * from bellwether.person')
  assert.equal(rows.length, 0)
})

test('who asked last is forgotten with the transaction', async () => {
  const ana = await addPerson('Ana Ruiz')
  await database.asTenant({ kind: 'person', personId: ana }, (tx) => tx.selectFrom('person').select('id').execute())
  const { rows } = await database.pool.query<{ kind: string }>('select bellwether.who_kind() as kind, bellwether.me() as me')
  assert.deepEqual(rows, [{ kind: '', me: null }])
})

test('a work that throws leaves nothing behind', async () => {
  const id = uuid()
  const work = database.asTenant(programme, async (tx) => {
    await tx.insertInto('person').values({ id, name: 'Ghost', created_at: new Date(), erased_at: null }).execute()
    throw new Error('changed my mind')
  })
  await assert.rejects(work, /changed my mind/)
  const left = await database.asTenant(programme, (tx) => tx.selectFrom('person').select('id').where('id', '=', id).execute())
  assert.deepEqual(left, [])
})

test('a conflict does not tell what is already there', async () => {
  const id = await addPerson('Ana Ruiz')
  const again = database.asTenant(programme, (tx) =>
    tx.insertInto('person').values({ id, name: 'Ana Ruiz', created_at: new Date(), erased_at: null }).execute(),
  )
  await assert.rejects(again, (trouble) => {
    assert.ok(isTrouble(trouble, 'refusal'))
    assert.equal(trouble.code, 'conflict')
    assert.doesNotMatch(JSON.stringify([trouble.message, String(trouble.cause)]), new RegExp(id))
    return true
  })
})

test('a row for somebody else is refused', async () => {
  const [ana, ben] = [await addPerson('Ana Ruiz'), await addPerson('Ben Okoye')]
  const foreign = database.asTenant({ kind: 'person', personId: ana }, (tx) =>
    tx
      .insertInto('consent')
      .values({
        id: uuid(),
        person_id: ben,
        organisation_id: null,
        account_id: null,
        purpose: 'examine-mail',
        version: '1',
        given_at: new Date(),
        withdrawn_at: null,
      })
      .execute(),
  )
  await assert.rejects(foreign, (trouble) => isTrouble(trouble, 'refusal') && trouble.code === 'not-yours')
})

test('a door inside a door is a defect, and doors beside each other are not', async () => {
  const storage = database
  const nested = storage.asTenant(programme, () => storage.asTenant(programme, async () => 1))
  await assert.rejects(nested, (trouble) => isTrouble(trouble, 'defect') && trouble.code === 'nested-transaction')
  const beside = await Promise.all([1, 2, 3].map((number) => storage.asTenant(programme, async () => number)))
  assert.deepEqual(beside, [1, 2, 3])
})

test('a lock is held by one, counted by all, and free when its connection ends', async () => {
  const storage = database
  const one = await storage.holdLocks({ onLost: () => assert.fail('closing is not losing') })
  const other = await storage.holdLocks({ onLost: () => undefined })
  assert.equal(await one.tryLock(7, -3), true)
  assert.equal(await one.tryLock(7, -3), true)
  assert.equal(await other.tryLock(7, -3), false)
  assert.equal(await other.countHolders(7, -3), 1)
  assert.equal(await other.countHolders(7, 3), 0)
  await one.close()
  assert.equal(await other.tryLock(7, -3), true)
  await other.close()
})

test('whoever holds locks is told once when the connection breaks, and the locks are free', async () => {
  let lost = 0
  const one = await database.holdLocks({ onLost: () => lost++ })
  const other = await database.holdLocks({ onLost: () => undefined })
  await one.tryLock(8, 1)
  const mine =
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'bellwether locks' and pid in (select pid from pg_locks where locktype = 'advisory' and classid = 8)"
  await database.pool.query(mine)
  await until('the loss was told', () => lost > 0)
  assert.equal(await other.tryLock(8, 1), true)
  await assert.rejects(one.tryLock(8, 2), (trouble) => isTrouble(trouble, 'setback'))
  await one.close()
  await other.close()
  assert.equal(lost, 1)
})

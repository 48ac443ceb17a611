import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../../test/support/database.ts'
import { uuid } from './ids.ts'

test('with nobody asking, nothing is seen, and what one organisation has the other does not find', async () => {
  const storage = await testDatabase()
  const [ours, theirs] = [uuid(), uuid()]
  await storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .insertInto('organisation')
      .values([
        { id: ours, name: 'Ours', created_at: new Date() },
        { id: theirs, name: 'Theirs', created_at: new Date() },
      ])
      .execute(),
  )
  const seen = await storage.asTenant({ kind: 'administrator', personId: uuid(), organisationId: ours }, (tx) =>
    tx.selectFrom('organisation').select('id').execute(),
  )
  assert.deepEqual(seen, [{ id: ours }])
  assert.deepEqual((await storage.pool.query('select * from bellwether.organisation')).rows, [])
  await storage.close()
})

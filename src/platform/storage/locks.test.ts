import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testDatabase } from '../../../test/support/database.ts'

const storage = await testDatabase()
after(() => storage.close())

test('many questions at once wait for each other on the one connection that holds the locks', async () => {
  const complaints: string[] = []
  const hear = (warning: Error): unknown => complaints.push(warning.message)
  process.on('warning', hear)
  const holder = await storage.holdLocks({ onLost: () => assert.fail('nothing was lost') })
  const got = await Promise.all(Array.from({ length: 20 }, (_, key) => holder.tryLock(77, key)))
  assert.ok(got.every(Boolean))
  assert.deepEqual(await Promise.all([0, 1, 99].map((key) => holder.countHolders(77, key))), [1, 1, 0])
  await holder.close()
  // A warning is told in the next turn.
  await new Promise(setImmediate)
  process.off('warning', hear)
  assert.deepEqual(complaints, [])
})

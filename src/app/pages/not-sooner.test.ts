import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusal } from '#kernel'
import { notSooner } from './not-sooner.ts'

test('a quick answer and a quick refusal wait for as long as a slow one may take', async () => {
  const started = performance.now()
  assert.equal(await notSooner(60, Promise.resolve('done')), 'done')
  const between = performance.now()
  await assert.rejects(notSooner(60, Promise.reject(refusal('wrong-code', 'No.'))), { code: 'wrong-code' })
  // Timers may ring a little early.
  assert.ok(between - started >= 55)
  assert.ok(performance.now() - between >= 55)
})

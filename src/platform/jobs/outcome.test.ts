import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defect, refusal, setback } from '#kernel'
import { type FailedJob, outcomeOf } from './outcome.ts'

const job = (attempts: number, maxAttempts = 32_000): FailedJob => ({ id: '1', task: 't', payload: {}, attempts, maxAttempts })
const late = setback('late', 'late')

test('the first tries after a setback come within two seconds, and no wait is longer than a minute', () => {
  const waits = Array.from({ length: 40 }, (_, index) => outcomeOf(late, job(index + 1), () => 1))
  const seconds = waits.map((outcome) => (outcome.kind === 'again' ? outcome.afterMs / 1000 : Number.NaN))
  assert.deepEqual(seconds.slice(0, 6), [1, 2, 5, 15, 30, 60])
  assert.ok(seconds.every((wait) => wait <= 60))
})

test('tries are scattered, and never sooner than a second', () => {
  for (let attempts = 1; attempts < 10; attempts++) {
    const [soon, latest] = [0, 1].map((chance) => outcomeOf(late, job(attempts), () => chance))
    assert.ok(soon?.kind === 'again' && latest?.kind === 'again')
    assert.ok(soon.afterMs >= 1000 && soon.afterMs <= latest.afterMs)
  }
})

test('a setback without a limit is practically never given up', () => {
  assert.equal(outcomeOf(late, job(20_000), () => 0).kind, 'again')
})

test('a defect and a refusal are given up at once, an unknown error after ten tries', () => {
  for (const error of [defect('d', 'd'), refusal('r', 'r')]) assert.equal(outcomeOf(error, job(1), () => 0).kind, 'gave-up')
  assert.equal(outcomeOf(new TypeError('x'), job(9), () => 0).kind, 'again')
  assert.equal(outcomeOf(new TypeError('x'), job(10), () => 0).kind, 'gave-up')
})

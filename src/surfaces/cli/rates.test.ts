import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areaUnderCurve, cutFor, rateOf, shareAt } from './rates.ts'

test('no more honest mails than allowed are flagged at the cut, however many score the same', () => {
  const honest = [0.1, 0.2, 0.9, 0.9, 0.9, 0.95, ...Array.from({ length: 994 }, () => 0.01)]
  const cut = cutFor(honest, 0.002)
  assert.ok(shareAt(honest, cut).value <= 0.002)
  assert.equal(shareAt([0.95, 0.91], cut).value, 0.5 + (0.91 >= cut ? 0.5 : 0))
})

test('with none allowed the cut lies above every honest mail', () => {
  assert.equal(shareAt([0.3, 0.7], cutFor([0.3, 0.7], 0)).value, 0)
})

test('an interval holds its share and gets narrower with more mails', () => {
  const few = rateOf(1, 10)
  const many = rateOf(100, 1000)
  assert.ok(few.low < 0.1 && few.high > 0.1)
  assert.ok(many.high - many.low < few.high - few.low)
  assert.deepEqual(rateOf(0, 0), { value: 0, n: 0, low: 0, high: 1 })
})

test('a judge that always ranks right has the whole area, one that cannot tell has half', () => {
  assert.equal(areaUnderCurve([0.8, 0.9], [0.1, 0.2]), 1)
  assert.equal(areaUnderCurve([0.5, 0.5], [0.5, 0.5]), 0.5)
})

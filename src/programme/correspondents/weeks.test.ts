import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { joined, oneWeek, weightOf } from './weeks.ts'

const day = fc.integer({ min: 0, max: 700 }).map((at) => new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10))

test('in whatever order weeks are joined, and however often, the set is one', () => {
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 12 }), fc.func(fc.integer()), (days, shuffle) => {
      const together = (list: readonly string[]) => list.map(oneWeek).reduce(joined)
      const other = [...days, ...days].toSorted((one, two) => shuffle(one) - shuffle(two))
      assert.deepEqual(together(other), together(days))
    }),
  )
})

test('a week counts half after half a year, and nothing of it is left after a year', () => {
  assert.equal(weightOf(oneWeek('2026-11-03'), '2026-11-05'), 1)
  assert.equal(weightOf(oneWeek('2026-11-03'), '2027-05-04'), 0.5)
  assert.equal(joined(oneWeek('2025-10-28'), oneWeek('2026-11-03')).bits, 1)
  const everyWeek = Array.from({ length: 80 }, (_, at) => oneWeek(new Date(Date.UTC(2025, 3, 7 + 7 * at)).toISOString().slice(0, 10)))
  const all = everyWeek.reduce(joined)
  assert.equal(all.bits, 2 ** 52 - 1)
  assert.ok(weightOf(all, all.on) < 30)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Row } from '../../bench/row.ts'
import { ratioOf, toMarkdown } from './results.ts'

const speed: Row = {
  name: 'messages examined',
  unit: 'messages/s',
  ours: 300,
  peer: { name: 'peer 1.0', value: 150 },
  better: 'more',
  note: 'a|b',
}

test('twice as fast and half the time are the same ratio', () => {
  assert.equal(ratioOf(speed), 2)
  assert.equal(ratioOf({ ...speed, unit: 'ms', ours: 150, peer: { name: 'peer 1.0', value: 300 }, better: 'less' }), 2)
})

test('the results say when, where and against whom', () => {
  const measured = { name: 'mail', measuredAt: new Date('2026-03-04T05:06:07Z'), machine: '2 cores', rows: [speed] }
  const text = toMarkdown('', [measured])
  assert.match(text, /2026-03-04 05:06 UTC on 2 cores/)
  assert.ok(text.includes('| messages examined | 300 messages/s | 150 messages/s (peer 1.0) | 2.00 × | a\\|b |'))
})

test('what was not measured this time stays as it was', () => {
  const [first, second] = [new Date('2026-03-04T05:06:07Z'), new Date('2026-05-06T07:08:09Z')]
  const both = toMarkdown('', [
    { name: 'mail', measuredAt: first, machine: '2 cores', rows: [speed] },
    { name: 'history', measuredAt: first, machine: '2 cores', rows: [speed] },
  ])
  const again = toMarkdown(both, [{ name: 'mail', measuredAt: second, machine: '4 cores', rows: [{ ...speed, ours: 600 }] }])
  assert.deepEqual(again.match(/^## \w+|^Measured .*|\d+ messages\/s(?= \|)/gm), [
    '## history', 'Measured 2026-03-04 05:06 UTC on 2 cores.', '300 messages/s', '## mail', 'Measured 2026-05-06 07:08 UTC on 4 cores.', '600 messages/s',
  ]) // biome-ignore format: two sections
})

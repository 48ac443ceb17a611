import assert from 'node:assert/strict'
import { test } from 'node:test'
import { minuteOf, readHours, timeOf, writeHours } from './hours-text.ts'

test('hours are read as they are written, and written so that they can be read', () => {
  const read = readHours('Mon-Fri 09:00-17:00\n\n sat, SUN 22:00 – 6:30 \nFri-Mon 00:00-24:00')
  assert.deepEqual(read, {
    hours: [
      { weekdays: [1, 2, 3, 4, 5], span: { from: 540, until: 1020 } },
      { weekdays: [6, 7], span: { from: 1320, until: 390 } },
      { weekdays: [1, 5, 6, 7], span: { from: 0, until: 0 } },
    ],
  })
  assert.ok('hours' in read)
  assert.deepEqual(readHours(writeHours(read.hours)), read)
})

test('a line that is no hours is named', () => {
  for (const wrong of ['Mon', 'Mon 9-17', 'Moon 09:00-17:00', 'Mon-Wed-Fri 09:00-17:00', 'Mon 09:60-17:00', 'Mon 25:00-26:00'])
    assert.deepEqual(readHours(`Mon 08:00-09:00\n${wrong}`), { wrong })
  assert.deepEqual([minuteOf('9:05'), minuteOf('24:01'), minuteOf('noon'), timeOf(65)], [545, undefined, undefined, '01:05'])
})

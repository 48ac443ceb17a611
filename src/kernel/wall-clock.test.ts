import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hoursOfSetting, minutesOf, zones } from '../../test/support/minute-walk.ts'
import { daysMs, hoursMs, minutesMs } from './clock.ts'
import {
  endOfSpan,
  isWithin,
  isZone,
  minuteOfDay,
  momentOf,
  monthAt,
  readingAt,
  readingOf,
  stretchesBetween,
  weekdayOf,
} from './wall-clock.ts'

const years = ['2026-01-01', '2028-01-01'] as const
const at = (zone: string, day: string, time: string) => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return momentOf(zone, readingOf(day, hour * 60 + minute))
    .toISOString()
    .replace(':00.000Z', 'Z')
}

/** Three days around each time that a clock is set, and three on which it is not. */
const walks = zones.flatMap((zone) =>
  [Date.parse('2026-07-14'), ...hoursOfSetting(zone, years)].map((hour) => ({ zone, from: hour - daysMs(1.5), until: hour + daysMs(1.5) })),
)

test('forty zones are walked, and clocks are set in more than half of them', () => {
  assert.equal(new Set(zones).size, 40)
  assert.ok(new Set(walks.filter(({ from }) => from !== Date.parse('2026-07-12T12:00Z')).map(({ zone }) => zone)).size > 20)
})

test('a reading is reached at the first minute that shows it or a later one', () => {
  for (const { zone, from, until } of walks) {
    const minutes = [...minutesOf(zone, from, until)]
    let latest = minutes[0]?.reading ?? 0
    let wanted = latest + minutesMs(1)
    for (const { at: moment, reading } of minutes) {
      latest = Math.max(latest, reading)
      for (; wanted <= latest; wanted += minutesMs(5))
        assert.equal(momentOf(zone, wanted).getTime(), moment, `${zone} ${new Date(wanted).toISOString()}`)
    }
  }
})

test('the stretches of a time say what its clock reads at each minute', () => {
  for (const { zone, from, until } of walks) {
    const stretches = stretchesBetween(zone, new Date(from), new Date(until))
    assert.equal(stretches[0]?.from.getTime(), from)
    assert.equal(stretches.at(-1)?.until.getTime(), until)
    for (const { at: moment, reading } of minutesOf(zone, from, until)) {
      const [one, more] = stretches.filter((stretch) => stretch.from.getTime() <= moment && moment < stretch.until.getTime())
      assert.equal(moment + (one?.shiftMs ?? Number.NaN), reading, zone)
      assert.equal(more, undefined)
    }
  }
})

test('a span of the day ends at the first minute outside it, whatever happens to the clock that night', () => {
  const minute = fc.nat(1439)
  fc.assert(
    fc.property(fc.constantFrom(...walks), minute, minute, fc.nat(1439), fc.nat(59_999), (walk, from, until, later, within) => {
      const { zone } = walk
      const start = walk.from + daysMs(0.5) + minutesMs(later)
      const span = { from, until }
      const asked = new Date(start + within)
      const ends = endOfSpan(zone, span, asked).getTime()
      const first = [...minutesOf(zone, start, start + daysMs(2))].find(({ reading }) => !isWithin(minuteOfDay(reading), span))
      assert.equal(ends, first?.at === start ? asked.getTime() : first?.at, `${zone} ${asked.toISOString()} ${from}-${until}`)
    }),
    { numRuns: 400 },
  )
})

test('what a spring night skips is reached when the clock jumps past it, what an autumn night shows twice at the first time', () => {
  assert.equal(at('Europe/Berlin', '2026-03-29', '02:30'), '2026-03-29T01:00Z')
  assert.equal(at('Europe/Berlin', '2026-10-25', '02:30'), '2026-10-25T00:30Z')
  assert.equal(at('America/Havana', '2026-03-08', '00:00'), '2026-03-08T05:00Z')
  assert.equal(at('Asia/Beirut', '2026-03-29', '00:15'), '2026-03-28T22:00Z')
  assert.equal(at('Australia/Lord_Howe', '2026-10-04', '02:10'), '2026-10-03T15:30Z')
  assert.equal(at('Pacific/Chatham', '2026-04-05', '03:00'), '2026-04-04T13:15Z')
  // The 30th of December 2011 was left out.
  assert.equal(at('Pacific/Apia', '2011-12-30', '09:00'), '2011-12-30T10:00Z')
  assert.equal(at('Pacific/Apia', '2011-12-31', '09:00'), '2011-12-30T19:00Z')
  assert.equal(at('Asia/Kathmandu', '2026-11-26', '09:00'), '2026-11-26T03:15Z')
})

test('days of the week, minutes and months are those of the wall', () => {
  const reading = readingAt('Pacific/Auckland', new Date('2026-11-29T11:30:05Z'))
  assert.equal(minuteOfDay(reading), 30)
  assert.equal(weekdayOf(reading), 1)
  assert.equal(weekdayOf(Date.UTC(1969, 11, 28)), 7)
  assert.deepEqual(monthAt('America/New_York', new Date('2026-11-01T02:00Z')), {
    from: new Date('2026-10-01T04:00Z'),
    until: new Date('2026-11-01T04:00Z'),
  })
  assert.equal(monthAt('America/New_York', new Date('2026-12-31T12:00Z')).until.getTime() - Date.parse('2027-01-01'), hoursMs(5))
})

test('a zone is known by its name, and a bare shift is none', () => {
  for (const zone of zones) assert.ok(isZone(zone), zone)
  for (const wrong of ['', 'Mars/Olympus', '+02:00', 'Europe/Madrid ', 'x'.repeat(80)]) assert.equal(isZone(wrong), false, wrong)
})

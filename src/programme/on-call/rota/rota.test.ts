import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { daysMs, minutesMs, momentOf, readingAt, readingOf } from '#kernel'
import { hoursOfSetting, minutesOf, zones } from '../../../../test/support/minute-walk.ts'
import { isInHours, type Layer, type Schedule, turnMs, turnUnits } from './schedule.ts'
import { gapsBetween, type Shift, shiftsBetween } from './shifts.ts'
import { whoIsOnCall, whoseTurn } from './who-is-on-call.ts'

const daily: Layer = {
  ...{ id: 'l', name: 'Days', zone: 'Europe/Berlin', startsOn: '2026-01-05', handoverMinute: 540, every: 1, unit: 'days' },
  people: ['ana', 'bo', 'cem'],
  hours: [],
}
const rotaOf = (...layers: readonly Layer[]): Schedule => ({ id: 's', name: 'Desk', layers, takeOvers: [] })
const at = (text: string) => new Date(text)
const who = (rota: Schedule, text: string) => whoIsOnCall(rota, at(text)).personId
const said = (shifts: readonly Shift[]) =>
  shifts.map(({ personId, from, until }) => `${from.toISOString().slice(5, 16)} ${until.toISOString().slice(5, 16)} ${personId ?? '–'}`)

test('turns go round, and nobody is on call before the first', () => {
  const rota = rotaOf(daily)
  assert.equal(who(rota, '2026-01-05T07:59:59Z'), null)
  assert.deepEqual(
    ['2026-01-05T08:00Z', '2026-01-06T07:59Z', '2026-01-06T08:00Z', '2026-01-07T08:00Z', '2026-01-08T08:00Z'].map((one) => who(rota, one)),
    ['ana', 'ana', 'bo', 'cem', 'ana'],
  )
})

test('a week is handed over at nine by the wall, in winter and in summer', () => {
  const rota = rotaOf({ ...daily, unit: 'weeks' })
  assert.deepEqual(said(shiftsBetween(rota, at('2026-03-20T00:00Z'), at('2026-04-10T00:00Z'))), [
    '03-20T00:00 03-23T08:00 bo',
    '03-23T08:00 03-30T07:00 cem',
    '03-30T07:00 04-06T07:00 ana',
    '04-06T07:00 04-10T00:00 bo',
  ])
})

test('turns of hours keep to the wall: the night of a clock is longer or shorter', () => {
  const rota = rotaOf({ ...daily, every: 12, unit: 'hours', handoverMinute: 480, people: ['day', 'night'] })
  assert.deepEqual(said(shiftsBetween(rota, at('2026-10-24T12:00Z'), at('2026-10-25T12:00Z'))), [
    '10-24T12:00 10-24T18:00 day',
    '10-24T18:00 10-25T07:00 night',
    '10-25T07:00 10-25T12:00 day',
  ])
})

test('what is handed over stays so when the hour comes again, and a handover in a skipped hour happens as it is skipped', () => {
  const rota = rotaOf({ ...daily, handoverMinute: 150 })
  const before = who(rota, '2026-10-25T00:29Z')
  const after = who(rota, '2026-10-25T00:30Z')
  assert.notEqual(before, after)
  assert.equal(who(rota, '2026-10-25T01:10Z'), after, 'it is 02:10 again')
  assert.notEqual(who(rota, '2026-03-29T00:59Z'), who(rota, '2026-03-29T01:00Z'))
})

test('one who takes turns alone is on call always, and a layer without people never', () => {
  assert.deepEqual(said(gapsBetween(rotaOf({ ...daily, people: ['ana'] }), at('2026-03-01T00:00Z'), at('2026-04-01T00:00Z'))), [])
  assert.equal(who(rotaOf({ ...daily, people: [] }), '2026-03-01T00:00Z'), null)
})

const office = (zone: string, ...people: readonly string[]): Layer => ({
  ...{ ...daily, id: zone, zone, people, startsOn: '2026-01-05', handoverMinute: 0, unit: 'weeks' as const },
  hours: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], span: { from: 480, until: 960 } }],
})

test('three offices follow the sun, and the clocks of one open a gap that is shown', () => {
  const rota = rotaOf(office('Europe/Lisbon', 'eva'), office('America/Los_Angeles', 'ann'), office('Australia/Perth', 'pat'))
  assert.deepEqual(gapsBetween(rota, at('2026-02-02T00:00Z'), at('2026-02-09T00:00Z')), [], 'all in winter time')
  assert.deepEqual(said(gapsBetween(rota, at('2026-04-06T00:00Z'), at('2026-04-07T00:00Z'))), ['04-06T23:00 04-07T00:00 –'])
})

test('hours over midnight belong to the day on which they begin; a weekend without hours is a gap', () => {
  const rota = rotaOf({ ...daily, zone: 'UTC', people: ['ana'], hours: [{ weekdays: [5], span: { from: 1320, until: 360 } }] })
  assert.deepEqual(said(shiftsBetween(rota, at('2026-02-06T00:00Z'), at('2026-02-08T00:00Z'))), [
    '02-06T00:00 02-06T22:00 –',
    '02-06T22:00 02-07T06:00 ana',
    '02-07T06:00 02-08T00:00 –',
  ])
})

test('the first layer that has somebody decides, and the next one fills its gaps', () => {
  const [weekdays, always] = [
    { ...daily, zone: 'UTC', people: ['ana'], hours: [{ weekdays: [1, 2, 3, 4, 5], span: { from: 0, until: 0 } }] },
    { ...daily, zone: 'UTC', people: ['bo'] },
  ]
  assert.equal(who(rotaOf(weekdays, always), '2026-02-06T12:00Z'), 'ana')
  assert.equal(who(rotaOf(weekdays, always), '2026-02-07T12:00Z'), 'bo')
  assert.equal(who(rotaOf(always, weekdays), '2026-02-06T12:00Z'), 'bo')
})

test('the turns of somebody who left are gaps, and the others keep theirs', () => {
  const [before, after] = [rotaOf(daily), rotaOf({ ...daily, people: ['ana', null, 'cem'] })]
  assert.equal(who(before, '2026-01-07T12:00Z'), who(after, '2026-01-07T12:00Z'))
  assert.deepEqual(said(gapsBetween(after, at('2026-01-05T08:00Z'), at('2026-01-08T08:00Z'))), ['01-06T08:00 01-07T08:00 –'])
})

test('a take-over counts from its first moment to its last, also where nobody was', () => {
  const takeOver = { id: 't', personId: 'dee', from: at('2026-01-05T06:30Z'), until: at('2026-01-05T10:00Z') }
  const shifts = shiftsBetween({ ...rotaOf(daily), takeOvers: [takeOver] }, at('2026-01-05T00:00Z'), at('2026-01-06T00:00Z'))
  assert.deepEqual(said(shifts), ['01-05T00:00 01-05T06:30 –', '01-05T06:30 01-05T10:00 dee', '01-05T10:00 01-06T00:00 ana'])
  assert.deepEqual(
    shifts.map(({ takeOverId }) => takeOverId),
    [undefined, 't', undefined],
  )
})

/** The same rota for who knows only how to look at the wall each minute. */
function* walked(layer: Layer, from: number, until: number): Generator<{ readonly at: number; readonly person: string | null }> {
  const first = readingOf(layer.startsOn, layer.handoverMinute)
  let latest = Number.NEGATIVE_INFINITY
  for (const { at: moment, reading } of minutesOf(layer.zone, from, until)) {
    latest = Math.max(latest, reading)
    const begun = Math.floor((latest - first) / turnMs(layer))
    const isOn = begun >= 0 && isInHours(layer.hours, reading)
    yield { at: moment, person: isOn ? (layer.people[begun % layer.people.length] ?? null) : null }
  }
}

function isAsWalked(layer: Layer, from: number, until: number): void {
  const shifts = shiftsBetween(rotaOf(layer), new Date(from), new Date(until))
  assert.equal(shifts[0]?.from.getTime(), from)
  assert.equal(shifts.at(-1)?.until.getTime(), until)
  let now = 0
  for (const { at: moment, person } of walked(layer, from, until)) {
    if (moment >= (shifts[now]?.until.getTime() ?? 0)) {
      now += 1
      assert.equal(shifts[now]?.from.getTime(), shifts[now - 1]?.until.getTime(), 'no minute is of two shifts, and none of no shift')
    }
    assert.equal(shifts[now]?.personId, person, `${layer.zone} ${new Date(moment).toISOString()} ${JSON.stringify(layer)}`)
  }
  assert.equal(now, shifts.length - 1)
}

const tenZones = zones.filter((zone) => /Berlin|Havana|Beirut|Lord_Howe|Chatham|Casablanca|Santiago|St_Johns|Troll|Auckland/.test(zone))

test('two years in ten zones are as somebody finds them who looks each minute around every time a clock is set', () => {
  assert.equal(tenZones.length, 10)
  for (const zone of tenZones)
    for (const hour of hoursOfSetting(zone, ['2026-01-10', '2027-12-25'])) {
      const [from, until] = [hour - daysMs(4), hour + daysMs(4)]
      for (const layer of [
        { ...daily, zone, handoverMinute: 0 },
        { ...daily, zone, every: 1, unit: 'hours' as const, handoverMinute: 15 },
        { ...office(zone, 'ana', 'bo'), hours: [{ weekdays: [6, 7], span: { from: 90, until: 150 } }] },
      ])
        isAsWalked(layer, from, until)
    }
})

test('one zone is looked at each minute of two years', () => {
  const layer = { ...office('Australia/Lord_Howe', 'ana', 'bo', 'cem'), every: 3, unit: 'days' as const, handoverMinute: 110 }
  isAsWalked(layer, Date.parse('2026-01-01'), Date.parse('2028-01-01'))
})

const around = zones.flatMap((zone) =>
  [Date.parse('2026-07-14'), ...hoursOfSetting(zone, ['2026-01-10', '2027-12-25'])].map((hour) => ({ zone, hour })),
)
const span = fc.record({ from: fc.nat(1439), until: fc.nat(1439) })
const layers = fc
  .record({
    place: fc.constantFrom(...around),
    handoverMinute: fc.nat(1439),
    every: fc.integer({ min: 1, max: 30 }),
    unit: fc.constantFrom(...turnUnits),
    people: fc.array(fc.constantFrom('ana', 'bo', 'cem', null), { minLength: 1, maxLength: 5 }),
    hours: fc.array(fc.record({ weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), span }), { maxLength: 3 }),
    daysBefore: fc.integer({ min: -1, max: 400 }),
  })
  .map(({ place: { zone, hour }, daysBefore, ...rest }) => {
    const startsOn = new Date(hour - daysMs(daysBefore)).toISOString().slice(0, 10)
    return { hour, layer: { ...daily, ...rest, zone, startsOn } }
  })

test('any layer in any zone is as somebody finds it who looks each minute', () => {
  fc.assert(
    fc.property(layers, ({ hour, layer }) => isAsWalked(layer, hour - daysMs(1.5), hour + daysMs(1.5))),
    { numRuns: 150 },
  )
})

test('a take-over changes its own time, to the minute, and nothing else', () => {
  fc.assert(
    fc.property(layers, fc.nat(2879), fc.integer({ min: 1, max: 1440 }), ({ hour, layer }, begins, lasts) => {
      const start = hour - daysMs(1.5)
      const from = new Date(start + minutesMs(begins))
      const takeOver = { id: 't', personId: 'dee', from, until: new Date(from.getTime() + minutesMs(lasts)) }
      const rota = { ...rotaOf(layer), takeOvers: [takeOver] }
      for (const shift of shiftsBetween(rota, new Date(start), new Date(start + daysMs(3)))) {
        const isOver = shift.from >= takeOver.from && shift.from < takeOver.until
        assert.equal(shift.personId, isOver ? 'dee' : whoseTurn(layer, shift.from))
        if (isOver) assert.deepEqual([shift.from, shift.until <= takeOver.until], [takeOver.from, true])
      }
    }),
    { numRuns: 150 },
  )
})

test('a handover reads the same on the wall every day of the year, but where the wall skips it', () => {
  for (const zone of tenZones) {
    const shifts = shiftsBetween(rotaOf({ ...daily, zone }), momentOf(zone, readingOf('2026-01-05', 540)), at('2027-01-05T00:00Z'))
    assert.ok(shifts.length > 360)
    for (const { from } of shifts) assert.equal(readingAt(zone, from) % daysMs(1), minutesMs(540), zone)
  }
})

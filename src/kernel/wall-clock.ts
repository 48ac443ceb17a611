/**
 * What the clock on a wall reads in a zone of the IANA database, and when it
 * reads something. A reading is a number: the milliseconds of the UTC moment
 * with the same digits, so `2026-03-29 02:30` on any wall is
 * `Date.UTC(2026, 2, 29, 2, 30)`. Readings are added and compared; which
 * moment they are is asked only here. The zones come with the runtime (Intl).
 */
import { daysMs, minutesMs } from './clock.ts'

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known !== undefined) return known
  const digits = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const
  const made = new Intl.DateTimeFormat('en-CA', { ...digits, timeZone: zone, hourCycle: 'h23' })
  clocks.set(zone, made)
  return made
}

/** Whether a name is that of a zone: `Europe/Madrid`, `UTC`. A bare shift such as `+02:00` is none: it knows no summer. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z][\w+/-]{1,40}$/.test(name)) return false
  try {
    clockOf(name)
    return true
  } catch {
    return false
  }
}

/** What the clock reads at a moment, to the second. */
export function readingAt(zone: string, at: Date): number {
  const [, year, month, day, hour, minute, second] = /^(\d+)-(\d+)-(\d+), (\d+):(\d+):(\d+)$/.exec(clockOf(zone).format(at)) ?? []
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
}

/** The minutes of its day that a reading shows: 0 to 1439. */
export const minuteOfDay = (reading: number): number => Math.floor((((reading % daysMs(1)) + daysMs(1)) % daysMs(1)) / minutesMs(1))

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export const weekdayOf = (reading: number): number => ((new Date(reading).getUTCDay() + 6) % 7) + 1

/** The reading of `2026-03-29` at a minute of that day. */
export const readingOf = (day: string, minute: number): number => Date.parse(`${day}T00:00:00Z`) + minutesMs(minute)

/** How far the clock is ahead of UTC, in milliseconds. */
const shiftAt = (zone: string, ms: number): number => readingAt(zone, new Date(ms)) - Math.floor(ms / 1000) * 1000

/** The first moment after `from`, and at the latest `until`, at which the clock has been set; undefined when both have one shift. */
function setBetween(zone: string, from: number, until: number): number | undefined {
  const before = shiftAt(zone, from)
  if (shiftAt(zone, until) === before) return undefined
  let [earlier, later] = [Math.floor(from / 1000), Math.ceil(until / 1000)]
  while (later - earlier > 1) {
    const middle = Math.floor((earlier + later) / 2)
    if (shiftAt(zone, middle * 1000) === before) earlier = middle
    else later = middle
  }
  return later * 1000
}

/**
 * The first moment at which the clock has reached a reading. One that it skips (a spring gap, a day that Apia left out) is reached when
 * it jumps past; of two moments with one reading it is the earlier.
 */
export function momentOf(zone: string, reading: number): Date {
  // No clock is further than 14 hours from UTC, and none was set twice in two days.
  const [from, until] = [reading - daysMs(1), reading + daysMs(1)]
  const asBefore = reading - shiftAt(zone, from)
  const set = setBetween(zone, from, until)
  if (set === undefined || asBefore < set) return new Date(asBefore)
  return new Date(Math.max(set, reading - shiftAt(zone, set)))
}

/** A time in which the clock is not set: what it reads is the moment and `shiftMs`. */
export type Stretch = { readonly from: Date; readonly until: Date; readonly shiftMs: number }

/** The stretches from one moment to another, without a hole between them. */
export function stretchesBetween(zone: string, from: Date, until: Date): readonly Stretch[] {
  const stretches: Stretch[] = []
  let begun = from.getTime()
  for (let at = begun; at < until.getTime(); ) {
    const next = Math.min(at + daysMs(1), until.getTime())
    const set = setBetween(zone, at, next)
    if (set !== undefined && set < until.getTime()) {
      stretches.push({ from: new Date(begun), until: new Date(set), shiftMs: shiftAt(zone, begun) })
      begun = set
    }
    at = set ?? next
  }
  if (begun < until.getTime()) stretches.push({ from: new Date(begun), until, shiftMs: shiftAt(zone, begun) })
  return stretches
}

/** The calendar month of a moment, as the clock there has it. */
export function monthAt(zone: string, at: Date): { readonly from: Date; readonly until: Date } {
  const day = new Date(readingAt(zone, at))
  const first = (ahead: number) => momentOf(zone, Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + ahead, 1))
  return { from: first(0), until: first(1) }
}

/** A span of the day in minutes; it may cross midnight (1320 to 420), and equal ends are no span. */
export type DaySpan = { readonly from: number; readonly until: number }

export const isWithin = (minute: number, { from, until }: DaySpan): boolean =>
  from <= until ? minute >= from && minute < until : minute >= from || minute < until

/** The first moment from `at` on whose reading is outside a span: `at` itself when it is. */
export function endOfSpan(zone: string, span: DaySpan, at: Date): Date {
  for (const { from, until, shiftMs } of stretchesBetween(zone, at, new Date(at.getTime() + daysMs(3)))) {
    const minute = minuteOfDay(from.getTime() + shiftMs)
    if (!isWithin(minute, span)) return from
    const ends = from.getTime() + minutesMs((span.until - minute + 1440) % 1440)
    const wholeMinute = ends - ((ends + shiftMs) % minutesMs(1))
    if (wholeMinute < until.getTime()) return new Date(wholeMinute)
  }
  return at
}

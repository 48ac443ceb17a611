/** Hours of the week as staff write them, one a line: `Mon-Fri 09:00-17:00`. */
import type { WeekHours } from './schedule.ts'

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

/** `09:30` as minutes of the day; undefined when it is no time. `24:00` is the end of the day. */
export function minuteOf(typed: string): number | undefined {
  const [, hour, minute] = /^(\d{1,2}):(\d\d)$/.exec(typed.trim()) ?? []
  const minutes = Number(hour) * 60 + Number(minute)
  return Number(minute) < 60 && minutes <= 1440 ? minutes % 1440 : undefined
}

/** 570 as `09:30`. */
export const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** What is written, or the first line that could not be read. */
export function readHours(typed: string): { readonly hours: readonly WeekHours[] } | { readonly wrong: string } {
  const hours: WeekHours[] = []
  for (const line of typed.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const [, days = '', from = '', until = ''] = /^(.+?)\s+(\d{1,2}:\d\d)\s*[-–]\s*(\d{1,2}:\d\d)$/.exec(line) ?? []
    const weekdays = readDays(days)
    const [begins, ends] = [minuteOf(from), minuteOf(until)]
    if (weekdays === undefined || begins === undefined || ends === undefined) return { wrong: line }
    hours.push({ weekdays, span: { from: begins, until: ends } })
  }
  return { hours }
}

/** `Mon-Fri, Sun`; a range may go over the weekend. */
function readDays(typed: string): readonly number[] | undefined {
  const found = new Set<number>()
  for (const part of typed.split(',')) {
    const [first = -1, last = first, more] = part.split(/[-–]/).map(dayNumber)
    if (first < 0 || last < 0 || more !== undefined) return undefined
    for (let day = first; ; day = (day + 1) % 7) {
      found.add(day + 1)
      if (day === last) break
    }
  }
  return [...found].sort((one, other) => one - other)
}

const dayNumber = (typed: string): number => dayNames.findIndex((day) => day.toLowerCase() === typed.trim().toLowerCase())

/** The lines that `readHours` takes. */
export const writeHours = (hours: readonly WeekHours[]): string =>
  hours
    .map(({ weekdays, span }) => `${weekdays.map((day) => dayNames[day - 1]).join(', ')} ${timeOf(span.from)}-${timeOf(span.until)}`)
    .join('\n')

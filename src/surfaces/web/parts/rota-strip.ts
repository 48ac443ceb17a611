/** Two weeks of a rota: a drawing for the eye, the same in words for everybody, on the clock of one zone. */
import { daysMs, minuteOfDay, minutesMs, momentOf, readingAt } from '#kernel'
import { type Schedule, type Shift, shiftsBetween } from '../deps/rota.ts'
import type { Words } from '../wording/words.ts'
import { chip } from './chip.ts'
import { html, type Markup } from './markup.ts'

export type Ahead = { readonly zone: string; readonly shifts: readonly Shift[]; readonly from: Date; readonly until: Date }

/** The zone of the first layer: where most of its people work. */
export const zoneOf = ({ layers }: Schedule): string => layers[0]?.zone ?? 'UTC'

export function aheadOf(schedule: Schedule, now: Date): Ahead {
  const from = new Date(Math.floor(now.getTime() / minutesMs(1)) * minutesMs(1))
  const until = new Date(from.getTime() + daysMs(14))
  return { zone: zoneOf(schedule), shifts: shiftsBetween(schedule, from, until), from, until }
}

/** `Mon 23 Nov, 09:00` on the clock of a zone, as an element that holds the moment. */
function timeIn(zone: string, at: Date): Markup {
  return html`<time datetime="${at.toISOString()}">${textIn(zone, at)}</time>`
}

export const textIn = (zone: string, at: Date): string =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(at)

const [width, height, weekMs] = [700, 30, daysMs(7)]

export function strip(words: Words, { zone, shifts, from }: Ahead): Markup {
  const week = (start: number) => {
    const x = (at: Date) => ((Math.min(Math.max(at.getTime(), start), start + weekMs) - start) / weekMs) * width
    const boxes = shifts.flatMap((shift, at) => {
      const [left, right] = [x(shift.from), x(shift.until)]
      if (right <= left) return []
      const kind = shift.personId === null ? 'gap' : at % 2 === 0 ? 'shift' : 'shift other'
      return [
        html`<rect class="${kind}" x="${left.toFixed(1)}" y="6" width="${Math.max(0.8, right - left - 1).toFixed(1)}" height="${height - 6}" rx="2"></rect>`,
      ]
    })
    const days = midnights(zone, new Date(start), new Date(start + weekMs)).map((at) => `M${x(at).toFixed(1)} 0v${height}`)
    return html`<svg class="strip" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">${boxes}<path class="day" d="${days.join('')}"></path></svg>`
  }
  return html`<div class="strips"><p class="unseen">${words.say('rota.strip')}</p>${[0, 1].map((one) => week(from.getTime() + one * weekMs))}</div>`
}

function midnights(zone: string, from: Date, until: Date): readonly Date[] {
  const found: Date[] = []
  for (let reading = readingAt(zone, from) - minutesMs(minuteOfDay(readingAt(zone, from))) + daysMs(1); ; reading += daysMs(1)) {
    const at = momentOf(zone, reading)
    if (at >= until) return found
    found.push(at)
  }
}

const shownAtOnce = 8

/** Gaps are said in words, in the place of a name. */
export function shiftTable(words: Words, { zone, shifts }: Ahead, nameOf: (personId: string) => string): Markup {
  const say = (key: 'who' | 'begins' | 'ends') => words.say(`rota.${key}`)
  const table = (
    some: readonly Shift[],
  ) => html`<table class="collapses"><thead><tr><th scope="col">${say('who')}</th><th scope="col">${say('begins')}</th><th scope="col">${say('ends')}</th></tr></thead><tbody>
${some.map(
  ({
    personId,
    takeOverId,
    from,
    until,
  }) => html`<tr><th scope="row">${personId === null ? chip('danger', words.say('rota.nobody')) : nameOf(personId)}${takeOverId !== undefined && html` <small>${words.say('rota.takes-over')}</small>`}</th>
<td data-label="${say('begins')}">${timeIn(zone, from)}</td><td data-label="${say('ends')}">${timeIn(zone, until)}</td></tr>`,
)}</tbody></table>`
  const rest = shifts.slice(shownAtOnce)
  return html`${table(shifts.slice(0, shownAtOnce))}${rest.length > 0 && html`<details><summary>${words.say('rota.more', { count: rest.length })}</summary>${table(rest)}</details>`}`
}

/** What is open in the two weeks, in one sentence. */
export function gapsSaid(words: Words, { shifts }: Ahead): Markup {
  const gaps = shifts.filter(({ personId }) => personId === null)
  if (gaps.length === 0) return html`<p>${words.say('rota.no-gap')}</p>`
  const length = lengthSaid(
    words,
    gaps.reduce((sum, { from, until }) => sum + until.getTime() - from.getTime(), 0),
  )
  return html`<p class="trouble">${gaps.length === 1 ? words.say('rota.gap-one', { length }) : words.say('rota.gaps', { count: gaps.length, length })}</p>`
}

const lengthSaid = (words: Words, ms: number): string => {
  const minutes = Math.round(ms / minutesMs(1))
  return minutes < 120 ? words.say('rota.minutes', { count: minutes }) : words.say('rota.hours', { count: Math.round(minutes / 60) })
}

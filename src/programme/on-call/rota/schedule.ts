/** What a rota is made of. Whoever reads it from the database makes these; everything in this folder only thinks. */
import { type DaySpan, daysMs, hoursMs, isWithin, minuteOfDay, weekdayOf } from '#kernel'

export const turnUnits = ['hours', 'days', 'weeks'] as const
export type TurnUnit = (typeof turnUnits)[number]

/** Hours of some days of the week, on the clock of the layer's zone; a span over midnight belongs to the day on which it begins, and equal ends are the whole day. */
export type WeekHours = {
  /** 1 for Monday to 7 for Sunday. */
  readonly weekdays: readonly number[]
  readonly span: DaySpan
}

/** People who take turns. Of a schedule's layers the first that has somebody at a moment decides. */
export type Layer = {
  readonly id: string
  readonly name: string
  /** IANA zone in which its hours are meant. */
  readonly zone: string
  /** The day of the first turn, `2026-11-23`, and the minute of the day at which turns are handed over. */
  readonly startsOn: string
  readonly handoverMinute: number
  /** A turn is so many hours, days or weeks on the wall: a day that a clock makes longer is a longer turn. */
  readonly every: number
  readonly unit: TurnUnit
  /** In their order; null for somebody who works here no more: their turns are gaps until the layer is changed. */
  readonly people: readonly (string | null)[]
  /** When the layer has somebody at all; empty for always. */
  readonly hours: readonly WeekHours[]
}

/** Somebody takes over, whatever the layers say. Those of one schedule do not overlap. */
export type TakeOver = { readonly id: string; readonly personId: string; readonly from: Date; readonly until: Date }

export type Schedule = {
  readonly id: string
  readonly name: string
  readonly layers: readonly Layer[]
  readonly takeOvers: readonly TakeOver[]
}

const unitMs: Readonly<Record<TurnUnit, number>> = { hours: hoursMs(1), days: daysMs(1), weeks: daysMs(7) }

/** How much further the wall's clock is at the next handover. */
export const turnMs = ({ every, unit }: Pick<Layer, 'every' | 'unit'>): number => every * unitMs[unit]

/** Whether a reading is in the hours of a layer. */
export function isInHours(hours: readonly WeekHours[], reading: number): boolean {
  if (hours.length === 0) return true
  const minute = minuteOfDay(reading)
  const [today, yesterday] = [weekdayOf(reading), weekdayOf(reading - daysMs(1))]
  return hours.some(({ weekdays, span }) => {
    if (span.from === span.until) return weekdays.includes(today)
    const isAfterMidnight = span.from > span.until && minute < span.until
    return isWithin(minute, span) && weekdays.includes(isAfterMidnight ? yesterday : today)
  })
}

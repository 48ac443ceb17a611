/** Days as people write them and the database keeps them: `2026-11-03`, in UTC. */
import { type Clock, dayIn, dayOf } from '#kernel'
import { realDay } from '#members'
import { dayNotRight } from './refusals.ts'

const furthestDays = 5 * 366

/** A day from today on, five years at most. Refusal `day-not-right`. */
export function readDay(clock: Clock, typed: string): string {
  const day = realDay(typed)
  const now = clock.now()
  if (day === undefined || day < dayOf(now) || day > dayIn(now, furthestDays)) throw dayNotRight(typed)
  return day
}

/** `2026-10-20` for 14 days before `2026-11-03`. */
export const daysBefore = (day: string, days: number): string => dayIn(new Date(`${day}T00:00:00Z`), -days)

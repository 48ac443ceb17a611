/** Days as people write them and the database keeps them: `2026-11-03`, in UTC. */
import { type Clock, dayOf, daysMs } from '#kernel'
import { dayNotRight } from './refusals.ts'

const furthest = daysMs(5 * 366)

/** A day from today on, five years at most. Refusal `day-not-right`. */
export function readDay(clock: Clock, typed: string): string {
  const day = typed.trim()
  const now = clock.now()
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : undefined
  const isReal = at !== undefined && !Number.isNaN(at.getTime()) && dayOf(at) === day
  if (!isReal || day < dayOf(now) || at.getTime() > now.getTime() + furthest) throw dayNotRight(typed)
  return day
}

/** `2026-10-20` for 14 days before `2026-11-03`. */
export const daysBefore = (day: string, days: number): string => dayOf(new Date(new Date(`${day}T00:00:00Z`).getTime() - daysMs(days)))

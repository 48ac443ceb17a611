/** How somebody belongs to an organisation, and the day it ends by itself. Days are those of UTC, the last one included. */
import { dayIn, dayOf } from '#kernel'
import { endDateMissing, endDateNotValid } from './refusals.ts'

export const membershipKinds = ['staff', 'volunteer', 'vendor', 'family'] as const
export type MembershipKind = (typeof membershipKinds)[number]

export type MembershipTime = { readonly kind: MembershipKind; readonly endsOn?: string }

/** Nobody plans further ahead than the next election but one. */
const mostDays = 1500

/** Who serves a season, or sells to one, is there for a time; staff and family may stay. */
export const needsEnd = (kind: MembershipKind): boolean => kind === 'volunteer' || kind === 'vendor'

/** A day as a form or a list has it; undefined when there is no such day. */
export function realDay(typed: string): string | undefined {
  const day = typed.trim()
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined
  const moment = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && dayOf(moment) === day ? day : undefined
}

/** Whether a membership may end that day, seen from `now`: today at the earliest. */
export const mayEndOn = (day: string, now: Date): boolean => day >= dayOf(now) && day <= dayIn(now, mostDays)

/** Refusals `end-date-missing` for those who need one, `end-date-not-valid`. */
export function readTime(
  { kind = 'staff', endsOn = '' }: { readonly kind?: MembershipKind; readonly endsOn?: string },
  now: Date,
): MembershipTime {
  if (endsOn.trim() === '') {
    if (needsEnd(kind)) throw endDateMissing()
    return { kind }
  }
  const day = realDay(endsOn)
  if (day === undefined || !mayEndOn(day, now)) throw endDateNotValid()
  return { kind, endsOn: day }
}

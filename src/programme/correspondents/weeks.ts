/**
 * In which weeks somebody was heard of, as a set of bits: the lowest is the
 * week of `on`, the next the week before. A set and not a counter, so that the
 * same mail seen twice, or by two processes, counts once, and fifty mails on
 * one day are one week.
 */

/** What PostgreSQL keeps of it: 52 weeks fit into a number exactly. */
const kept = 52
/** A week this many weeks ago counts half; worked out at reading, so that nothing is rewritten as time goes by. */
const halfLifeWeeks = 26
const dayMs = 86_400_000

export const dayOf = (at: Date): string => at.toISOString().slice(0, 10)
const dayNumber = (day: string): number => Math.floor(Date.parse(day) / dayMs)
/** Weeks begin on Monday; day 0 was a Thursday. */
const weekOf = (day: string): number => Math.floor((dayNumber(day) + 3) / 7)

export const daysBetween = (from: string, to: string): number => Math.max(0, dayNumber(to) - dayNumber(from))

export type Weeks = { readonly on: string; readonly bits: number }

export const oneWeek = (on: string): Weeks => ({ on, bits: 1 })

/** Both sets, from the younger day on. */
export function joined(one: Weeks, other: Weeks): Weeks {
  const on = one.on > other.on ? one.on : other.on
  const moved = ({ on: before, bits }: Weeks): bigint => {
    const older = weekOf(on) - weekOf(before)
    return older >= kept ? 0n : BigInt.asUintN(kept, BigInt(bits) << BigInt(older))
  }
  return { on, bits: Number(moved(one) | moved(other)) }
}

/** How much these weeks count on a day: each one once, older ones less. */
export function weightOf({ on, bits }: Weeks, today: string): number {
  const since = Math.max(0, weekOf(today) - weekOf(on))
  let weight = 0
  for (let place = 0, rest = bits; rest > 0 && place < kept; place += 1, rest = Math.floor(rest / 2))
    if (rest % 2 === 1) weight += 0.5 ** ((since + place) / halfLifeWeeks)
  return weight
}

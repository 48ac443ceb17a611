/** A rota laid out ahead: who is on call from when until when, and where nobody is. */
import { daysMs, minutesMs, stretchesBetween } from '#kernel'
import type { Layer, Schedule } from './schedule.ts'
import { handoversBetween, type OnCall, whoIsOnCall } from './who-is-on-call.ts'

export type Shift = OnCall & { readonly from: Date; readonly until: Date }

/** Without a hole: a time with nobody is a shift of nobody's. */
export function shiftsBetween(schedule: Pick<Schedule, 'layers' | 'takeOvers'>, from: Date, until: Date): readonly Shift[] {
  if (from >= until) return []
  const moments = momentsOfChange(schedule, from, until)
  const shifts: Shift[] = []
  for (const [at, begins] of moments.entries()) {
    const ends = moments[at + 1] ?? until
    const onCall = whoIsOnCall(schedule, begins)
    const last = shifts.at(-1)
    if (last !== undefined && last.personId === onCall.personId && last.takeOverId === onCall.takeOverId)
      shifts[shifts.length - 1] = { ...last, until: ends }
    else shifts.push({ ...onCall, from: begins, until: ends })
  }
  return shifts
}

/** The times in which nobody is on call. */
export const gapsBetween = (schedule: Pick<Schedule, 'layers' | 'takeOvers'>, from: Date, until: Date): readonly Shift[] =>
  shiftsBetween(schedule, from, until).filter(({ personId }) => personId === null)

/** Every moment at which it could be somebody else, in order; the first is `from`. */
function momentsOfChange({ layers, takeOvers }: Pick<Schedule, 'layers' | 'takeOvers'>, from: Date, until: Date): readonly Date[] {
  const edges = [
    ...takeOvers.flatMap((one) => [one.from, one.until]),
    ...layers.flatMap((layer) => [...handoversBetween(layer, from, until), ...edgesOfHours(layer, from, until)]),
  ]
  const within = edges.map((edge) => edge.getTime()).filter((ms) => ms > from.getTime() && ms < until.getTime())
  return [...new Set([from.getTime(), ...within])].sort((one, other) => one - other).map((ms) => new Date(ms))
}

/** Where the hours of a layer begin and end, and where its clock is set: an hour that comes twice is worked twice. */
function edgesOfHours({ zone, hours }: Layer, from: Date, until: Date): readonly Date[] {
  if (hours.length === 0) return []
  const minutes = [...new Set(hours.flatMap(({ span }) => [0, span.from, span.until]))]
  return stretchesBetween(zone, from, until).flatMap((stretch) => {
    const edges = [stretch.from]
    const firstDay = Math.floor((stretch.from.getTime() + stretch.shiftMs) / daysMs(1)) * daysMs(1)
    for (let day = firstDay; day - stretch.shiftMs < stretch.until.getTime(); day += daysMs(1))
      for (const minute of minutes) {
        const at = new Date(day + minutesMs(minute) - stretch.shiftMs)
        if (at > stretch.from && at < stretch.until) edges.push(at)
      }
    return edges
  })
}

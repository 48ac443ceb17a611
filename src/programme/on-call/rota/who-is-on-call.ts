/** Who is on call at a moment. */
import { momentOf, readingAt, readingOf } from '#kernel'
import { isInHours, type Layer, type Schedule, turnMs } from './schedule.ts'

export type OnCall = {
  /** Null: nobody is. */
  readonly personId: string | null
  /** The take-over by which it is them. */
  readonly takeOverId?: string
}

export function whoIsOnCall({ layers, takeOvers }: Pick<Schedule, 'layers' | 'takeOvers'>, at: Date): OnCall {
  const takeOver = takeOvers.find(({ from, until }) => from <= at && at < until)
  if (takeOver !== undefined) return { personId: takeOver.personId, takeOverId: takeOver.id }
  for (const layer of layers) {
    const personId = whoseTurn(layer, at)
    if (personId !== null) return { personId }
  }
  return { personId: null }
}

/** Whose turn it is in one layer; null outside its hours and before it begins. */
export function whoseTurn(layer: Layer, at: Date): string | null {
  const { people, hours, zone } = layer
  if (people.length === 0) return null
  const reading = readingAt(zone, at)
  const turn = turnAt(layer, at, reading)
  return turn < 0 || !isInHours(hours, reading) ? null : (people[turn % people.length] ?? null)
}

/** Counted from 0; below 0 before the first. */
function turnAt(layer: Layer, at: Date, reading: number): number {
  let turn = Math.floor((reading - firstReading(layer)) / turnMs(layer))
  // After a clock was set back it reads what it read before; what was handed over then stays handed over.
  while (handoverOf(layer, turn + 1) <= at) turn += 1
  return turn
}

const firstReading = ({ startsOn, handoverMinute }: Layer): number => readingOf(startsOn, handoverMinute)

/** When a turn begins. */
const handoverOf = (layer: Layer, turn: number): Date => momentOf(layer.zone, firstReading(layer) + turn * turnMs(layer))

/** All handovers of a layer in a time. */
export function handoversBetween(layer: Layer, from: Date, until: Date): readonly Date[] {
  const found: Date[] = []
  let turn = Math.max(0, turnAt(layer, from, readingAt(layer.zone, from)))
  for (let at = handoverOf(layer, turn); at < until; at = handoverOf(layer, turn)) {
    if (at >= from) found.push(at)
    turn += 1
  }
  return found
}

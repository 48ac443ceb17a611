/** Indicators, made ready to be asked: the cost of a question does not depend on how many there are. */
import type { Place } from '../detect/places.ts'
import { rangesOf } from './ip.ts'
import type { Indicator, IndicatorKind, Mark } from './own-set.ts'
import { upwards } from './values.ts'

export type IndicatorIndex = {
  /** All whose first mark is this one. */
  readonly find: (kind: IndicatorKind, value: string) => readonly Indicator[]
  readonly size: number
  /** The sizes of the IP ranges among them. */
  readonly ranges: ReadonlySet<number>
}

const none: readonly Indicator[] = []

export function indexIndicators(indicators: readonly Indicator[]): IndicatorIndex {
  const byMark = new Map<string, Indicator | Indicator[]>()
  const ranges = new Set<number>()
  const range = ({ kind, value }: Mark): void => {
    if (kind === 'ip') ranges.add(Number(value.split('/')[2]))
  }
  for (const one of indicators) {
    const key = `${one.kind} ${one.value}`
    const known = byMark.get(key)
    byMark.set(key, known === undefined ? one : Array.isArray(known) ? [...known, one] : [known, one])
    range(one)
    for (const mark of one.also) range(mark)
  }
  return {
    find: (kind, value) => {
      const found = byMark.get(`${kind} ${value}`)
      return found === undefined ? none : Array.isArray(found) ? found : [found]
    },
    size: indicators.length,
    ranges,
  }
}

/** A mark as a mail shows it, with where it stands. */
export type Shown = Mark & { readonly where: Place; readonly quote: string }

/** Hosts count for every name above them, addresses of the net for every range around them. */
export function* marksOf(kind: 'host' | 'ip', text: string, ranges: ReadonlySet<number>): Generator<Mark> {
  if (kind === 'ip') for (const value of rangesOf(text, ranges)) yield { kind: 'ip', value }
  else for (const value of upwards(text)) yield { kind: 'domain', value }
}

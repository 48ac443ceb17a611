/** Reads a file of indicators: a STIX 2.1 bundle or MISP events. What cannot be used is counted and named, never silently left out. */
import type { Indicator } from '../own-set.ts'
import type { Guard } from './guard.ts'
import type { Named } from './named.ts'
import { isMisp, readMisp } from './read-misp.ts'
import { isStix, readStix } from './read-stix.ts'

export type IndicatorLine = Omit<Indicator, 'source'> & { readonly validUntil?: Date }

/** What was left out, by why; with up to five examples each. */
export type LeftOut = { readonly why: string; readonly count: number; readonly examples: readonly string[] }

export type ReadIndicators = {
  readonly format: 'stix' | 'misp'
  readonly indicators: readonly IndicatorLine[]
  readonly refused: readonly LeftOut[]
}

const mostIndicators = 500_000

/** The indicators of a file's text. Throws nothing: `says` is the sentence for a file that is not what was expected. */
export function readIndicators(text: string, guard: Guard, now: Date): ReadIndicators | { readonly says: string } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { says: 'This file is not JSON. A STIX 2.1 bundle or MISP events (JSON) were expected.' }
  }
  const format = isStix(json) ? 'stix' : isMisp(json) ? 'misp' : undefined
  if (format === undefined)
    return { says: 'This file is JSON, but no STIX 2.1 bundle (“type”: “bundle”) and no MISP event or list of attributes.' }
  return collect(format, format === 'stix' ? readStix(json, now) : readMisp(json), guard)
}

function collect(format: 'stix' | 'misp', all: Iterable<Named>, guard: Guard): ReadIndicators {
  const kept = new Map<string, IndicatorLine>()
  const refused = new Map<string, { count: number; examples: string[] }>()
  const leaveOut = (why: string, name: string): void => {
    const one = refused.get(why) ?? { count: 0, examples: [] }
    one.count += 1
    if (one.examples.length < 5 && !one.examples.includes(name)) one.examples.push(name.slice(0, 100))
    refused.set(why, one)
  }
  for (const one of all) {
    if ('why' in one) {
      leaveOut(one.why, one.name)
      continue
    }
    for (const what of one.lost) leaveOut(`cannot be looked for in a mail: ${what}`, one.name)
    for (const way of one.any) {
      const [first, ...also] = way
      if (first === undefined) continue
      const why = way.map(guard).find((reason) => reason !== undefined)
      if (why !== undefined) {
        leaveOut(why, first.value)
        continue
      }
      if (kept.size >= mostIndicators) {
        leaveOut(`is beyond the ${mostIndicators} that one file may hold`, first.value)
        continue
      }
      const key = JSON.stringify(way)
      const known = kept.get(key)
      if (known !== undefined && known.confidence >= one.confidence) continue
      kept.set(key, { ...first, also, confidence: one.confidence, ...(one.validUntil && { validUntil: one.validUntil }) })
    }
  }
  return {
    format,
    indicators: [...kept.values()],
    refused: [...refused].map(([why, { count, examples }]) => ({ why, count, examples })).sort((left, right) => right.count - left.count),
  }
}

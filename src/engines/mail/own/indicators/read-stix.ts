/** The indicator objects of a STIX 2.1 bundle (OASIS STIX 2.1 §4.7). */
import { z } from 'zod'
import type { Named } from './named.ts'
import { readStixPattern } from './stix-pattern.ts'

const bundle = z.object({ type: z.literal('bundle'), objects: z.array(z.unknown()) })

const indicator = z.object({
  type: z.literal('indicator'),
  id: z.string().max(200),
  name: z.string().optional(),
  pattern: z.string(),
  pattern_type: z.string().optional(),
  valid_until: z.string().optional(),
  revoked: z.boolean().optional(),
  confidence: z.number().min(0).max(100).optional(),
})

export const isStix = (json: unknown): boolean => json instanceof Object && 'type' in json && json.type === 'bundle'

export function* readStix(json: unknown, now: Date): Generator<Named> {
  const read = bundle.safeParse(json)
  if (!read.success) return
  for (const object of read.data.objects) {
    if (!(object instanceof Object) || !('type' in object) || object.type !== 'indicator') continue
    const one = indicator.safeParse(object)
    if (!one.success) {
      yield { why: 'is not written as STIX 2.1 asks', name: 'id' in object ? String(object.id) : 'an indicator' }
      continue
    }
    const { pattern, pattern_type, valid_until, revoked, confidence, id } = one.data
    const name = one.data.name ?? id
    const until = valid_until === undefined ? undefined : new Date(valid_until)
    if (revoked === true) yield { why: 'was revoked by its source', name }
    else if (pattern_type !== undefined && pattern_type !== 'stix')
      yield { why: `is written in ${pattern_type.slice(0, 20)}, not as a STIX pattern`, name }
    else if (until !== undefined && Number.isNaN(until.getTime())) yield { why: 'has an end that is no date', name }
    else if (until !== undefined && until <= now) yield { why: 'is past its end (valid_until)', name }
    else yield { ...readStixPattern(pattern), confidence: confidence ?? 100, ...(until && { validUntil: until }), name }
  }
}

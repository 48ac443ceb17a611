/** The attributes of MISP events (MISP core format): of one event, of several, of a search's answer, of a list of attributes. */
import { z } from 'zod'
import type { IndicatorKind } from '../own-set.ts'
import { markOf } from './mark.ts'
import type { Named } from './named.ts'

const attribute = z.object({
  type: z.string().max(100),
  value: z.string(),
  to_ids: z.union([z.boolean(), z.literal(['0', '1', 0, 1])]).optional(),
  deleted: z.boolean().optional(),
})

/** Type → what its value names. Of a pair `left|right` the half that can be found in a mail. */
const kinds: Readonly<Record<string, { readonly kind: IndicatorKind; readonly half?: 0 | 1 }>> = {
  domain: { kind: 'domain' },
  hostname: { kind: 'domain' },
  'domain|ip': { kind: 'domain', half: 0 },
  'hostname|port': { kind: 'domain', half: 0 },
  url: { kind: 'url' },
  link: { kind: 'url' },
  'email-src': { kind: 'address' },
  'email-reply-to': { kind: 'address' },
  email: { kind: 'address' },
  'email-src-display-name': { kind: 'sender-name' },
  'ip-src': { kind: 'ip' },
  'ip-dst': { kind: 'ip' },
  'ip-src|port': { kind: 'ip', half: 0 },
  'ip-dst|port': { kind: 'ip', half: 0 },
  sha256: { kind: 'sha256' },
  'filename|sha256': { kind: 'sha256', half: 1 },
  'malware-sample|sha256': { kind: 'sha256', half: 1 },
}

type Json = Readonly<Record<string, unknown>>
const isJson = (value: unknown): value is Json => value instanceof Object && !Array.isArray(value)
const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** An answer holds events; what lies deeper is no MISP, and may be nested to fell whoever follows it. */
const mostDepth = 4

/** The things that hold attributes: events, or an answer that holds events or attributes. */
function holders(json: unknown, depth = 0): readonly Json[] {
  if (depth > mostDepth) return []
  const tops = Array.isArray(json) ? json : [json]
  return tops.filter(isJson).flatMap((top): readonly Json[] => {
    if (isJson(top.Event)) return [top.Event]
    const { response } = top
    if (Array.isArray(response)) return holders(response, depth + 1)
    if (isJson(response)) return [response]
    return [top]
  })
}

export const isMisp = (json: unknown): boolean =>
  holders(json).some(
    (one) => Array.isArray(one.Attribute) || Array.isArray(one.Object) || ('type' in one && 'value' in one && !('spec_version' in one)),
  )

export function* readMisp(json: unknown): Generator<Named> {
  for (const holder of holders(json)) {
    const objects = listIn(holder.Object).filter(isJson)
    const loose = 'type' in holder && 'value' in holder ? [holder] : []
    for (const one of [...loose, ...listIn(holder.Attribute), ...objects.flatMap((object) => listIn(object.Attribute))]) yield read(one)
  }
}

function read(one: unknown): Named {
  const parsed = attribute.safeParse(one)
  if (!parsed.success)
    return { why: 'is not written as MISP writes attributes', name: isJson(one) ? String(one.type ?? 'an attribute') : 'an attribute' }
  const { type, value, to_ids, deleted } = parsed.data
  const name = `${type} ${value}`
  if (deleted === true) return { why: 'was deleted by its source', name }
  // MISP's default for an attribute that does not say is that it is not for detection.
  if (to_ids === undefined || to_ids === false || to_ids === '0' || to_ids === 0)
    return { why: 'is not meant for detection (to_ids)', name }
  const known = Object.hasOwn(kinds, type) ? kinds[type] : undefined
  if (known === undefined) {
    const what = /^(md5|sha1|ssdeep|imphash|filename\|(md5|sha1))$/.test(type) ? `${type}; ask for SHA-256` : type
    return { why: `cannot be looked for in a mail: ${what}`, name }
  }
  const mark = markOf(known.kind, known.half === undefined ? value : (value.split('|')[known.half] ?? ''))
  return mark === undefined ? { why: `has a value that is no ${type}`, name } : { any: [[mark]], confidence: 100, lost: [], name }
}

/** Brings to light an address that a link carries in disguise: percent signs (once or twice), base64, compressed base64, hexadecimal, JSON. */
import { inflateSync } from 'node:zlib'

/** Percent signs undone, as often as it takes, at most three times. */
export function unpercent(text: string): string {
  let plain = text
  for (let round = 0; round < 3 && plain.includes('%'); round++) {
    const next = decodeOnce(plain)
    if (next === plain) break
    plain = next
  }
  return plain
}

function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const printable = /^https?:\/\/[\x21-\x7e]+/i
/** A web address within something that was decoded: JSON, a line of fields. */
const within = /https?:(?:\\?\/){2}[^\s"'<>\\^`{|}]*(?:\\\/[^\s"'<>\\^`{|}]*)*/i

/** The address in base64 or base64url; of itself, or in the JSON or the compressed text that stands there. */
export function fromBase64(text: string | undefined): string | undefined {
  if (text === undefined || text.length < 12 || text.length > 4000 || !/^[\w+/=.-]+$/.test(text)) return undefined
  const bytes = Buffer.from(text, 'base64')
  const plain = bytes.toString('latin1')
  const address = printable.exec(plain)?.[0]
  if (address !== undefined) return address
  if (text.startsWith('eyJ')) return json(plain)
  return text.startsWith('eJ') ? inflated(bytes) : undefined
}

const json = (plain: string): string | undefined =>
  within
    .exec(plain)?.[0]
    .replaceAll('\\/', '/')
    .replace(/\\u0026/g, '&')

function inflated(bytes: Uint8Array): string | undefined {
  try {
    return json(inflateSync(bytes, { maxOutputLength: 16_384 }).toString('latin1'))
  } catch {
    return undefined
  }
}

/** `68747470…` is `http…`. */
export const fromHex = (text: string | undefined): string | undefined =>
  text !== undefined && text.length <= 4000 && /^(?:687474703a2f2f|68747470733a2f2f)(?:[0-9a-f]{2})+$/i.test(text)
    ? printable.exec(Buffer.from(text, 'hex').toString('latin1'))?.[0]
    : undefined

/** The first whole web address within a path or query. */
export const embedded = (text: string): string | undefined =>
  /https?:\/{1,2}[^\s"'<>]+/i.exec(unpercent(text))?.[0].replace(/^(https?:)\/(?!\/)/i, '$1//')

/**
 * Looks over the raw bytes before the MIME parser sees them, and cuts what no honest program sends: sizes, depths and numbers that would cost time or
 * memory. Long parts lose their tail, since no rule reads past the head of a big attachment. Linear in the size, one pass a question.
 */
import { type Damage, damageOf } from './damage.ts'

const mega = 1024 * 1024
const limits = { bytes: 35 * mega, headerBytes: 512 * 1024, multiparts: 60, parts: 1000, keptOfText: 384 * 1024, keptOfPart: 2 * mega }

export type Guarded = {
  readonly bytes: Uint8Array
  readonly damage: readonly Damage[]
  /** Bytes taken out of each long part, in order. */
  readonly thinned: readonly number[]
}

/** The bytes that are safe to parse. */
export function guard(whole: Uint8Array): Guarded {
  const damage: Damage[] = []
  let bytes = Buffer.from(whole.buffer, whole.byteOffset, whole.byteLength)
  if (bytes.length > limits.bytes) {
    bytes = bytes.subarray(0, limits.bytes)
    damage.push(damageOf('too-large'))
  }
  if (bytes.length === 0) return { bytes, damage: [damageOf('empty')], thinned: [] }
  const header = cutHeader(bytes)
  if (header !== bytes) {
    bytes = header
    damage.push(damageOf('header-too-long'))
  }
  const thinned = bytes.length > limits.keptOfText ? thin(bytes) : { bytes, removed: [] }
  bytes = thinned.bytes
  const counted = countParts(bytes)
  if (counted.code !== undefined) {
    bytes = bytes.subarray(0, counted.end)
    damage.push(damageOf(counted.code))
  }
  return { bytes, damage, thinned: thinned.removed }
}

/** The bytes with an over-long header cut; the same object when there was nothing to cut. */
function cutHeader(bytes: Buffer): Buffer {
  if (bytes.length <= limits.headerBytes) return bytes
  const ends = [bytes.indexOf('\r\n\r\n'), bytes.indexOf('\n\n')].filter((at) => at >= 0)
  const end = ends.length === 0 ? bytes.length : Math.min(...ends)
  if (end <= limits.headerBytes) return bytes
  const lineEnd = bytes.lastIndexOf(10, limits.headerBytes)
  const kept = bytes.subarray(0, lineEnd > 0 ? lineEnd : limits.headerBytes)
  return Buffer.concat([kept, Buffer.from('\r\n\r\n'), bytes.subarray(end, Math.min(bytes.length, end + mega))])
}

/** Where the message has grown past the number of parts or the depth that is read. */
function countParts(bytes: Buffer): { readonly code?: 'too-deep' | 'too-many-parts'; readonly end: number } {
  const text = bytes.toString('latin1')
  const mark = /(?:^|\n)content-type:[ \t]*(multipart\/|message\/)?/gi
  let deep = 0
  let parts = 0
  for (let hit = mark.exec(text); hit !== null; hit = mark.exec(text)) {
    parts += 1
    if (hit[1] !== undefined) deep += 1
    if (deep > limits.multiparts) return { code: 'too-deep', end: hit.index }
    if (parts > limits.parts) return { code: 'too-many-parts', end: hit.index }
  }
  const boundary = /\n--[^\s-]/g
  let fences = 0
  for (let hit = boundary.exec(text); hit !== null; hit = boundary.exec(text)) {
    fences += 1
    if (fences > limits.parts * 3) return { code: 'too-many-parts', end: hit.index }
  }
  return { end: text.length }
}

const fence = Buffer.from('\n--')

/** Keeps the head of every stretch between two lines that may be boundaries: of text no more than rules read, of files enough to tell what they are. */
function thin(bytes: Buffer): { readonly bytes: Buffer; readonly removed: readonly number[] } {
  const pieces: Buffer[] = []
  const removed: number[] = []
  let start = 0
  let shorter = false
  while (start < bytes.length) {
    const found = bytes.indexOf(fence, start + 1)
    const end = found < 0 ? bytes.length : found
    const isFile = /\ncontent-transfer-encoding:[ \t]*base64/i.test(bytes.toString('latin1', start, Math.min(end, start + 4096)))
    const kept = Math.min(end, start + (isFile ? limits.keptOfPart : limits.keptOfText))
    pieces.push(bytes.subarray(start, kept))
    if (kept < end && isFile) removed.push(end - kept)
    shorter ||= kept < end
    start = end
  }
  return !shorter ? { bytes, removed } : { bytes: Buffer.concat(pieces), removed }
}

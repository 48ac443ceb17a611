/**
 * Looks over the raw bytes before the MIME parser sees them, and cuts what no honest program sends: sizes, depths and numbers that would cost time or
 * memory. Long base64 runs lose their middle, since no rule reads past the head of a big attachment. Linear in the size, one pass a question.
 */
import { type Damage, damageOf } from './damage.ts'

const mega = 1024 * 1024
const limits = { bytes: 35 * mega, headerBytes: 512 * 1024, multiparts: 60, parts: 1000, keptOfRun: mega }

export type Guarded = {
  readonly bytes: Uint8Array
  readonly damage: readonly Damage[]
  /** Bytes taken out of each long base64 run, in order. */
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
  const thinned = bytes.length > limits.keptOfRun ? thin(bytes) : { bytes, removed: [] }
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

function isBase64Line(bytes: Buffer, start: number, end: number): boolean {
  if (end - start < 40 || bytes[start] === 45) return false
  for (let at = start; at < end; at += 7) {
    const byte = bytes[at] ?? 0
    const fits =
      (byte >= 47 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte === 43 || byte === 61 || byte === 13
    if (!fits) return false
  }
  return true
}

/** Drops the middle of base64 runs longer than what is kept of one. */
function thin(bytes: Buffer): { readonly bytes: Buffer; readonly removed: readonly number[] } {
  const pieces: Buffer[] = []
  const removed: number[] = []
  let keptFrom = 0
  let at = 0
  while (at < bytes.length) {
    const runStart = at
    let lineEnd = nextLine(bytes, at)
    while (at < bytes.length && isBase64Line(bytes, at, lineEnd - 1)) {
      at = lineEnd
      lineEnd = nextLine(bytes, at)
    }
    if (at - runStart > limits.keptOfRun) {
      const cut = bytes.lastIndexOf(10, runStart + limits.keptOfRun) + 1
      if (cut > runStart) {
        pieces.push(bytes.subarray(keptFrom, cut))
        removed.push(at - cut)
        keptFrom = at
      }
    }
    if (at === runStart) at = lineEnd
  }
  if (removed.length === 0) return { bytes, removed }
  pieces.push(bytes.subarray(keptFrom))
  return { bytes: Buffer.concat(pieces), removed }
}

function nextLine(bytes: Buffer, from: number): number {
  const end = bytes.indexOf(10, from)
  return end < 0 ? bytes.length : end + 1
}

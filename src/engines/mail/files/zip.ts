/**
 * Reads a ZIP's table of contents (APPNOTE 4.3) without unpacking. The central directory is what programs go by; local headers tell what a broken or
 * doctored archive holds besides.
 */
import { type Budget, caps } from './budget.ts'
import { inflate } from './unpack.ts'

export type ZipEntry = {
  readonly name: string
  readonly locked: boolean
  readonly method: number
  /** As the archive says; it may lie. */
  readonly sizeBytes: number
  readonly packed: Uint8Array
}

const local = Buffer.from([0x50, 0x4b, 3, 4])
const central = Buffer.from([0x50, 0x4b, 1, 2])
const end = Buffer.from([0x50, 0x4b, 5, 6])
const endReach = 66_000

/** The entries in `bytes`, at most `caps.names`. Folders are left out. */
export function entriesOf(bytes: Uint8Array): readonly ZipEntry[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const listed = fromCentral(zip)
  const besides = listed.length >= caps.names ? [] : fromLocal(zip, listed)
  return [...listed, ...besides].filter((entry) => !entry.name.endsWith('/')).slice(0, caps.names)
}

function fromCentral(zip: Buffer): readonly ZipEntry[] {
  const endAt = zip.lastIndexOf(end)
  if (endAt < 0 || endAt < zip.length - endReach || endAt + 22 > zip.length) return []
  const size = zip.readUInt32LE(endAt + 12)
  const said = zip.readUInt32LE(endAt + 16)
  // A program may stand before the archive: then all offsets are off by its length.
  const shift = Math.max(0, endAt - size - said)
  const entries: ZipEntry[] = []
  let at = said + shift
  while (entries.length < caps.names && at + 46 <= zip.length && zip.subarray(at, at + 4).equals(central)) {
    const nameLength = zip.readUInt16LE(at + 28)
    const start = zip.readUInt32LE(at + 42) + shift
    const packedSize = zip.readUInt32LE(at + 20)
    const data = start + 30 <= zip.length ? start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28) : zip.length
    entries.push({
      name: nameIn(zip, at + 46, nameLength),
      locked: (zip.readUInt16LE(at + 8) & 1) === 1,
      method: zip.readUInt16LE(at + 10),
      sizeBytes: zip.readUInt32LE(at + 24),
      packed: zip.subarray(data, Math.min(zip.length, data + packedSize)),
    })
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

/** What stands outside of the entries that are listed: an archive before an archive, or one without its end. */
function fromLocal(zip: Buffer, listed: readonly ZipEntry[]): readonly ZipEntry[] {
  const names = new Set(listed.map((entry) => entry.name))
  const ranges = listed.map(
    ({ packed }) => [packed.byteOffset - zip.byteOffset, packed.byteOffset - zip.byteOffset + packed.length] as const,
  )
  const entries: ZipEntry[] = []
  let at = zip.indexOf(local)
  while (at >= 0 && at + 30 <= zip.length && entries.length < caps.names) {
    const nameLength = zip.readUInt16LE(at + 26)
    const data = Math.min(zip.length, at + 30 + nameLength + zip.readUInt16LE(at + 28))
    const packedSize = zip.readUInt32LE(at + 18)
    const next = zip.indexOf(local, data)
    const until = packedSize > 0 && data + packedSize <= zip.length ? data + packedSize : next < 0 ? zip.length : next
    const name = nameIn(zip, at + 30, nameLength)
    const here = at
    at = next
    if (names.has(name) || ranges.some(([from, to]) => here >= from && here < to)) continue
    entries.push({
      name,
      locked: (zip.readUInt16LE(here + 6) & 1) === 1,
      method: zip.readUInt16LE(here + 8),
      sizeBytes: zip.readUInt32LE(here + 22),
      packed: zip.subarray(data, until),
    })
  }
  return entries
}

const nameIn = (zip: Buffer, at: number, length: number): string => zip.toString('utf8', at, Math.min(at + length, at + 300, zip.length))

/** What an entry holds, at most `most` bytes; nothing when it is locked or packed in a way that is not read. */
export function contentOf(entry: ZipEntry, budget: Budget, most: number = caps.fileBytes): Uint8Array {
  if (entry.locked) return new Uint8Array()
  if (entry.method === 0) return entry.packed.subarray(0, most)
  return entry.method === 8 ? inflate(entry.packed, budget, most) : new Uint8Array()
}

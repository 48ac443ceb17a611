/** What archives other than ZIP hold: names, locks, and content where it lies open. Each reader stops at the first thing it cannot make sense of. */
import { type Budget, caps } from './budget.ts'
import { inflate } from './unpack.ts'

export type Packed = { readonly name: string; readonly locked: boolean; readonly bytes?: Uint8Array }

const buffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Tar (POSIX.1-1988): a header of 512 bytes, then the file. */
export function inTar(bytes: Uint8Array): readonly Packed[] {
  const tar = buffer(bytes)
  const files: Packed[] = []
  for (let at = 0; at + 512 <= tar.length && files.length < caps.names; ) {
    const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '')
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136).replace(/[^0-7].*$/s, ''), 8)
    if (name === '' || !(size >= 0)) break
    const type = tar[at + 156] ?? 0
    if (type === 0 || type === 0x30)
      files.push({ name, locked: false, bytes: tar.subarray(at + 512, Math.min(tar.length, at + 512 + size)) })
    at += 512 + Math.ceil(size / 512) * 512
  }
  return files
}

/** Gzip (RFC 1952) holds one file, named or not. */
export function inGzip(bytes: Uint8Array, name: string, budget: Budget): readonly Packed[] {
  const gzip = buffer(bytes)
  const flags = gzip[3] ?? 0
  let at = 10
  if (flags & 4 && at + 2 <= gzip.length) at += 2 + gzip.readUInt16LE(at)
  let inner = name.replace(/\.(?:gz|tgz)$/i, (ending) => (/tgz/i.test(ending) ? '.tar' : ''))
  if (flags & 8) {
    const end = gzip.indexOf(0, at)
    if (end < 0) return []
    inner = gzip.toString('latin1', at, Math.min(end, at + 200))
    at = end + 1
  }
  if (flags & 16) at = gzip.indexOf(0, at) + 1
  if (flags & 2) at += 2
  return [{ name: inner, locked: false, bytes: inflate(gzip.subarray(at), budget) }]
}

/** RAR 4 and 5: names and locks from the block headers; nothing is unpacked. */
export function inRar(bytes: Uint8Array): readonly Packed[] {
  const rar = buffer(bytes)
  return rar[6] === 1 ? inRar5(rar) : inRar4(rar)
}

function inRar4(rar: Buffer): readonly Packed[] {
  const files: Packed[] = []
  for (let at = 7; at + 7 <= rar.length && files.length < caps.names; ) {
    const type = rar[at + 2] ?? 0
    const flags = rar.readUInt16LE(at + 3)
    const size = rar.readUInt16LE(at + 5)
    if (size < 7) break
    if (type === 0x73 && (flags & 0x80) !== 0) return [{ name: '', locked: true }]
    if (type === 0x74 && at + 32 <= rar.length) {
      const nameAt = at + 32 + ((flags & 0x100) === 0 ? 0 : 8)
      const name = rar.toString('utf8', nameAt, Math.min(rar.length, nameAt + Math.min(rar.readUInt16LE(at + 26), 300)))
      files.push({ name: name.replace(/\0.*$/s, ''), locked: (flags & 4) !== 0 })
    }
    const data = (flags & 0x8000) !== 0 && at + 11 <= rar.length ? rar.readUInt32LE(at + 7) : 0
    at += size + data
  }
  return files
}

function inRar5(rar: Buffer): readonly Packed[] {
  const files: Packed[] = []
  for (let at = 8; at + 7 < rar.length && files.length < caps.names; ) {
    const reader = new Numbers(rar, at + 4)
    const size = reader.next()
    const start = reader.at
    const type = reader.next()
    const flags = reader.next()
    const extra = (flags & 1) === 0 ? 0 : reader.next()
    const data = (flags & 2) === 0 ? 0 : reader.next()
    if (!(size > 0)) break
    if (type === 4) return [{ name: '', locked: true }]
    if (type === 2) {
      const fileFlags = reader.next()
      reader.next()
      reader.next()
      reader.at += ((fileFlags & 2) === 0 ? 0 : 4) + ((fileFlags & 4) === 0 ? 0 : 4)
      reader.next()
      reader.next()
      const length = Math.min(reader.next(), 300)
      const name = rar.toString('utf8', reader.at, Math.min(rar.length, reader.at + length))
      // The extra area stands at the header's end; a record of type 1 in it is the lock.
      const lock = extra > 0 ? new Numbers(rar, start + size - extra) : undefined
      lock?.next()
      files.push({ name, locked: lock?.next() === 1 })
    }
    at = start + size + data
  }
  return files
}

/** RAR 5's numbers: seven bits a byte, the lowest first. */
class Numbers {
  readonly #bytes: Buffer
  at: number

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes
    this.at = at
  }

  next(): number {
    let value = 0
    for (let shift = 0; shift < 49 && this.at < this.#bytes.length; shift += 7) {
      const byte = this.#bytes[this.at] ?? 0
      this.at += 1
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
    return value
  }
}

/** 7z packs its names too; that it is locked shows in the clear, by the number of the AES method (06F10701). */
export const is7zLocked = (bytes: Uint8Array): boolean => buffer(bytes).lastIndexOf(Buffer.from([0x06, 0xf1, 0x07, 0x01])) >= 0

/** Cabinet (MS-CAB): the names. */
export function inCab(bytes: Uint8Array): readonly Packed[] {
  const cab = buffer(bytes)
  const files: Packed[] = []
  if (cab.length < 36) return files
  const count = Math.min(cab.readUInt16LE(28), caps.names)
  for (let at = cab.readUInt32LE(16); files.length < count && at + 16 < cab.length; ) {
    const end = cab.indexOf(0, at + 16)
    if (end < 0) break
    files.push({ name: cab.toString('latin1', at + 16, Math.min(end, at + 300)), locked: false })
    at = end + 1
  }
  return files
}

const sector = 2048

/** ISO 9660 (ECMA-119) and its Joliet names: the files of the first two levels, with their content. */
export function inDiskImage(bytes: Uint8Array): readonly Packed[] {
  const disk = buffer(bytes)
  const files: Packed[] = []
  if (disk.length < 17 * sector || disk.toString('latin1', 0x8001, 0x8006) !== 'CD001') return files
  let root = 16 * sector + 156
  let wide = false
  for (let at = 17 * sector; at + sector <= disk.length && at < 24 * sector; at += sector) {
    if (disk[at] === 255) break
    if (disk[at] === 2) {
      root = at + 156
      wide = true
    }
  }
  const walk = (start: number, size: number, levels: number, path: string): void => {
    const end = Math.min(disk.length, start + Math.min(size, 16 * sector))
    for (let at = start; at + 33 < end && files.length < caps.names; ) {
      const length = disk[at] ?? 0
      if (length < 34) {
        // Records do not cross sectors: the rest of this one is empty.
        at = start + (Math.floor((at - start) / sector) + 1) * sector
        continue
      }
      const content = disk.readUInt32LE(at + 2) * sector
      const bytesLong = disk.readUInt32LE(at + 10)
      const nameLength = Math.min(disk[at + 32] ?? 0, length - 33)
      const raw = disk.subarray(at + 33, at + 33 + nameLength)
      const name = (wide ? new TextDecoder('utf-16be').decode(raw) : raw.toString('latin1')).replace(/;\d+$/, '')
      const isFolder = ((disk[at + 25] ?? 0) & 2) !== 0
      if (nameLength > 1 || (raw[0] ?? 0) > 1) {
        if (isFolder && levels > 0) walk(content, bytesLong, levels - 1, `${path}${name}/`)
        else if (!isFolder)
          files.push({ name: `${path}${name}`, locked: false, bytes: disk.subarray(content, Math.min(disk.length, content + bytesLong)) })
      }
      at += length
    }
  }
  walk(disk.readUInt32LE(root + 2) * sector, disk.readUInt32LE(root + 10), 1, '')
  return files
}

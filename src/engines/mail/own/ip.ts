/** IP addresses and ranges (CIDR, RFC 4632 and 4291) as numbers. */

export type Range = { readonly version: 4 | 6; readonly low: bigint; readonly bits: number }

/** `192.0.2.0/24`, `2001:db8::/32`, or one address; undefined when it is neither. */
export function readRange(text: string): Range | undefined {
  const [, address = '', bits] = /^([0-9a-f:.]+)(?:\/(\d{1,3}))?$/i.exec(text.trim()) ?? []
  const read = readAddress(address)
  if (read === undefined) return undefined
  const size = read.version === 4 ? 32 : 128
  const kept = bits === undefined ? size : Number(bits)
  if (kept > size) return undefined
  const shift = BigInt(size - kept)
  return { version: read.version, low: (read.value >> shift) << shift, bits: kept }
}

/** The same range, always written in the same way. */
export const writeRange = ({ version, low, bits }: Range): string => `${version}/${low.toString(16)}/${bits}`

/** Every range that an address lies in, as `writeRange` writes them, for those sizes that are asked for. */
export function rangesOf(text: string, sizes: ReadonlySet<number>): readonly string[] {
  const read = readAddress(text)
  if (read === undefined) return []
  const size = read.version === 4 ? 32 : 128
  return [...sizes]
    .filter((bits) => bits <= size)
    .map((bits) => {
      const shift = BigInt(size - bits)
      return writeRange({ version: read.version, low: (read.value >> shift) << shift, bits })
    })
}

function readAddress(text: string): { readonly version: 4 | 6; readonly value: bigint } | undefined {
  const four = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)
  if (four !== null) {
    const parts = four.slice(1).map(Number)
    return parts.some((part) => part > 255) ? undefined : { version: 4, value: parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n) }
  }
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(text)
  if (mapped !== null) return readAddress(mapped[1] ?? '')
  return readSix(text)
}

function readSix(text: string): { readonly version: 6; readonly value: bigint } | undefined {
  const [before = '', after, more] = text.split('::')
  if (!text.includes(':') || more !== undefined) return undefined
  const left = before === '' ? [] : before.split(':')
  const right = after === undefined || after === '' ? [] : after.split(':')
  const missing = 8 - left.length - right.length
  if (after === undefined ? missing !== 0 : missing < 1) return undefined
  const groups = [...left, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...right]
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined
  return { version: 6, value: groups.reduce((sum, group) => sum * 65_536n + BigInt(Number.parseInt(group, 16)), 0n) }
}

const closed = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/127',
  'fc00::/7',
  'fe80::/10',
  'ff00::/8',
]
  .map(readRange)
  .filter((range) => range !== undefined)

/** Whether a range is one of nobody's in the open network: private, loopback, link-local, multicast. */
export const isClosed = (range: Range): boolean =>
  closed.some((one) => {
    if (one.version !== range.version || one.bits > range.bits) return false
    const shift = BigInt((one.version === 4 ? 32 : 128) - one.bits)
    return range.low >> shift === one.low >> shift
  })

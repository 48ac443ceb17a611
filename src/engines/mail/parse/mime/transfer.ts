/** Undoes transfer encodings (RFC 2045, 6). What no encoder writes is skipped, as mail programs skip it. */

const value = new Int8Array(256).fill(-1)
for (const [at, digit] of [...'0123456789abcdef'].entries()) value[digit.charCodeAt(0)] = at
for (const [at, digit] of [...'ABCDEF'].entries()) value[digit.charCodeAt(0)] = at + 10

const hex = (code: number | undefined): number => (code === undefined ? -1 : (value[code] ?? -1))

/** Quoted-printable. Line ends come out as line feeds; a broken escape stays as it stands. */
function fromQuotedPrintable(bytes: Uint8Array): Buffer {
  const { length } = bytes
  const out = Buffer.allocUnsafe(length)
  let size = 0
  for (let at = 0; at < length; at++) {
    const code = bytes[at] ?? 0
    if (code === 0x0d) {
      const end = skipReturns(bytes, at)
      if (bytes[end] === 0x0a) continue
    } else if (code === 0x3d) {
      const high = hex(bytes[at + 1])
      const low = high < 0 ? -1 : hex(bytes[at + 2])
      if (low >= 0) {
        out[size++] = (high << 4) | low
        at += 2
        continue
      }
      const end = skipReturns(bytes, at + 1)
      if (end >= length || bytes[end] === 0x0a) {
        at = end
        continue
      }
    }
    out[size++] = code
  }
  return out.subarray(0, size)
}

/** Where the carriage returns from `at` on end. Looks at most a few ahead, so that a row of them costs no more than its length. */
function skipReturns(bytes: Uint8Array, at: number): number {
  let end = at
  while (bytes[end] === 0x0d && end - at < 8) end += 1
  return end
}

/** Base64. Padding within closes a unit, as where a program pads every line. */
function fromBase64(text: string): Buffer {
  const clean = /[-_]/.test(text) ? text.replace(/[^A-Za-z0-9+/=]+/g, '') : text
  const pad = clean.indexOf('=')
  if (pad < 0 || !/[A-Za-z0-9+/]/.test(clean.slice(pad))) return Buffer.from(clean, 'base64')
  return Buffer.concat(clean.split(/=+/).map((unit) => Buffer.from(unit, 'base64')))
}

export type Transfer = 'base64' | 'quoted-printable' | 'none'

export const transferOf = (encoding: string): Transfer =>
  encoding.includes('base64') ? 'base64' : encoding.includes('quoted-printable') ? 'quoted-printable' : 'none'

/** The bytes that were meant. */
export function undo(bytes: Buffer, transfer: Transfer): Buffer {
  if (transfer === 'base64') return fromBase64(bytes.toString('latin1'))
  return transfer === 'quoted-printable' ? fromQuotedPrintable(bytes) : bytes
}

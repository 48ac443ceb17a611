/** A text as the parts that a telephone puts together again (3GPP TS 23.040 §9.2.3.24.1). */
import { createHash } from 'node:crypto'
import { plainSigns, septetsOf } from './gsm7.ts'
import { plainText } from './plain-text.ts'

export type SmsText = {
  readonly alphabet: 'gsm7' | 'ucs2'
  readonly text: string
  /** One octet a septet for GSM 7, two a unit for UCS-2; without headers. */
  readonly parts: readonly Buffer[]
}

/** What fits alone, and in each of several; in octets. */
const room = { gsm7: { alone: 160, each: 153 }, ucs2: { alone: 140, each: 134 } } as const

/** GSM 7 when every letter is in it, otherwise UCS-2. No letter is torn between two parts. */
export function smsText(message: string): SmsText {
  const text = plainSigns(plainText(message))
  const letters = [...text]
  const inGsm = letters.map(septetsOf)
  const alphabet = inGsm.every((letter) => letter !== undefined) ? 'gsm7' : 'ucs2'
  const coded = letters.map((letter, at) => (alphabet === 'gsm7' ? Buffer.from(inGsm[at] ?? []) : Buffer.from(letter, 'utf16le').swap16()))
  return { alphabet, text, parts: inParts(coded, room[alphabet]) }
}

function inParts(letters: readonly Buffer[], { alone, each }: { readonly alone: number; readonly each: number }): readonly Buffer[] {
  const whole = Buffer.concat(letters)
  if (whole.length <= alone) return [whole]
  const parts: Buffer[][] = [[]]
  let used = 0
  for (const letter of letters) {
    if (used + letter.length > each) {
      parts.push([])
      used = 0
    }
    parts.at(-1)?.push(letter)
    used += letter.length
  }
  return parts.map((part) => Buffer.concat(part))
}

/** Each part behind its header. The number that binds them comes of the key, so a message sent twice is put together as one. */
export function withHeaders(parts: readonly Buffer[], key: string): readonly Buffer[] {
  if (parts.length === 1) return parts
  const [reference = 0] = createHash('sha256').update(key).digest()
  return parts.map((part, at) => Buffer.concat([Buffer.from([5, 0, 3, reference, parts.length, at + 1]), part]))
}

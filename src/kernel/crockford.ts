/**
 * Crockford's base32: letters that a person can read aloud and type on a
 * phone. I and L are read as 1, O as 0; U is left out.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The first `length` characters that `bytes` give, five bits each, big end first. */
export function toCrockford(bytes: Uint8Array, length: number): string {
  let bits = 0
  let held = 0
  let text = ''
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xfff
    held += 8
    while (held >= 5 && text.length < length) {
      held -= 5
      text += alphabet[(bits >> held) & 31]
    }
  }
  return text
}

/** What a person typed, as the code means it; undefined if it cannot be a code of `length` characters. */
export function fromTyped(typed: string, length: number): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}\u2212._]/gu, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
  const wellFormed = plain.length === length && [...plain].every((letter) => alphabet.includes(letter))
  return wellFormed ? plain : undefined
}

/** The alphabet of text messages (3GPP TS 23.038 §6.2.1): one septet a letter, two for those behind the escape. */

const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\x1BÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const behindEscape: Readonly<Record<string, number>> = {
  '\f': 0x0a,
  '^': 0x14,
  '{': 0x28,
  '}': 0x29,
  '\\': 0x2f,
  '[': 0x3c,
  '~': 0x3d,
  ']': 0x3e,
  '|': 0x40,
  '€': 0x65,
}
const escapeSign = 0x1b
const septets: ReadonlyMap<string, readonly number[]> = new Map<string, readonly number[]>([
  ...[...basic].flatMap((letter, at) => (at === escapeSign ? [] : [[letter, [at]] as const])),
  ...Object.entries(behindEscape).map(([letter, at]) => [letter, [escapeSign, at]] as const),
])

/** Typographers' signs that say the same as a plain one, so that one apostrophe does not double the price of a message. */
const plainer: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': ',',
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  '\u00A0': ' ',
  '\u202F': ' ',
}

/** With plain signs for typographers' ones. */
export const plainSigns = (text: string): string => text.replace(/[‘’‚“”„–—−…\u00A0\u202F]/g, (sign) => plainer[sign] ?? sign)

/** A letter's septets; undefined when the alphabet has it not. */
export const septetsOf = (letter: string): readonly number[] | undefined => septets.get(letter)

/**
 * Languages that nobody speaks, made from the English catalogues: what is not
 * in their marks was written into a page by hand, what does not fit would not
 * fit in Finnish, and what does not turn would not turn in Arabic.
 */
import { wordings } from '../../src/programme/notify/wording/index.ts'
import { catalogues } from '../../src/surfaces/web/wording/words.ts'
import { branchesOf } from './message-branches.ts'

export const pseudoNames = ['accented', 'from-the-right'] as const
export type PseudoName = (typeof pseudoNames)[number]

/** The language whose place they take. */
export const spokenAs = 'de'

/** Around each sentence; each turns with its text. */
export const marks = { opens: '⟦', closes: '⟧' } as const

const longer = 0.4
const plain = 'ABCDEFGHIJKLMNOPRSTUWYZabcdefghijklmnoprstuwyz'
const accented = 'ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞŔŠŢÛŴÝŽåƀçðéƒĝĥîĵķļɱñöþŕšţûŵýž'
const accents = new Map([...plain].map((letter, at) => [letter, [...accented][at] ?? letter]))
/** Words of more letters, as other languages have. */
const fillers = ['łöñĝ', 'ŵöŕðš', 'ƒöļļöŵ', 'ĥéŕé']

/** A right-to-left override for each run of letters, as Unicode's own pseudo-locale ar-XB has it (UAX #9 §2.2). */
const fromTheRight = (text: string): string => text.replace(/\p{L}[\p{L}\p{M}’]*/gu, (word) => `\u202e${word}\u202c`)

/** The sentence in a pseudo-locale; its `{blanks}` stay as they are, and of a message that counts it is the last form. */
export function pseudo(name: PseudoName, message: string): string {
  const sentence = branchesOf(message).at(-1) ?? ''
  const told = sentence
    .split(/(\{\w+\})/)
    .map((piece) => (piece.startsWith('{') ? piece : turned(name, piece)))
    .join('')
  return `${marks.opens}${told}${padding(name, Math.ceil(sentence.length * longer))}${marks.closes}`
}

const turned = (name: PseudoName, text: string): string =>
  name === 'accented' ? text.replace(/./gu, (letter) => accents.get(letter) ?? letter) : fromTheRight(text)

function padding(name: PseudoName, letters: number): string {
  let more = ''
  for (let at = 0; more.length < letters; at += 1) more += ` ${fillers[at % fillers.length]}`
  return turned(name, more)
}

/** Every sentence of a catalogue, whatever its shape. */
const throughout = (name: PseudoName, value: unknown): unknown =>
  typeof value === 'string'
    ? pseudo(name, value)
    : Array.isArray(value)
      ? value.map((one) => throughout(name, one))
      : Object.fromEntries(Object.entries(Object(value)).map(([key, one]) => [key, throughout(name, one)]))

/** Puts a pseudo-locale where German was, in this process: pages and notices. */
export function speak(name: PseudoName): void {
  Object.assign(catalogues[spokenAs], throughout(name, catalogues.en))
  Object.assign(wordings[spokenAs], throughout(name, wordings.en))
}

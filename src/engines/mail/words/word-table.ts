/**
 * Cuts a text into words and gives each a number, so that what is known of a word is looked up by number and not by its letters: mails consist of the same few
 * thousand words. The table is bounded, and a flood of made-up words only makes it start anew.
 */

export type Word = {
  readonly letters: string
  /** Counted from 0 within an epoch; -1 for a word that the table has no place for. */
  readonly id: number
}

export type Tokens = {
  readonly words: readonly Word[]
  readonly starts: readonly number[]
  /** Numbers of another epoch mean other words. */
  readonly epoch: number
}

const limits = { words: 40_000, letters: 40, probes: 12 }
const size = 131_072

let table: (Word | undefined)[] = []
let count = 0
let epoch = 0

/** The last text is often asked about twice in a row. */
let last: { readonly text: string; readonly tokens: Tokens } = { text: '', tokens: { words: [], starts: [], epoch: 0 } }

/** The words of plain text and where they begin. All that is neither a letter, of ours or foreign, nor a digit cuts. */
export function tokensOf(text: string): Tokens {
  if (text === last.text) return last.tokens
  const tokens = cut(text)
  last = { text, tokens }
  return tokens
}

function cut(text: string): Tokens {
  if (count > limits.words || table.length === 0) {
    table = new Array<Word | undefined>(size).fill(undefined)
    count = 0
    epoch += 1
  }
  const words: Word[] = []
  const starts: number[] = []
  const { length } = text
  for (let at = 0; at < length; at++) {
    let code = text.charCodeAt(at)
    if (!isLetter(code)) continue
    const start = at
    let hash = 0x811c9dc5
    do {
      hash = Math.imul(hash ^ code, 0x01000193)
      at += 1
      code = at < length ? text.charCodeAt(at) : 0
    } while (isLetter(code))
    words.push(wordAt(text, start, at, hash))
    starts.push(start)
  }
  return { words, starts, epoch }
}

const isLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0x80 && !isSign(code))

/** Quotation marks, dashes, dots, arrows and their like cut words too. */
const isSign = (code: number): boolean =>
  (code >= 0x2000 && code <= 0x2bff) || (code >= 0xa0 && code <= 0xbf) || (code >= 0x3000 && code <= 0x303f)

function wordAt(text: string, start: number, end: number, hash: number): Word {
  const length = end - start
  if (length > limits.letters) return { letters: text.slice(start, end), id: -1 }
  // Looking at a few places only: words made to meet in one place gain nothing.
  for (let probe = 0; probe < limits.probes; probe++) {
    const place = ((hash ^ (hash >>> 15)) + probe) & (size - 1)
    const known = table[place]
    if (known === undefined) {
      // A copy: a mere slice would keep the whole mail in memory.
      const word: Word = { letters: ` ${text.slice(start, end)}`.slice(1), id: count++ }
      table[place] = word
      return word
    }
    if (known.letters.length === length && text.startsWith(known.letters, start)) return known
  }
  return { letters: text.slice(start, end), id: -1 }
}

/** What is to be known of each word, worked out once in an epoch. */
export function rememberedByWord<Fact>(work: (letters: string) => Fact): (tokens: Tokens) => (word: Word) => Fact {
  let facts: (Fact | undefined)[] = []
  let of = -1
  return (tokens) => {
    if (tokens.epoch !== of) {
      facts = []
      of = tokens.epoch
    }
    const here = facts
    return ({ id, letters }) => {
      if (id < 0) return work(letters)
      const known = here[id]
      if (known !== undefined) return known
      const fact = work(letters)
      here[id] = fact
      return fact
    }
  }
}

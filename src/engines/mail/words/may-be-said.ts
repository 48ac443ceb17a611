/** Tells in one walk over the words of a text which patterns can be in it. Nearly all cannot, and need no search. */
import { type Need, needOf } from './needs.ts'
import { leastAmid, type Opener, written } from './openers.ts'
import { rememberedByWord, tokensOf } from './word-table.ts'

/** Foreign letters and signs end a word for patterns, though they are part of one for us. */
const runs = /[a-z0-9]+/g

/** Every set of words that some pattern needs has a number; these are the numbers by what the words are, begin with or have within them. */
const numbersBy = { whole: new Map<string, number[]>(), begun: new Map<string, number[]>(), amid: new Map<string, number[]>() } as const
/** What may stand amid a word, by its first letters. */
const piecesBy = new Map<string, string[]>()
const numberOfSet = new Map<string, number>()
let longest = 0

const none: readonly never[] = []

function numbersOfWord(letters: string): readonly number[] {
  const found = new Set<number>()
  for (const run of letters.match(runs) ?? []) {
    for (const number of numbersBy.whole.get(run) ?? none) found.add(number)
    for (let length = 1; length <= Math.min(run.length, longest); length++)
      for (const number of numbersBy.begun.get(run.slice(0, length)) ?? none) found.add(number)
  }
  for (let at = 0; at + leastAmid <= letters.length; at++)
    for (const piece of piecesBy.get(letters.slice(at, at + leastAmid)) ?? none)
      if (letters.startsWith(piece, at)) for (const number of numbersBy.amid.get(piece) ?? none) found.add(number)
  return found.size === 0 ? none : [...found]
}
let remembered = rememberedByWord(numbersOfWord)

function numberOf(openers: readonly Opener[]): number {
  const key = openers.map(written).join(' ')
  const known = numberOfSet.get(key)
  if (known !== undefined) return known
  const number = numberOfSet.size
  numberOfSet.set(key, number)
  for (const { letters, as } of openers) {
    numbersBy[as].set(letters, [...(numbersBy[as].get(letters) ?? none), number])
    if (as === 'begun') longest = Math.max(longest, letters.length)
    if (as !== 'amid') continue
    const start = letters.slice(0, leastAmid)
    piecesBy.set(start, [...new Set([...(piecesBy.get(start) ?? none), letters])])
  }
  remembered = rememberedByWord(numbersOfWord)
  return number
}

/**
 * By number, in which sentences of a text one of the set's words stands: a bit each, the thirty-third sharing the first one's. Sets that came up later have no
 * place in it, and may stand anywhere.
 */
type Standing = Int32Array
const anywhere = -1

let lately: readonly { readonly text: string; readonly standing: Standing }[] = []

/** The same few texts of a mail are asked about again and again. */
function standingIn(text: string): Standing {
  for (const one of lately) if (one.text === text) return one.standing
  const tokens = tokensOf(text)
  const numbersOf = remembered(tokens)
  const standing = new Int32Array(numberOfSet.size)
  let sentence = 0
  let last = 0
  for (let place = 0; place < tokens.words.length; place++) {
    const word = tokens.words[place]
    const start = tokens.starts[place]
    if (word === undefined || start === undefined) continue
    for (; last < start; last++) if (isStop(text.charCodeAt(last))) sentence += 1
    last = start + word.letters.length
    for (const number of numbersOf(word)) standing[number] = (standing[number] ?? 0) | (1 << (sentence & 31))
  }
  lately = [{ text, standing }, ...lately.slice(0, 2)]
  return standing
}

/** A full stop or the end of a line. */
const isStop = (code: number): boolean => code === 0x2e || code === 0x0a

/** A need with numbers for words, so that asking is a walk over numbers. */
type Test = { readonly every: boolean; readonly apart: boolean; readonly numbers: readonly number[]; readonly others: readonly Test[] }

function testOf(need: Exclude<Need, 'nothing'>): Test {
  if ('one' in need) return { every: true, apart: false, numbers: [numberOf(need.one)], others: [] }
  const parts = ('every' in need ? need.every : need.any).filter((part) => part !== 'nothing')
  return {
    every: 'every' in need,
    apart: 'every' in need && need.apart,
    numbers: parts.flatMap((part) => ('one' in part ? [numberOf(part.one)] : [])),
    others: parts.flatMap((part) => ('one' in part ? [] : [testOf(part)])),
  }
}

/** In which sentences a need may be met. */
const met = (test: Test, standing: Standing): number => (test.every ? metWhole(test, standing) : metInPart(test, standing))

function metWhole({ apart, numbers, others }: Test, standing: Standing): number {
  let sentences = anywhere
  for (const number of numbers) {
    const here = standing[number] ?? anywhere
    if (here === 0) return 0
    if (!apart) sentences &= here
  }
  if (sentences === 0) return 0
  for (const other of others) {
    const here = met(other, standing)
    if (here === 0) return 0
    if (!apart) sentences &= here
  }
  return sentences
}

function metInPart({ numbers, others }: Test, standing: Standing): number {
  let sentences = 0
  for (const number of numbers) sentences |= standing[number] ?? anywhere
  for (const other of others) if (sentences !== anywhere) sentences |= met(other, standing)
  return sentences
}

/** Whether the pattern can be found in a text. It may say yes for nothing, never no. Made once for a pattern. */
export function mayBeSaid(pattern: RegExp): (text: string) => boolean {
  const need = needOf(pattern)
  if (need === 'nothing') return () => true
  const test = testOf(need)
  return (text) => met(test, standingIn(text)) !== 0
}

/**
 * Finds the words of a lexicon in a text, all concepts in one pass. A phrase is written as it is said; `*` at the end of a word stands for any ending, `~` for up
 * to three words in between. Words are cut at everything that is no letter and no digit, so `sign-in` is `sign in` and `l'acces` is `l acces`.
 */
import { rememberedByWord, type Tokens, type Word } from './word-table.ts'

/** Concepts by name, each a comma-separated list of phrases. */
export type Lexicon = Readonly<Record<string, string>>

type Part = { readonly word: string; readonly open: boolean; readonly gap: boolean }
type Phrase = { readonly concept: number; readonly rest: readonly Part[] }
type Index = { readonly whole: ReadonlyMap<string, readonly Phrase[]>; readonly begun: ReadonlyMap<string, readonly Phrase[]> }

type Met = (concept: number, first: number, last: number) => void

const longestGap = 3

function partsOf(phrase: string): readonly Part[] {
  const parts: Part[] = []
  let gap = false
  for (const piece of phrase.match(/[a-z0-9]+\*?|~/g) ?? []) {
    if (piece === '~') gap = true
    else {
      const open = piece.endsWith('*')
      parts.push({ word: open ? piece.slice(0, -1) : piece, open, gap })
      gap = false
    }
  }
  return parts
}

function indexOf(lexicon: Lexicon): Index {
  const whole = new Map<string, Phrase[]>()
  const begun = new Map<string, Phrase[]>()
  Object.values(lexicon).forEach((phrases, concept) => {
    for (const phrase of phrases.split(/[,\n]/)) {
      const [first, ...rest] = partsOf(phrase)
      if (first === undefined) continue
      const into = first.open ? begun : whole
      const list = into.get(first.word) ?? []
      list.push({ concept, rest })
      into.set(first.word, list)
    }
  })
  return { whole, begun }
}

/** The phrases that a word begins, by what comes next: mostly one certain word, and looking that up passes over all the others. */
type Beginning = {
  /** Concepts for which the word is enough. */
  readonly alone: readonly number[]
  /** The rest behind the second word, by that word. */
  readonly by: ReadonlyMap<string, readonly Phrase[]>
  readonly others: readonly Phrase[]
}

function beginningOf(phrases: readonly Phrase[]): Beginning {
  const alone: number[] = []
  const by = new Map<string, Phrase[]>()
  const others: Phrase[] = []
  for (const phrase of phrases) {
    const [second, ...rest] = phrase.rest
    if (second === undefined) alone.push(phrase.concept)
    else if (second.open || second.gap) others.push(phrase)
    else by.set(second.word, [...(by.get(second.word) ?? []), { concept: phrase.concept, rest }])
  }
  return { alone, by, others }
}

/**
 * A finder for one lexicon. It calls `met(concept, first, last)` for each phrase, with the places of its first and last word. The lexicon is read with the first
 * text: a process that only hands mails to others never needs it.
 */
export function phraseFinder(lexicon: Lexicon): (tokens: Tokens, met: Met) => void {
  let find: ((tokens: Tokens, met: Met) => void) | undefined
  return (tokens, met) => {
    find ??= finderIn(indexOf(lexicon))
    find(tokens, met)
  }
}

function finderIn({ whole, begun }: Index): (tokens: Tokens, met: Met) => void {
  const longest = Math.max(0, ...[...begun.keys()].map((letters) => letters.length))
  const beginningWith = rememberedByWord((word): Beginning | null => {
    const found = [...(whole.get(word) ?? [])]
    for (let length = 2; length <= Math.min(word.length, longest); length++) found.push(...(begun.get(word.slice(0, length)) ?? []))
    return found.length === 0 ? null : beginningOf(found)
  })
  return (tokens, met) => {
    const { words } = tokens
    const beginning = beginningWith(tokens)
    for (let at = 0; at < words.length; at++) {
      const word = words[at]
      const found = word === undefined ? null : beginning(word)
      // Many words begin no phrase.
      if (found === null) continue
      for (const concept of found.alone) met(concept, at, at)
      const second = words[at + 1]
      const followed = second === undefined || found.by.size === 0 ? undefined : found.by.get(second.letters)
      if (followed !== undefined) meetRest(words, at, at + 1, followed, met)
      if (found.others.length > 0) meetRest(words, at, at, found.others, met)
    }
  }
}

function meetRest(words: readonly Word[], first: number, upTo: number, phrases: readonly Phrase[], met: Met): void {
  for (const { concept, rest } of phrases) {
    const last = endOf(words, upTo, rest)
    if (last >= 0) met(concept, first, last)
  }
}

/** The place of the last word when the rest of a phrase follows on the place given, or -1. */
function endOf(words: readonly Word[], place: number, rest: readonly Part[]): number {
  let at = place
  for (const part of rest) {
    const furthest = at + (part.gap ? longestGap + 1 : 1)
    let next = at + 1
    while (next <= furthest && !fits(words[next]?.letters, part)) next += 1
    if (next > furthest) return -1
    at = next
  }
  return at
}

const fits = (word: string | undefined, part: Part): boolean =>
  word !== undefined && (part.open ? word.startsWith(part.word) : word === part.word)

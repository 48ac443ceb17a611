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
/** What may begin with a word: phrases told apart by their second word first, since `your` and `with` begin hundreds. */
type Begun = { readonly any: readonly Phrase[]; readonly bySecond: ReadonlyMap<string, readonly Phrase[]> }

const longestGap = 3
const none: readonly Phrase[] = []
const nothing: Begun = { any: none, bySecond: new Map() }

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

/** A finder for one lexicon. It calls `met(concept, first, last)` for each phrase, with the places of its first and last word. */
export function phraseFinder(lexicon: Lexicon): (tokens: Tokens, met: (concept: number, first: number, last: number) => void) => void {
  const { whole, begun } = indexOf(lexicon)
  const beginningWith = rememberedByWord((word): Begun => {
    const found = [...(whole.get(word) ?? [])]
    for (let length = 2; length <= Math.min(word.length, 20); length++) found.push(...(begun.get(word.slice(0, length)) ?? []))
    return found.length === 0 ? nothing : sorted(found)
  })
  return (tokens, met) => {
    const { words } = tokens
    const phrasesOf = beginningWith(tokens)
    for (let at = 0; at < words.length; at++) {
      const word = words[at]
      const phrases = word === undefined ? nothing : phrasesOf(word)
      // Nearly every word begins no phrase.
      if (phrases === nothing) continue
      for (const list of [phrases.any, phrases.bySecond.get(words[at + 1]?.letters ?? '') ?? none]) {
        for (const { concept, rest } of list) {
          const last = rest.length === 0 ? at : endOf(words, at, rest)
          if (last >= 0) met(concept, at, last)
        }
      }
    }
  }
}

function sorted(phrases: readonly Phrase[]): Begun {
  const any: Phrase[] = []
  const bySecond = new Map<string, Phrase[]>()
  for (const phrase of phrases) {
    const second = phrase.rest[0]
    if (second === undefined || second.open || second.gap) any.push(phrase)
    else bySecond.set(second.word, [...(bySecond.get(second.word) ?? []), phrase])
  }
  return { any, bySecond }
}

/** The place of the last word when the rest of a phrase follows, or -1. */
function endOf(words: readonly Word[], first: number, rest: readonly Part[]): number {
  let at = first
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

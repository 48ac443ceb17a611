/**
 * Finds the words of a lexicon in a text, all concepts in one pass. A phrase is written as it is said; `*` at the end of a word stands for any ending, `~` for up
 * to three words in between. Words are cut at everything that is no letter and no digit, so `sign-in` is `sign in` and `l'acces` is `l acces`.
 */

/** Concepts by name, each a comma-separated list of phrases. */
export type Lexicon = Readonly<Record<string, string>>

type Part = { readonly word: string; readonly open: boolean; readonly gap: boolean }
type Phrase = { readonly concept: number; readonly rest: readonly Part[] }
type Index = { readonly whole: ReadonlyMap<string, readonly Phrase[]>; readonly begun: ReadonlyMap<string, readonly Phrase[]> }

const longestGap = 3

/** The words of a text and where they begin. */
export type Tokens = { readonly words: readonly string[]; readonly starts: readonly number[] }

export function tokensOf(text: string): Tokens {
  const words: string[] = []
  const starts: number[] = []
  const word = /[a-z0-9\u0080-\uffff]+/g
  for (let hit = word.exec(text); hit !== null; hit = word.exec(text)) {
    words.push(hit[0])
    starts.push(hit.index)
  }
  return { words, starts }
}

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
  const remembered = new Map<string, readonly Phrase[]>()
  const beginningWith = (word: string): readonly Phrase[] => {
    const known = remembered.get(word)
    if (known !== undefined) return known
    const found = [...(whole.get(word) ?? [])]
    for (let length = 2; length <= Math.min(word.length, 20); length++) found.push(...(begun.get(word.slice(0, length)) ?? []))
    if (remembered.size > 20_000) remembered.clear()
    remembered.set(word, found)
    return found
  }
  return ({ words }, met) => {
    for (let at = 0; at < words.length; at++) {
      for (const { concept, rest } of beginningWith(words[at] ?? '')) {
        const last = endOf(words, at, rest)
        if (last >= 0) met(concept, at, last)
      }
    }
  }
}

/** The place of the last word when the rest of a phrase follows, or -1. */
function endOf(words: readonly string[], first: number, rest: readonly Part[]): number {
  let at = first
  for (const part of rest) {
    const furthest = at + (part.gap ? longestGap + 1 : 1)
    let next = at + 1
    while (next <= furthest && !fits(words[next], part)) next += 1
    if (next > furthest) return -1
    at = next
  }
  return at
}

const fits = (word: string | undefined, part: Part): boolean =>
  word !== undefined && (part.open ? word.startsWith(part.word) : word === part.word)

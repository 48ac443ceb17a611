/**
 * What a text says, sentence by sentence, as concepts instead of phrases: `bank` and `change` in one sentence is a change of bank, however it is put and in
 * whichever of our languages. Sentences that warn of a trick are left out of every answer, since they do not play it.
 */
import { type Concept, concepts, lexicon } from './lexicon/lexicon.ts'
import { phraseFinder } from './phrases.ts'
import { tokensOf } from './word-table.ts'

/** One concept, or any of several. */
export type Wanted = Concept | readonly Concept[]

export type Near = {
  /** How many sentences may lie between what is wanted; 0 is one sentence. */
  readonly within?: number
  /** Concepts that must not be in the sentence that is quoted. */
  readonly without?: readonly Concept[]
}

/** A concept, by its place in the lexicon, and the first and the last of its words, counted from the text's beginning. */
export type Place = { readonly concept: number; readonly first: number; readonly last: number }

export type Sentences = {
  /** The sentence in which all that is wanted is said (or the first of the few in which it is), as it stands; undefined when nobody says it. */
  readonly together: (wanted: readonly Wanted[], near?: Near) => string | undefined
  /** The sentence in which two concepts stand at most so many words apart. */
  readonly beside: (one: Wanted, other: Wanted, words: number, without?: readonly Concept[]) => string | undefined
  /** Whether a concept is in any sentence that does not warn. */
  readonly has: (...any: readonly Concept[]) => boolean
  /** In how many sentences one of the concepts is, warnings included. */
  readonly count: (...any: readonly Concept[]) => number
  /** The concepts that are met at all, and in how many sentences each, warnings included. */
  readonly counts: () => readonly (readonly [concept: Concept, sentences: number])[]
  /** Where concepts stand in each sentence that does not warn, in the order in which they are said. */
  readonly places: () => readonly (readonly Place[])[]
  /** How many sentences warn of tricks. */
  readonly warnings: number
  /** One of the first does: it is what the mail is about. */
  readonly warnsFirst: boolean
}

const find = phraseFinder(lexicon)
const place = new Map<Concept, number>(concepts.map((concept, at) => [concept, at]))
const width = Math.ceil(concepts.length / 31)
const limits = { text: 12_000, sentences: 400, quote: 160 }

/** Ends of sentences. A line's end is one: wrapped lines have been joined before. */
const ends = /[.!?;](?=\s|$)|[.!?](?=["')])|\n/g

/** Reads plain words. `shown` is what is quoted: the same text, where `text` had letters put back. */
export function readSentences(text: string, shown = text): Sentences {
  const cut = text.slice(0, limits.text)
  const bounds = boundsOf(cut)
  const tokens = tokensOf(cut)
  const masks = new Uint32Array(bounds.length * width)
  const sentenceOf = sentencesOf(tokens.starts, bounds)
  const met = new Map<number, number[]>()
  find(tokens, (concept, first, last) => {
    const sentence = sentenceOf[first] ?? 0
    if (sentence !== sentenceOf[last]) return
    const places = met.get(concept)
    if (places === undefined) met.set(concept, [first, last])
    else places.push(first, last)
    const cell = sentence * width + Math.floor(concept / 31)
    masks[cell] = (masks[cell] ?? 0) | (1 << (concept % 31))
  })
  const holds = (sentence: number, concept: Concept): boolean => {
    const at = place.get(concept) ?? 0
    return sentence >= 0 && sentence < bounds.length && ((masks[sentence * width + Math.floor(at / 31)] ?? 0) & (1 << (at % 31))) !== 0
  }
  /** Small print says nothing of its own either. */
  const warns = (sentence: number): boolean => holds(sentence, 'warning') || holds(sentence, 'smallPrint')
  const holdsAny = (sentence: number, wanted: Wanted): boolean =>
    typeof wanted === 'string' ? holds(sentence, wanted) : wanted.some((one) => holds(sentence, one))
  const quote = (sentence: number): string =>
    shown
      .slice(bounds[sentence - 1] ?? 0, bounds[sentence])
      .replace(/^[\s.!?;:>*-]+/, '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, limits.quote)
  const all = [...bounds.keys()]
  const isMet = (wanted: Wanted): boolean =>
    typeof wanted === 'string' ? met.has(place.get(wanted) ?? -1) : wanted.some((one) => met.has(place.get(one) ?? -1))
  const placesOf = (wanted: Wanted): readonly number[] =>
    (typeof wanted === 'string' ? [wanted] : wanted).flatMap((one) => met.get(place.get(one) ?? -1) ?? [])
  return {
    warnings: all.filter((sentence) => holds(sentence, 'warning')).length,
    warnsFirst: all.slice(0, Math.max(4, all.length / 3)).some((sentence) => holds(sentence, 'warning')),
    beside: (one, other, words, without = []) => {
      const others = placesOf(other)
      const ones = others.length === 0 ? [] : placesOf(one)
      for (let at = 0; at < ones.length; at += 2) {
        const sentence = sentenceOf[ones[at] ?? 0] ?? 0
        if (warns(sentence) || holdsAny(sentence, without)) continue
        for (let to = 0; to < others.length; to += 2) {
          const gap = Math.max((others[to] ?? 0) - (ones[at + 1] ?? 0), (ones[at] ?? 0) - (others[to + 1] ?? 0))
          if (gap <= words && sentenceOf[others[to] ?? 0] === sentence) return quote(sentence)
        }
      }
      return undefined
    },
    has: (...any) => isMet(any) && all.some((sentence) => !warns(sentence) && holdsAny(sentence, any)),
    count: (...any) => (isMet(any) ? all.filter((sentence) => holdsAny(sentence, any)).length : 0),
    counts: () =>
      [...met].flatMap(([at, places]) => {
        const concept = concepts[at]
        const sentences = new Set(places.map((token) => sentenceOf[token]))
        return concept === undefined ? [] : [[concept, sentences.size] as const]
      }),
    places: () => {
      const rows = all.map((): Place[] => [])
      for (const [concept, words] of met)
        for (let at = 0; at < words.length; at += 2) {
          const [first = 0, last = 0] = words.slice(at, at + 2)
          rows[sentenceOf[first] ?? 0]?.push({ concept, first, last })
        }
      return rows
        .filter((_, sentence) => !warns(sentence))
        .map((row) => row.toSorted((one, other) => one.first - other.first || one.concept - other.concept))
    },
    together: (wanted, { within = 0, without = [] } = {}) => {
      // What nobody speaks of anywhere is in no sentence.
      if (!wanted.every(isMet)) return undefined
      for (const sentence of all) {
        if (warns(sentence) || holdsAny(sentence, without)) continue
        if (!wanted.some((one) => holdsAny(sentence, one))) continue
        const window = within === 0 ? [sentence] : windowFrom(sentence, within).filter((one) => !warns(one) && !holdsAny(one, without))
        if (wanted.every((one) => window.some((near) => holdsAny(near, one)))) return quote(sentence)
      }
      return undefined
    },
  }
}

const windowFrom = (sentence: number, within: number): readonly number[] => Array.from({ length: within + 1 }, (_, at) => sentence + at)

function boundsOf(text: string): readonly number[] {
  const bounds: number[] = []
  let last = 0
  for (const end of text.matchAll(ends)) {
    // "e.g. ", "no. 4", a single letter: no end of a sentence.
    if (
      end[0] === '.' &&
      // The number of a list's item begins what follows it.
      /^\s*\(?\d{1,2}$/.test(text.slice(last, Math.min(end.index, last + 40)))
    )
      continue
    if (
      end[0] === '.' &&
      /(?:^|[\s(])(?:[a-z]|no|nr|mr|mrs|ms|dr|st|vs|ext|approx|inc|ltd|sra?|prof|e\.g|i\.e|z\.b)$/.test(
        text.slice(last, end.index).slice(-8),
      )
    )
      continue
    // Nor is the number of a list's line.
    if (/^\d{0,2}$/.test(text.slice(last, end.index).trim())) continue
    bounds.push(end.index + 1)
    last = end.index + 1
    if (bounds.length >= limits.sentences) break
  }
  if (text.slice(last).trim() !== '' || bounds.length === 0) bounds.push(text.length)
  return bounds
}

function sentencesOf(starts: readonly number[], bounds: readonly number[]): readonly number[] {
  let sentence = 0
  return starts.map((start) => {
    while (sentence < bounds.length - 1 && start >= (bounds[sentence] ?? 0)) sentence += 1
    return sentence
  })
}

/** Tells in one walk over the words of a text which of many patterns can be in it. */
import { openersOf } from './openers.ts'
import { rememberedByWord, tokensOf } from './word-table.ts'

/** Whether the pattern of this place can be found in the text. It may say yes for nothing, never no. */
export type MayBeSaid = (place: number) => boolean

/** Foreign letters and signs end a word for patterns, though they are part of one for us. */
const runs = /[a-z0-9]+/g

const none = new Uint32Array(0)

/** A walk for a fixed list of patterns over plain words. */
export function mayBeSaid(patterns: readonly RegExp[]): (text: string) => MayBeSaid {
  const width = Math.ceil(patterns.length / 32)
  const whole = new Map<string, number[]>()
  const begun = new Map<string, number[]>()
  const always = new Uint32Array(width)
  const mark = (mask: Uint32Array, place: number): void => {
    mask[place >>> 5] = (mask[place >>> 5] ?? 0) | (1 << (place & 31))
  }
  for (const [place, pattern] of patterns.entries()) {
    const openers = openersOf(pattern)
    if (openers === undefined) mark(always, place)
    for (const { letters, open } of openers ?? []) {
      const into = open ? begun : whole
      into.set(letters, [...(into.get(letters) ?? []), place])
    }
  }
  const longest = Math.max(0, ...[...begun.keys()].map((letters) => letters.length))
  const masksOf = rememberedByWord((letters): Uint32Array => {
    const places = (letters.match(runs) ?? []).flatMap((run) => [
      ...(whole.get(run) ?? []),
      ...Array.from({ length: Math.min(run.length, longest) }, (_, at) => begun.get(run.slice(0, at + 1)) ?? []).flat(),
    ])
    if (places.length === 0) return none
    const mask = new Uint32Array(width)
    for (const place of places) mark(mask, place)
    return mask
  })

  return (text) => {
    const tokens = tokensOf(text)
    const maskOf = masksOf(tokens)
    const found = always.slice()
    for (const word of tokens.words) {
      const mask = maskOf(word)
      if (mask !== none) for (let at = 0; at < width; at++) found[at] = (found[at] ?? 0) | (mask[at] ?? 0)
    }
    return (place) => ((found[place >>> 5] ?? 0) & (1 << (place & 31))) !== 0
  }
}

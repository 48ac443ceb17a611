/** Tells in one walk over the words of a text which of many patterns can be in it. */
import { openersOf } from './openers.ts'

/** Whether the pattern of this place can be found in the text. It may say yes for nothing, never no. */
export type MayBeSaid = (place: number) => boolean

const word = /[a-z0-9]+/g

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
  const remembered = new Map<string, Uint32Array | undefined>()

  const masked = (letters: string): Uint32Array | undefined => {
    const places = [...(whole.get(letters) ?? [])]
    for (let length = 1; length <= Math.min(letters.length, longest); length++) places.push(...(begun.get(letters.slice(0, length)) ?? []))
    if (places.length === 0) return undefined
    const mask = new Uint32Array(width)
    for (const place of places) mark(mask, place)
    return mask
  }

  return (text) => {
    const found = always.slice()
    const met = new Set<string>()
    for (const [letters] of text.matchAll(word)) {
      if (met.has(letters)) continue
      met.add(letters)
      let mask = remembered.get(letters)
      if (mask === undefined && !remembered.has(letters)) {
        mask = masked(letters)
        // The same words stand in most mails; a flood of others starts anew.
        if (remembered.size > 20_000) remembered.clear()
        remembered.set(letters, mask)
      }
      if (mask !== undefined) for (let at = 0; at < width; at++) found[at] = (found[at] ?? 0) | (mask[at] ?? 0)
    }
    return (place) => ((found[place >>> 5] ?? 0) & (1 << (place & 31))) !== 0
  }
}

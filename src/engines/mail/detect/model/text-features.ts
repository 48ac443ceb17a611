/**
 * What the text model sees of a mail: which words and pairs of neighbours stand in its subject and its first lines, hashed into a fixed number of buckets.
 * The training script uses the same function, so that both see the same.
 */
import { plainWords } from '../../words/plain-words.ts'

export const buckets = 16_384

const most = { letters: 1800, words: 220 }

/** The buckets of a text, each once, in no order that matters. */
export function textFeatures(subject: string, text: string): readonly number[] {
  const head = wordsOf(subject.slice(0, 200))
  const body = wordsOf(text.slice(0, most.letters)).slice(0, most.words)
  const found = new Set<number>()
  for (const words of [head, body]) {
    for (const [place, word] of words.entries()) {
      found.add(hash(word))
      const next = words[place + 1]
      if (next !== undefined) found.add(hash(`${word} ${next}`))
    }
  }
  return [...found]
}

/** Words of two letters and more; numbers as one word, since their values tell nothing. Links and addresses are the structure's matter. */
const wordsOf = (text: string): readonly string[] =>
  plainWords(text)
    .replace(/https?:\S+|\S+@\S+/g, ' ')
    .match(/[$€£]|\p{L}{2,24}|\d+/gu)
    ?.map((word) => (/^\d/.test(word) ? '0' : word)) ?? []

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return (value >>> 0) % buckets
}

/**
 * What the text model sees of a mail: which words, beginnings of words and pairs of neighbours stand in its subject and its first lines, hashed into a fixed number of buckets.
 * The training script uses the same function, so that both see the same.
 */
import { plainWords } from '../../words/plain-words.ts'

export const buckets = 131_072

const most = { letters: 1800, words: 220 }

/** By bucket, the round in which it was last met: a set that need not be emptied. */
const met = new Uint32Array(buckets)
let round = 0

/** The buckets of a text, each once, in no order that matters. */
export function textFeatures(subject: string, text: string): readonly number[] {
  const head = wordsOf(subject.slice(0, 200))
  const body = wordsOf(text.slice(0, most.letters)).slice(0, most.words)
  const found: number[] = []
  round = round === 0xff_ff_ff_ff ? 1 : round + 1
  const add = (bucket: number): void => {
    if (met[bucket] !== round) found.push(bucket)
    met[bucket] = round
  }
  for (const words of [head, body]) {
    for (const [place, word] of words.entries()) {
      const one = hash(word, start)
      add(bucketOf(one))
      // `überweisen`, `überweist`, `Überweisung` begin alike.
      if (word.length > stem) add(bucketOf(hash(word.slice(0, stem), stemsFrom)))
      const next = words[place + 1]
      if (next !== undefined) add(bucketOf(hash(next, hash(' ', one))))
    }
  }
  return found
}

/** Words of two letters and more; numbers as one word, since their values tell nothing. Links and addresses are the structure's matter. */
function wordsOf(text: string): readonly string[] {
  const plain = plainWords(text)
  const spoken = plain.includes('@') || plain.includes('http') ? plain.replace(/https?:\S+|(?<!\S)\S+@\S+/g, ' ') : plain
  const words = spoken.match(foreign.test(spoken) ? /[$€£]|\p{L}{2,24}|\d+/gu : /\$|[a-z]{2,24}|\d+/g) ?? []
  return words.map((word) => (isDigit(word.charCodeAt(0)) ? '0' : word))
}
const foreign = /[\u0080-\uffff]/

/** Any digit that `\d` means. */
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

/** FNV-1a, 32 bits. It goes on from what stands before, so that a pair costs no more than its second word. */
const start = 0x811c9dc5

function hash(text: string, from: number): number {
  let value = from
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value
}

const stem = 5
const stemsFrom = hash('~', start)

const bucketOf = (value: number): number => (value >>> 0) % buckets

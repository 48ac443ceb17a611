/** The school grade that an English text asks of its reader (Kincaid and others 1975), by established counters. */
import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'

/** `texts` are sentences or paragraphs; what is no word of English (addresses, codes, numbers) is left out. */
export function readingGradeOf(texts: readonly string[]): number {
  const sentences = texts.flatMap((text) => text.split(/(?<=[.?!:])\s+|\n+/)).filter((one) => /\p{L}{2}/u.test(one))
  const words = sentences.flatMap((one) => one.match(/(?<![\p{L}\p{N}@.[\]])\p{L}[\p{L}’-]*(?![\p{L}\p{N}@[\]])/gu) ?? [])
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0)
  return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables })
}

/**
 * Fills the blanks of a sentence, which is an ICU MessageFormat message. Most
 * hold plain `{blanks}`; where a number stands, plural says one and many as
 * the language does. Each sentence is read once and kept ready. A blank without
 * a value is our mistake and is said so, not shown.
 */
import { IntlMessageFormat } from 'intl-messageformat'
import { defect, type Language } from '#kernel'

export type Blanks = Readonly<Record<string, string | number>>
type Filling = (blanks: Blanks) => string

/** Sentences of the catalogues by language; a few hundred, as nobody else's text comes here. */
const ready = new Map<Language | undefined, Map<string, Filling>>()

/** `language` says how numbers and their words are written: a sentence with more than plain blanks needs it. */
export function fill(sentence: string, blanks: Blanks, language?: Language): string {
  const known = ready.get(language) ?? new Map<string, Filling>()
  ready.set(language, known)
  const filling = known.get(sentence) ?? read(sentence, language)
  known.set(sentence, filling)
  return filling(blanks)
}

function read(sentence: string, language: Language | undefined): Filling {
  const pieces = sentence.split(/\{(\w+)\}/)
  const isPlain = pieces.every((piece, at) => at % 2 === 1 || !/[{}]/.test(piece))
  if (isPlain) return plain(sentence, pieces)
  if (language === undefined) throw defect('no-language', `filling "${sentence}": it counts, and nobody said in which language`)
  const message = new IntlMessageFormat(sentence, language, undefined, { ignoreTag: true })
  return (blanks) => {
    try {
      return String(message.format({ ...blanks }))
    } catch (thrown) {
      throw defect('blank-left', `filling "${sentence}": ${thrown instanceof Error ? thrown.message : thrown}`)
    }
  }
}

/** `pieces` are text and names of blanks, by turns. */
function plain(sentence: string, pieces: readonly string[]): Filling {
  const [first = '', ...rest] = pieces
  return (blanks) => {
    let filled = first
    for (let at = 0; at < rest.length; at += 2) {
      const name = rest[at] ?? ''
      const value = blanks[name]
      if (value === undefined) throw defect('blank-left', `filling "${sentence}": nothing for {${name}}`)
      filled += value + (rest[at + 1] ?? '')
    }
    return filled
  }
}

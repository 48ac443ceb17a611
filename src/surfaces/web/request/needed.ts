/** Fields that must not stay empty. */
import type { Problems } from '../parts/field.ts'
import type { Words } from '../wording/words.ts'
import type { Fields } from './ask.ts'

/** A label as it stands within a sentence: `Your name` → `your name`, `IMAP server` stays. */
export const inSentence = (label: string): string =>
  /^\p{Lu}\p{Lu}/u.test(label) ? label : label.slice(0, 1).toLowerCase() + label.slice(1)

/** A problem for each of `names` (field name → its label) that is empty. */
export function needed(words: Words, form: Fields, names: Readonly<Record<string, string>>): Problems {
  const empty = Object.entries(names).filter(([name]) => form.text(name) === '')
  return new Map(empty.map(([name, label]) => [name, words.say('field.needed', { what: inSentence(label) })]))
}

/** Fields that must not stay empty. */
import type { Problems } from '../parts/field.ts'
import type { Words } from '../wording/words.ts'
import type { Fields } from './ask.ts'

/** A problem for each of `names` (field name → its label) that is empty. */
export function needed(words: Words, form: Fields, names: Readonly<Record<string, string>>): Problems {
  const empty = Object.entries(names).filter(([name]) => form.text(name) === '')
  return new Map(empty.map(([name, label]) => [name, words.say('field.needed', { what: label.toLowerCase() })]))
}

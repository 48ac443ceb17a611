/** Names of people and organisations, as they are kept. */
import { nameMissing } from './refusals.ts'

// They turn the direction of what is written after a name, or make two names of what reads like one.
const unseen = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** A name in one line; a refusal `name-missing` without a letter, or of more than 200. */
export function readName(typed: string): string {
  const name = typed
    .toWellFormed()
    .normalize('NFC')
    .replace(unseen, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  if (!/[\p{L}\p{N}]/u.test(name) || name.length > 200) throw nameMissing()
  return name
}

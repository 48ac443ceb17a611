/** Names of people and organisations, as they are kept. */
import { nameMissing } from './refusals.ts'

export function readName(typed: string): string {
  const name = typed.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (name === '' || name.length > 200) throw nameMissing()
  return name
}

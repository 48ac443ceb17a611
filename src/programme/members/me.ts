/** The person who acts, whatever they act as; machinery is refused. */
import type { Who } from '#kernel'
import { notAPerson } from './refusals.ts'

export function meOf(who: Who): string {
  if (!('personId' in who)) throw notAPerson()
  return who.personId
}

/** What speaks for a sender. Lowers the clearable points; a failed check takes every suppressor away. */

import { registered } from '../names/domain.ts'
import type { Mail } from './mail.ts'

/** Points to take off, 0 or more. */
export function suppression(mail: Mail): number {
  if (mail.forged) return 0
  const { message, relation, verified } = mail
  const byRelation = { own: verified ? 70 : 35, known: verified ? 70 : 35, brand: verified ? 70 : 25, stranger: verified ? 8 : 0 }[relation]
  const listHost = /<?[^<>]*?([\w-]+(?:\.[\w-]+)+)>?\s*$/.exec(message.listId)?.[1]?.toLowerCase() ?? ''
  const signedList = listHost !== '' && message.authentication.signedBy.some((domain) => registered(domain) === registered(listHost))
  const thread = message.isReply && message.hasThread
  return byRelation + (signedList ? 35 : 0) + (thread ? 15 : 0)
}

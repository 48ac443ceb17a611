/** What speaks for a sender. Lowers the clearable points; a failed check takes every suppressor away. */
import type { Mail } from './mail.ts'
import type { Weight } from './weight.ts'

/** What clears a mail: weights below zero, each with its name. */
export function clearings(mail: Mail): readonly Weight[] {
  if (mail.forged) return []
  const { message, relation, verified } = mail
  const byRelation = { own: verified ? 70 : 35, known: verified ? 70 : 35, brand: verified ? 70 : 25, stranger: verified ? 8 : 0 }[relation]
  const all: readonly Weight[] = [
    { id: verified ? `${relation}-verified` : relation, kind: 'cleared', points: -byRelation },
    { id: 'signed-list', kind: 'cleared', points: mail.relayed && message.listId !== '' ? -35 : 0 },
    { id: 'trusted-sender', kind: 'cleared', points: trustedBy(mail) },
    { id: 'answered-thread', kind: 'cleared', points: message.isReply && message.hasThread ? -15 : 0 },
  ]
  return all.filter(({ points }) => points !== 0)
}

/** A state's or a big house's own proven mail; a known relation already says so, and more. */
const trustedBy = ({ trust, relation }: Mail): number =>
  relation !== 'stranger' || trust === undefined ? 0 : trust === 'state' ? -45 : -50

/** What speaks for a sender. Lowers the clearable points; a failed check takes every suppressor away. */
import type { SenderHistory } from '../history/sender-history.ts'
import { belongsTo } from '../names/brands.ts'
import { isLending } from '../names/trusted-senders.ts'
import { acquaintance } from './acquaintance.ts'
import { firstSaid, type Mail } from './mail.ts'
import { openness } from './open-dealing.ts'
import { answersElsewhere, talksShop } from './sender.ts'
import type { Weight } from './weight.ts'

/** What clears a mail: weights below zero, each with its name. */
export function clearings(mail: Mail): readonly Weight[] {
  if (mail.forged) return []
  const { message, relation, verified } = mail
  const byRelation = {
    own: verified ? 70 : 35,
    known: verified ? 70 : 35,
    brand: isLending(message.from.domain) ? (verified ? 35 : 10) : verified ? 70 : 25,
    stranger: verified ? 2 : 0,
  }[relation]
  const all: readonly Weight[] = [
    { id: verified ? `${relation}-verified` : relation, kind: 'cleared', points: -byRelation },
    { id: 'signed-list', kind: 'cleared', points: isOpenList(mail) ? -35 : 0 },
    { id: 'trusted-sender', kind: 'cleared', points: trustedBy(mail) },
    { id: 'answered-thread', kind: 'cleared', points: message.isReply && message.hasThread ? threadPoints(mail) : 0 },
    {
      id: 'shop-talk',
      kind: 'cleared',
      points: talksShop(mail) && mail.files.length === 0 && firstSaid(mail, 'credentials', 'wallet') === undefined ? -35 : 0,
    },
    { id: 'deals-openly', kind: 'cleared', points: dealsOpenly(mail) ? -25 : 0 },
    ...known(mail),
  ]
  return all.filter(({ points }) => points !== 0)
}

/** Two signs of openness, and nothing that leads anywhere: who wants to be asked where the answer is honest leads nobody astray. */
const dealsOpenly = (mail: Mail): boolean => openness(mail) >= 2 && mail.foreign.length === 0 && !answersElsewhere(mail)

/** A list that proved itself, and no mass mailing in the name of a brand that is not its sender: services that send for anybody sign everybody's list. */
const isOpenList = (mail: Mail): boolean =>
  mail.relayed && mail.message.listId !== '' && mail.nameBrands.every((brand) => belongsTo(brand, mail.message.from.domain))

/** A state's or a big house's own proven mail; a known relation already says so, and more. A stolen mailbox there wants its answers elsewhere. */
const trustedBy = (mail: Mail): number =>
  mail.relation !== 'stranger' || mail.trust === undefined || answersElsewhere(mail) ? 0 : mail.trust === 'state' ? -45 : -50

/** A header that says "in answer to" costs nothing. Where conversations are remembered it counts only for who takes part in one that we answered. */
function threadPoints({ message: { history } }: Mail): number {
  if (history?.thread !== undefined) return history.thread.senderBelongs && history.thread.answered ? -15 : 0
  return history?.ripe === true && acquaintanceIsNew(history) ? 0 : -15
}

const acquaintanceIsNew = ({ address }: SenderHistory): boolean => address.reader === undefined && address.organisation === undefined

/** Long acquaintance. Who only ever wrote to us has bought little: patience is cheap. Who we write with counts, when the check of the sender holds. */
function known(mail: Mail): readonly Weight[] {
  const how = acquaintance(mail)
  if (how === 'mutual') return [{ id: 'mutual-correspondent', kind: 'history', points: mail.verified ? -40 : -8 }]
  return how === 'long-known' && mail.verified ? [{ id: 'long-known-sender', kind: 'history', points: -8 }] : []
}

/** Mail: the letter through the operator's relay, signed with its key. */

import { isTrouble } from '#kernel'
import { masked } from '#members'
import type { Sender } from '../deps.ts'
import type { Post } from '../post.ts'
import { lettersAtOnce } from '../post.ts'
import { readSmtpTrouble } from '../smtp-answer.ts'
import { type Channel, type Sent, shortAnswer } from './channel.ts'

type Deps = { readonly post: Post; readonly sender: () => Promise<Sender> }

/** The mailboxes it writes to are accounts, proven elsewhere. */
export const mailChannel = ({ post, sender }: Deps): Channel => ({
  name: 'mail',
  atOnce: lettersAtOnce,
  isSetUp: async () => (await sender()).relay !== null,
  readAddress: (typed) => (typed.includes('@') ? typed.trim() : undefined),
  masked,
  send: async (address, { subject, text, messageId, decidedAt, bounceTo }) => {
    const from = await sender()
    if (from.relay === null) return { kind: 'later', answer: 'no mail relay is set up', everybody: true }
    try {
      const letter = { to: address, subject, text, messageId, date: decidedAt, ...(bounceTo !== undefined && { bounceTo }) }
      return { kind: 'taken', answer: shortAnswer(await post.send(from.relay, from, letter)) }
    } catch (thrown) {
      if (isTrouble(thrown)) throw thrown
      return sentOf(thrown)
    }
  },
  close: async () => post.close(),
})

function sentOf(thrown: unknown): Sent {
  const { kind, why, answer } = readSmtpTrouble(thrown)
  if (kind === 'bounced') return { kind: 'gone', answer }
  if (kind === 'refused') return { kind: 'refused', answer }
  // Patience that the server asks for one address is no trouble with the relay.
  return { kind: 'later', answer, everybody: kind === 'relay' || why !== 'answer' }
}

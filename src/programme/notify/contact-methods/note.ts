/** What is written down, and whom it is told to, when a way to be told comes or goes. */
import { record } from '#audit'
import type { Clock, Who } from '#kernel'
import { tellOfSignIn } from '#members'
import type { Tx } from '#storage'
import type { OwnChannel } from './deps.ts'

type Noted = {
  readonly who: Who
  readonly personId: string
  readonly id: string
  readonly channel: string
  readonly what: 'ask' | 'add' | 'remove' | 'renew'
}

export async function note(tx: Tx, clock: Clock, { who, personId, id, channel, what }: Noted): Promise<void> {
  await record(tx, clock, {
    actor: who,
    action: `contact-method.${what}`,
    subject: `contact-method/${id}`,
    owner: { kind: 'person', id: personId },
    details: { channel },
  })
}

/** Whoever added or removed it, the person hears of it by mail: somebody at their screen could send notices elsewhere. */
export async function noteAndTell(
  tx: Tx,
  clock: Clock,
  noted: Noted & { readonly what: 'add' | 'remove'; readonly channel: OwnChannel | string },
): Promise<void> {
  await tellOfSignIn(tx, { personId: noted.personId, news: noted.what === 'add' ? 'way-added' : 'way-removed' })
  await note(tx, clock, noted)
}

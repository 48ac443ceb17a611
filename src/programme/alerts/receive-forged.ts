/** A mail that claims to be a person's provider and is not: judged like one in a mailbox, and told when it is dangerous. */

import type { Tx } from '#storage'
import { ownerOf, type Reached, type Reported } from './arrival.ts'
import type { ReceiveDeps } from './deps.ts'
import { type Flagging, flag } from './flag.ts'
import { messageHash, peopleOf } from './receive.ts'
import { tellPeople } from './tell-people.ts'

type Forged = Reported & {
  readonly reached: Reached
  readonly arrivedAt: Date
  /** First in the same transaction: takes the mail out of its spool. False when that was done before, or nobody may keep it any more. */
  readonly take: (tx: Tx) => Promise<boolean>
}

/** Takes it in; the incident it became part of, undefined when it is no danger or was taken in before. */
export async function receiveForged(deps: ReceiveDeps, forged: Forged): Promise<string | undefined> {
  const { storage, vault, clock, teller } = deps
  const { reached, bytes, inspection, arrivedAt } = forged
  if (inspection.verdict !== 'dangerous') {
    await storage.asTenant({ kind: 'programme' }, forged.take)
    return undefined
  }
  const sealer = await vault.sealer(ownerOf(reached))
  const tell = await teller(await peopleOf(storage, reached))
  const flagging: Flagging = {
    ...{ reached, bytes, inspection, arrivedAt, place: undefined, origin: 'mailbox', level: 'targeted' },
    messageHash: messageHash(vault, reached, bytes),
  }
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    if (!(await forged.take(tx))) return undefined
    const { incidentId, outcome, dismissed } = await flag(tx, { clock, vault, sealer }, flagging)
    if (!dismissed && outcome !== 'same-message') await tellPeople(tx, tell, incidentId, flagging)
    return incidentId
  })
}

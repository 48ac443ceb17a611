/** A way to be told that is no longer wanted. Adding it again is the way back. */
import type { Who } from '#kernel'
import { type ContactDeps, meOf } from './deps.ts'
import { note, noteAndTell } from './note.ts'

/** What was still to be sent there is not. False when it is none of this person's. */
export async function removeWay({ storage, clock }: ContactDeps, who: Who, id: string): Promise<boolean> {
  const personId = meOf(who)
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const removed = await tx
      .updateTable('contact_method')
      .set({ removed_at: clock.now(), proof_hash: null })
      .where('id', '=', id)
      .where('person_id', '=', personId)
      .where('organisation_id', 'is', null)
      .where('removed_at', 'is', null)
      .returning(['channel', 'proven_at'])
      .executeTakeFirst()
    if (removed === undefined) return false
    const noted = { who, personId, id, channel: removed.channel, what: 'remove' } as const
    // Nothing was ever told there: no letter.
    await (removed.proven_at === null ? note(tx, clock, noted) : noteAndTell(tx, clock, noted))
    return true
  })
}

/**
 * Somebody shows that they have a notice: on their page, by its code, by an
 * answer from their telephone. From then on no further channel is tried;
 * reminders go on until there is nothing left to do.
 */
import type { Clock, Who } from '#kernel'
import type { Storage, Tx } from '#storage'

/** `passkey`: on their page, in a session that a passkey opened; so it was them, and not whoever holds their mailbox. */
export type AcknowledgedBy = 'portal' | 'code' | 'sms' | 'voice' | 'passkey' | 'desk'

type Deps = { readonly storage: Storage; readonly clock: Clock }

/** False when it is not a notice of the person who asks. Doing it twice changes nothing. */
export async function acknowledgeNotice({ storage, clock }: Deps, who: Who, id: string, by: AcknowledgedBy): Promise<boolean> {
  if (!('personId' in who)) return false
  const { personId } = who
  return storage.asTenant({ kind: 'programme' }, (tx) => acknowledge(tx, clock, { noticeId: id, personId, by }))
}

type Acknowledged = { readonly noticeId: string; readonly personId: string; readonly by: AcknowledgedBy }

/** In the programme's transaction. False when that person has no such notice. */
export async function acknowledge(tx: Tx, clock: Clock, { noticeId, personId, by }: Acknowledged): Promise<boolean> {
  const now = clock.now()
  const found = await tx
    .updateTable('notice')
    .set((columns) => ({
      acknowledged_by: columns.fn.coalesce('acknowledged_by', columns.val(by)),
      acknowledged_at: columns.fn.coalesce('acknowledged_at', columns.val(now)),
      ...(isReading(by) && { read_at: columns.fn.coalesce('read_at', columns.val(now)) }),
    }))
    .where('id', '=', noticeId)
    .where('person_id', '=', personId)
    .returning('id')
    .executeTakeFirst()
  if (found === undefined) return false
  await tx
    .updateTable('delivery')
    .set({ state: 'not-needed', answer: 'it was acknowledged', ended_at: now })
    .where('notice_id', '=', noticeId)
    .where('purpose', '=', 'fallback')
    .where('state', 'in', ['queued', 'held'])
    .execute()
  return true
}

/** A key on a telephone says that it was heard, not that the whole was read. */
const isReading = (by: AcknowledgedBy): boolean => by === 'portal' || by === 'code' || by === 'passkey'

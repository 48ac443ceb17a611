/** Somebody of the staff takes an alert: nobody else is paged for it. On the desk's page, or by an answer from their telephone. */
import { record } from '#audit'
import type { Clock, Staff, Who } from '#kernel'
import type { Storage, Tx } from '#storage'

type Taking = {
  readonly alertIds: readonly string[]
  readonly personId: string
  readonly by: 'desk' | 'sms' | 'voice'
  /** In whose name: an answer by telephone is believed enough to stop pages, and not to be them. */
  readonly actor: Who
}

/** False when it is not open for `who`, or somebody took it before. */
export const takeAlert = (
  { storage, clock }: { readonly storage: Storage; readonly clock: Clock },
  who: Staff,
  id: string,
): Promise<boolean> =>
  storage.asTenant(who, async (tx) => (await take(tx, clock, { alertIds: [id], personId: who.personId, by: 'desk', actor: who })) > 0)

type Answered = { readonly pageId: string; readonly by: 'sms' | 'voice' }

/** The answer to one page takes its alert, and those that its message told too. False when that page is not there, or nothing was left to take. */
export async function takePage(tx: Tx, clock: Clock, { pageId, by }: Answered): Promise<boolean> {
  const told = await tx
    .selectFrom('on_call_page')
    .select(['alert_id', 'person_id'])
    .where((where) => where.or([where('id', '=', pageId), where('told_with', '=', pageId)]))
    .execute()
  const [first] = told
  if (first === undefined) return false
  const alertIds = told.map(({ alert_id }) => alert_id)
  return (await take(tx, clock, { alertIds, personId: first.person_id, by, actor: { kind: 'programme' } })) > 0
}

/** How many were taken; those that are over, or were taken before, stay as they are. */
async function take(tx: Tx, clock: Clock, { alertIds, personId, by, actor }: Taking): Promise<number> {
  if (alertIds.length === 0) return 0
  const now = clock.now()
  const taken = await tx
    .updateTable('operator_alert')
    .set({ acknowledged_at: now, acknowledged_by: personId })
    .where('id', 'in', alertIds)
    .where('closed_at', 'is', null)
    .where('acknowledged_at', 'is', null)
    .returning('id')
    .execute()
  const ids = taken.map(({ id }) => id)
  if (ids.length === 0) return 0
  await tx
    .updateTable('on_call_page')
    .set({ answered_at: now, answered_by: by })
    .where('alert_id', 'in', ids)
    .where('person_id', '=', personId)
    .where('answered_at', 'is', null)
    .execute()
  for (const id of ids) await record(tx, clock, { actor, action: 'alert.take', subject: `alert/${id}`, details: { person: personId, by } })
  return ids.length
}

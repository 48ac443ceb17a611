/**
 * Actions that are done: seen by us, or said by the person, who may take that
 * back. When none is left the notice is done, and what still waited to be sent
 * of it is not needed any more.
 */
import { z } from 'zod'
import { type Clock, defect, type Who } from '#kernel'
import { doneSignals } from '#members'
import type { Tx } from '#storage'
import type { NotifyDeps } from '../deps.ts'
import { catalogue } from './catalogue.ts'

type Deps = Pick<NotifyDeps, 'storage' | 'clock'>

/** An action of a notice, or all that are open where none is named. */
export type Which = { readonly noticeId: string; readonly action: string | undefined }

/** The person says that it is done; false when it is not a notice of theirs that asks this. */
export async function sayDone({ storage, clock }: Deps, who: Who, { noticeId, action }: Which): Promise<boolean> {
  if (!('personId' in who)) return false
  const { personId } = who
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    if (!(await holdNotice(tx, noticeId, personId))) return false
    const asked = await tx.selectFrom('notice_action').select('action').where('notice_id', '=', noticeId).execute()
    if (action !== undefined && !asked.some((one) => one.action === action)) return false
    await tx
      .updateTable('notice_action')
      .set({ done_at: clock.now(), done_by: 'person' })
      .where('notice_id', '=', noticeId)
      .where('done_at', 'is', null)
      .$if(action !== undefined, (some) => some.where('action', '=', action ?? ''))
      .execute()
    await settle(tx, clock, noticeId)
    return true
  })
}

/** The person takes back what they said; false when they had not said it. What we saw stays. */
export async function takeBack({ storage, clock }: Deps, who: Who, { noticeId, action }: Which): Promise<boolean> {
  if (!('personId' in who)) return false
  const { personId } = who
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    if (!(await holdNotice(tx, noticeId, personId))) return false
    const { numUpdatedRows } = await tx
      .updateTable('notice_action')
      .set({ done_at: null, done_by: null, undone_at: clock.now() })
      .where('notice_id', '=', noticeId)
      .where('done_by', '=', 'person')
      .$if(action !== undefined, (some) => some.where('action', '=', action ?? ''))
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await settle(tx, clock, noticeId)
    return true
  })
}

const payloadSchema = z.object({
  personId: z.string(),
  signal: z.enum(doneSignals),
  accountId: z.string().exactOptional(),
  at: z.coerce.date(),
})

/** The handler of the job: closes every open action that this does, of notices from before it. */
export const closeByWhatWasDone =
  ({ storage, clock }: Deps) =>
  async (payload: unknown): Promise<void> => {
    const read = payloadSchema.safeParse(payload)
    if (!read.success) throw defect('payload-unreadable', 'closing actions that were done: the job does not say whose')
    const { personId, signal, accountId, at } = read.data
    const known = catalogue.filter(({ knownBy }) => knownBy === signal).map(({ id }) => id)
    await storage.asTenant({ kind: 'programme' }, async (tx) => {
      const open = await tx
        .selectFrom('notice_action')
        .innerJoin('notice', 'notice.id', 'notice_action.notice_id')
        .select(['notice_action.id', 'notice_id'])
        .where('notice_action.person_id', '=', personId)
        .where('action', 'in', known)
        .where('notice_action.done_at', 'is', null)
        .where('asked_at', '<=', at)
        .$if(accountId !== undefined, (some) => some.where('notice.subject_account_id', '=', accountId ?? ''))
        .orderBy('notice_id')
        .execute()
      for (const { id, notice_id } of open) {
        await holdNotice(tx, notice_id, personId)
        await tx
          .updateTable('notice_action')
          .set({ done_at: at, done_by: 'signal' })
          .where('id', '=', id)
          .where('done_at', 'is', null)
          .execute()
        await settle(tx, clock, notice_id)
      }
    })
  }

/** Held until `tx` ends, so that two who do the last two actions at once see each other. */
async function holdNotice(tx: Tx, noticeId: string, personId: string): Promise<boolean> {
  const held = await tx
    .selectFrom('notice')
    .select('id')
    .where('id', '=', noticeId)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  return held !== undefined
}

async function settle(tx: Tx, clock: Clock, noticeId: string): Promise<void> {
  const open = await tx
    .selectFrom('notice_action')
    .select('id')
    .where('notice_id', '=', noticeId)
    .where('done_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  const now = clock.now()
  await tx
    .updateTable('notice')
    .set((columns) =>
      open === undefined
        ? { done_at: columns.fn.coalesce('done_at', columns.val(now)), read_at: columns.fn.coalesce('read_at', columns.val(now)) }
        : { done_at: null },
    )
    .where('id', '=', noticeId)
    .execute()
  if (open !== undefined) return
  await tx
    .updateTable('delivery')
    .set({ state: 'not-needed', answer: 'all of it was done', ended_at: now })
    .where('notice_id', '=', noticeId)
    .where('state', 'in', ['queued', 'held'])
    .execute()
}

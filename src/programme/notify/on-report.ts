/** What a channel's far end reported back about a message: it arrived, it did not, or nobody is there any more. */
import type { Clock } from '#kernel'
import type { Storage, Tx } from '#storage'
import type { Report } from './channels/reports.ts'
import { methodIsGone, tellIfNothingArrives } from './undelivered.ts'

const stateOf = { delivered: 'delivered', failed: 'failed', gone: 'bounced' } as const

/** False when no delivery of ours is meant. Said twice, it changes nothing. */
export const onReport = ({ storage, clock }: { readonly storage: Storage; readonly clock: Clock }, report: Report): Promise<boolean> =>
  storage.asTenant({ kind: 'programme' }, async (tx) => {
    const { channel, of, state, answer } = report
    const found = await tx
      .selectFrom('delivery')
      .select(['id', 'state', 'notice_id', 'contact_method_id'])
      .where('channel', '=', channel)
      .where((is) => ('key' in of ? is('id', '=', of.key) : is('reference', '=', of.reference)))
      .orderBy('queued_at', 'desc')
      .forUpdate()
      .executeTakeFirst()
    if (found === undefined) return ofAPage(tx, clock, report)
    if (found.state !== 'sending' && found.state !== 'sent') return true
    const settled = { state: stateOf[state], answer, ended_at: clock.now(), held_by: null }
    await tx.updateTable('delivery').set(settled).where('id', '=', found.id).execute()
    if (state === 'gone' && found.contact_method_id !== null) await methodIsGone(tx, clock, found.contact_method_id)
    if (state !== 'delivered') await tellIfNothingArrives(tx, clock, found.notice_id)
    return true
  })

/** The same of a page to somebody on call. */
async function ofAPage(tx: Tx, clock: Clock, { channel, of, state, answer }: Report): Promise<boolean> {
  const found = await tx
    .selectFrom('on_call_page')
    .select(['id', 'state', 'contact_method_id'])
    .where('channel', '=', channel)
    .where((is) => ('key' in of ? is('id', '=', of.key) : is.and([is('reference', '=', of.reference), is('told_with', 'is', null)])))
    .orderBy('due_at', 'desc')
    .executeTakeFirst()
  if (found === undefined) return false
  await tx
    .updateTable('on_call_page')
    .set({ state: stateOf[state], answer })
    .where((where) => where.or([where('id', '=', found.id), where('told_with', '=', found.id)]))
    .where('state', 'in', ['queued', 'sent'])
    .execute()
  if (state === 'gone' && found.contact_method_id !== null) await methodIsGone(tx, clock, found.contact_method_id)
  return true
}

/** When an address takes no mail: it is not written to again, the other addresses are tried, and staff hear when none is left. */
import { raise } from '#alerts'
import type { Clock } from '#kernel'
import type { Tx } from '#storage'
import { addDelivery, otherAddresses } from './write-notice.ts'

/** Marks the address; a person who proves it again gets letters there again. */
export async function addressBounces(tx: Tx, clock: Clock, accountId: string): Promise<void> {
  const account = await tx
    .updateTable('account')
    .set({ bouncing_since: clock.now() })
    .where('id', '=', accountId)
    .where('bouncing_since', 'is', null)
    .returning(['person_id', 'organisation_id'])
    .executeTakeFirst()
  if (account === undefined) return
  await raise(tx, clock, {
    kind: 'address-bounces',
    subject: `account/${accountId}`,
    severity: 'medium',
    says: 'An address of a person takes no mail any more: notices to it are lost until they name another one.',
    organisationId: account.organisation_id,
    personId: account.person_id,
  })
}

/** Nobody is there any more, as the far end said: not told there again until it is proven anew. */
export async function methodIsGone(tx: Tx, clock: Clock, contactMethodId: string): Promise<void> {
  await tx
    .updateTable('contact_method')
    .set({ gone_since: clock.now() })
    .where('id', '=', contactMethodId)
    .where('gone_since', 'is', null)
    .execute()
}

/** Tries the addresses that were not tried yet; raises the alert when no letter of this notice can arrive. */
export async function tellIfNothingArrives(tx: Tx, clock: Clock, noticeId: string): Promise<void> {
  const notice = await tx.selectFrom('notice').selectAll().where('id', '=', noticeId).executeTakeFirst()
  if (notice === undefined) return
  const deliveries = await tx.selectFrom('delivery').selectAll().where('notice_id', '=', noticeId).where('channel', '!=', 'home').execute()
  const hopeful = deliveries.some(({ state }) => state !== 'bounced' && state !== 'failed')
  const tried = deliveries.map(({ account_id }) => account_id)
  const untried = (await otherAddresses(tx, notice.person_id, notice.subject_account_id)).filter((id) => !tried.includes(id))
  const [example] = deliveries
  const messageDomain = example?.message_id.replace(/^.*@|>$/g, '') ?? 'bellwether.localhost'
  for (const accountId of untried) {
    await addDelivery(
      tx,
      { clock, messageDomain },
      { noticeId, personId: notice.person_id, organisationId: notice.organisation_id, accountId },
    )
  }
  if (hopeful || untried.length > 0) return
  await raise(tx, clock, {
    kind: 'notice-undelivered',
    subject: `notice/${noticeId}`,
    severity: 'high',
    says: 'A notice could not be delivered to any address of its person: they see it on their page only. Call them.',
    organisationId: notice.organisation_id,
    personId: notice.person_id,
  })
}

/** When somebody cannot be told where we tried: that way is not used again, the others are tried, and staff hear when none is left. */
import { raise } from '#alerts'
import type { Clock } from '#kernel'
import { type Tx, uuid } from '#storage'
import { priorityOf } from './routing/levels.ts'
import { waysOf } from './routing/ways-of.ts'
import { wakeCourier } from './write-notice.ts'

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

/** Tries the ways that were not tried yet; raises the alert when no message of this notice can arrive. */
export async function tellIfNothingArrives(tx: Tx, clock: Clock, noticeId: string): Promise<void> {
  const notice = await tx.selectFrom('notice').selectAll().where('id', '=', noticeId).executeTakeFirst()
  if (notice === undefined) return
  const deliveries = await tx.selectFrom('delivery').selectAll().where('notice_id', '=', noticeId).where('channel', '!=', 'home').execute()
  if (deliveries.some(({ state }) => state !== 'bounced' && state !== 'failed')) return
  const person = { personId: notice.person_id, subjectAccountId: notice.subject_account_id }
  const ways = (await waysOf(tx, [person])).get(person) ?? []
  const tried = new Set(deliveries.map(({ account_id, contact_method_id }) => account_id ?? contact_method_id))
  const untried = ways.filter(({ id, isProven, isBouncing, isSubject }) => isProven && !isBouncing && !isSubject && !tried.has(id))
  if (untried.length > 0) {
    const now = clock.now()
    const messageDomain = deliveries[0]?.message_id.replace(/^.*@|>$/g, '') ?? 'bellwether.localhost'
    const rows = untried.map(({ channel, id }) => ({
      ...{ id: uuid(), notice_id: noticeId, person_id: notice.person_id, organisation_id: notice.organisation_id, channel },
      ...{ account_id: channel === 'mail' ? id : null, contact_method_id: channel === 'mail' ? null : id },
      ...{ answer: null, queued_at: now, due_at: now, priority: priorityOf[notice.level], sent_at: null, ended_at: null },
    }))
    await tx
      .insertInto('delivery')
      .values(rows.map((row) => ({ ...row, message_id: `<${row.id}@${messageDomain}>` })))
      .execute()
    return wakeCourier(tx)
  }
  await raise(tx, clock, {
    kind: 'notice-undelivered',
    subject: `notice/${noticeId}`,
    severity: 'high',
    says: 'A notice could not be delivered to any address of its person: they see it on their page only. Call them.',
    organisationId: notice.organisation_id,
    personId: notice.person_id,
  })
}

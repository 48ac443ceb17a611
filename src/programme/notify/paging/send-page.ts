/** The job that hands one page to its channel: under the same key at every try, until it is taken or nobody needs it any more. */
import { z } from 'zod'
import { type Clock, type Severity, setback, severities } from '#kernel'
import type { Vault } from '#secrets'
import type { Tx } from '#storage'
import type { Channel, Sent } from '../channels/channel.ts'
import { openAddress } from '../contact-address.ts'
import type { NotifyDeps } from '../deps.ts'
import { codeOf } from '../notice-code.ts'
import { addressBounces, methodIsGone } from '../undelivered.ts'
import { pageForms } from './page-words.ts'

type Deps = Pick<NotifyDeps, 'storage' | 'vault' | 'clock' | 'sender'> & { readonly channels: readonly Channel[] }

const asked = z.object({ pageId: z.uuid() })

/** The handler of `send-page`. Setback while its channel takes nothing. */
export const sendPage =
  ({ storage, vault, clock, sender, channels }: Deps) =>
  async (payload: unknown): Promise<void> => {
    const { pageId } = asked.parse(payload)
    const page = await storage.asTenant({ kind: 'programme' }, (tx) => toSend(tx, pageId))
    if (page === undefined) return
    const { personId, severity, says, others } = page
    const code = codeOf(vault, { noticeId: pageId, personId, salt: 0 })
    const forms = pageForms({ programme: (await sender()).name, severity, says, others, code })
    const channel = channels.find(({ name }) => name === page.channel)
    const sent: Sent = await (channel?.send(await addressOf(vault, page), {
      ...{ ...forms, key: pageId, messageId: page.messageId, language: 'en', code, decidedAt: page.dueAt },
      // It has no level; a channel that heeds one is to be as urgent as it can.
      level: 'confirmed-access',
    }) ?? { kind: 'later', answer: 'this channel is not set up', everybody: true })
    await storage.asTenant({ kind: 'programme' }, (tx) => settle(tx, clock, page, sent))
    if (sent.kind === 'later') throw setback('page-waits', `paging somebody by ${page.channel}: ${sent.answer}`)
  }

type ToSend = {
  readonly id: string
  readonly personId: string
  readonly channel: string
  readonly accountId: string | null
  readonly contactMethodId: string | null
  readonly address: string | { readonly id: string; readonly sealed: Buffer }
  readonly messageId: string
  readonly dueAt: Date
  readonly severity: Severity
  readonly says: string
  readonly others: number
}

/** Undefined when there is nothing left to send: it was taken, it is over, or the address is no longer theirs. */
async function toSend(tx: Tx, pageId: string): Promise<ToSend | undefined> {
  const told = await tx
    .selectFrom('on_call_page as page')
    .innerJoin('operator_alert as alert', 'alert.id', 'page.alert_id')
    .select(['page.id', 'alert.severity', 'alert.says', 'alert.closed_at', 'alert.acknowledged_at'])
    .where((where) => where.or([where('page.id', '=', pageId), where('page.told_with', '=', pageId)]))
    .where('page.state', '=', 'queued')
    .orderBy('alert.severity')
    .orderBy('alert.opened_at')
    .execute()
  const open = told.filter(({ closed_at, acknowledged_at }) => closed_at === null && acknowledged_at === null)
  const over = told.filter((one) => !open.includes(one)).map(({ id }) => id)
  // One whose own alert is over still carries the others.
  await end(tx, {
    ids: over.filter((id) => open.length === 0 || id !== pageId),
    state: 'not-needed',
    answer: 'it was taken, or it is over',
  })
  const [first] = open
  if (first === undefined) return undefined
  const page = await addressed(tx, pageId)
  if (page === undefined) {
    await end(tx, { ids: told.map(({ id }) => id), state: 'failed', answer: 'the address was removed' })
    return undefined
  }
  const severity = severities.find((one) => one === first.severity) ?? 'high'
  return { ...page, severity, says: first.says, others: open.length - 1 }
}

async function addressed(tx: Tx, pageId: string) {
  const row = await tx
    .selectFrom('on_call_page as page')
    .innerJoin('staff', (join) => join.onRef('staff.person_id', '=', 'page.person_id').on('staff.until', 'is', null))
    .leftJoin('account', (join) => join.onRef('account.id', '=', 'page.account_id').on('account.removed_at', 'is', null))
    .leftJoin('contact_method as method', (join) =>
      join.onRef('method.id', '=', 'page.contact_method_id').on('method.removed_at', 'is', null).on('method.proven_at', 'is not', null),
    )
    .select(['page.id', 'page.person_id', 'page.channel', 'page.message_id', 'page.due_at'])
    .select(['account.id as account_id', 'account.address', 'method.id as method_id', 'method.sealed'])
    .where('page.id', '=', pageId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { method_id, sealed } = row
  const address = method_id !== null && sealed !== null ? { id: method_id, sealed } : row.address
  if (address === null) return undefined
  return {
    ...{ id: row.id, personId: row.person_id, channel: row.channel, messageId: row.message_id, dueAt: row.due_at, address },
    ...{ accountId: row.account_id, contactMethodId: method_id },
  }
}

const addressOf = async (vault: Vault, { address, personId }: ToSend): Promise<string> =>
  typeof address === 'string' ? address : openAddress(await vault.sealer({ kind: 'person', id: personId }), address.id, address.sealed)

async function settle(tx: Tx, clock: Clock, page: ToSend, sent: Sent): Promise<void> {
  const { answer } = sent
  const now = clock.now()
  const of = tx
    .updateTable('on_call_page')
    .where((where) => where.or([where('id', '=', page.id), where('told_with', '=', page.id)]))
    .where('state', '=', 'queued')
  if (sent.kind === 'later') await of.set({ answer }).execute()
  else if (sent.kind === 'taken')
    await of.set({ state: sent.arrived ? 'delivered' : 'sent', answer, reference: sent.reference ?? null, sent_at: now }).execute()
  else await of.set({ state: sent.kind === 'gone' ? 'bounced' : 'failed', answer }).execute()
  if (sent.kind !== 'gone') return
  if (page.accountId !== null) await addressBounces(tx, clock, page.accountId)
  if (page.contactMethodId !== null) await methodIsGone(tx, clock, page.contactMethodId)
}

type Ended = { readonly ids: readonly string[]; readonly state: 'not-needed' | 'failed'; readonly answer: string }

async function end(tx: Tx, { ids, state, answer }: Ended): Promise<void> {
  if (ids.length === 0) return
  await tx.updateTable('on_call_page').set({ state, answer }).where('id', 'in', ids).where('state', '=', 'queued').execute()
}

/** Writes down what became of deliveries, many in one transaction, and what follows from it. */
import { sql } from 'kysely'
import { close, raise } from '#alerts'
import { type Clock, minutesMs, secondsMs } from '#kernel'
import type { Storage, Tx } from '#storage'
import type { ChannelName, Sent } from '../channels/channel.ts'
import { addressBounces, methodIsGone, tellIfNothingArrives } from '../undelivered.ts'

export type Outcome = {
  readonly deliveryId: string
  readonly channel: ChannelName
  readonly attempts: number
  readonly sent: Sent
  readonly at: Date
}

type Deps = { readonly storage: Storage; readonly clock: Clock }

/** Before each further try; the last one for all that come after. */
const waitsMs = [secondsMs(1), secondsMs(2), secondsMs(5), secondsMs(10), secondsMs(30), minutesMs(1), minutesMs(2), minutesMs(5)] as const
const longestWaitMs = minutesMs(10)

export const settleAll = ({ storage, clock }: Deps, outcomes: readonly Outcome[]): Promise<void> =>
  storage.asTenant({ kind: 'programme' }, async (tx) => {
    await writeTaken(tx, clock, outcomes)
    for (const outcome of outcomes) {
      if (outcome.sent.kind === 'later') await putBack(tx, clock, outcome)
      else if (outcome.sent.kind !== 'taken') await writeRefused(tx, clock, outcome)
    }
  })

async function writeTaken(tx: Tx, clock: Clock, outcomes: readonly Outcome[]): Promise<void> {
  const taken = outcomes.flatMap(({ sent, ...rest }) => (sent.kind === 'taken' ? [{ ...rest, sent }] : []))
  if (taken.length === 0) return
  const column = <T>(of: (one: (typeof taken)[number]) => T) => taken.map(of)
  const { rows } = await sql<{ account_id: string | null }>`
    update bellwether.delivery d set state = s.state, answer = s.answer, reference = s.reference, sent_at = s.at, held_by = null,
      ended_at = case when s.state = 'delivered' then s.at end
    from unnest(${column((one) => one.deliveryId)}::uuid[], ${column(({ sent }) => (sent.arrived ? 'delivered' : 'sent'))}::text[],
      ${column(({ sent }) => sent.answer)}::text[], ${column(({ sent }) => sent.reference ?? null)}::text[],
      ${column(({ at }) => at.toISOString())}::timestamptz[]) as s(id, state, answer, reference, at)
    where d.id = s.id and d.state in ('queued', 'sending') returning d.account_id`.execute(tx)
  // What was said of the channel and of these addresses is over.
  for (const channel of new Set(column((one) => one.channel))) await close(tx, clock, alertOf(channel))
  await close(tx, clock, {
    kind: 'address-bounces',
    subject: rows.flatMap(({ account_id }) => (account_id ? [`account/${account_id}`] : [])),
  })
}

async function writeRefused(tx: Tx, clock: Clock, { deliveryId, sent, at }: Outcome): Promise<void> {
  const settled = await tx
    .updateTable('delivery')
    .set({ state: sent.kind === 'gone' ? 'bounced' : 'failed', answer: sent.answer, ended_at: at, held_by: null })
    .where('id', '=', deliveryId)
    .where('state', 'in', ['queued', 'sending'])
    .returning(['notice_id', 'account_id', 'contact_method_id'])
    .executeTakeFirst()
  if (settled === undefined) return
  if (sent.kind === 'gone' && settled.account_id !== null) await addressBounces(tx, clock, settled.account_id)
  if (sent.kind === 'gone' && settled.contact_method_id !== null) await methodIsGone(tx, clock, settled.contact_method_id)
  await tellIfNothingArrives(tx, clock, settled.notice_id)
}

async function putBack(tx: Tx, clock: Clock, { deliveryId, channel, attempts, sent, at }: Outcome): Promise<void> {
  if (sent.kind !== 'later') return
  const waitMs = sent.afterMs ?? waitsMs[attempts - 1] ?? longestWaitMs
  await tx
    .updateTable('delivery')
    .set({ state: 'queued', answer: sent.answer, due_at: new Date(at.getTime() + waitMs), held_by: null })
    .where('id', '=', deliveryId)
    .where('state', '=', 'sending')
    .execute()
  if (sent.everybody) await raise(tx, clock, { ...alertOf(channel), severity: 'critical', says: says(channel) })
}

const alertOf = (channel: ChannelName) =>
  channel === 'mail' ? ({ kind: 'mail-relay', subject: 'relay' } as const) : ({ kind: 'channel', subject: `channel/${channel}` } as const)

const says = (channel: ChannelName): string =>
  channel === 'mail'
    ? 'The mail relay does not take our letters: notices wait, and people see them on their page only. Check the mail settings.'
    : `The channel ${channel} takes nothing of ours: notices on it wait, and people hear by their other channels only. Check its settings.`

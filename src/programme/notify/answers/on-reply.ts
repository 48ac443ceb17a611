/**
 * What people send back by text message: they have the notice, they take the
 * alert, or they want no more messages there. A sender's number can be forged,
 * so an answer does no more than that: nothing is read by it, and nothing is
 * said back.
 */
import { record } from '#audit'
import { type Clock, daysMs } from '#kernel'
import { openLimit, tellOfSignIn } from '#members'
import type { Vault } from '#secrets'
import type { Storage, Tx } from '#storage'
import type { Reply } from '../channels/replies.ts'
import { hashOfAddress } from '../contact-address.ts'
import { codesIn, hashOfCode } from '../notice-code.ts'
import { takePage } from '../paging/take-alert.ts'
import { acknowledge } from './acknowledge.ts'

export type Became = 'acknowledged' | 'stopped' | 'nothing' | 'too-many'

type Deps = { readonly storage: Storage; readonly vault: Vault; readonly clock: Clock }

/** Of one number. */
const rates = { perMinute: 20, perHour: 60 }
/** A plain yes means nothing older than this. */
const lastMs = daysMs(3)

const yes = new Set(['1', 'ok', 'yes', 'si', 'oui', 'ja'])
const stop = new Set(['stop', 'alto', 'arret', 'stopp'])

/** Opens the ear for answers. Anything that is not understood, or nobody's, becomes `nothing`. */
export function openReplies({ storage, vault, clock }: Deps): (reply: Reply) => Promise<Became> {
  const limit = openLimit({ storage, vault }, 'reply', rates)
  return async ({ from, text }) => {
    const said = text
      .normalize('NFKD')
      .replace(/[\p{M}\p{P}]/gu, '')
      .trim()
      .toLowerCase()
    const codes = yes.has(said) ? [] : codesIn(text).map((code) => hashOfCode(vault, code))
    if (!yes.has(said) && !stop.has(said) && codes.length === 0) return 'nothing'
    if ((await limit.count(from)) > 0) return 'too-many'
    const hash = hashOfAddress(vault, 'sms', from)
    return storage.asTenant({ kind: 'programme' }, async (tx) => {
      const methods = await methodsOf(tx, hash)
      if (methods.length === 0) return 'nothing'
      if (stop.has(said)) return stopped(tx, clock, methods)
      return answered(tx, clock, { methodIds: methods.map(({ id }) => id), codes, since: new Date(clock.now().getTime() - lastMs) })
    })
  }
}

type Method = { readonly id: string; readonly person_id: string | null }

const methodsOf = (tx: Tx, hash: Buffer): Promise<readonly Method[]> =>
  tx
    .selectFrom('contact_method')
    .select(['id', 'person_id'])
    .where('channel', '=', 'sms')
    .where('address_hash', '=', hash)
    .where('removed_at', 'is', null)
    .where('proven_at', 'is not', null)
    .execute()

async function stopped(tx: Tx, clock: Clock, methods: readonly Method[]): Promise<Became> {
  for (const { id, person_id } of methods) {
    await tx.updateTable('contact_method').set({ removed_at: clock.now() }).where('id', '=', id).execute()
    const owner = person_id !== null && { owner: { kind: 'person', id: person_id } as const }
    await record(tx, clock, { actor: { kind: 'programme' }, action: 'contact.stop', subject: `contact/${id}`, ...owner })
    // Whoever forges this silences one channel; the person hears of it on another.
    if (person_id !== null) await tellOfSignIn(tx, { personId: person_id, news: 'address-removed' })
  }
  return 'stopped'
}

type Answer = {
  readonly methodIds: readonly string[]
  /** Hashes of what may be codes in it; none when it says yes. */
  readonly codes: readonly Buffer[]
  /** How old what it means may be, when it names no code. */
  readonly since: Date
}

/** The latest message there that still waits for an answer: a notice, or an alert somebody was paged for. */
async function answered(tx: Tx, clock: Clock, answer: Answer): Promise<Became> {
  const notice = await latestNotice(tx, answer)
  const page = await latestPage(tx, answer)
  if (page !== undefined && (notice === undefined || page.at > notice.at))
    return (await takePage(tx, clock, { pageId: page.id, by: 'sms' })) ? 'acknowledged' : 'nothing'
  if (notice === undefined) return 'nothing'
  return (await acknowledge(tx, clock, { noticeId: notice.id, personId: notice.person_id, by: 'sms' })) ? 'acknowledged' : 'nothing'
}

const latestNotice = (tx: Tx, { methodIds, codes, since }: Answer) =>
  tx
    .selectFrom('delivery')
    .innerJoin('notice', 'notice.id', 'delivery.notice_id')
    .select((columns) => ['notice.id', 'notice.person_id', columns.fn.coalesce('delivery.sent_at', 'delivery.due_at').as('at')])
    .where('delivery.contact_method_id', 'in', methodIds)
    .where('delivery.state', 'in', ['sending', 'sent', 'delivered'])
    .where('notice.acknowledged_at', 'is', null)
    .$if(codes.length > 0, (named) => named.where('notice.code_hash', 'in', codes))
    .$if(codes.length === 0, (last) => last.where('delivery.due_at', '>', since))
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()

const latestPage = (tx: Tx, { methodIds, codes, since }: Answer) =>
  tx
    .selectFrom('on_call_page as page')
    .innerJoin('operator_alert as alert', 'alert.id', 'page.alert_id')
    .select((columns) => ['page.id', columns.fn.coalesce('page.sent_at', 'page.due_at').as('at')])
    .where('page.contact_method_id', 'in', methodIds)
    .where('page.told_with', 'is', null)
    .where('page.state', 'in', ['queued', 'sent', 'delivered'])
    .where('page.answered_at', 'is', null)
    .where('alert.closed_at', 'is', null)
    .where('alert.acknowledged_at', 'is', null)
    .$if(codes.length > 0, (named) => named.where('page.code_hash', 'in', codes))
    .$if(codes.length === 0, (last) => last.where('page.due_at', '>', since))
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()

/** A delivery's life in the database: claimed, put back, settled. No network in here. */
import { close, raise } from '#alerts'
import type { Clock, Language, NoticeLevel } from '#kernel'
import { readLanguage, toldToo } from '#members'
import type { Storage, Tx } from '#storage'
import { addressBounces, tellIfNothingArrives } from './undelivered.ts'

export type Claimed = {
  readonly deliveryId: string
  readonly noticeId: string
  readonly personId: string
  readonly address: string
  readonly messageId: string
  readonly language: Language
  readonly level: NoticeLevel
  readonly codeSalt: number
  readonly sealed: Buffer
  readonly decidedAt: Date
}

export type Outcome = { readonly state: 'sent' | 'bounced' | 'failed'; readonly answer: string; readonly at: Date }

type Deps = { readonly storage: Storage; readonly clock: Clock }

/**
 * Marks a delivery as being sent; undefined when it is settled, or may not be
 * sent any more: its address or person is gone, or what allowed it was taken
 * back. One that somebody else marked is in doubt: `grace` is waited for
 * before it is taken over.
 */
export async function claim({ storage, clock }: Deps, deliveryId: string, grace: () => Promise<void>): Promise<Claimed | undefined> {
  const before = await storage.asTenant({ kind: 'programme' }, (tx) =>
    tx.selectFrom('delivery').select('state').where('id', '=', deliveryId).executeTakeFirst(),
  )
  if (before?.state === 'sending') await grace()
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const taken = await tx
      .updateTable('delivery')
      .set((columns) => ({ state: 'sending', attempts: columns('attempts', '+', 1) }))
      .where('id', '=', deliveryId)
      .where('channel', '=', 'mail')
      .where('state', 'in', ['queued', 'sending'])
      .returning(['notice_id', 'account_id', 'message_id'])
      .executeTakeFirst()
    if (taken === undefined) return undefined
    const found = await tx
      .selectFrom('notice')
      .innerJoin('account', (join) => join.on('account.id', '=', taken.account_id).on('account.removed_at', 'is', null))
      .innerJoin('person', (join) => join.onRef('person.id', '=', 'notice.person_id').on('person.erased_at', 'is', null))
      .select([
        'notice.person_id',
        'notice.kind',
        'notice.incident_id',
        'notice.language',
        'notice.level',
        'notice.code_salt',
        'notice.sealed',
        'notice.subject_account_id',
        'notice.decided_at',
        'account.address',
      ])
      .where('notice.id', '=', taken.notice_id)
      .executeTakeFirst()
    if (found === undefined) {
      await giveUp(tx, deliveryId, { at: clock.now(), answer: 'the address was removed' })
      await tellIfNothingArrives(tx, clock, taken.notice_id)
      return undefined
    }
    if (found.kind === 'organisation-told' && !(await isStillAllowed(tx, found.incident_id, found.person_id))) {
      await giveUp(tx, deliveryId, { at: clock.now(), answer: 'the consent was withdrawn' })
      return undefined
    }
    if (!(await isTheirsToHear(tx, found))) {
      await giveUp(tx, deliveryId, { at: clock.now(), answer: 'the mailbox is no longer shared' })
      return undefined
    }
    return {
      deliveryId,
      noticeId: taken.notice_id,
      personId: found.person_id,
      address: found.address,
      messageId: taken.message_id,
      language: readLanguage(found.language),
      level: found.level,
      codeSalt: found.code_salt,
      sealed: found.sealed,
      decidedAt: found.decided_at,
    }
  })
}

const giveUp = (tx: Tx, deliveryId: string, { at, answer }: { readonly at: Date; readonly answer: string }) =>
  tx.updateTable('delivery').set({ state: 'failed', answer, ended_at: at }).where('id', '=', deliveryId).execute()

/** Whether somebody may still hear of another person's matter: that person's consent lives, and so does their own part. */
async function isStillAllowed(tx: Tx, incidentId: string | null, personId: string): Promise<boolean> {
  const allowed = await tx
    .selectFrom('incident')
    .innerJoin('access_grant', 'access_grant.person_id', 'incident.person_id')
    .innerJoin('membership', 'membership.organisation_id', 'access_grant.organisation_id')
    .select('access_grant.id')
    .where('incident.id', '=', incidentId)
    .where('access_grant.until', 'is', null)
    .where('membership.person_id', '=', personId)
    .where('membership.role', '=', 'administrator')
    .where('membership.until', 'is', null)
    .executeTakeFirst()
  return allowed !== undefined
}

type Heard = { readonly kind: string; readonly person_id: string; readonly subject_account_id: string | null }

/** Whether a notice about a mailbox goes to whose it is, or to somebody who is still told of it too. */
async function isTheirsToHear(tx: Tx, { kind, person_id, subject_account_id }: Heard): Promise<boolean> {
  if (kind !== 'incident' || subject_account_id === null) return true
  const account = await tx.selectFrom('account').select('person_id').where('id', '=', subject_account_id).executeTakeFirst()
  return account === undefined || account.person_id === person_id || (await toldToo(tx, subject_account_id)).includes(person_id)
}

const relaySubject = 'relay'

/** The letter was not taken for now; `relayFails` when no letter would be. */
export async function putBack({ storage, clock }: Deps, deliveryId: string, answer: string, relayFails = true): Promise<void> {
  await storage.asTenant({ kind: 'programme' }, async (tx) => {
    await tx.updateTable('delivery').set({ state: 'queued', answer }).where('id', '=', deliveryId).where('state', '=', 'sending').execute()
    if (!relayFails) return
    const says = 'The mail relay does not take our letters: notices wait, and people see them on their page only. Check the mail settings.'
    await raise(tx, clock, { kind: 'mail-relay', subject: relaySubject, severity: 'critical', says })
  })
}

/** Writes down what became of a letter, and what follows from it. */
export async function settle({ storage, clock }: Deps, deliveryId: string, { state, answer, at }: Outcome): Promise<void> {
  await storage.asTenant({ kind: 'programme' }, async (tx) => {
    const settled = await tx
      .updateTable('delivery')
      .set(state === 'sent' ? { state, answer, sent_at: at } : { state, answer, ended_at: at })
      .where('id', '=', deliveryId)
      .where('state', 'in', ['queued', 'sending'])
      .returning(['notice_id', 'account_id', 'person_id', 'organisation_id'])
      .executeTakeFirst()
    if (settled === undefined) return
    if (state === 'sent') return works(tx, clock, settled.account_id)
    if (state === 'bounced' && settled.account_id !== null) await addressBounces(tx, clock, settled.account_id)
    await tellIfNothingArrives(tx, clock, settled.notice_id)
  })
}

/** A letter was taken: what was said of the relay and of this address is over. */
async function works(tx: Tx, clock: Clock, accountId: string | null): Promise<void> {
  await close(tx, clock, { kind: 'mail-relay', subject: relaySubject })
  if (accountId !== null) await close(tx, clock, { kind: 'address-bounces', subject: `account/${accountId}` })
}

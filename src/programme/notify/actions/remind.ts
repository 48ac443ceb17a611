/**
 * Reminders of notices whose actions are open: after a day, three days and a
 * week, on the ways that are good on that day. Only where somebody may be in:
 * below that a month has two interruptions, and a reminder would take the place
 * of news. They stop by themselves when the notice is done.
 */
import { type Tx, uuid } from '#storage'
import type { NotifyDeps } from '../deps.ts'
import { priorityOf } from '../routing/levels.ts'
import { planNotice, type Way } from '../routing/plan-notice.ts'
import type { Preference } from '../routing/preference.ts'
import { remindersOf, remindsAfterMs, remindsUntilMs } from '../routing/reminders.ts'
import { type Person, preferencesOf, waysOf } from '../routing/ways-of.ts'
import { domainOf } from '../signing/compose-letter.ts'
import { wakeCourier } from '../write-notice.ts'

export const remindTask = 'remind'

/** In one run; the next goes on. */
const mostNotices = 500
/** After everything that is told for the first time. */
const afterNews = 10

/** The handler of the job that looks every few minutes. */
export const remind =
  ({ storage, clock, sender }: Pick<NotifyDeps, 'storage' | 'clock' | 'sender'>) =>
  async (): Promise<void> => {
    const messageDomain = domainOf((await sender()).fromAddress)
    await storage.asTenant({ kind: 'programme' }, async (tx) => {
      const now = clock.now()
      const due = await dueNotices(tx, now)
      if (due.length === 0) return
      const ways = await waysOf(
        tx,
        due.map(({ person }) => person),
      )
      const rows = due.flatMap((one) => deliveriesOf(one, { now, messageDomain, ways: ways.get(one.person) ?? [] }))
      for (const { notice, step } of due) await tx.updateTable('notice').set({ reminders: step }).where('id', '=', notice.id).execute()
      if (rows.length === 0) return
      await tx.insertInto('delivery').values(rows).execute()
      await wakeCourier(tx)
    })
  }

type Notice = Awaited<ReturnType<typeof openNotices>>[number]
type Due = { readonly notice: Notice; readonly step: number; readonly preference: Preference; readonly person: Person }

async function dueNotices(tx: Tx, now: Date): Promise<readonly Due[]> {
  const notices = await openNotices(tx, now)
  if (notices.length === 0) return []
  const preferenceOf = await preferencesOf(tx, [...new Set(notices.map(({ person_id }) => person_id))])
  return notices.flatMap((notice) => {
    const preference = preferenceOf(notice.person_id)
    // Of several that were missed, the last alone.
    const step = remindersOf({ level: notice.level, decidedAt: notice.decided_at, digest: false }, preference)
      .filter(({ dueAt }) => dueAt <= now)
      .at(-1)?.step
    const person = { personId: notice.person_id, subjectAccountId: notice.subject_account_id }
    return step === undefined || step <= notice.reminders ? [] : [{ notice, step, preference, person }]
  })
}

type Sending = { readonly now: Date; readonly messageDomain: string; readonly ways: readonly Way[] }

/** On the first of the person's channels and by mail, as they are good today. */
function deliveriesOf({ notice, step, preference }: Due, { now, messageDomain, ways }: Sending) {
  const plan = planNotice({ level: notice.level, suspectedTakeOver: true, now, ways, preference, interruptionsThisMonth: 0 })
  return plan.deliveries
    .filter(({ isFirst, state }) => isFirst && state === 'queued')
    .map(({ channel, accountId, contactMethodId }) => {
      const id = uuid()
      return {
        ...{ id, notice_id: notice.id, person_id: notice.person_id, organisation_id: notice.organisation_id },
        ...{ channel, account_id: accountId, contact_method_id: contactMethodId, step, purpose: 'reminder' as const },
        ...{ due_at: now, priority: priorityOf[notice.level] + afterNews, message_id: `<${id}@${messageDomain}>` },
        ...{ queued_at: now, answer: null, sent_at: null, ended_at: null },
      }
    })
}

/** Held, so that two runs at once remind once. */
const openNotices = (tx: Tx, now: Date) =>
  tx
    .selectFrom('notice')
    .select(['id', 'person_id', 'organisation_id', 'subject_account_id', 'level', 'decided_at', 'reminders'])
    .where('done_at', 'is', null)
    .where('digest', '=', false)
    .where('level', 'in', ['possible-access', 'confirmed-access'])
    .where((where) =>
      where.or(
        remindsAfterMs.map((after, at) =>
          where.and([where('decided_at', '<=', new Date(now.getTime() - after)), where('reminders', '<=', at)]),
        ),
      ),
    )
    .where('decided_at', '>', new Date(now.getTime() - remindsUntilMs))
    .where((where) =>
      where.exists(
        where
          .selectFrom('notice_action')
          .select('notice_action.id')
          .whereRef('notice_action.notice_id', '=', 'notice.id')
          .where('notice_action.done_at', 'is', null),
      ),
    )
    .orderBy('decided_at')
    .limit(mostNotices)
    .forUpdate()
    .skipLocked()
    .execute()

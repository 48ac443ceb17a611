/**
 * A guided look of a person at their own account, in five places that only they can see. Each answer is kept when it is given; the look is asked for again
 * after ninety days. Nobody else sees it; the person may tell the desk.
 */

import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '#audit'
import { daysMs, type Who } from '#kernel'
import { type MembersDeps, meOf, tellOfDone } from '#members'
import { type Tx, uuid } from '#storage'
import { ownPersonal } from './own-personal.ts'

export const checkSteps = ['activity', 'devices', 'forwarding', 'recovery', 'apps'] as const
export type CheckStep = (typeof checkSteps)[number]
export const checkAnswers = ['good', 'not-mine', 'unsure'] as const
export type CheckAnswerGiven = (typeof checkAnswers)[number]

export type SelfCheck = {
  readonly answers: Readonly<Partial<Record<CheckStep, CheckAnswerGiven>>>
  readonly beganAt: Date
  /** When the last place was answered. */
  readonly finishedAt?: Date
  /** When the person told the desk of it. */
  readonly toldAt?: Date
}

export const checkEveryMs = daysMs(90)
/** A look that was begun is offered again the next day. */
const goOnAfterMs = daysMs(1)

const answersSchema = z.partialRecord(z.enum(checkSteps), z.enum(checkAnswers))

type Deps = Pick<MembersDeps, 'storage' | 'clock'>

/** The newest look at an account of the person who asks; undefined when there was none. */
export async function selfCheck({ storage }: Pick<Deps, 'storage'>, who: Who, accountId: string): Promise<SelfCheck | undefined> {
  const personId = meOf(who)
  const row = await storage.asTenant({ kind: 'person', personId }, (tx) => latest(tx, personId, accountId))
  if (row === undefined) return undefined
  return {
    answers: answersSchema.catch({}).parse(row.answers),
    beganAt: row.began_at,
    ...(row.finished_at && { finishedAt: row.finished_at }),
    ...(row.told_at && { toldAt: row.told_at }),
  }
}

type Given = { readonly accountId: string; readonly step: CheckStep; readonly answer: CheckAnswerGiven }

/** Keeps an answer, in the look that is open or a new one; false when it is not a personal account of theirs. */
export async function answerSelfCheck({ storage, clock }: Deps, who: Who, { accountId, step, answer }: Given): Promise<boolean> {
  const personId = meOf(who)
  return storage.asTenant({ kind: 'person', personId }, async (tx) => {
    if ((await ownPersonal(tx, personId, accountId)) === undefined) return false
    const now = clock.now()
    const given = JSON.stringify({ [step]: answer })
    const open = await tx
      .updateTable('self_check')
      .set({ answers: sql`answers || ${given}::jsonb` })
      .where('account_id', '=', accountId)
      .where('person_id', '=', personId)
      .where('finished_at', 'is', null)
      .returning(['id', 'answers'])
      .executeTakeFirst()
    if (open === undefined) {
      const row = { id: uuid(), person_id: personId, account_id: accountId, answers: given, began_at: now }
      await tx.insertInto('self_check').values(row).execute()
      return true
    }
    const answered = answersSchema.catch({}).parse(open.answers)
    if (checkSteps.every((one) => answered[one] !== undefined)) {
      await tx.updateTable('self_check').set({ finished_at: now }).where('id', '=', open.id).execute()
      await tellOfDone(tx, { now: () => now }, { personId, signal: 'self-check-finished', accountId })
    }
    return true
  })
}

export type DeskTold = { readonly checkId: string; readonly name: string; readonly steps: readonly CheckStep[] }

/** Writes down that the person tells the desk, in the programme's transaction; undefined when nothing was theirs to tell, or they did. */
export async function tellDesk(tx: Tx, { clock }: Pick<Deps, 'clock'>, who: Who, accountId: string): Promise<DeskTold | undefined> {
  const personId = meOf(who)
  const row = await latest(tx, personId, accountId)
  const answers = answersSchema.catch({}).parse(row?.answers)
  const steps = checkSteps.filter((step) => answers[step] === 'not-mine')
  if (row === undefined || row.told_at !== null || steps.length === 0) return undefined
  await tx.updateTable('self_check').set({ told_at: clock.now() }).where('id', '=', row.id).execute()
  await record(tx, clock, {
    actor: who,
    action: 'self-check.tell-desk',
    subject: `self-check/${row.id}`,
    owner: { kind: 'person', id: personId },
  })
  const { name } = await tx.selectFrom('person').select('name').where('id', '=', personId).executeTakeFirstOrThrow()
  return { checkId: row.id, name, steps }
}

export type CheckDue = { readonly kind: 'check-provider'; readonly accountId: string; readonly address: string }

/** The account whose look is longest due; one at a time. Due is what was looked at before, and what no test mail can try. */
export async function checkDue({ storage, clock }: Deps, who: Who): Promise<CheckDue | undefined> {
  const personId = meOf(who)
  const now = clock.now().getTime()
  const rows = await storage.asTenant({ kind: 'person', personId }, (tx) =>
    tx
      .selectFrom('account')
      .leftJoinLateral(
        (from) =>
          from
            .selectFrom('self_check')
            .whereRef('self_check.account_id', '=', 'account.id')
            .select(['began_at', 'finished_at'])
            .orderBy('began_at', 'desc')
            .limit(1)
            .as('last'),
        (join) => join.onTrue(),
      )
      .leftJoin('watch_address', (join) =>
        join.onRef('watch_address.account_id', '=', 'account.id').on('closed_at', 'is', null).on('way', '=', 'contact'),
      )
      .select(['account.id', 'account.address', 'last.began_at', 'last.finished_at', 'watch_address.made_at'])
      .where('account.person_id', '=', personId)
      .where('account.kind', '=', 'personal')
      .where('account.removed_at', 'is', null)
      .where('account.proven_at', 'is not', null)
      .execute(),
  )
  const dueAt = ({ began_at, finished_at, made_at }: (typeof rows)[number]): number => {
    if (finished_at !== null) return finished_at.getTime() + checkEveryMs
    const since = began_at ?? made_at
    return since === null ? Number.POSITIVE_INFINITY : since.getTime() + goOnAfterMs
  }
  const [first] = rows.filter((row) => dueAt(row) <= now).sort((one, other) => dueAt(one) - dueAt(other))
  return first && { kind: 'check-provider', accountId: first.id, address: first.address }
}

const latest = (tx: Tx, personId: string, accountId: string) =>
  tx
    .selectFrom('self_check')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('person_id', '=', personId)
    .orderBy('began_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

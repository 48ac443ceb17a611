/**
 * Notices and their deliveries, in the caller's transaction: on each person's
 * page always, and elsewhere as their plan says. One or five hundred, it asks
 * the database as often.
 */
import { close, raise } from '#alerts'
import { enqueue } from '#jobs'
import type { Clock, NoticeLevel } from '#kernel'
import { readLanguage } from '#members'
import type { Sealer, Vault } from '#secrets'
import { type Tx, uuid } from '#storage'
import { askActions } from './actions/ask.ts'
import { codeOf, hashOfCode } from './notice-code.ts'
import { type NoticeContent, sealContent } from './notice-content.ts'
import { isAccess } from './routing/levels.ts'
import { type NoticePlan, type PlannedDelivery, planNotice, type Way } from './routing/plan-notice.ts'
import { interruptionsOf, type Person, preferencesOf, waysOf } from './routing/ways-of.ts'

export const deliverTask = 'deliver'

/** What was decided is told before more mail is examined. */
const beforeAllElse = -10

export type Decided = {
  readonly personId: string
  readonly incidentId: string | null
  readonly organisationId: string | null
  /** Never the only place where it is told; null when it is about no mailbox. */
  readonly subjectAccountId: string | null
  readonly level: NoticeLevel
  readonly content: NoticeContent
  /** Of what the staff wrote to many: each is told of it once. */
  readonly compositionId?: string
  /** Good news waits on the person's page and goes to no mailbox. */
  readonly pageOnly?: boolean
}

type Deps = { readonly vault: Vault; readonly clock: Clock; readonly messageDomain: string }
export type Sealed = { readonly decided: Decided; readonly sealer: Sealer }
type Written = { readonly noticeId: string; readonly decided: Decided; readonly plan: NoticePlan }

/** Returns for each its notice's id; undefined where this person was told of this incident at this level before, or is gone. */
export async function writeNotices(tx: Tx, deps: Deps, sealed: readonly Sealed[]): Promise<readonly (string | undefined)[]> {
  if (sealed.length === 0) return []
  const languages = await languagesOf(tx, sealed)
  const living = sealed.filter(({ decided }) => languages.has(decided.personId))
  const plans = await plansOf(tx, deps, living)
  const asked = living.flatMap((one): readonly ToInsert[] => {
    const plan = plans.get(one)
    return plan === undefined ? [] : [{ one, noticeId: uuid(), plan, language: languages.get(one.decided.personId) ?? '' }]
  })
  const ids = await insertNotices(tx, deps, asked)
  const written = asked.flatMap(({ one: { decided }, noticeId, plan }) => (ids.has(noticeId) ? [{ noticeId, decided, plan }] : []))
  await askActions(
    tx,
    deps.clock.now(),
    written.map(({ noticeId, decided }) => ({ noticeId, ...decided })),
  )
  await insertDeliveries(tx, deps, written)
  await tellWhomNothingReaches(tx, deps.clock, written)
  const idOf = new Map(asked.flatMap(({ one, noticeId }) => (ids.has(noticeId) ? [[one, noticeId]] : [])))
  return sealed.map((one) => idOf.get(one))
}

/** Held until `tx` ends, so that two notices at once count each other: the budget is hard. */
async function languagesOf(tx: Tx, sealed: readonly Sealed[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'language'])
    .where(
      'id',
      'in',
      sealed.map(({ decided }) => decided.personId),
    )
    .where('erased_at', 'is', null)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  return new Map(rows.map(({ id, language }) => [id, language]))
}

/** Writes nothing. */
export async function plansOf<One extends Pick<Sealed, 'decided'>>(
  tx: Tx,
  { clock }: Pick<Deps, 'clock'>,
  sealed: readonly One[],
): Promise<ReadonlyMap<One, NoticePlan>> {
  if (sealed.length === 0) return new Map()
  const now = clock.now()
  const people = new Map(sealed.map((one): [One, Person] => [one, one.decided]))
  const personIds = [...new Set([...people.values()].map(({ personId }) => personId))]
  const ways = await waysOf(tx, [...people.values()])
  const preferenceOf = await preferencesOf(tx, personIds)
  const interruptions = await interruptionsOf(tx, personIds, { now, preferenceOf })
  return new Map(
    sealed.map((one) => {
      const { decided } = one
      return [one, planOf(decided, now, { ways: ways.get(decided) ?? [], preferenceOf, interruptions })]
    }),
  )
}

type Known = {
  readonly ways: readonly Way[]
  readonly preferenceOf: Awaited<ReturnType<typeof preferencesOf>>
  readonly interruptions: (personId: string) => number
}

function planOf({ level, content, personId, pageOnly }: Decided, now: Date, { ways, preferenceOf, interruptions }: Known): NoticePlan {
  const preference = preferenceOf(personId)
  // What gathers is written, once, and rings nowhere; it is no interruption.
  const isGathered = content.kind === 'digest' || content.kind === 'first-look'
  const plan = planNotice({
    ...{ level, now, preference, suspectedTakeOver: isAccess(level) },
    ways: isGathered ? ways.filter(({ channel }) => channel === 'mail') : ways,
    interruptionsThisMonth: isGathered ? 0 : interruptions(personId),
  })
  return pageOnly ? { ...plan, digest: false, reaches: true, deliveries: [], why: 'good news, on the page only' } : plan
}

type ToInsert = { readonly one: Sealed; readonly noticeId: string; readonly plan: NoticePlan; readonly language: string }

/** All at once; those that stand in somebody's way are then looked at one by one. Answers the ids that stand. */
async function insertNotices(tx: Tx, deps: Deps, asked: readonly ToInsert[]): Promise<ReadonlySet<string>> {
  if (asked.length === 0) return new Set()
  const rows = asked.map((one) => noticeRow(deps, one, 0))
  const inserted = await tx
    .insertInto('notice')
    .values(rows)
    .onConflict((found) => found.doNothing())
    .returning('id')
    .execute()
  const ids = new Set(inserted.map(({ id }) => id))
  for (const one of asked) if (!ids.has(one.noticeId) && (await insertSalted(tx, deps, one))) ids.add(one.noticeId)
  return ids
}

/** Two codes of forty bits may agree; the second of them is salted until it stands alone. False where this person was told of it before. */
async function insertSalted(tx: Tx, deps: Deps, asked: ToInsert): Promise<boolean> {
  const { personId, incidentId, content, level, compositionId } = asked.one.decided
  const told = await tx
    .selectFrom('notice')
    .select('id')
    .where('person_id', '=', personId)
    .where((where) =>
      where.or([
        where.and([where('incident_id', '=', incidentId), where('kind', '=', content.kind), where('level', '=', level)]),
        where('composition_id', '=', compositionId ?? null),
      ]),
    )
    .executeTakeFirst()
  if (told !== undefined) return false
  for (let salt = 1; salt < 10; salt += 1) {
    const inserted = await tx
      .insertInto('notice')
      .values(noticeRow(deps, asked, salt))
      .onConflict((found) => found.doNothing())
      .executeTakeFirst()
    if (inserted.numInsertedOrUpdatedRows === 1n) return true
  }
  return false
}

function noticeRow({ vault, clock }: Deps, { one: { decided, sealer }, noticeId, plan, language }: ToInsert, salt: number) {
  const { personId, incidentId, content, level } = decided
  return {
    ...{ id: noticeId, incident_id: incidentId, person_id: personId, organisation_id: decided.organisationId },
    ...{ kind: content.kind, level, language: readLanguage(language) },
    ...{ code_hash: hashOfCode(vault, codeOf(vault, { noticeId, personId, salt })), code_salt: salt },
    sealed: sealContent(sealer, noticeId, content),
    ...{ subject_account_id: decided.subjectAccountId, decided_at: clock.now() },
    ...{ digest: plan.digest, deadline_at: plan.deadlineAt, routing: plan.why, composition_id: decided.compositionId ?? null },
  }
}

async function insertDeliveries(tx: Tx, { clock, messageDomain }: Deps, written: readonly Written[]): Promise<void> {
  if (written.length === 0) return
  const now = clock.now()
  const rows = written.flatMap(({ noticeId, decided, plan }) => {
    const { personId, organisationId } = decided
    const of = { notice_id: noticeId, person_id: personId, organisation_id: organisationId, queued_at: now, answer: null }
    const home = { id: uuid(), channel: 'home', message_id: `<home-${noticeId}@${messageDomain}>` } as const
    return [
      {
        ...{ ...of, ...home, account_id: null, contact_method_id: null, state: 'delivered' as const, purpose: 'first' as const },
        ...{ due_at: now, priority: 0, sent_at: now, ended_at: now },
      },
      ...plan.deliveries.map((one) => ({ ...of, ...rowOf(one, { now, messageDomain }), sent_at: null, ended_at: null })),
    ]
  })
  await tx.insertInto('delivery').values(rows).execute()
  if (rows.some(({ state }) => state === 'queued')) await wakeCourier(tx)
}

function rowOf(one: PlannedDelivery, { now, messageDomain }: { readonly now: Date; readonly messageDomain: string }) {
  const id = uuid()
  return {
    ...{ id, channel: one.channel, account_id: one.accountId, contact_method_id: one.contactMethodId },
    ...{ state: one.state, due_at: one.dueAt, priority: one.priority, message_id: `<${id}@${messageDomain}>` },
    // What comes after the first is for whoever did not read that.
    purpose: one.isFirst ? ('first' as const) : ('fallback' as const),
    queued_at: now,
  }
}

/** In the transaction of what it delivers: both happen, or neither. */
export const wakeCourier = (tx: Tx): Promise<void> => enqueue(tx, { task: deliverTask, payload: {}, priority: beforeAllElse })

async function tellWhomNothingReaches(tx: Tx, clock: Clock, written: readonly Written[]): Promise<void> {
  // Of a composed notice the staff read beforehand whom nothing reaches.
  const told = written.filter(({ decided }) => !decided.pageOnly && decided.compositionId === undefined)
  const subjectOf = ({ decided }: Written) => `person/${decided.personId}`
  await close(tx, clock, { kind: 'no-other-address', subject: told.filter(({ plan }) => plan.reaches).map(subjectOf) })
  for (const one of told.filter(({ plan }) => !plan.reaches))
    await raise(tx, clock, {
      kind: 'no-other-address',
      subject: subjectOf(one),
      severity: 'high',
      says: 'A person was to be told of a hostile mail and has no other proven address: the notice waits on their page, and they may not see it until they sign in.',
      organisationId: one.decided.organisationId,
      personId: one.decided.personId,
    })
}

/** The desk's escalation: whom to page one after the other while nobody answers. */
import { record } from '#audit'
import type { Staff } from '#kernel'
import { type Tx, uuid } from '#storage'
import { allOnStaff } from './colleagues.ts'
import type { OnCallDeps } from './deps.ts'
import { repeatsNotRight, stepNotRight, tooManyInRota } from './refusals.ts'
import { type Escalation, type Next, nextStep, type Step, type Taken, type Target } from './rota/escalate.ts'
import { whoIsOnCall } from './rota/who-is-on-call.ts'
import { schedulesIn } from './schedules.ts'

/** The operator has one; the name leaves room for another. */
const desk = 'desk'
const mostSteps = 10

/** As it was typed; `target` is `schedule:` or `person:` and an id. */
export type EscalationTyped = {
  readonly steps: readonly { readonly target: string; readonly thenMinutes: string }[]
  readonly repeats: string
}

async function escalationIn(tx: Tx): Promise<Escalation> {
  const row = await tx.selectFrom('escalation').select(['id', 'repeats']).where('name', '=', desk).executeTakeFirst()
  if (row === undefined) return { steps: [], repeats: 0 }
  const steps = await tx
    .selectFrom('escalation_step')
    .select(['schedule_id', 'person_id', 'then_minutes'])
    .where('escalation_id', '=', row.id)
    .orderBy('position')
    .execute()
  return { repeats: row.repeats, steps: steps.map((one) => ({ target: targetOf(one), thenMinutes: one.then_minutes })) }
}

const targetOf = ({ schedule_id, person_id }: { readonly schedule_id: string | null; readonly person_id: string | null }): Target =>
  schedule_id === null ? { kind: 'person', id: person_id ?? '' } : { kind: 'schedule', id: schedule_id }

/** Without steps until it is kept for the first time. */
export const escalation = ({ storage }: OnCallDeps, who: Staff): Promise<Escalation> => storage.asTenant(who, escalationIn)

/** Refusals `step-not-right`, `repeats-not-right`, `not-on-staff`, `too-many-in-rota`. */
export async function keepEscalation({ storage, clock }: OnCallDeps, who: Staff, typed: EscalationTyped): Promise<void> {
  const steps = typed.steps.filter(({ target }) => target !== '').map(readStep)
  if (steps.length > mostSteps) throw tooManyInRota('steps', mostSteps)
  const repeats = typed.repeats.trim() === '' ? 0 : Number(typed.repeats)
  if (!Number.isInteger(repeats) || repeats < 0 || repeats > 9) throw repeatsNotRight()
  await storage.asTenant(who, async (tx) => {
    const changed = { repeats, changed_at: clock.now(), changed_by: who.personId }
    const { id } = await tx
      .insertInto('escalation')
      .values({ id: uuid(), name: desk, ...changed })
      .onConflict((found) => found.column('name').doUpdateSet(changed))
      .returning('id')
      .executeTakeFirstOrThrow()
    await allThere(tx, steps)
    await tx.deleteFrom('escalation_step').where('escalation_id', '=', id).execute()
    for (const [position, { target, thenMinutes }] of steps.entries())
      await tx
        .insertInto('escalation_step')
        .values({
          ...{ id: uuid(), escalation_id: id, position, then_minutes: thenMinutes },
          schedule_id: target.kind === 'schedule' ? target.id : null,
          person_id: target.kind === 'person' ? target.id : null,
        })
        .execute()
    await record(tx, clock, {
      actor: who,
      action: 'rota.escalation',
      subject: `escalation/${id}`,
      details: { steps: steps.length, repeats },
    })
  })
}

function readStep({ target, thenMinutes }: EscalationTyped['steps'][number]): Step {
  const [, kind, id = ''] = /^(schedule|person):([0-9a-f-]{36})$/.exec(target) ?? []
  const minutes = thenMinutes.trim() === '' ? Number.NaN : Number(thenMinutes)
  if (kind === undefined || !Number.isInteger(minutes) || minutes < 0 || minutes > 1440) throw stepNotRight()
  return { target: { kind: kind === 'schedule' ? 'schedule' : 'person', id }, thenMinutes: minutes }
}

async function allThere(tx: Tx, steps: readonly Step[]): Promise<void> {
  const idsOf = (kind: Target['kind']) => steps.flatMap(({ target }) => (target.kind === kind ? [target.id] : []))
  await allOnStaff(tx, idsOf('person'))
  const schedules = new Set((await tx.selectFrom('on_call_schedule').select('id').execute()).map(({ id }) => id))
  if (idsOf('schedule').some((id) => !schedules.has(id))) throw stepNotRight()
}

type Paging = {
  /** When there was something to page for. */
  readonly since: Date
  /** The last step that was taken. */
  readonly taken?: Taken | undefined
  /** Whether somebody can be told anything at all; a step of others is passed over. Everybody when it is not given. */
  readonly canReach?: (personId: string) => boolean
}

/**
 * Whom to page next, in the programme's transaction: the answer's `people` are to be told at `dueAt`. Undefined when all steps were
 * taken, or nobody is on call in any of them; who asks then has to tell it otherwise.
 */
export async function nextPage(
  tx: Tx,
  { clock }: Pick<OnCallDeps, 'clock'>,
  { canReach = () => true, ...given }: Paging,
): Promise<Next | undefined> {
  const now = clock.now()
  const schedules = await schedulesIn(tx, now)
  const working = new Set(
    (await tx.selectFrom('staff').select('person_id').where('until', 'is', null).execute()).map((one) => one.person_id),
  )
  const isThere = (id: string) => working.has(id) && canReach(id)
  const peopleAt = ({ kind, id }: Target, at: Date): readonly string[] => {
    if (kind === 'person') return isThere(id) ? [id] : []
    const schedule = schedules.find((one) => one.id === id)
    // A step that is late pages whoever is on call now.
    const personId = schedule === undefined ? null : whoIsOnCall(schedule, at < now ? now : at).personId
    return personId !== null && isThere(personId) ? [personId] : []
  }
  return nextStep(await escalationIn(tx), { ...given, peopleAt })
}

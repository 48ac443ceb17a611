/** The rotas as they are kept: read whole, added and removed. */
import { z } from 'zod'
import { record } from '#audit'
import { cut, type Staff } from '#kernel'
import { type Tx, uuid } from '#storage'
import { type Colleague, colleaguesIn } from './colleagues.ts'
import type { OnCallDeps } from './deps.ts'
import { rotaNameNeeded, rotaNameTaken, tooManyInRota } from './refusals.ts'
import type { Layer, Schedule, WeekHours } from './rota/schedule.ts'

const mostSchedules = 20

const minute = z.number().int().min(0).max(1439)
const hoursSchema: z.ZodType<readonly WeekHours[]> = z.array(
  z.object({ weekdays: z.array(z.number().int().min(1).max(7)), span: z.object({ from: minute, until: minute }) }),
)

/** All rotas by name, with the take-overs that are not over. */
export async function schedulesIn(tx: Tx, now: Date): Promise<readonly Schedule[]> {
  const schedules = await tx.selectFrom('on_call_schedule').select(['id', 'name']).orderBy('name').execute()
  const layers = await layersIn(tx)
  const takeOvers = await tx
    .selectFrom('on_call_override')
    .select(['id', 'schedule_id', 'person_id', 'begins_at', 'ends_at'])
    .where('ends_at', '>', now)
    .orderBy('begins_at')
    .execute()
  return schedules.map(({ id, name }) => ({
    id,
    name,
    layers: layers.filter(({ scheduleId }) => scheduleId === id),
    takeOvers: takeOvers
      .filter(({ schedule_id }) => schedule_id === id)
      .map((one) => ({ id: one.id, personId: one.person_id, from: one.begins_at, until: one.ends_at })),
  }))
}

async function layersIn(tx: Tx): Promise<readonly (Layer & { readonly scheduleId: string })[]> {
  const working = new Set((await colleaguesIn(tx)).map(({ personId }) => personId))
  const turns = await tx.selectFrom('on_call_turn').select(['layer_id', 'person_id']).orderBy('position').execute()
  const rows = await tx.selectFrom('on_call_layer').selectAll().orderBy('position').execute()
  return rows.map((row) => ({
    scheduleId: row.schedule_id,
    id: row.id,
    name: row.name,
    zone: row.time_zone,
    startsOn: row.starts_on,
    handoverMinute: row.handover_minute,
    every: row.every,
    unit: row.unit,
    people: turns.filter(({ layer_id }) => layer_id === row.id).map(({ person_id }) => (working.has(person_id) ? person_id : null)),
    hours: hoursSchema.parse(row.hours),
  }))
}

export type Rotas = { readonly schedules: readonly Schedule[]; readonly colleagues: readonly Colleague[] }

/** What the rota's page shows. */
export const rotas = ({ storage, clock }: OnCallDeps, who: Staff): Promise<Rotas> =>
  storage.asTenant(who, async (tx) => ({ schedules: await schedulesIn(tx, clock.now()), colleagues: await colleaguesIn(tx) }))

/** The id of a new rota without layers. Refusals `rota-name-needed`, `rota-name-taken`, `too-many-in-rota`. */
export async function addSchedule({ storage, clock }: OnCallDeps, who: Staff, typed: string): Promise<string> {
  const name = cut(typed.trim(), 80)
  if (name === '') throw rotaNameNeeded()
  return storage.asTenant(who, async (tx) => {
    const { count } = await tx
      .selectFrom('on_call_schedule')
      .select((all) => all.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    if (Number(count) >= mostSchedules) throw tooManyInRota('rotas', mostSchedules)
    const id = uuid()
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('on_call_schedule')
      .values({ id, name, changed_at: clock.now(), changed_by: who.personId })
      .onConflict((found) => found.column('name').doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows !== 1n) throw rotaNameTaken(name)
    await record(tx, clock, { actor: who, action: 'rota.add', subject: `rota/${id}`, details: { name } })
    return id
  })
}

/** Removes a rota with its layers, take-overs and steps of the escalation; false when there is none for `who`. */
export const removeSchedule = ({ storage, clock }: OnCallDeps, who: Staff, id: string): Promise<boolean> =>
  storage.asTenant(who, async (tx) => {
    const { numDeletedRows } = await tx.deleteFrom('on_call_schedule').where('id', '=', id).executeTakeFirst()
    if (numDeletedRows === 0n) return false
    await record(tx, clock, { actor: who, action: 'rota.remove', subject: `rota/${id}` })
    return true
  })

/** Holds a rota until the end of the transaction, so that two who change it wait for each other; false when there is none for `who`. */
export async function holdSchedule(tx: Tx, { clock }: Pick<OnCallDeps, 'clock'>, who: Staff, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('on_call_schedule')
    .set({ changed_at: clock.now(), changed_by: who.personId })
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Layers of a rota: added, kept anew, removed. What staff typed is read here. */
import { record } from '#audit'
import { cut, isZone, type Staff } from '#kernel'
import { type Tx, uuid } from '#storage'
import { allOnStaff } from './colleagues.ts'
import type { OnCallDeps } from './deps.ts'
import {
  everyNotRight,
  handoverNotRight,
  hoursNotRight,
  layerDayNotRight,
  nobodyInLayer,
  rotaNameNeeded,
  tooManyInRota,
  zoneNotKnown,
} from './refusals.ts'
import { minuteOf, readHours } from './rota/hours-text.ts'
import { type Layer, turnUnits } from './rota/schedule.ts'
import { holdSchedule } from './schedules.ts'

const mostLayers = 10
const mostTurns = 30

/** As it was typed. */
export type LayerTyped = {
  readonly name: string
  readonly zone: string
  readonly startsOn: string
  readonly handover: string
  readonly every: string
  readonly unit: string
  readonly people: readonly string[]
  readonly hours: string
  /** 1: asked before the others. */
  readonly place: string
}

type Read = Omit<Layer, 'id' | 'people'> & { readonly people: readonly string[] }

/** Refusals as the sentences of refusals.ts say. */
function readLayer(typed: LayerTyped): Read {
  const name = cut(typed.name.trim(), 80)
  if (name === '') throw rotaNameNeeded()
  const zone = typed.zone.trim()
  if (!isZone(zone)) throw zoneNotKnown(zone)
  const startsOn = typed.startsOn.trim()
  if (!isDay(startsOn)) throw layerDayNotRight(startsOn)
  const handoverMinute = minuteOf(typed.handover)
  if (handoverMinute === undefined) throw handoverNotRight(typed.handover)
  const every = Number(typed.every)
  const unit = turnUnits.find((one) => one === typed.unit)
  if (!Number.isInteger(every) || every < 1 || every > 400 || unit === undefined) throw everyNotRight()
  const read = readHours(typed.hours)
  if ('wrong' in read) throw hoursNotRight(read.wrong)
  const people = typed.people.filter((id) => id !== '')
  if (people.length === 0) throw nobodyInLayer()
  if (people.length > mostTurns) throw tooManyInRota('turns of a layer', mostTurns)
  return { name, zone, startsOn, handoverMinute, every, unit, hours: read.hours, people }
}

const isDay = (typed: string): boolean => {
  const at = /^20\d\d-\d\d-\d\d$/.test(typed) ? Date.parse(typed) : Number.NaN
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(typed)
}

/** Adds a layer, or with `layerId` keeps one anew. False when the rota or the layer does not exist for `who`. */
export async function keepLayer(
  { storage, clock }: OnCallDeps,
  who: Staff,
  { scheduleId, layerId, typed }: { readonly scheduleId: string; readonly layerId?: string; readonly typed: LayerTyped },
): Promise<boolean> {
  const { people, zone, startsOn, handoverMinute, hours, ...layer } = readLayer(typed)
  return storage.asTenant(who, async (tx) => {
    if (!(await holdSchedule(tx, { clock }, who, scheduleId))) return false
    const others = await layersOf(tx, scheduleId)
    if (layerId !== undefined && !others.includes(layerId)) return false
    if (layerId === undefined && others.length >= mostLayers) throw tooManyInRota('layers of a rota', mostLayers)
    await allOnStaff(tx, people)
    const id = layerId ?? uuid()
    const row = { ...layer, time_zone: zone, starts_on: startsOn, handover_minute: handoverMinute, hours: JSON.stringify(hours) }
    if (layerId === undefined)
      await tx
        .insertInto('on_call_layer')
        .values({ id, schedule_id: scheduleId, position: others.length, ...row })
        .execute()
    else await tx.updateTable('on_call_layer').set(row).where('id', '=', id).execute()
    await putTurns(tx, id, people)
    await putInPlace(
      tx,
      others.filter((one) => one !== id),
      id,
      Number(typed.place),
    )
    const details = { layer: id, name: layer.name, people: people.length }
    await record(tx, clock, { actor: who, action: 'rota.layer', subject: `rota/${scheduleId}`, details })
    return true
  })
}

/** Ids, in their order. */
const layersOf = async (tx: Tx, scheduleId: string): Promise<readonly string[]> =>
  (await tx.selectFrom('on_call_layer').select('id').where('schedule_id', '=', scheduleId).orderBy('position').execute()).map(
    ({ id }) => id,
  )

async function putTurns(tx: Tx, layerId: string, people: readonly string[]): Promise<void> {
  await tx.deleteFrom('on_call_turn').where('layer_id', '=', layerId).execute()
  const turns = people.map((personId, position) => ({ id: uuid(), layer_id: layerId, position, person_id: personId }))
  await tx.insertInto('on_call_turn').values(turns).execute()
}

/** Counted from 1; anything else is the last place. */
async function putInPlace(tx: Tx, others: readonly string[], id: string, place: number): Promise<void> {
  const at = Number.isInteger(place) && place >= 1 ? place - 1 : others.length
  for (const [position, one] of [...others.slice(0, at), id, ...others.slice(at)].entries())
    await tx.updateTable('on_call_layer').set({ position }).where('id', '=', one).execute()
}

/** False when there is none such for `who`. */
export const removeLayer = (
  { storage, clock }: OnCallDeps,
  who: Staff,
  { scheduleId, layerId }: { readonly scheduleId: string; readonly layerId: string },
): Promise<boolean> =>
  storage.asTenant(who, async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('on_call_layer')
      .where('id', '=', layerId)
      .where('schedule_id', '=', scheduleId)
      .executeTakeFirst()
    if (numDeletedRows === 0n) return false
    await record(tx, clock, { actor: who, action: 'rota.layer-remove', subject: `rota/${scheduleId}`, details: { layer: layerId } })
    return true
  })

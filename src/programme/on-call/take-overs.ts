/** Somebody takes over from one moment to another: agreed between two, written down by one. */
import { record } from '#audit'
import { daysMs, isZone, momentOf, readingOf, type Staff } from '#kernel'
import { uuid } from '#storage'
import { allOnStaff } from './colleagues.ts'
import type { OnCallDeps } from './deps.ts'
import { takenOverAlready, timesNotRight, zoneNotKnown } from './refusals.ts'
import { minuteOf } from './rota/hours-text.ts'
import { holdSchedule } from './schedules.ts'

const longestMs = daysMs(90)

/** As it was typed: `2026-11-23 09:00` on the clock of a zone. */
export type TakeOverTyped = { readonly personId: string; readonly from: string; readonly until: string; readonly zone: string }

/** False when the rota does not exist for `who`. Refusals `zone-not-known`, `times-not-right`, `not-on-staff`, `taken-over-already`. */
export async function takeOver(
  { storage, clock }: OnCallDeps,
  who: Staff,
  { scheduleId, typed }: { readonly scheduleId: string; readonly typed: TakeOverTyped },
): Promise<boolean> {
  const { from, until } = readTimes(typed, clock.now())
  return storage.asTenant(who, async (tx) => {
    if (!(await holdSchedule(tx, { clock }, who, scheduleId))) return false
    await allOnStaff(tx, [typed.personId])
    const other = await tx
      .selectFrom('on_call_override')
      .innerJoin('person', 'person.id', 'on_call_override.person_id')
      .select('person.name')
      .where('schedule_id', '=', scheduleId)
      .where('begins_at', '<', until)
      .where('ends_at', '>', from)
      .executeTakeFirst()
    if (other !== undefined) throw takenOverAlready(other.name)
    const id = uuid()
    const row = { id, schedule_id: scheduleId, person_id: typed.personId, begins_at: from, ends_at: until }
    await tx
      .insertInto('on_call_override')
      .values({ ...row, made_at: clock.now(), made_by: who.personId })
      .execute()
    const details = { person: typed.personId, from: from.toISOString(), until: until.toISOString() }
    await record(tx, clock, { actor: who, action: 'rota.take-over', subject: `rota/${scheduleId}`, details })
    return true
  })
}

function readTimes({ from, until, zone }: TakeOverTyped, now: Date): { readonly from: Date; readonly until: Date } {
  if (!isZone(zone.trim())) throw zoneNotKnown(zone)
  const [begins, ends] = [readTime(zone.trim(), from), readTime(zone.trim(), until)]
  if (begins === undefined || ends === undefined || ends <= begins || ends <= now) throw timesNotRight()
  if (ends.getTime() - begins.getTime() > longestMs) throw timesNotRight()
  return { from: begins, until: ends }
}

function readTime(zone: string, typed: string): Date | undefined {
  const [, day = '', time = ''] = /^(20\d\d-\d\d-\d\d)[ T](\d{1,2}:\d\d)$/.exec(typed.trim()) ?? []
  const minute = minuteOf(time)
  if (minute === undefined || Number.isNaN(Date.parse(day))) return undefined
  return momentOf(zone, readingOf(day, minute))
}

/** False when there is none such for `who`. */
export const removeTakeOver = (
  { storage, clock }: OnCallDeps,
  who: Staff,
  { scheduleId, takeOverId }: { readonly scheduleId: string; readonly takeOverId: string },
): Promise<boolean> =>
  storage.asTenant(who, async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('on_call_override')
      .where('id', '=', takeOverId)
      .where('schedule_id', '=', scheduleId)
      .executeTakeFirst()
    if (numDeletedRows === 0n) return false
    await record(tx, clock, {
      actor: who,
      action: 'rota.take-over-remove',
      subject: `rota/${scheduleId}`,
      details: { takeOver: takeOverId },
    })
    return true
  })

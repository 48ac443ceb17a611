/** In which order somebody is told, and when not to be woken. */
import { record } from '#audit'
import { type DaySpan, isZone, type Who } from '#kernel'
import type { Tx } from '#storage'
import type { ChannelName } from '../channels/channel.ts'
import { orderOf } from '../routing/preference.ts'
import { preferencesOf } from '../routing/ways-of.ts'
import { type ContactDeps, meOf } from './deps.ts'
import { hoursNotValid, zoneNotValid } from './refusals.ts'

type Moved = {
  readonly channel: ChannelName
  readonly to: 'up' | 'down' /** The channels that the person has and sees. */
  readonly among: readonly ChannelName[]
}

/** Trades places with the next one that the person has; at an end nothing changes. */
export async function moveChannel(deps: ContactDeps, who: Who, { channel, to, among }: Moved): Promise<void> {
  const personId = meOf(who)
  await deps.storage.asTenant({ kind: 'person', personId }, async (tx) => {
    const order = orderOf((await preferencesOf(tx, [personId]))(personId)).filter((one) => among.includes(one))
    const at = order.indexOf(channel)
    const other = order[to === 'up' ? at - 1 : at + 1]
    if (at < 0 || other === undefined) return
    const moved = order.map((one) => (one === channel ? other : one === other ? channel : one))
    await keep(tx, deps, { who, personId, changes: { channel_order: moved }, details: { order: moved } })
  })
}

export type Hours = {
  /** `22:00`; both alike: never quiet. */
  readonly from: string
  readonly until: string
  readonly zone: string
}

/** Refusals `hours-not-valid`, `zone-not-valid`. */
export async function setQuiet(deps: ContactDeps, who: Who, { from, until, zone }: Hours): Promise<void> {
  const personId = meOf(who)
  const quiet: DaySpan = { from: minuteOf(from), until: minuteOf(until) }
  if (!isZone(zone)) throw zoneNotValid()
  const changes = { time_zone: zone, quiet_from: quiet.from, quiet_until: quiet.until }
  await deps.storage.asTenant({ kind: 'person', personId }, (tx) => keep(tx, deps, { who, personId, changes, details: { quiet: true } }))
}

function minuteOf(typed: string): number {
  const [, hours, minutes] = /^([01]?\d|2[0-3])[:.]([0-5]\d)(?::00)?$/.exec(typed.trim()) ?? []
  if (hours === undefined || minutes === undefined) throw hoursNotValid()
  return Number(hours) * 60 + Number(minutes)
}

type Kept = {
  readonly who: Who
  readonly personId: string
  readonly changes:
    | { readonly channel_order: ChannelName[] }
    | { readonly time_zone: string; readonly quiet_from: number; readonly quiet_until: number }
  readonly details: Readonly<Record<string, unknown>>
}

async function keep(tx: Tx, { clock }: ContactDeps, { who, personId, changes, details }: Kept): Promise<void> {
  const changed = { ...changes, changed_at: clock.now() }
  await tx
    .insertInto('notice_preference')
    // Who only says an order has not asked for quiet.
    .values({ person_id: personId, quiet_from: 0, quiet_until: 0, ...changed })
    .onConflict((held) => held.column('person_id').doUpdateSet(changed))
    .execute()
  await record(tx, clock, {
    actor: who,
    action: 'notice-preference.change',
    subject: `person/${personId}`,
    owner: { kind: 'person', id: personId },
    details,
  })
}

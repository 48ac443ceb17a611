/** What a person sees of how they are reached. */
import type { DaySpan, Who } from '#kernel'
import { orderOf } from '../routing/preference.ts'
import { preferencesOf } from '../routing/ways-of.ts'
import { type ContactDeps, meOf, type OwnChannel, ownChannels } from './deps.ts'

/** Mailboxes, and what a person adds for themselves. */
export type SeenChannel = 'mail' | OwnChannel

export type WaySeen = {
  readonly id: string
  readonly channel: SeenChannel
  /** A mailbox whole, since it is its reader's own; everything else so that its owner knows it. */
  readonly shown: string
  /** Waits for its digits, is told, or takes nothing any more. */
  readonly state: 'waiting' | 'proven' | 'gone'
  readonly addedAt: Date
}

export type MyWays = {
  /** By channel, the first to be tried first. */
  readonly ways: readonly WaySeen[]
  /** What can be added here. */
  readonly offered: readonly OwnChannel[]
  readonly zone: string
  /** Undefined when they are told at any hour. */
  readonly quiet: DaySpan | undefined
}

export async function myWays(deps: ContactDeps, who: Who): Promise<MyWays> {
  const personId = meOf(who)
  const offered = await offeredBy(deps)
  return deps.storage.asTenant({ kind: 'person', personId }, async (tx) => {
    const preference = (await preferencesOf(tx, [personId]))(personId)
    const mailboxes = await tx
      .selectFrom('account')
      .select(['id', 'address', 'created_at', 'proven_at', 'bouncing_since'])
      .where('person_id', '=', personId)
      .where('removed_at', 'is', null)
      .where('proven_at', 'is not', null)
      .orderBy('created_at')
      .execute()
    const methods = await tx
      .selectFrom('contact_method')
      .select(['id', 'channel', 'masked', 'created_at', 'proven_at', 'gone_since'])
      .where('person_id', '=', personId)
      .where('organisation_id', 'is', null)
      .where('removed_at', 'is', null)
      .where('channel', 'in', ownChannels)
      .orderBy('created_at')
      .$narrowType<{ channel: OwnChannel }>()
      .execute()
    const ways: readonly WaySeen[] = [
      ...mailboxes.map(
        (one): WaySeen => ({
          ...{ id: one.id, channel: 'mail', shown: one.address, addedAt: one.created_at },
          state: one.bouncing_since === null ? 'proven' : 'gone',
        }),
      ),
      ...methods.map(
        (one): WaySeen => ({
          ...{ id: one.id, channel: one.channel, shown: one.masked, addedAt: one.created_at },
          state: one.gone_since !== null ? 'gone' : one.proven_at === null ? 'waiting' : 'proven',
        }),
      ),
    ]
    const { zone, quiet } = preference
    const order = orderOf(preference)
    return {
      ways: ways.toSorted((a, b) => order.indexOf(a.channel) - order.indexOf(b.channel)),
      ...{ offered, zone, quiet: quiet.from === quiet.until ? undefined : quiet },
    }
  })
}

async function offeredBy({ channels }: ContactDeps): Promise<readonly OwnChannel[]> {
  const offered: OwnChannel[] = []
  for (const name of ownChannels) if (await channels.find((one) => one.name === name)?.isSetUp()) offered.push(name)
  return offered
}

/** Who was paged for an alert, as the desk shows it. */
import type { Who } from '#kernel'
import type { Storage } from '#storage'
import type { ChannelName } from '../channels/channel.ts'

export type PageSeen = {
  readonly name: string
  readonly channels: readonly ChannelName[]
  readonly at: Date
  /** `sent`: it left, and nobody answered it; `failed`: nothing of it arrived. */
  readonly became: 'answered' | 'sent' | 'waiting' | 'failed' | 'not-needed'
}

/** By alert, the earliest first. */
export async function pagesSeen(
  { storage }: { readonly storage: Storage },
  who: Who,
  alertIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PageSeen[]>> {
  if (alertIds.length === 0) return new Map()
  const rows = await storage.asTenant(who, (tx) =>
    tx
      .selectFrom('on_call_page as page')
      .innerJoin('person', 'person.id', 'page.person_id')
      .select(['page.alert_id', 'page.step', 'page.round', 'page.person_id', 'page.channel', 'page.state', 'page.due_at'])
      .select(['page.answered_at', 'person.name'])
      .where('page.alert_id', 'in', alertIds)
      .orderBy('page.due_at')
      .orderBy('page.channel')
      .execute(),
  )
  const calls = Map.groupBy(rows, (row) => `${row.alert_id} ${row.round} ${row.step} ${row.person_id}`)
  const seen = [...calls.values()].map((ways) => {
    const [first] = ways
    const channels = [...new Set(ways.map(({ channel }) => channel))]
    return {
      alertId: first?.alert_id ?? '',
      page: { name: first?.name ?? '', channels, at: first?.due_at ?? new Date(0), became: becameOf(ways) },
    }
  })
  return new Map([...Map.groupBy(seen, ({ alertId }) => alertId)].map(([id, some]) => [id, some.map(({ page }) => page)]))
}

type Way = { readonly state: string; readonly answered_at: Date | null }

function becameOf(ways: readonly Way[]): PageSeen['became'] {
  if (ways.some(({ answered_at }) => answered_at !== null)) return 'answered'
  const has = (...states: readonly string[]) => ways.some(({ state }) => states.includes(state))
  if (has('sent', 'delivered')) return 'sent'
  if (has('queued')) return 'waiting'
  return has('not-needed') ? 'not-needed' : 'failed'
}

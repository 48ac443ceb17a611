/** Every connection with when it was last seen, for the page that tells what we cannot see. */
import type { Who } from '#kernel'
import type { MembersDeps } from './deps.ts'
import { before, containing, type Paged, paged, pageSize } from './paged.ts'
import type { WatchState } from './watch-state.ts'

export type ConnectionHealth = {
  readonly id: string
  /** A name staff may see: the work address, or `a personal mailbox`. */
  readonly name: string
  readonly organisation?: string
  readonly kind: 'imap'
  readonly state: WatchState
  readonly lastSeenAt?: Date
  /** True when it was not seen within its promise. */
  readonly silent: boolean
  /** Of a work mailbox only. */
  readonly trouble?: string
  readonly firstLookLeft?: number
}

/** Connections, the silent ones first, and how many those are. */
export async function connectionsHealth(
  { storage, clock }: MembersDeps,
  who: Who,
  { search, page }: { readonly search: string; readonly page: number },
): Promise<{ readonly connections: Paged<ConnectionHealth>; readonly silent: number }> {
  if (who.kind !== 'analyst') return { connections: paged([], 0, page), silent: 0 }
  const now = clock.now().getTime()
  // As the programme: a personal mailbox counts and may be silent, and its address is left out below.
  const rows = await storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .selectFrom('connection')
      .innerJoin('account', 'account.id', 'connection.account_id')
      .leftJoin('organisation', 'organisation.id', 'connection.organisation_id')
      .select([
        'connection.id',
        'connection.kind',
        'connection.state',
        'connection.trouble',
        'connection.last_seen_at',
        'connection.created_at',
        'connection.promise_seconds',
        'connection.first_look_left',
        'connection.organisation_id',
        'account.address',
        'organisation.name',
      ])
      .where('connection.ended_at', 'is', null)
      .where((where) =>
        search.trim() === ''
          ? where.lit(true)
          : where.and([
              where('connection.organisation_id', 'is not', null),
              where.or([where('account.address', 'ilike', containing(search)), where('organisation.name', 'ilike', containing(search))]),
            ]),
      )
      .orderBy('connection.last_seen_at', (order) => order.asc().nullsFirst())
      .execute(),
  )
  const all = rows.map((row) => ({
    id: row.id,
    name: row.organisation_id === null ? 'a personal mailbox' : row.address,
    ...(row.name && { organisation: row.name }),
    kind: row.kind,
    state: row.state,
    ...(row.last_seen_at && { lastSeenAt: row.last_seen_at }),
    silent: row.state !== 'paused' && now - (row.last_seen_at ?? row.created_at).getTime() > row.promise_seconds * 1000,
    // The sentence names the server, and a personal server's name may be its person's.
    ...(row.trouble && row.organisation_id !== null && { trouble: row.trouble }),
    ...(row.first_look_left !== null && { firstLookLeft: row.first_look_left }),
  }))
  const silent = all.filter((one) => one.silent)
  const ordered = [...silent, ...all.filter((one) => !one.silent)]
  return { connections: paged(ordered.slice(before(page), before(page) + pageSize), all.length, page), silent: silent.length }
}

/** How far a reach came, as the desk may know it: counts over the whole programme, and nobody's name. */
import { sql } from 'kysely'
import type { Who } from '#kernel'
import type { Storage, Tx } from '#storage'

export type ReachSeen = {
  readonly askedAt: Date
  readonly until: Date
  readonly by: string
  readonly ended: boolean
  readonly found: number
  readonly waiting: number
  /** Mails whose person was told. */
  readonly told: number
  readonly people: number
  readonly organisations: number
  /** Judged dangerous before, so told before. */
  readonly known: number
  /** An analyst dismissed it there. */
  readonly dismissed: number
  /** Left alone: a colleague who passed it on, or not read again before the reach ended. */
  readonly left: number
  readonly gone: number
}

type Deps = { readonly storage: Storage; readonly clock: { readonly now: () => Date } }
export type ReachOf = { readonly incidentId: string } | { readonly hash: Buffer }

/** The newest reach of an incident or of a hunted trace; undefined when there is none that `who` may see. */
export async function reachOf({ storage, clock }: Deps, who: Who, which: ReachOf): Promise<ReachSeen | undefined> {
  const reach = await storage.asTenant(who, (tx) => {
    const rows = tx
      .selectFrom('reach')
      .innerJoin('person', 'person.id', 'reach.by_person')
      .select(['reach.id', 'reach.asked_at', 'reach.until', 'person.name'])
    const found =
      'hash' in which
        ? rows.where('incident_id', 'is', null).where(sql<boolean>`hashes = ${[which.hash]}::bytea[]`)
        : rows.where('incident_id', '=', which.incidentId)
    return found.orderBy('asked_at', 'desc').limit(1).executeTakeFirst()
  })
  if (reach === undefined) return undefined
  const counts = await storage.asTenant({ kind: 'programme' }, (tx) => countsOf(tx, reach.id))
  const ended = reach.until <= clock.now()
  // What was not read again in time will not be: it lies as it was judged.
  const now = ended ? { ...counts, waiting: 0, left: counts.left + counts.waiting } : counts
  return { askedAt: reach.asked_at, until: reach.until, by: reach.name, ended, ...now }
}

async function countsOf(tx: Tx, reachId: string): Promise<Omit<ReachSeen, 'askedAt' | 'until' | 'by' | 'ended'>> {
  const rows = await tx
    .selectFrom('reach_mail')
    .select((columns) => [
      'outcome',
      columns.fn.countAll<string>().as('mails'),
      columns.fn.count<string>('person_id').distinct().as('people'),
      columns.fn.count<string>('organisation_id').distinct().as('organisations'),
    ])
    .where('reach_id', '=', reachId)
    .groupBy('outcome')
    .execute()
  const mails = (outcome: string) => Number(rows.find((row) => row.outcome === outcome)?.mails ?? 0)
  const told = rows.find((row) => row.outcome === 'told')
  return {
    found: rows.reduce((total, row) => total + Number(row.mails), 0),
    waiting: mails('waiting'),
    told: mails('told'),
    people: Number(told?.people ?? 0),
    organisations: Number(told?.organisations ?? 0),
    known: mails('known'),
    dismissed: mails('dismissed'),
    left: mails('left'),
    gone: mails('gone'),
  }
}

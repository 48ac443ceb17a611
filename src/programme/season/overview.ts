/** The seasons of all organisations, for the staff: whose election is near, whose season is over, and what waits for a second yes. */
import { sql } from 'kysely'
import { dayOf, type Staff } from '#kernel'
import { before, type Paged, paged, pageSize } from '#members'
import { frozenFor } from './calendar.ts'
import type { SeasonDeps } from './deps.ts'

export type SeasonRow = {
  readonly organisationId: string
  readonly name: string
  readonly electionDays: readonly string[]
  readonly endsOn?: string
  /** The election for which two must want changes now. */
  readonly frozenUntil?: string
  readonly isOver: boolean
  /** How many changes wait for a second yes. */
  readonly waiting: number
}

/** Those that named days, the one whose next election is nearest first. */
export async function seasons({ storage, clock, freezeDays }: SeasonDeps, who: Staff, page: number): Promise<Paged<SeasonRow>> {
  const days = await freezeDays()
  const now = clock.now()
  const today = dayOf(now)
  return storage.asTenant(who, async (tx) => {
    const found = tx
      .selectFrom('season')
      .innerJoin('organisation', 'organisation.id', 'season.organisation_id')
      .where('organisation.closed_at', 'is', null)
    const { total } = await found.select((columns) => columns.fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
    const rows = await found
      .select((columns) => [
        'organisation.id',
        'organisation.name',
        'season.election_days',
        'season.ends_on',
        columns
          .selectFrom('pending_change')
          .whereRef('pending_change.organisation_id', '=', 'organisation.id')
          .where('ended_at', 'is', null)
          .where('expires_at', '>', now)
          .select((inner) => inner.fn.countAll<string>().as('count'))
          .as('waiting'),
      ])
      .orderBy(sql`(select min(day) from unnest(season.election_days) as day where day >= ${today})`, (by) => by.asc().nullsLast())
      .orderBy('organisation.name')
      .limit(pageSize)
      .offset(before(page))
      .execute()
    const lines = rows.map(({ id, name, election_days, ends_on, waiting }): SeasonRow => {
      const frozenUntil = frozenFor(election_days, today, days)
      return {
        organisationId: id,
        name,
        electionDays: election_days,
        ...(ends_on !== null && { endsOn: ends_on }),
        ...(frozenUntil !== undefined && { frozenUntil }),
        isOver: ends_on !== null && ends_on < today,
        waiting: Number(waiting),
      }
    })
    return paged(lines, Number(total), page)
  })
}

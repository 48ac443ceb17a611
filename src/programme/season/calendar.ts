/** An organisation's election days and the end of its season; before an election what could lock others out is frozen. */
import { record } from '#audit'
import { dayOf, type Who } from '#kernel'
import { runsOrganisation } from '#members'
import type { Tx } from '#storage'
import { daysBefore, readDay } from './days.ts'
import type { SeasonDeps } from './deps.ts'
import { tooManyDays } from './refusals.ts'

const mostDays = 10

export type SeasonSeen = {
  /** Each like `2026-11-03`, soonest first. */
  readonly electionDays: readonly string[]
  readonly endsOn?: string
  /** Since when and until which election two must want what could lock others out. */
  readonly frozen?: { readonly since: string; readonly until: string }
  readonly freezeDays: number
}

/** Undefined when the organisation does not exist for `who`. */
export async function seasonOf(deps: SeasonDeps, who: Who, organisationId: string): Promise<SeasonSeen | undefined> {
  if (!runsOrganisation(who, organisationId)) return undefined
  const freezeDays = await deps.freezeDays()
  return deps.storage.asTenant(who, async (tx) => {
    const organisation = await tx
      .selectFrom('organisation')
      .leftJoin('season', 'season.organisation_id', 'organisation.id')
      .select(['organisation.id', 'season.election_days', 'season.ends_on'])
      .where('organisation.id', '=', organisationId)
      .where('organisation.closed_at', 'is', null)
      .executeTakeFirst()
    if (organisation === undefined) return undefined
    const electionDays = [...(organisation.election_days ?? [])].sort()
    const until = frozenFor(electionDays, dayOf(deps.clock.now()), freezeDays)
    return {
      electionDays,
      freezeDays,
      ...(organisation.ends_on && { endsOn: organisation.ends_on }),
      ...(until !== undefined && { frozen: { since: daysBefore(until, freezeDays), until } }),
    }
  })
}

/** The election that freezes this day; election day itself is frozen, the day after is not. */
export const frozenFor = (electionDays: readonly string[], today: string, freezeDays: number): string | undefined =>
  freezing(electionDays, today, freezeDays)[0]

const freezing = (electionDays: readonly string[], today: string, freezeDays: number): readonly string[] =>
  freezeDays === 0 ? [] : electionDays.filter((day) => daysBefore(day, freezeDays) <= today && today <= day)

/** The same by the rows of an organisation, in a transaction of somebody who sees it. */
export async function isFrozen(
  tx: Tx,
  organisationId: string,
  { now, freezeDays }: { readonly now: Date; readonly freezeDays: number },
): Promise<boolean> {
  const season = await tx.selectFrom('season').select('election_days').where('organisation_id', '=', organisationId).executeTakeFirst()
  return season !== undefined && frozenFor(season.election_days, dayOf(now), freezeDays) !== undefined
}

type Typed = { readonly electionDays: readonly string[]; readonly endsOn: string }

/**
 * Keeps the days. Those that freeze today stay, whoever wants them gone: else one administrator would lift what two must want. Refusals `day-not-right`,
 * `too-many-days`. False when the organisation does not exist for `who`.
 */
export async function keepSeason(deps: SeasonDeps, who: Who, organisationId: string, { electionDays, endsOn }: Typed): Promise<boolean> {
  if (!runsOrganisation(who, organisationId)) return false
  const { storage, clock } = deps
  const typed = electionDays.map((day) => day.trim()).filter((day) => day !== '')
  if (typed.length > mostDays) throw tooManyDays()
  const freezeDays = await deps.freezeDays()
  const today = dayOf(clock.now())
  return storage.asTenant(who, async (tx) => {
    const held = await tx
      .selectFrom('organisation')
      .leftJoin('season', 'season.organisation_id', 'organisation.id')
      .select('season.election_days')
      .where('organisation.id', '=', organisationId)
      .where('organisation.closed_at', 'is', null)
      .executeTakeFirst()
    if (held === undefined) return false
    const stay = freezing(held.election_days ?? [], today, freezeDays)
    const days = [...new Set([...typed.map((day) => readDay(clock, day)), ...stay])].sort()
    const kept = {
      election_days: days,
      ends_on: endsOn.trim() === '' ? null : readDay(clock, endsOn),
      kept_at: clock.now(),
      asked_at: null,
    }
    await tx
      .insertInto('season')
      .values({ organisation_id: organisationId, ...kept })
      .onConflict((same) => same.column('organisation_id').doUpdateSet(kept))
      .execute()
    const owner = { kind: 'organisation', id: organisationId } as const
    await record(tx, clock, {
      actor: who,
      action: 'season.keep',
      subject: `organisation/${organisationId}`,
      owner,
      details: { days: days.join(' ') },
    })
    return true
  })
}

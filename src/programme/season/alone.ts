/**
 * What an organisation's own people may not do alone in the days before an election, and what no second yes is asked for either: there is a plain way round,
 * and each of these would be a way past the second. The desk is the second pair of eyes itself.
 */
import type { Who } from '#kernel'
import { isFrozen } from './calendar.ts'
import type { SeasonDeps } from './deps.ts'
import { administratorsFrozen, earlierEndFrozen, programsFrozen } from './refusals.ts'

async function isBound({ storage, clock, freezeDays }: SeasonDeps, who: Who, organisationId: string): Promise<boolean> {
  if (who.kind === 'analyst' || who.kind === 'programme') return false
  const days = await freezeDays()
  return storage.asTenant({ kind: 'programme' }, (tx) => isFrozen(tx, organisationId, { now: clock.now(), freezeDays: days }))
}

/** Nobody is added as an administrator: it could be a second person of one's own, who then says yes. Refusal `administrators-frozen`. */
export async function refuseNewAdministrators(deps: SeasonDeps, who: Who, organisationId: string): Promise<void> {
  if (await isBound(deps, who, organisationId)) throw administratorsFrozen()
}

/** No token and no address that is told is made, and a program ends none: it would act on for whoever took over one account. Refusal `programs-frozen`. */
export async function refuseNewPrograms(deps: SeasonDeps, who: Who): Promise<void> {
  if ('organisationId' in who && (await isBound(deps, who, who.organisationId))) throw programsFrozen()
}

type Moved = { readonly organisationId: string; readonly personId: string; readonly endsOn: string }

/** Nobody's last day is moved nearer: whoever's day is today is out tomorrow, and nobody else had said yes. Refusal `earlier-end-frozen`. */
export async function refuseEarlierEnd(deps: SeasonDeps, who: Who, { organisationId, personId, endsOn }: Moved): Promise<void> {
  const day = endsOn.trim()
  if (day === '' || !(await isBound(deps, who, organisationId))) return
  const held = await deps.storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .selectFrom('membership')
      .select('ends_on')
      .where('organisation_id', '=', organisationId)
      .where('person_id', '=', personId)
      .where('until', 'is', null)
      .executeTakeFirst(),
  )
  if (held !== undefined && (held.ends_on === null || day < held.ends_on)) throw earlierEndFrozen()
}

/** Whoever made a token, and whether they still have the part by which they made it. */
import { dayOf } from '#kernel'
import type { MembersDeps } from '#members'
import type { Tx } from '#storage'

type MakerSeen = { readonly name: string; readonly isIn: boolean }

/** Who of these people still has the part by which they made a token, that day; in the programme's transaction. */
export async function stillIn(
  tx: Tx,
  { clock }: Pick<MembersDeps, 'clock'>,
  { organisationId, people }: { readonly organisationId: string | null; readonly people: readonly string[] },
): Promise<ReadonlyMap<string, MakerSeen>> {
  if (people.length === 0) return new Map()
  const rows = await tx
    .selectFrom('person')
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.person_id', '=', 'person.id')
        .on('membership.organisation_id', '=', organisationId)
        .on('membership.role', '=', 'administrator')
        .on('membership.until', 'is', null)
        .on((on) => on.or([on('membership.ends_on', 'is', null), on('membership.ends_on', '>=', dayOf(clock.now()))])),
    )
    .leftJoin('staff', (join) =>
      join.onRef('staff.person_id', '=', 'person.id').on('staff.role', '=', 'operator').on('staff.until', 'is', null),
    )
    .select(['person.id', 'person.name', 'membership.person_id as administers', 'staff.person_id as operates'])
    .where('person.id', 'in', people)
    .where('person.erased_at', 'is', null)
    .execute()
  return new Map(
    rows.map(({ id, name, administers, operates }) => [id, { name, isIn: (organisationId === null ? operates : administers) !== null }]),
  )
}

/** Everybody who is more than a person who takes part: for the operator, who answers for it. */
import { sql } from 'kysely'
import type { Staff } from '#kernel'
import { before, containing, type MembersDeps, type Paged, paged, pageSize } from '#members'

export type RoleHeld = {
  readonly role: 'operator' | 'analyst' | 'auditor' | 'trainer' | 'administrator' | 'helper'
  readonly name: string
  /** Whose administrator, or whom they help. */
  readonly organisation?: string
  /** A helper's. */
  readonly purpose?: 'set-up' | 'connections' | 'sign-in' | 'training'
  readonly since: Date
  readonly until?: Date
}

type Row = {
  readonly role: RoleHeld['role']
  readonly name: string
  readonly organisation: string | null
  readonly purpose: NonNullable<RoleHeld['purpose']> | null
  readonly since: Date
  readonly until: Date | null
  readonly total: number
}

/** Staff, those who look on, helpers, administrators; by name within each. */
export async function whoHasARole(
  { storage, clock }: MembersDeps,
  who: Staff,
  { search, page }: { readonly search: string; readonly page: number },
): Promise<Paged<RoleHeld>> {
  const like = containing(search)
  // As the programme: a helper may be in no organisation, so the desk sees no row of theirs. Their part is the operator's to know.
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const isOperator = await tx
      .selectFrom('staff')
      .select('person_id')
      .where('person_id', '=', who.personId)
      .where('role', '=', 'operator')
      .where('until', 'is', null)
      .executeTakeFirst()
    if (isOperator === undefined) return paged([], 0, page)
    const { rows } = await sql<Row>`
      select r.role, p.name, o.name as organisation, r.purpose, r.since, r.until, (count(*) over ())::int as total
      from (
        select role, person_id, null::uuid as organisation_id, null as purpose, since, until, 1 as place from bellwether.staff where until is null
        union all
        select role, person_id, null, null, since, until, 2 from bellwether.observer where until is null
        union all
        select 'helper', person_id, organisation_id, purpose, accepted_at, until, 3 from bellwether.helper_grant
          where accepted_at is not null and ended_at is null and until > ${clock.now()}
        union all
        select 'administrator', person_id, organisation_id, null, since, null, 4 from bellwether.membership
          where role = 'administrator' and until is null
      ) r
      join bellwether.person p on p.id = r.person_id and p.erased_at is null
      left join bellwether.organisation o on o.id = r.organisation_id
      where (r.organisation_id is null or o.closed_at is null) and (p.name ilike ${like} or o.name ilike ${like})
      order by r.place, r.role desc, lower(p.name), lower(o.name), p.id
      limit ${pageSize} offset ${before(page)}`.execute(tx)
    const seen = rows.map(
      ({ role, name, organisation, purpose, since, until }): RoleHeld => ({
        ...{ role, name, since },
        ...(organisation !== null && { organisation }),
        ...(purpose !== null && { purpose }),
        ...(until !== null && { until }),
      }),
    )
    return paged(seen, rows[0]?.total ?? 0, page)
  })
}

/** Organisations: their list, and one of them with how well it is protected. Its people are in members-list.ts. */
import { sql } from 'kysely'
import { record } from '#audit'
import type { Clock, OrganisationKind, Who } from '#kernel'
import { type Tx, uuid } from '#storage'
import { foldDomain } from './address.ts'
import type { MembersDeps } from './deps.ts'
import { tellOfEnrolment } from './enrolment-events.ts'
import { readName } from './name.ts'
import { before, containing, type Followed, type Following, followed, type Paged, paged, pageSize } from './paged.ts'
import { domainNotValid } from './refusals.ts'
import { runsOrganisation } from './runs-organisation.ts'

export type OrganisationRow = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly people: number
  /** How many of them have a mailbox that is watched now. */
  readonly watched: number
  readonly openIncidents: number
}

export type OrganisationSeen = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly domains: readonly string[]
  readonly people: number
  /** How many of them have a mailbox that is watched now. */
  readonly watched: number
  /** How many have not accepted an invitation yet. */
  readonly waiting: number
}

type NewOrganisation = {
  readonly name: string
  readonly kind: OrganisationKind
  readonly domains: readonly string[]
  readonly country?: string
  readonly vendors?: readonly { readonly name: string; readonly domains: readonly string[] }[]
  readonly brands?: readonly { readonly name: string; readonly domains: readonly string[] }[]
}

function readDomains(typed: readonly string[]): string[] {
  const folded = typed.filter((one) => one.trim() !== '').map((one) => foldDomain(one.replace(/^@/, '')) ?? one)
  const wrong = folded.find((one) => foldDomain(one) === undefined)
  if (wrong !== undefined) throw domainNotValid(wrong)
  return [...new Set(folded)]
}

/** Adds an organisation. Refusals `name-missing`, `domain-not-valid`. */
export async function createOrganisation(
  { storage, clock }: MembersDeps,
  who: Who,
  input: NewOrganisation,
): Promise<{ readonly id: string }> {
  return storage.asTenant(who, (tx) => insertOrganisation(tx, clock, who, input))
}

/** The same inside a transaction of somebody who may. */
export async function insertOrganisation(tx: Tx, clock: Clock, who: Who, input: NewOrganisation): Promise<{ readonly id: string }> {
  const id = uuid()
  const row = {
    id,
    name: readName(input.name),
    kind: input.kind,
    country: input.country ?? null,
    domains: readDomains(input.domains),
    vendors: JSON.stringify(input.vendors ?? []),
    brands: JSON.stringify(input.brands ?? []),
    created_at: clock.now(),
    closed_at: null,
  }
  await tx.insertInto('organisation').values(row).execute()
  await tellOfEnrolment(tx, clock, { event: 'organisation.joined', organisationId: id })
  await record(tx, clock, { actor: who, action: 'organisation.create', subject: `organisation/${id}`, owner: { kind: 'organisation', id } })
  return { id }
}

/** The organisations that `who` may see, by name. */
export async function listOrganisations(
  { storage }: MembersDeps,
  who: Who,
  { search, page }: { readonly search: string; readonly page: number },
): Promise<Paged<OrganisationRow>> {
  return storage.asTenant(who, async (tx) => {
    const found = tx.selectFrom('organisation').where('closed_at', 'is', null).where('name', 'ilike', containing(search))
    const { total } = await found.select((columns) => columns.fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
    const rows = await found
      .select((columns) => [
        'id',
        'name',
        'kind',
        columns
          .selectFrom('membership')
          .whereRef('membership.organisation_id', '=', 'organisation.id')
          .where('until', 'is', null)
          .select((inner) => inner.fn.countAll<string>().as('count'))
          .as('people'),
        columns
          .selectFrom('connection')
          .whereRef('connection.organisation_id', '=', 'organisation.id')
          .where('state', '=', 'watching')
          .select((inner) => inner.fn.count<string>('person_id').distinct().as('count'))
          .as('watched'),
        columns
          .selectFrom('incident')
          .whereRef('incident.organisation_id', '=', 'organisation.id')
          .where('state', '=', 'open')
          .select((inner) => inner.fn.countAll<string>().as('count'))
          .as('open_incidents'),
      ])
      .orderBy(sql`lower(name)`)
      .orderBy('id')
      .limit(pageSize)
      .offset(before(page))
      .execute()
    const lines = rows.map(({ id, name, kind, ...counts }) => ({
      id,
      name,
      kind,
      people: Number(counts.people),
      watched: Number(counts.watched),
      openIncidents: Number(counts.open_incidents),
    }))
    return paged(lines, Number(total), page)
  })
}

export type OrganisationLine = Pick<OrganisationSeen, 'id' | 'name' | 'kind' | 'domains'>

/** Those of `who` that follow, by id. */
export const organisationsFollowing = (
  { storage }: MembersDeps,
  who: Who,
  { after, most }: Following,
): Promise<Followed<OrganisationLine>> =>
  storage.asTenant(who, async (tx) => {
    const rows = await tx
      .selectFrom('organisation')
      .select(['id', 'name', 'kind', 'domains'])
      .where('closed_at', 'is', null)
      .$if(after !== undefined, (later) => later.where('id', '>', after ?? ''))
      .orderBy('id')
      .limit(most + 1)
      .execute()
    return followed(rows, most, ({ id }) => id)
  })

/** One organisation with how many people it has; undefined when it does not exist for `who`. */
export async function organisation({ storage }: MembersDeps, who: Who, id: string): Promise<OrganisationSeen | undefined> {
  if (!runsOrganisation(who, id)) return undefined
  return storage.asTenant(who, async (tx) => {
    const found = await tx
      .selectFrom('organisation')
      .select(['id', 'name', 'kind', 'domains'])
      .where('id', '=', id)
      .where('closed_at', 'is', null)
      .executeTakeFirst()
    if (found === undefined) return undefined
    const { rows } = await sql<{ readonly people: number; readonly watched: number; readonly waiting: number }>`
      select count(*)::int as people,
        count(*) filter (where exists (select from bellwether.connection c
          where c.organisation_id = m.organisation_id and c.person_id = m.person_id and c.state = 'watching'))::int as watched,
        count(*) filter (where not exists (select from bellwether.invitation i
          where i.organisation_id = m.organisation_id and i.person_id = m.person_id and i.used_at is not null))::int as waiting
      from bellwether.membership m where m.organisation_id = ${id} and m.until is null`.execute(tx)
    return { ...found, people: rows[0]?.people ?? 0, watched: rows[0]?.watched ?? 0, waiting: rows[0]?.waiting ?? 0 }
  })
}

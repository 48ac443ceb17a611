/** Organisations: their list, and one of them with its people and how well each is protected. */
import { sql } from 'kysely'
import { record } from '#audit'
import type { Clock, OrganisationKind, Who } from '#kernel'
import { type Tx, uuid } from '#storage'
import { foldDomain } from './address.ts'
import type { MembersDeps } from './deps.ts'
import { readName } from './name.ts'
import { before, containing, type Paged, paged, pageSize } from './paged.ts'
import { domainNotValid } from './refusals.ts'
import { runsOrganisation } from './runs-organisation.ts'
import type { WatchState } from './watch-state.ts'

export type OrganisationRow = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly people: number
  /** How many of them have a mailbox that is watched now. */
  readonly watched: number
  readonly openIncidents: number
}

export type Member = {
  readonly personId: string
  readonly name: string
  readonly title?: string
  readonly role: 'member' | 'administrator'
  readonly workAddress?: string
  /** Whether the person accepted an invitation. */
  readonly joined: boolean
  readonly invitedUntil?: Date
  readonly mailbox: WatchState
  /** Whether a notice can reach them besides the work mailbox. */
  readonly otherAddress: boolean
  readonly passkey: boolean
}

export type OrganisationSeen = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly domains: readonly string[]
  readonly members: readonly Member[]
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

/** One organisation with its people; undefined when it does not exist for `who`. */
export async function organisation({ storage, clock }: MembersDeps, who: Who, id: string): Promise<OrganisationSeen | undefined> {
  if (!runsOrganisation(who, id)) return undefined
  const found = await storage.asTenant(who, (tx) =>
    tx
      .selectFrom('organisation')
      .select(['id', 'name', 'kind', 'domains'])
      .where('id', '=', id)
      .where('closed_at', 'is', null)
      .executeTakeFirst(),
  )
  if (found === undefined) return undefined
  // Whether somebody has another address or a passkey is told as yes or no; the address itself stays theirs.
  const members = await storage.asTenant({ kind: 'programme' }, (tx) => membersOf(tx, id, clock.now()))
  return { ...found, members }
}

async function membersOf(tx: Tx, organisationId: string, now: Date): Promise<readonly Member[]> {
  const rows = await tx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('account')
          .leftJoin('connection', (join) => join.onRef('connection.account_id', '=', 'account.id').on('connection.ended_at', 'is', null))
          .whereRef('account.person_id', '=', 'membership.person_id')
          .whereRef('account.organisation_id', '=', 'membership.organisation_id')
          .where('account.removed_at', 'is', null)
          .select(['account.address', 'connection.state'])
          .orderBy('account.created_at')
          .limit(1)
          .as('work'),
      (join) => join.onTrue(),
    )
    .where('membership.organisation_id', '=', organisationId)
    .where('membership.until', 'is', null)
    .where('person.erased_at', 'is', null)
    .select((columns) => [
      'person.id',
      'person.name',
      'membership.title',
      'membership.role',
      'work.address',
      'work.state',
      columns
        .selectFrom('invitation')
        .whereRef('invitation.person_id', '=', 'person.id')
        .whereRef('invitation.organisation_id', '=', 'membership.organisation_id')
        .where('used_at', 'is not', null)
        .select((inner) => inner.fn.max('used_at').as('at'))
        .as('joined_at'),
      columns
        .selectFrom('invitation')
        .whereRef('invitation.person_id', '=', 'person.id')
        .whereRef('invitation.organisation_id', '=', 'membership.organisation_id')
        .where('used_at', 'is', null)
        .where('withdrawn_at', 'is', null)
        .where('expires_at', '>', now)
        .select((inner) => inner.fn.max('expires_at').as('at'))
        .as('invited_until'),
      columns
        .exists(
          columns
            .selectFrom('account as other')
            .select('other.id')
            .whereRef('other.person_id', '=', 'person.id')
            .where('other.proven_at', 'is not', null)
            .where('other.bouncing_since', 'is', null)
            .where('other.removed_at', 'is', null)
            .where((where) => where.or([where('other.organisation_id', 'is', null), where('other.organisation_id', '!=', organisationId)])),
        )
        .as('other_address'),
      columns.exists(columns.selectFrom('passkey').select('credential_id').whereRef('passkey.person_id', '=', 'person.id')).as('passkey'),
    ])
    .orderBy(sql`lower(person.name)`)
    .execute()
  return rows.map((row) => ({
    personId: row.id,
    name: row.name,
    ...(row.title && { title: row.title }),
    role: row.role,
    ...(row.address && { workAddress: row.address }),
    joined: row.joined_at !== null,
    ...(row.invited_until && { invitedUntil: row.invited_until }),
    mailbox: row.state ?? 'none',
    otherAddress: row.other_address === true,
    passkey: row.passkey === true,
  }))
}

/**
 * What a helper sees of the organisation that let them in. Every query here is asked as the helper, so the policies hold
 * purpose and end against the grant each time; each look is written down for the administrators.
 */
import { sql } from 'kysely'
import { lookedAt } from '#audit'
import type { Helper, Language } from '#kernel'
import { before, containing, type MembersDeps, type Paged, paged, pageSize, readLanguage, type WatchState } from '#members'
import type { Tx } from '#storage'
import { type HelpLookAt, lookAt } from './looks.ts'
import type { HelpPurpose } from './purposes.ts'

export type Helped = {
  readonly id: string
  readonly organisationId: string
  readonly organisation: string
  readonly domains: readonly string[]
  readonly purpose: HelpPurpose
  readonly until: Date
}

/** The grant they ask under; undefined before it is accepted, from the moment it ends, and for anybody else. */
export const helped = ({ storage }: MembersDeps, who: Helper): Promise<Helped | undefined> =>
  storage.asTenant(who, (tx) => helpedIn(tx, who))

async function helpedIn(tx: Tx, { helpId }: Helper): Promise<Helped | undefined> {
  return tx
    .selectFrom('helper_grant as g')
    .innerJoin('organisation as o', (join) => join.onRef('o.id', '=', 'g.organisation_id').on('o.closed_at', 'is', null))
    .select(['g.id', 'o.id as organisationId', 'o.name as organisation', 'o.domains', 'g.purpose', 'g.until'])
    .where('g.id', '=', helpId)
    .executeTakeFirst()
}

/** Reads within the grant and writes the look down; undefined when it has ended meanwhile. */
async function look<Value>(
  { storage, clock }: MembersDeps,
  who: Helper,
  { at, read }: { readonly at: HelpLookAt; readonly read: (tx: Tx, help: Helped) => Promise<Value> },
): Promise<Value | undefined> {
  return storage.asTenant(who, async (tx) => {
    const help = await helpedIn(tx, who)
    if (help === undefined) return undefined
    await lookedAt(tx, clock, { viewer: who, what: lookAt(at), owner: { kind: 'organisation', id: help.organisationId } })
    return read(tx, help)
  })
}

export type HelpedOverview = { readonly people: number; readonly administrators: readonly string[] }

export const helpedOverview = (deps: MembersDeps, who: Helper): Promise<HelpedOverview | undefined> =>
  look(deps, who, {
    at: 'organisation',
    read: async (tx, { organisationId }) => {
      const rows = await peopleOf(tx, organisationId).select(['person.name', 'membership.role']).orderBy('person.name').execute()
      return { people: rows.length, administrators: rows.filter(({ role }) => role === 'administrator').map(({ name }) => name) }
    },
  })

const peopleOf = (tx: Tx, organisationId: string) =>
  tx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .where('membership.organisation_id', '=', organisationId)
    .where('membership.until', 'is', null)
    .where('person.erased_at', 'is', null)

export type HelpedPerson = {
  readonly name: string
  readonly workAddress?: string
  readonly administrator: boolean
  readonly joined: boolean
  /** Only for helping with sign-in. */
  readonly passkey?: boolean
}

/** By name. For setting up and for helping with sign-in. */
export const helpedPeople = (
  deps: MembersDeps,
  who: Helper,
  { search, page }: { readonly search: string; readonly page: number },
): Promise<Paged<HelpedPerson> | undefined> =>
  look(deps, who, {
    at: 'people',
    read: async (tx, { organisationId, purpose }) => {
      const like = containing(search)
      const found = peopleOf(tx, organisationId)
        .leftJoinLateral(
          (from) =>
            from
              .selectFrom('account')
              .select('account.address')
              .whereRef('account.person_id', '=', 'membership.person_id')
              .where('account.organisation_id', '=', organisationId)
              .where('account.removed_at', 'is', null)
              .orderBy('account.created_at')
              .limit(1)
              .as('work'),
          (join) => join.onTrue(),
        )
        .where((where) => where.or([where('person.name', 'ilike', like), where('work.address', 'ilike', like)]))
      const { total } = await found.select((columns) => columns.fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
      const rows = await found
        .select(['person.id', 'person.name', 'membership.role', 'work.address'])
        .select(
          sql<boolean>`exists (select from bellwether.invitation i where i.person_id = membership.person_id
            and i.organisation_id = membership.organisation_id and i.used_at is not null)`.as('joined'),
        )
        .orderBy(sql`lower(person.name)`)
        .orderBy('person.id')
        .limit(pageSize)
        .offset(before(page))
        .execute()
      const passkeys = purpose === 'sign-in' ? await withPasskey(tx) : undefined
      return paged(
        rows.map(({ id, name, role, address, joined }) => ({
          name,
          ...(address !== null && { workAddress: address }),
          administrator: role === 'administrator',
          joined,
          ...(passkeys && { passkey: passkeys.has(id) }),
        })),
        Number(total),
        page,
      )
    },
  })

async function withPasskey(tx: Tx): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ person_id: string }>`select person_id from bellwether.helped_passkeys()`.execute(tx)
  return new Set(rows.map(({ person_id }) => person_id))
}

export type HelpedConnection = {
  readonly name: string
  readonly workAddress: string
  readonly state: WatchState
  readonly trouble?: string
  readonly lastSeenAt?: Date
}

/** Work mailboxes, those in trouble first. */
export const helpedConnections = (
  deps: MembersDeps,
  who: Helper,
  { page }: { readonly page: number },
): Promise<Paged<HelpedConnection> | undefined> =>
  look(deps, who, {
    at: 'connections',
    read: async (tx, { organisationId }) => {
      const found = tx
        .selectFrom('account')
        .innerJoin('person', 'person.id', 'account.person_id')
        .leftJoin('connection', (join) => join.onRef('connection.account_id', '=', 'account.id').on('connection.ended_at', 'is', null))
        .where('account.organisation_id', '=', organisationId)
        .where('account.removed_at', 'is', null)
      const { total } = await found.select((columns) => columns.fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
      const rows = await found
        .select(['person.name', 'account.address', 'connection.state', 'connection.trouble', 'connection.last_seen_at'])
        .orderBy(sql`coalesce(connection.state in ('failing', 'refused'), false)`, 'desc')
        .orderBy(sql`lower(person.name)`)
        .orderBy('account.id')
        .limit(pageSize)
        .offset(before(page))
        .execute()
      return paged(
        rows.map(({ name, address, state, trouble, last_seen_at }) => ({
          name,
          workAddress: address,
          state: state ?? 'none',
          ...(trouble !== null && { trouble }),
          ...(last_seen_at !== null && { lastSeenAt: last_seen_at }),
        })),
        Number(total),
        page,
      )
    },
  })

export type HelpedLanguage = { readonly language: Language; readonly people: number }

/** How many people read in which language, for a lesson. */
export const helpedLanguages = (deps: MembersDeps, who: Helper): Promise<readonly HelpedLanguage[] | undefined> =>
  look(deps, who, {
    at: 'languages',
    read: async (tx, { organisationId }) => {
      const rows = await peopleOf(tx, organisationId)
        .select((columns) => ['person.language', columns.fn.countAll<string>().as('people')])
        .groupBy('person.language')
        .orderBy('people', 'desc')
        .execute()
      return rows.map(({ language, people }) => ({ language: readLanguage(language), people: Number(people) }))
    },
  })

/** The people of an organisation and how well each is protected: a page of them, or one. */
import { type RawBuilder, sql } from 'kysely'
import type { Who } from '#kernel'
import type { Tx } from '#storage'
import type { MembersDeps } from './deps.ts'
import { readLanguage } from './language.ts'
import type { MembershipKind } from './membership-time.ts'
import { before, containing, type Followed, type Following, followed, type Paged, paged, pageSize } from './paged.ts'
import { invitationPhrase } from './phrase.ts'
import { runsOrganisation } from './runs-organisation.ts'
import type { WatchState } from './watch-state.ts'

export type Member = {
  readonly personId: string
  readonly name: string
  readonly title?: string
  readonly role: 'member' | 'administrator'
  readonly kind: MembershipKind
  /** The last day, `2026-11-03`; the membership ends by itself after it. */
  readonly endsOn?: string
  readonly workAddress?: string
  /** Whether the person accepted an invitation. */
  readonly joined: boolean
  readonly invitedUntil?: Date
  /** What to say to them before the letter comes, until they have joined. */
  readonly phrase?: string
  readonly mailbox: WatchState
  /** Whether a notice can reach them besides the work mailbox. */
  readonly otherAddress: boolean
  readonly passkey: boolean
}

export type MembersAsked = {
  /** Part of a name or of a work address. */
  readonly search: string
  readonly page: number
  /** Only those who have not accepted an invitation. */
  readonly waiting: boolean
}

const joined = sql<boolean>`exists (select from bellwether.invitation i
  where i.person_id = membership.person_id and i.organisation_id = membership.organisation_id and i.used_at is not null)`

/**
 * A page of the people of an organisation by name; undefined when `who` does not run it. Whether somebody has another address or a passkey is told as yes
 * or no; the address itself stays theirs.
 */
export async function listMembers(
  deps: MembersDeps,
  who: Who,
  organisationId: string,
  { search, page, waiting }: MembersAsked,
): Promise<Paged<Member> | undefined> {
  if (!runsOrganisation(who, organisationId)) return undefined
  const like = containing(search)
  const wanted = sql<boolean>`(person.name ilike ${like} or work.address ilike ${like}) and (${!waiting} or not ${joined})`
  return deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const found = membersWhere(tx, deps, organisationId, wanted)
    const { total } = await found
      .clearSelect()
      .select((columns) => columns.fn.countAll<string>().as('total'))
      .executeTakeFirstOrThrow()
    const rows = await found.orderBy(sql`lower(person.name)`).orderBy('person.id').limit(pageSize).offset(before(page)).execute()
    return paged(
      rows.map((row) => memberOf(deps, organisationId, row)),
      Number(total),
      page,
    )
  })
}

/** Those who follow, by id; undefined when `who` does not run the organisation. */
export async function membersFollowing(
  deps: MembersDeps,
  who: Who,
  organisationId: string,
  { after, most }: Following,
): Promise<Followed<Member> | undefined> {
  if (!runsOrganisation(who, organisationId)) return undefined
  const wanted = after === undefined ? sql<boolean>`true` : sql<boolean>`person.id > ${after}`
  return deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const isThere = tx.selectFrom('organisation').select('id').where('id', '=', organisationId).where('closed_at', 'is', null)
    if ((await isThere.executeTakeFirst()) === undefined) return undefined
    const rows = await membersWhere(tx, deps, organisationId, wanted)
      .orderBy('person.id')
      .limit(most + 1)
      .execute()
    return followed(
      rows.map((row) => memberOf(deps, organisationId, row)),
      most,
      ({ personId }) => personId,
    )
  })
}

/** One of them; undefined when there is none such for `who`. */
export async function member(deps: MembersDeps, who: Who, organisationId: string, personId: string): Promise<Member | undefined> {
  if (!runsOrganisation(who, organisationId)) return undefined
  const row = await deps.storage.asTenant({ kind: 'programme' }, (tx) =>
    membersWhere(tx, deps, organisationId, sql<boolean>`membership.person_id = ${personId}`).executeTakeFirst(),
  )
  return row && memberOf(deps, organisationId, row)
}

function membersWhere(tx: Tx, { clock }: MembersDeps, organisationId: string, wanted: RawBuilder<boolean>) {
  return tx
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
    .where(wanted)
    .select((columns) => [
      'person.id',
      'person.name',
      'person.language',
      'membership.title',
      'membership.role',
      'membership.kind',
      'membership.ends_on',
      'work.address',
      'work.state',
      joined.as('joined'),
      columns
        .selectFrom('invitation')
        .whereRef('invitation.person_id', '=', 'person.id')
        .whereRef('invitation.organisation_id', '=', 'membership.organisation_id')
        .where('used_at', 'is', null)
        .where('withdrawn_at', 'is', null)
        .where('expires_at', '>', clock.now())
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
}

type Row = Awaited<ReturnType<ReturnType<typeof membersWhere>['executeTakeFirstOrThrow']>>

const memberOf = ({ vault }: MembersDeps, organisationId: string, row: Row): Member => ({
  personId: row.id,
  name: row.name,
  ...(row.title && { title: row.title }),
  role: row.role,
  kind: row.kind,
  ...(row.ends_on && { endsOn: row.ends_on }),
  ...(row.address && { workAddress: row.address }),
  joined: row.joined,
  ...(row.invited_until && { invitedUntil: row.invited_until }),
  ...(!row.joined && { phrase: invitationPhrase(vault, { organisationId, personId: row.id, language: readLanguage(row.language) }) }),
  mailbox: row.state ?? 'none',
  otherAddress: row.other_address === true,
  passkey: row.passkey === true,
})

/** People of an organisation: adding them, their role, and saying goodbye. */
import { record } from '#audit'
import type { Clock, Language, Who } from '#kernel'
import { type Tx, uuid } from '#storage'
import { type Address, readAddress } from './address.ts'
import type { MembersDeps } from './deps.ts'
import { endMembership } from './end-membership.ts'
import { holdPeople } from './hold-people.ts'
import { keepsAnAdministrator } from './last-administrator.ts'
import { type MembershipKind, readTime } from './membership-time.ts'
import { readName } from './name.ts'
import { addressTaken } from './refusals.ts'
import { runsOrganisation, stillRuns } from './runs-organisation.ts'
import { endOtherSessions } from './sessions.ts'

type NewPerson = {
  readonly name: string
  readonly address: string
  readonly title: string
  readonly role: 'member' | 'administrator'
  readonly language?: Language
  readonly kind?: MembershipKind
  /** The last day, as `2026-11-03`; none for staff who stay. */
  readonly endsOn?: string
}

/** Adds a person with their work address. Refusals `address-not-valid`, `address-taken`, `end-date-missing`, `end-date-not-valid`; undefined when there is no such organisation for `who`. */
export async function addPerson(
  { storage, clock }: MembersDeps,
  who: Who,
  organisationId: string,
  input: NewPerson,
): Promise<{ readonly personId: string; readonly accountId: string } | undefined> {
  if (!runsOrganisation(who, organisationId)) return undefined
  const name = readName(input.name)
  const { written, folded } = readAddress(input.address)
  const { endsOn: _, ...rest } = input
  const time = readTime(input, clock.now())
  return storage.asTenant(who, async (tx) => {
    const organisation = await tx
      .selectFrom('organisation')
      .select('id')
      .where('id', '=', organisationId)
      .where('closed_at', 'is', null)
      .executeTakeFirst()
    if (organisation === undefined) return undefined
    await holdPeople(tx, organisationId)
    const taken = await tx
      .selectFrom('account')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where('address_folded', '=', folded)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    if (taken !== undefined) throw addressTaken()
    return insertMember(tx, clock, who, { organisationId, member: { ...rest, ...time, name }, address: { written, folded } })
  })
}

type Member = { readonly organisationId: string; readonly member: Omit<NewPerson, 'address'>; readonly address: Address }

/** What is written of a new person with a work account. */
export function memberRows(now: Date, { organisationId, member, address }: Member) {
  const [personId, accountId] = [uuid(), uuid()]
  return {
    person: { id: personId, name: member.name, language: member.language ?? 'en', created_at: now, erased_at: null },
    membership: {
      organisation_id: organisationId,
      person_id: personId,
      role: member.role,
      title: member.title.trim() || null,
      kind: member.kind ?? ('staff' as const),
      since: now,
      until: null,
      ends_on: member.endsOn ?? null,
      end_told_at: null,
      ended_how: null,
    },
    account: {
      id: accountId,
      person_id: personId,
      organisation_id: organisationId,
      kind: 'work' as const,
      address: address.written,
      address_folded: address.folded,
      proven_at: null,
      bouncing_since: null,
      created_at: now,
      removed_at: null,
    },
  }
}

/** Writes some of them, a statement a table. */
export async function insertMemberRows(tx: Tx, rows: readonly ReturnType<typeof memberRows>[]): Promise<void> {
  await tx
    .insertInto('person')
    .values(rows.map(({ person }) => person))
    .execute()
  await tx
    .insertInto('membership')
    .values(rows.map(({ membership }) => membership))
    .execute()
  await tx
    .insertInto('account')
    .values(rows.map(({ account }) => account))
    .execute()
}

/** A new person with a work account that nobody of the organisation has, inside a transaction of somebody who may. */
export async function insertMember(
  tx: Tx,
  clock: Clock,
  who: Who,
  { organisationId, member, address }: Member,
): Promise<{ readonly personId: string; readonly accountId: string }> {
  const rows = memberRows(clock.now(), { organisationId, member, address })
  await insertMemberRows(tx, [rows])
  const { person, account } = rows
  const owner = { kind: 'organisation', id: organisationId } as const
  await record(tx, clock, { actor: who, action: 'person.add', subject: `person/${person.id}`, owner })
  return { personId: person.id, accountId: account.id }
}

/** False when there is no such member for `who`. Refusal `last-administrator`. */
export async function setRole(
  { storage, clock }: MembersDeps,
  who: Who,
  {
    organisationId,
    personId,
    role,
  }: { readonly organisationId: string; readonly personId: string; readonly role: 'member' | 'administrator' },
): Promise<boolean> {
  if (!runsOrganisation(who, organisationId)) return false
  return storage.asTenant(who, async (tx) => {
    if (role === 'member' && !(await keepsAnAdministrator(tx, who, { organisationId, personId }))) return false
    const { numUpdatedRows } = await tx
      .updateTable('membership')
      .set({ role })
      .where('organisation_id', '=', organisationId)
      .where('person_id', '=', personId)
      .where('until', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    const owner = { kind: 'organisation', id: organisationId } as const
    await record(tx, clock, { actor: who, action: 'person.role', subject: `person/${personId}`, owner, details: { role } })
    return true
  })
}

/**
 * Says goodbye: the membership, its work connections and what was allowed to
 * the organisation end at once; what is the person's own stays theirs. All of
 * it by the programme, since secrets are its alone, so the right of whoever
 * asks is read again in the same transaction. Refusal `last-administrator`.
 */
export async function removePerson(
  { storage, clock }: MembersDeps,
  who: Who,
  { organisationId, personId }: { readonly organisationId: string; readonly personId: string },
): Promise<boolean> {
  if (!runsOrganisation(who, organisationId)) return false
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    if (!(await keepsAnAdministrator(tx, who, { organisationId, personId }))) return false
    if (!(await endMembership(tx, clock, { organisationId, personId, how: 'removed' }))) return false
    // Whoever sits at an open screen of theirs has no part in this any more (ASVS 5 V7.4.2).
    await endOtherSessions(tx, clock, { personId, session: undefined })
    const owner = { kind: 'organisation', id: organisationId } as const
    await record(tx, clock, { actor: who, action: 'person.remove', subject: `person/${personId}`, owner })
    return true
  })
}

/** Signs a member out everywhere. False when there is no such member for `who`. */
export async function endSessionsOf(
  { storage, clock }: MembersDeps,
  who: Who,
  { organisationId, personId }: { readonly organisationId: string; readonly personId: string },
): Promise<boolean> {
  if (!runsOrganisation(who, organisationId)) return false
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    if (!(await stillRuns(tx, who))) return false
    const member = await tx
      .selectFrom('membership')
      .select('person_id')
      .where('organisation_id', '=', organisationId)
      .where('person_id', '=', personId)
      .where('until', 'is', null)
      .executeTakeFirst()
    if (member === undefined) return false
    await endOtherSessions(tx, clock, { personId, session: undefined })
    const owner = { kind: 'organisation', id: organisationId } as const
    await record(tx, clock, { actor: who, action: 'person.sign-out', subject: `person/${personId}`, owner })
    return true
  })
}

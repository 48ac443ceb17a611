/** What an administrator does about somebody's time: move its end, and take back a goodbye within thirty days. */
import { record } from '#audit'
import { daysMs, type Who } from '#kernel'
import type { MembersDeps } from './deps.ts'
import { tellOfEnrolment } from './enrolment-events.ts'
import { holdPeople } from './hold-people.ts'
import { type MembershipKind, readTime } from './membership-time.ts'
import { before, type Paged, paged, pageSize } from './paged.ts'
import { addressTaken } from './refusals.ts'
import { runsOrganisation, stillRuns } from './runs-organisation.ts'

const undoDays = 30

type Which = { readonly organisationId: string; readonly personId: string }

/** Moves the end of a membership. False when there is no such member for `who`; refusals `end-date-missing`, `end-date-not-valid`. */
export async function setTime(
  { storage, clock }: MembersDeps,
  who: Who,
  { organisationId, personId, kind, endsOn }: Which & { readonly kind: MembershipKind; readonly endsOn: string },
): Promise<boolean> {
  if (!runsOrganisation(who, organisationId)) return false
  const time = readTime({ kind, endsOn }, clock.now())
  return storage.asTenant(who, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('membership')
      .set({ kind: time.kind, ends_on: time.endsOn ?? null, end_told_at: null })
      .where('organisation_id', '=', organisationId)
      .where('person_id', '=', personId)
      .where('until', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await record(tx, clock, {
      actor: who,
      action: 'person.time',
      subject: `person/${personId}`,
      owner: { kind: 'organisation', id: organisationId },
      details: { kind: time.kind, endsOn: time.endsOn ?? null },
    })
    return true
  })
}

export type PersonLeft = {
  readonly personId: string
  readonly name: string
  readonly kind: MembershipKind
  readonly endedAt: Date
  readonly how: 'due' | 'removed'
  /** Until when they can be taken back. */
  readonly undoUntil: Date
}

/** Those whose part ended in the last thirty days, newest first; who left by themselves is not among them. */
export async function peopleLeft(
  { storage, clock }: MembersDeps,
  who: Who,
  organisationId: string,
  page: number,
): Promise<Paged<PersonLeft> | undefined> {
  if (!runsOrganisation(who, organisationId)) return undefined
  return storage.asTenant(who, async (tx) => {
    const isThere = tx.selectFrom('organisation').select('id').where('id', '=', organisationId).where('closed_at', 'is', null)
    if ((await isThere.executeTakeFirst()) === undefined) return undefined
    const found = tx
      .selectFrom('membership')
      .innerJoin('person', 'person.id', 'membership.person_id')
      .where('membership.organisation_id', '=', organisationId)
      .where('membership.until', '>', new Date(clock.now().getTime() - daysMs(undoDays)))
      .where('membership.ended_how', 'in', ['due', 'removed'])
      .where('person.erased_at', 'is', null)
    const { total } = await found.select((columns) => columns.fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
    const rows = await found
      .select(['person.id', 'person.name', 'membership.kind', 'membership.until', 'membership.ended_how'])
      .orderBy('membership.until', 'desc')
      .orderBy('person.id')
      .limit(pageSize)
      .offset(before(page))
      .execute()
    const lines = rows.flatMap(({ id, name, kind, until, ended_how }): PersonLeft[] =>
      until === null || (ended_how !== 'due' && ended_how !== 'removed')
        ? []
        : [{ personId: id, name, kind, endedAt: until, how: ended_how, undoUntil: new Date(until.getTime() + daysMs(undoDays)) }],
    )
    return paged(lines, Number(total), page)
  })
}

/**
 * Takes somebody back as they were, with a day that is not over. Their work address is there again; reading its mail and what they
 * had allowed is not: that is theirs to give once more. False when there is nobody to take back for `who`. Refusals `address-taken`,
 * `end-date-missing`, `end-date-not-valid`.
 */
export async function takeBack(
  { storage, clock }: MembersDeps,
  who: Who,
  { organisationId, personId, endsOn }: Which & { readonly endsOn: string },
): Promise<boolean> {
  if (!runsOrganisation(who, organisationId)) return false
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    if (!(await stillRuns(tx, who))) return false
    const now = clock.now()
    const left = await tx
      .selectFrom('membership')
      .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
      .innerJoin('person', 'person.id', 'membership.person_id')
      .select(['membership.kind', 'membership.until'])
      .where('membership.organisation_id', '=', organisationId)
      .where('membership.person_id', '=', personId)
      .where('membership.until', '>', new Date(now.getTime() - daysMs(undoDays)))
      .where('membership.ended_how', 'in', ['due', 'removed'])
      .where('organisation.closed_at', 'is', null)
      .where('person.erased_at', 'is', null)
      .forUpdate('membership')
      .executeTakeFirst()
    if (left === undefined || left.until === null) return false
    const time = readTime({ kind: left.kind, endsOn }, now)
    await tx
      .updateTable('membership')
      // Whoever administered comes back as a member: that is given anew.
      .set({ until: null, ended_how: null, ends_on: time.endsOn ?? null, end_told_at: null, role: 'member' })
      .where('organisation_id', '=', organisationId)
      .where('person_id', '=', personId)
      .execute()
    const accounts = await tx
      .selectFrom('account')
      .select(['id', 'address_folded'])
      .where('organisation_id', '=', organisationId)
      .where('person_id', '=', personId)
      .where('removed_at', '=', left.until)
      .where('address', '!=', 'removed')
      .execute()
    await holdPeople(tx, organisationId)
    for (const { id, address_folded } of accounts) {
      const taken = await tx
        .selectFrom('account')
        .select('id')
        .where('address_folded', '=', address_folded)
        .where('removed_at', 'is', null)
        .where((where) => where.or([where('organisation_id', '=', organisationId), where('person_id', '=', personId)]))
        .executeTakeFirst()
      if (taken !== undefined) throw addressTaken()
      await tx.updateTable('account').set({ removed_at: null }).where('id', '=', id).execute()
    }
    const used = tx
      .selectFrom('invitation')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where('person_id', '=', personId)
      .where('used_at', 'is not', null)
    // Whoever never joined is on the list again, which is no news.
    if (await used.executeTakeFirst()) await tellOfEnrolment(tx, clock, { event: 'person.joined', organisationId, personId })
    await record(tx, clock, {
      actor: who,
      action: 'person.take-back',
      subject: `person/${personId}`,
      owner: { kind: 'organisation', id: organisationId },
    })
    return true
  })
}

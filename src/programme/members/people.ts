/** People of an organisation: adding them, their role, and saying goodbye. */
import { record } from '#audit'
import type { Language, Who } from '#kernel'
import { uuid } from '#storage'
import { readAddress } from './address.ts'
import { endConnections } from './connections.ts'
import type { MembersDeps } from './deps.ts'
import { readName } from './name.ts'
import { addressTaken } from './refusals.ts'
import { runsOrganisation } from './runs-organisation.ts'

type NewPerson = {
  readonly name: string
  readonly address: string
  readonly title: string
  readonly role: 'member' | 'administrator'
  readonly language?: Language
}

/** Adds a person with their work address. Refusals `address-not-valid`, `address-taken`; undefined when there is no such organisation for `who`. */
export async function addPerson(
  { storage, clock }: MembersDeps,
  who: Who,
  organisationId: string,
  input: NewPerson,
): Promise<{ readonly personId: string; readonly accountId: string } | undefined> {
  if (!runsOrganisation(who, organisationId)) return undefined
  const name = readName(input.name)
  const { written, folded } = readAddress(input.address)
  return storage.asTenant(who, async (tx) => {
    const organisation = await tx
      .selectFrom('organisation')
      .select('id')
      .where('id', '=', organisationId)
      .where('closed_at', 'is', null)
      .executeTakeFirst()
    if (organisation === undefined) return undefined
    const taken = await tx
      .selectFrom('account')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where('address_folded', '=', folded)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    if (taken !== undefined) throw addressTaken()
    const now = clock.now()
    const [personId, accountId] = [uuid(), uuid()]
    await tx
      .insertInto('person')
      .values({ id: personId, name, language: input.language ?? 'en', created_at: now, erased_at: null })
      .execute()
    await tx
      .insertInto('membership')
      .values({
        organisation_id: organisationId,
        person_id: personId,
        role: input.role,
        title: input.title.trim() || null,
        since: now,
        until: null,
      })
      .execute()
    await tx
      .insertInto('account')
      .values({
        id: accountId,
        person_id: personId,
        organisation_id: organisationId,
        kind: 'work',
        address: written,
        address_folded: folded,
        proven_at: null,
        bouncing_since: null,
        created_at: now,
        removed_at: null,
      })
      .execute()
    const owner = { kind: 'organisation', id: organisationId } as const
    await record(tx, clock, { actor: who, action: 'person.add', subject: `person/${personId}`, owner })
    return { personId, accountId }
  })
}

/** False when there is no such member for `who`. */
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

/** Says goodbye: the membership and its work connections end at once; what is the person's own stays theirs. */
export async function removePerson(
  deps: MembersDeps,
  who: Who,
  { organisationId, personId }: { readonly organisationId: string; readonly personId: string },
): Promise<boolean> {
  if (!runsOrganisation(who, organisationId)) return false
  const now = deps.clock.now()
  const ended = await deps.storage.asTenant(who, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('membership')
      .set({ until: now })
      .where('organisation_id', '=', organisationId)
      .where('person_id', '=', personId)
      .where('until', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    const owner = { kind: 'organisation', id: organisationId } as const
    await record(tx, deps.clock, { actor: who, action: 'person.remove', subject: `person/${personId}`, owner })
    return true
  })
  if (!ended) return false
  // Secrets are opened and deleted by the programme alone.
  await deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const accounts = await tx
      .updateTable('account')
      .set({ removed_at: now })
      .where('organisation_id', '=', organisationId)
      .where('person_id', '=', personId)
      .where('removed_at', 'is', null)
      .returning('id')
      .execute()
    for (const { id } of accounts) await endConnections(tx, deps.clock, id)
    await tx
      .updateTable('invitation')
      .set({ withdrawn_at: now })
      .where('organisation_id', '=', organisationId)
      .where('person_id', '=', personId)
      .where('used_at', 'is', null)
      .execute()
    await tx
      .updateTable('access_grant')
      .set({ until: now })
      .where('organisation_id', '=', organisationId)
      .where('person_id', '=', personId)
      .where('until', 'is', null)
      .execute()
  })
  return true
}

/**
 * An invitation taken up by somebody who takes part already, alone or in another organisation: the membership and the work address become theirs, and the
 * person that was written down for the invitation is gone. The organisation learns nothing of what else they have.
 */
import type { Who } from '#kernel'
import type { Tx } from '#storage'
import type { MembersDeps } from './deps.ts'
import { hasOwnWayIn, useLink } from './invitations.ts'
import { meOf } from './me.ts'
import { addressIsYourOwn, alreadyMember, linkNotGood } from './refusals.ts'
import { takePartIn } from './take-part.ts'

type Joining = { readonly token: string; readonly consentVersion: string }

/** Uses the link up. Refusals `link-not-good`, `already-member`, `address-is-your-own`: after the last two the link stays good. */
export async function joinAsMe(
  deps: MembersDeps,
  who: Who,
  { token, consentVersion }: Joining,
): Promise<{ readonly organisationId: string }> {
  const personId = meOf(who)
  return deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const { personId: invited, organisationId } = await useLink(tx, deps, token)
    if (organisationId === null || invited === personId || (await hasOwnWayIn(tx, invited))) throw linkNotGood()
    await moveMembership(tx, deps, { invited, personId, organisationId })
    await moveAccounts(tx, { invited, personId, organisationId })
    const now = deps.clock.now()
    await tx.updateTable('invitation').set({ person_id: personId }).where('person_id', '=', invited).execute()
    await tx.updateTable('person').set({ name: '–', erased_at: now }).where('id', '=', invited).execute()
    await takePartIn(tx, deps.clock, { personId, organisationId, consentVersion })
    return { organisationId }
  })
}

type Move = { readonly invited: string; readonly personId: string; readonly organisationId: string }

async function moveMembership(tx: Tx, { clock }: MembersDeps, { invited, personId, organisationId }: Move): Promise<void> {
  const mine = await tx
    .selectFrom('membership')
    .select('until')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  if (mine?.until === null) throw alreadyMember()
  const made = await tx
    .deleteFrom('membership')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', invited)
    .where('until', 'is', null)
    .returningAll()
    .executeTakeFirst()
  if (made === undefined) throw linkNotGood()
  // Whoever was here before comes back to the row they had.
  const row = { ...made, person_id: personId, since: clock.now() }
  const { organisation_id: _, person_id: __, ...again } = row
  await tx
    .insertInto('membership')
    .values(row)
    .onConflict((same) => same.columns(['organisation_id', 'person_id']).doUpdateSet(again))
    .execute()
}

async function moveAccounts(tx: Tx, { invited, personId, organisationId }: Move): Promise<void> {
  const theirs = tx
    .selectFrom('account')
    .select(['id', 'address', 'address_folded'])
    .where('person_id', '=', invited)
    .where('organisation_id', '=', organisationId)
    .where('removed_at', 'is', null)
  for (const { id, address, address_folded } of await theirs.execute()) {
    const own = await tx
      .selectFrom('account')
      .select('id')
      .where('person_id', '=', personId)
      .where('address_folded', '=', address_folded)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    if (own !== undefined) throw addressIsYourOwn(address)
    await tx.updateTable('account').set({ person_id: personId }).where('id', '=', id).execute()
  }
}

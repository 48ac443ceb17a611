/**
 * Whom of the staff a provider's subject is. Known by issuer and subject
 * together, as one keyed hash: no other provider can speak for them (ASVS 5
 * V6.8.1), and no address is ever compared. Bound by the person alone.
 */
import { record } from '#audit'
import type { Clock, Who } from '#kernel'
import type { Vault } from '#secrets'
import type { Tx } from '#storage'
import type { MembersDeps } from '../deps.ts'
import { meOf } from '../me.ts'
import { tellOfSignIn } from '../sign-in-news.ts'
import { isIssuer } from './how-signed-in.ts'
import type { ElsewhereDeps, Shown } from './port.ts'

export const hashOfIdentity = (vault: Vault, { issuer, subject }: Pick<Shown, 'issuer' | 'subject'>): Buffer =>
  vault.mac('staff-identity', JSON.stringify([issuer, subject]))

export type StaffIdentitySeen = { readonly boundAt: Date; readonly lastUsedAt?: Date }

/** At the provider of this moment; undefined where nothing is bound there. */
export async function myStaffIdentity({ storage, elsewhere }: ElsewhereDeps, who: Who): Promise<StaffIdentitySeen | undefined> {
  const personId = meOf(who)
  const provider = await elsewhere.staffProvider()
  const rows = await storage.asTenant({ kind: 'person', personId }, (tx) =>
    tx.selectFrom('staff_identity').select(['issuer', 'bound_at', 'last_used_at']).where('person_id', '=', personId).execute(),
  )
  const row = provider && rows.find(({ issuer }) => isIssuer(issuer, provider.issuer))
  return row && { boundAt: row.bound_at, ...(row.last_used_at && { lastUsedAt: row.last_used_at }) }
}

/** `bound`, or the code of why not. In the programme's transaction, for somebody of the staff who signed in there this moment. */
export async function bindIdentity(
  tx: Tx,
  { vault, clock }: Pick<MembersDeps, 'vault' | 'clock'>,
  { personId, shown }: { readonly personId: string; readonly shown: Shown },
): Promise<'bound' | 'identity-bound-already' | 'identity-not-free'> {
  const { issuer } = shown
  const before = await tx
    .selectFrom('staff_identity')
    .select('hash')
    .where('person_id', '=', personId)
    .where('issuer', '=', issuer)
    .executeTakeFirst()
  if (before !== undefined) return 'identity-bound-already'
  const kept = await tx
    .insertInto('staff_identity')
    .values({ hash: hashOfIdentity(vault, shown), person_id: personId, issuer, bound_at: clock.now(), last_used_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('hash')
    .executeTakeFirst()
  if (kept === undefined) return 'identity-not-free'
  // Of a provider that staff had before: it says nothing here any more.
  await tx.deleteFrom('staff_identity').where('person_id', '=', personId).where('issuer', '!=', issuer).execute()
  await tellOfSignIn(tx, { personId, news: 'provider-bound' })
  await record(tx, clock, entry({ kind: 'person', personId }, personId, 'staff-identity.bind'))
  return 'bound'
}

/** False when nothing was bound. */
export async function unbindIdentity({ storage, clock }: MembersDeps, who: Who): Promise<boolean> {
  const personId = meOf(who)
  return storage.asTenant({ kind: 'person', personId }, async (tx) => {
    if (!(await forgetIdentity(tx, clock, personId))) return false
    await record(tx, clock, entry(who, personId, 'staff-identity.unbind'))
    return true
  })
}

/** Unbinds, ends the sessions that the provider opened, and tells the person. False when nothing was bound. */
export async function forgetIdentity(tx: Tx, clock: Clock, personId: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('staff_identity').where('person_id', '=', personId).executeTakeFirst()
  if (numDeletedRows === 0n) return false
  await tx
    .updateTable('session')
    .set({ ended_at: clock.now() })
    .where('person_id', '=', personId)
    .where('identity_hash', 'is not', null)
    .where('ended_at', 'is', null)
    .execute()
  await tellOfSignIn(tx, { personId, news: 'provider-unbound' })
  return true
}

const entry = (actor: Who, personId: string, action: string) => ({
  actor,
  action,
  subject: `person/${personId}`,
  owner: { kind: 'person', id: personId } as const,
})

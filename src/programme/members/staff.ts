/**
 * Who works for the operator, and who looks on: auditors and trainers, who see no desk. A person is given one of the four parts who takes part already, reads a work mailbox and has a passkey
 * (ASVS 5 V6.3.3): nobody gets the desk by a link.
 */
import { record } from '#audit'
import type { Staff } from '#kernel'
import type { Tx } from '#storage'
import { readAddress } from './address.ts'
import type { MembersDeps } from './deps.ts'
import { forgetIdentity } from './elsewhere/staff-identity.ts'
import { lastOperator, staffNeedsPasskey, staffUnknown } from './refusals.ts'
import { endOtherSessions } from './sessions.ts'
import { waysOf } from './ways.ts'

export type ObserverRole = 'auditor' | 'trainer'
export type StaffRole = 'operator' | 'analyst' | ObserverRole
export type StaffSeen = {
  readonly personId: string
  readonly name: string
  readonly role: StaffRole
  readonly since: Date
  readonly isMe: boolean
}

/** Everybody who works for the operator or looks on now, by name. */
export const staffList = ({ storage }: MembersDeps, who: Staff): Promise<readonly StaffSeen[]> =>
  storage.asTenant(who, async (tx) => {
    const partsIn = (table: 'staff' | 'observer') =>
      tx
        .selectFrom(table)
        .innerJoin('person', 'person.id', `${table}.person_id`)
        .select((columns) => ['person.id', 'person.name', columns.ref(`${table}.role`).$castTo<StaffRole>().as('role'), `${table}.since`])
        .where(`${table}.until`, 'is', null)
        .execute()
    const rows = [...(await partsIn('staff')), ...(await partsIn('observer'))]
    return rows
      .sort((one, other) => one.name.localeCompare(other.name))
      .map(({ id, name, role, since }) => ({ personId: id, name, role, since, isMe: id === who.personId }))
  })

/**
 * Gives somebody a part, or another one, by their work address. False when `who` is no operator any more.
 * Refusals `address-not-valid`, `staff-unknown`, `staff-needs-passkey`, `last-operator`.
 */
export async function appointStaff(
  deps: MembersDeps,
  who: Staff,
  { address, role }: { readonly address: string; readonly role: StaffRole },
): Promise<boolean> {
  const { folded } = readAddress(address)
  return asOperator(deps, who, async (tx) => {
    const found = await tx
      .selectFrom('account')
      .innerJoin('person', 'person.id', 'account.person_id')
      .select('person.id')
      .where('account.kind', '=', 'work')
      .where('account.address_folded', '=', folded)
      .where('account.proven_at', 'is not', null)
      .where('account.removed_at', 'is', null)
      .where('person.erased_at', 'is', null)
      .orderBy('account.proven_at')
      .executeTakeFirst()
    if (found === undefined) throw staffUnknown()
    if (!(await waysOf(tx, found.id)).passkey) throw staffNeedsPasskey()
    if (role !== 'operator') await keepsAnOperator(tx, found.id)
    await give(tx, found.id, { role, now: deps.clock.now() })
    await record(tx, deps.clock, { actor: who, action: 'staff.appoint', subject: `person/${found.id}`, details: { role } })
    return true
  })
}

/** One part at a time: whoever looks on does not work at the desk that they look at. */
async function give(tx: Tx, personId: string, { role, now }: { readonly role: StaffRole; readonly now: Date }): Promise<void> {
  await endParts(tx, personId, now)
  const part = { since: now, until: null }
  if (role === 'auditor' || role === 'trainer')
    await tx
      .insertInto('observer')
      .values({ person_id: personId, role, ...part })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ role, ...part }))
      .execute()
  else
    await tx
      .insertInto('staff')
      .values({ person_id: personId, role, ...part })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ role, ...part }))
      .execute()
}

/** Whether there was one. */
async function endParts(tx: Tx, personId: string, until: Date): Promise<boolean> {
  const staff = await tx.updateTable('staff').set({ until }).where('person_id', '=', personId).where('until', 'is', null).executeTakeFirst()
  const observer = await tx
    .updateTable('observer')
    .set({ until })
    .where('person_id', '=', personId)
    .where('until', 'is', null)
    .executeTakeFirst()
  return staff.numUpdatedRows + observer.numUpdatedRows > 0n
}

/** Ends somebody's part, unbinds them at the staff's provider and signs them out everywhere; their own account stays. False when they have none. Refusal `last-operator`. */
export const endStaff = (deps: MembersDeps, who: Staff, personId: string): Promise<boolean> =>
  asOperator(deps, who, async (tx) => {
    await keepsAnOperator(tx, personId)
    if (!(await endParts(tx, personId, deps.clock.now()))) return false
    await forgetIdentity(tx, deps.clock, personId)
    await endOtherSessions(tx, deps.clock, { personId, session: undefined })
    await record(tx, deps.clock, { actor: who, action: 'staff.end', subject: `person/${personId}` })
    return true
  })

/** In the programme's transaction, if `who` is an operator at this moment. All rows are held, so that two do not end each other. */
async function asOperator({ storage }: MembersDeps, who: Staff, work: (tx: Tx) => Promise<boolean>): Promise<boolean> {
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const staff = await tx
      .selectFrom('staff')
      .select(['person_id', 'role'])
      .where('until', 'is', null)
      .orderBy('person_id')
      .forUpdate()
      .execute()
    const isOperator = staff.some(({ person_id, role }) => person_id === who.personId && role === 'operator')
    return isOperator && work(tx)
  })
}

async function keepsAnOperator(tx: Tx, without: string): Promise<void> {
  const other = await tx
    .selectFrom('staff')
    .select('person_id')
    .where('role', '=', 'operator')
    .where('until', 'is', null)
    .where('person_id', '!=', without)
    .executeTakeFirst()
  if (other === undefined) throw lastOperator()
}

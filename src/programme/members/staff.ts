/**
 * Who works for the operator. A person becomes staff who takes part already, reads a work mailbox and has a passkey
 * (ASVS 5 V6.3.3): nobody gets the desk by a link.
 */
import { record } from '#audit'
import type { Staff } from '#kernel'
import type { Tx } from '#storage'
import { readAddress } from './address.ts'
import type { MembersDeps } from './deps.ts'
import { lastOperator, staffNeedsPasskey, staffUnknown } from './refusals.ts'
import { endOtherSessions } from './sessions.ts'
import { waysOf } from './ways.ts'

export type StaffRole = 'operator' | 'analyst'
export type StaffSeen = {
  readonly personId: string
  readonly name: string
  readonly role: StaffRole
  readonly since: Date
  readonly isMe: boolean
}

/** Everybody who works for the operator now, by name. */
export const staffList = ({ storage }: MembersDeps, who: Staff): Promise<readonly StaffSeen[]> =>
  storage.asTenant(who, async (tx) => {
    const rows = await tx
      .selectFrom('staff')
      .innerJoin('person', 'person.id', 'staff.person_id')
      .select(['person.id', 'person.name', 'staff.role', 'staff.since'])
      .where('staff.until', 'is', null)
      .orderBy('person.name')
      .execute()
    return rows.map(({ id, name, role, since }) => ({ personId: id, name, role, since, isMe: id === who.personId }))
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
    if (role === 'analyst') await keepsAnOperator(tx, found.id)
    const now = deps.clock.now()
    await tx
      .insertInto('staff')
      .values({ person_id: found.id, role, since: now, until: null })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ role, since: now, until: null }))
      .execute()
    await record(tx, deps.clock, { actor: who, action: 'staff.appoint', subject: `person/${found.id}`, details: { role } })
    return true
  })
}

/** Ends somebody's part and signs them out everywhere; their own account stays. False when they have none. Refusal `last-operator`. */
export const endStaff = (deps: MembersDeps, who: Staff, personId: string): Promise<boolean> =>
  asOperator(deps, who, async (tx) => {
    await keepsAnOperator(tx, personId)
    const { numUpdatedRows } = await tx
      .updateTable('staff')
      .set({ until: deps.clock.now() })
      .where('person_id', '=', personId)
      .where('until', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
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

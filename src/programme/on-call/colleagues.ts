/** Who works at the desk now: only they can be on call. */
import type { Tx } from '#storage'
import { notOnStaff } from './refusals.ts'

export type Colleague = { readonly personId: string; readonly name: string }

/** By name. */
export async function colleaguesIn(tx: Tx): Promise<readonly Colleague[]> {
  const rows = await tx
    .selectFrom('staff')
    .innerJoin('person', 'person.id', 'staff.person_id')
    .select(['person.id', 'person.name'])
    .where('staff.until', 'is', null)
    .where('person.erased_at', 'is', null)
    .execute()
  return rows.map(({ id, name }) => ({ personId: id, name })).sort((one, other) => one.name.localeCompare(other.name))
}

/** Refusal `not-on-staff` when one of them does not work here. */
export async function allOnStaff(tx: Tx, personIds: readonly string[]): Promise<void> {
  const known = new Set((await colleaguesIn(tx)).map(({ personId }) => personId))
  if (personIds.some((id) => !known.has(id))) throw notOnStaff()
}

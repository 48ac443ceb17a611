/** Who may help somebody back in, as it stands now: what was true when they asked or vouched may be over. */
import type { Tx } from '#storage'
import { holdsPart, isStaff } from './holds-part.ts'

/**
 * The organisation whose administrators may vouch: the only one of somebody
 * who has no part for the operator. Anybody else (nobody's, several
 * organisations', staff, who looks on for the operator) is vouched for by
 * staff, or two administrators of one organisation could come in where another trusts.
 */
export async function organisationThatVouches(tx: Tx, personId: string): Promise<string | null> {
  if (await holdsPart(tx, personId)) return null
  const organisations = await tx
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select('organisation.id')
    .where('membership.person_id', '=', personId)
    .where('membership.until', 'is', null)
    .where('organisation.closed_at', 'is', null)
    .execute()
  return organisations.length === 1 ? (organisations[0]?.id ?? null) : null
}

/** Of whom a request is, and whose administrators it was open to. */
export type Asked = { readonly person_id: string; readonly organisation_id: string | null }

/** Whether a request is still open to the administrators it was asked of: its person may have left them, or become staff. */
export const isOpenToOrganisation = async (tx: Tx, { person_id, organisation_id }: Asked): Promise<boolean> =>
  organisation_id !== null && (await organisationThatVouches(tx, person_id)) === organisation_id

/** Whether somebody who took a part in it could still take one. */
export async function stillHelps(tx: Tx, helper: string | null, asked: Asked): Promise<boolean> {
  if (helper === null) return false
  if (await isStaff(tx, helper)) return true
  const administers = await tx
    .selectFrom('membership')
    .select('person_id')
    .where('organisation_id', '=', asked.organisation_id)
    .where('person_id', '=', helper)
    .where('role', '=', 'administrator')
    .where('until', 'is', null)
    .executeTakeFirst()
  return administers !== undefined && (await isOpenToOrganisation(tx, asked))
}

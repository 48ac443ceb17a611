/** The names around a reader, for the mail engine: who is borrowed, which domains are imitated. */
import { z } from 'zod'
import type { Circle } from '#mail'
import type { Tx } from '#storage'

const named = z.array(z.object({ name: z.string(), domains: z.array(z.string()) })).catch([])
const leading = z.array(z.object({ name: z.string(), addresses: z.array(z.string()), role: z.string().optional() })).catch([])

/**
 * The circle of a mailbox: the organisation's people for a work account, the
 * person alone for a personal one. In the programme's transaction.
 */
export async function circleOf(
  tx: Tx,
  { organisationId, personId }: { readonly organisationId: string | null; readonly personId: string },
): Promise<Circle> {
  const organisation =
    organisationId === null
      ? undefined
      : await tx
          .selectFrom('organisation')
          .select(['name', 'domains', 'vendors', 'brands', 'leaders', 'country'])
          .where('id', '=', organisationId)
          .executeTakeFirst()
  const rows = await tx
    .selectFrom('person')
    .leftJoin('membership', (join) => join.onRef('membership.person_id', '=', 'person.id').on('membership.until', 'is', null))
    .leftJoin('account', (join) => join.onRef('account.person_id', '=', 'person.id').on('account.removed_at', 'is', null))
    .select(['person.id', 'person.name', 'membership.title', 'account.address_folded', 'account.organisation_id'])
    .where((where) =>
      organisationId === null ? where('person.id', '=', personId) : where('membership.organisation_id', '=', organisationId),
    )
    .orderBy('person.created_at')
    .execute()
  const people = new Map<string, { name: string; addresses: string[]; role?: string }>()
  for (const row of rows) {
    const one = people.get(row.id) ?? { name: row.name, addresses: [], ...(row.title && { role: row.title }) }
    people.set(row.id, one)
    // A colleague's personal address is nobody else's matter; a reader's own is known to the reader.
    const shown = row.id === personId || (row.organisation_id !== null && row.organisation_id === organisationId)
    if (shown && row.address_folded !== null && !one.addresses.includes(row.address_folded)) one.addresses.push(row.address_folded)
  }
  return {
    ...(organisation && { organisation: { name: organisation.name, domains: organisation.domains } }),
    people: [...people.values()],
    vendors: named.parse(organisation?.vendors),
    brands: named.parse(organisation?.brands),
    leaders: leading.parse(organisation?.leaders),
    ...(organisation?.country && { country: organisation.country }),
  }
}

/** All names and addresses that the organisations of the programme keep, so that a list of the operator's does not hit them by mistake. */
import type { Near } from '#mail'
import type { Tx } from '#storage'
import { keptNames } from './kept-circle.ts'

/** As far as `tx` sees them: a personal address is nobody's to see but the person's. */
export async function thoseNear(tx: Tx): Promise<Near> {
  const rows = await tx
    .selectFrom('organisation')
    .select(['domains', 'leaders', 'vendors', 'brands'])
    .where('closed_at', 'is', null)
    .execute()
  const accounts = await tx
    .selectFrom('account')
    .select('address_folded')
    .where('organisation_id', 'is not', null)
    .where('removed_at', 'is', null)
    .execute()
  const kept = rows.map(keptNames)
  const distinct = (values: readonly string[]) => [...new Set(values)]
  return {
    own: distinct(rows.flatMap(({ domains }) => domains)),
    partners: distinct(kept.flatMap(({ vendors, brands }) => [...vendors, ...brands].flatMap(({ domains }) => domains))),
    addresses: distinct([
      ...kept.flatMap(({ leaders }) => leaders.flatMap((leader) => leader.addresses)),
      ...accounts.map(({ address_folded }) => address_folded),
    ]),
  }
}

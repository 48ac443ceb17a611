/** What the first page says of each personal account with a secret address. */
import type { Who } from '#kernel'
import { type MembersDeps, meOf } from '#members'
import { providerOf } from './provider-of.ts'

export type Heard = {
  readonly accountId: string
  readonly providerName: string
  /** When the provider's own word last came. */
  readonly heardAt?: Date
  /** Since when its word may no longer come through. */
  readonly blindSince?: Date
}

/** Of the person who asks. */
export async function heardOf({ storage }: Pick<MembersDeps, 'storage'>, who: Who): Promise<readonly Heard[]> {
  const personId = meOf(who)
  const rows = await storage.asTenant({ kind: 'person', personId }, (tx) =>
    tx
      .selectFrom('watch_address')
      .innerJoin('account', 'account.id', 'watch_address.account_id')
      .select(['account_id', 'address_folded', 'heard_at', 'blind_since'])
      .where('watch_address.person_id', '=', personId)
      .where('closed_at', 'is', null)
      .execute(),
  )
  return rows.map(({ account_id, address_folded, heard_at, blind_since }) => ({
    accountId: account_id,
    providerName: providerOf(address_folded).name,
    ...(heard_at && { heardAt: heard_at }),
    ...(blind_since && { blindSince: blind_since }),
  }))
}

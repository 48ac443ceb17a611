/** The address a person forwards suspicious mail to: made once, secret in its local part, known to its person alone. */
import type { MembersDeps } from './deps.ts'

/** The secret part of the person's report address; made at the first call. */
export async function reportLocalPart({ storage, clock, chance }: MembersDeps, personId: string): Promise<string> {
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const local_part = `report-${chance(10).toString('hex')}`
    await tx
      .insertInto('report_address')
      .values({ person_id: personId, local_part, created_at: clock.now() })
      .onConflict((found) => found.column('person_id').doNothing())
      .execute()
    const row = await tx.selectFrom('report_address').select('local_part').where('person_id', '=', personId).executeTakeFirstOrThrow()
    return row.local_part
  })
}

export type Reporter = { readonly personId: string; readonly addresses: readonly string[] }

/** Whose report address this is, and from where they may write; undefined when nobody's. */
export async function reporterOf({ storage }: MembersDeps, localPart: string): Promise<Reporter | undefined> {
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const row = await tx
      .selectFrom('report_address')
      .innerJoin('person', 'person.id', 'report_address.person_id')
      .select('person_id')
      .where('local_part', '=', localPart.toLowerCase())
      .where('person.erased_at', 'is', null)
      .executeTakeFirst()
    if (row === undefined) return undefined
    const accounts = await tx
      .selectFrom('account')
      .select('address_folded')
      .where('person_id', '=', row.person_id)
      .where('removed_at', 'is', null)
      .execute()
    return { personId: row.person_id, addresses: accounts.map(({ address_folded }) => address_folded) }
  })
}

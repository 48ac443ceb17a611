/** Who looked at what, for those whom it concerns and for the desk. */
import type { Who } from '#kernel'
import type { MembersDeps } from './deps.ts'
import { meOf } from './me.ts'
import { before, type Paged, paged, pageSize } from './paged.ts'

export type LookSeen = { readonly viewer: string; readonly what: string; readonly at: Date }
export type LookRow = { readonly at: Date; readonly viewer: string; readonly what: string; readonly concerns: string }

/** The newest looks at matters of this person: their own, and work matters that reached their mailbox. */
export async function whoLooked({ storage }: MembersDeps, who: Who): Promise<readonly LookSeen[]> {
  const personId = meOf(who)
  // As the programme: in a work matter the row belongs to the organisation, and the colleague who looked has a name.
  return storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .selectFrom('looked_at')
      .innerJoin('person as viewer', 'viewer.id', 'looked_at.viewer')
      .select(['viewer.name as viewer', 'looked_at.what', 'looked_at.at'])
      .where('looked_at.viewer', '!=', personId)
      .where((where) =>
        where.or([
          where('looked_at.person_id', '=', personId),
          where.exists(
            where
              .selectFrom('affected')
              .select('affected.account_id')
              .whereRef('affected.incident_id', '=', 'looked_at.incident_id')
              .where('affected.person_id', '=', personId),
          ),
        ]),
      )
      .orderBy('looked_at.at', 'desc')
      .limit(100)
      .execute(),
  )
}

/** All looks that `who` may see, newest first. */
export async function looks({ storage }: MembersDeps, who: Who, { page }: { readonly page: number }): Promise<Paged<LookRow>> {
  if (who.kind !== 'analyst') return paged([], 0, page)
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const { total } = await tx
      .selectFrom('looked_at')
      .select((columns) => columns.fn.countAll<string>().as('total'))
      .executeTakeFirstOrThrow()
    const rows = await tx
      .selectFrom('looked_at')
      .innerJoin('person as viewer', 'viewer.id', 'looked_at.viewer')
      .leftJoin('organisation', 'organisation.id', 'looked_at.organisation_id')
      .select(['looked_at.at', 'viewer.name as viewer', 'looked_at.what', 'organisation.name as organisation'])
      .orderBy('looked_at.at', 'desc')
      .limit(pageSize)
      .offset(before(page))
      .execute()
    return paged(
      rows.map(({ organisation, ...row }) => ({ ...row, concerns: organisation ?? 'a personal matter' })),
      Number(total),
      page,
    )
  })
}

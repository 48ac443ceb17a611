/** What a helper looked at, for the administrators who let them in. */
import type { Administrator } from '#kernel'
import { before, type MembersDeps, type Paged, paged, pageSize } from '#members'
import { type HelpPage, helpPages } from './purposes.ts'

export type HelperLook = { readonly at: Date; readonly what: HelpPage | 'organisation' }

export const lookAt = (page: HelpLookAt): string => `helper: ${page}`
export type HelpLookAt = HelperLook['what']

const readLook = (what: string): HelpLookAt => helpPages.find((page) => lookAt(page) === what) ?? 'organisation'

/** Newest first; undefined when there is no such helper of this organisation who ever accepted. */
export async function helperLooks(
  { storage }: MembersDeps,
  who: Administrator,
  { id, page }: { readonly id: string; readonly page: number },
): Promise<Paged<HelperLook> | undefined> {
  return storage.asTenant(who, async (tx) => {
    const grant = await tx
      .selectFrom('helper_grant')
      .select(['person_id', 'accepted_at'])
      .where('id', '=', id)
      .where('organisation_id', '=', who.organisationId)
      .executeTakeFirst()
    if (!grant?.person_id || grant.accepted_at === null) return undefined
    const found = tx
      .selectFrom('looked_at')
      .where('organisation_id', '=', who.organisationId)
      .where('viewer', '=', grant.person_id)
      .where('viewer_kind', '=', 'helper')
    const { total } = await found.select((columns) => columns.fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
    const rows = await found.select(['at', 'what']).orderBy('at', 'desc').limit(pageSize).offset(before(page)).execute()
    return paged(
      rows.map(({ at, what }) => ({ at, what: readLook(what) })),
      Number(total),
      page,
    )
  })
}

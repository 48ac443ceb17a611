/** The program behind a request: which token it holds, what it may, and as whom storage is asked. */
import { minutesMs, type Who } from '#kernel'
import { hashOfToken, type MembersDeps } from '#members'
import { stillIn } from './makers.ts'
import { readScopes, type Scope } from './scopes.ts'

export type Caller = {
  readonly tokenId: string
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly endsAt: Date
  /** Set for a token of an organisation. */
  readonly organisationId?: string
  /** As whom storage is asked. */
  readonly who: Extract<Who, { readonly tokenId: string }>
}

/** Writing each use down would cost more than it tells. */
const usedEveryMs = minutesMs(1)

/** Who holds a token; undefined when it is not known, was revoked, is past its end, or its maker's part is over. */
export async function callerOf({ storage, clock }: MembersDeps, token: string): Promise<Caller | undefined> {
  if (!/^bwt_[\w-]{20,100}$/.test(token)) return undefined
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const now = clock.now()
    const row = await tx
      .selectFrom('api_token')
      .leftJoin('organisation', 'organisation.id', 'api_token.organisation_id')
      .selectAll('api_token')
      .select('organisation.closed_at')
      .where('token_hash', '=', hashOfToken(token))
      .where('revoked_at', 'is', null)
      .where('ends_at', '>', now)
      .executeTakeFirst()
    if (row === undefined || row.closed_at !== null) return undefined
    const { id: tokenId, organisation_id: organisationId } = row
    const maker = (await stillIn(tx, { clock }, { organisationId, people: [row.made_by] })).get(row.made_by)
    if (maker?.isIn !== true) return undefined
    if (row.last_used_at === null || now.getTime() - row.last_used_at.getTime() > usedEveryMs)
      await tx.updateTable('api_token').set({ last_used_at: now }).where('id', '=', tokenId).execute()
    const seen = { tokenId, name: row.name, scopes: readScopes(row.scopes), endsAt: row.ends_at }
    return organisationId === null
      ? { ...seen, who: { kind: 'programme-token', tokenId } }
      : { ...seen, organisationId, who: { kind: 'token', tokenId, organisationId } }
  })
}

/**
 * Tokens for programs: made by an organisation's administrator or by an
 * operator, shown once, kept as SHA-256, with a name, scopes and an end. A
 * token holds no longer than the part of whoever made it.
 */
import { sql } from 'kysely'
import { record } from '#audit'
import { type Administrator, daysMs, type Staff } from '#kernel'
import { hashOfToken, type MembersDeps, newToken, runsOrganisation } from '#members'
import { type Tx, uuid } from '#storage'
import { stillIn } from './makers.ts'
import { noScope, tokenEndNotRight, tokenNameMissing, tooManyTokens } from './refusals.ts'
import { organisationScopes, readScopes, type Scope, scopes } from './scopes.ts'

export type TokenSeen = {
  readonly id: string
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly madeBy: string
  readonly madeAt: Date
  readonly endsAt: Date
  readonly lastUsedAt?: Date
  readonly revokedAt?: Date
  /** `ended` also when whoever made it lost their part. */
  readonly state: 'live' | 'ended' | 'revoked'
}

export type TokenWanted = { readonly name: string; readonly scopes: readonly string[]; readonly days: number }

/** Begins every token, so that a scanner for leaked secrets knows one. */
const mark = 'bwt_'
const longestDays = 366
const mostTokens = 50
const mostShown = 200

/** Whose tokens somebody manages: their organisation's, or the programme's. */
type Maker = Administrator | Staff
const organisationOf = (who: Maker): string | null => (who.kind === 'administrator' ? who.organisationId : null)

/** A new token: the text, which is nowhere kept. Refusals `token-name-missing`, `no-scope`, `token-end-not-right`, `too-many-tokens`. */
export async function makeToken(
  { storage, clock, chance }: MembersDeps,
  who: Maker,
  wanted: TokenWanted,
): Promise<{ readonly id: string; readonly token: string; readonly endsAt: Date }> {
  const name = wanted.name
    .normalize('NFC')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
  if (name === '' || name.length > 100) throw tokenNameMissing()
  const may = who.kind === 'administrator' ? organisationScopes : scopes
  const allowed = readScopes(wanted.scopes).filter((one) => may.includes(one))
  if (allowed.length === 0) throw noScope()
  if (!Number.isInteger(wanted.days) || wanted.days < 1 || wanted.days > longestDays) throw tokenEndNotRight()
  const now = clock.now()
  const id = uuid()
  const token = mark + newToken(chance)
  const endsAt = new Date(now.getTime() + daysMs(wanted.days))
  const organisationId = organisationOf(who)
  await storage.asTenant(who, async (tx) => {
    const { count } = await live(tx, organisationId, now)
      .select((columns) => columns.fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow()
    if (Number(count) >= mostTokens) throw tooManyTokens()
    await tx
      .insertInto('api_token')
      .values({
        id,
        organisation_id: organisationId,
        name,
        scopes: [...allowed],
        token_hash: hashOfToken(token),
        made_by: who.personId,
        created_at: now,
        ends_at: endsAt,
        last_used_at: null,
        revoked_at: null,
        revoked_by: null,
      })
      .execute()
    await record(tx, clock, { ...deed(who, 'token.make', id), details: { scopes: allowed, days: wanted.days } })
  })
  return { id, token, endsAt }
}

const live = (tx: Tx, organisationId: string | null, now: Date) =>
  of(tx, organisationId).where('revoked_at', 'is', null).where('ends_at', '>', now)

const of = (tx: Tx, organisationId: string | null) =>
  tx.selectFrom('api_token').where('organisation_id', organisationId === null ? 'is' : '=', organisationId)

const deed = (actor: Maker, action: string, id: string, organisationId = organisationOf(actor)) => ({
  actor,
  action,
  subject: `token/${id}`,
  ...(organisationId !== null && { owner: { kind: 'organisation', id: organisationId } as const }),
})

/** The tokens of the organisation, or of the programme: those that work first, the newest of each first. */
export async function tokensOf({ storage, clock }: MembersDeps, who: Maker): Promise<readonly TokenSeen[]> {
  const organisationId = organisationOf(who)
  const rows = await storage.asTenant(who, (tx) =>
    of(tx, organisationId)
      .selectAll()
      .orderBy(sql`revoked_at is null and ends_at > ${clock.now()}`, 'desc')
      .orderBy('created_at', 'desc')
      .limit(mostShown)
      .execute(),
  )
  const makers = await storage.asTenant({ kind: 'programme' }, (tx) =>
    stillIn(tx, { clock }, { organisationId, people: [...new Set(rows.map((row) => row.made_by))] }),
  )
  const seen = rows.map((row): TokenSeen => {
    const maker = makers.get(row.made_by)
    const isOver = row.ends_at <= clock.now() || maker?.isIn !== true
    return {
      id: row.id,
      name: row.name,
      scopes: readScopes(row.scopes),
      madeBy: maker?.name ?? '',
      madeAt: row.created_at,
      endsAt: row.ends_at,
      ...(row.last_used_at && { lastUsedAt: row.last_used_at }),
      ...(row.revoked_at && { revokedAt: row.revoked_at }),
      state: row.revoked_at !== null ? 'revoked' : isOver ? 'ended' : 'live',
    }
  })
  return [...seen.filter(({ state }) => state === 'live'), ...seen.filter(({ state }) => state !== 'live')]
}

/** Ends a token at once: one's own, or as the desk an organisation's. False when there is no such live token for `who`. */
export const revokeToken = (
  { storage, clock }: MembersDeps,
  who: Maker,
  id: string,
  organisationId = organisationOf(who),
): Promise<boolean> =>
  storage.asTenant(organisationId === organisationOf(who) ? who : { kind: 'programme' }, async (tx) => {
    if (organisationId !== null && !runsOrganisation(who, organisationId)) return false
    const { numUpdatedRows } = await tx
      .updateTable('api_token')
      .set({ revoked_at: clock.now(), revoked_by: who.personId })
      .where('id', '=', id)
      .where('organisation_id', organisationId === null ? 'is' : '=', organisationId)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await record(tx, clock, deed(who, 'token.revoke', id, organisationId))
    return true
  })

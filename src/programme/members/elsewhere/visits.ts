/**
 * A browser that was sent to a provider and is awaited back. What goes with it
 * is made from one random state: its hash finds the row, the vault makes the
 * nonce and PKCE's verifier of it, so that the row alone answers nothing.
 */
import { timingSafeEqual } from 'node:crypto'
import { minutesMs } from '#kernel'
import type { Vault } from '#secrets'
import type { Tx } from '#storage'
import type { MembersDeps } from '../deps.ts'
import { anotherBrowser, answerNotAwaited } from '../refusals.ts'
import { hashOfToken, newToken } from '../token.ts'
import type { ProviderName, Secrets } from './port.ts'

const livesMs = minutesMs(10)

type Purpose = 'prove-address' | 'staff-sign-in' | 'staff-bind' | 'staff-confirm'

/** What is remembered of a visit. */
export type Visit = {
  readonly purpose: Purpose
  readonly provider: ProviderName
  readonly personId: string | null
  readonly accountId: string | null
  readonly next: string
}

export const secretsOf = (vault: Vault, state: string): Secrets => ({
  state,
  nonce: vault.mac('elsewhere-nonce', state).toString('base64url'),
  verifier: vault.mac('elsewhere-verifier', state).toString('base64url'),
})

/** Begins one: the secrets that go there, and the cookie of the browser, which may be one that it holds already. */
export function newVisit(
  { vault, chance }: Pick<MembersDeps, 'vault' | 'chance'>,
  browser?: string,
): Secrets & { readonly browser: string } {
  return { ...secretsOf(vault, newToken(chance)), browser: browser ?? newToken(chance) }
}

export async function keepVisit(
  tx: Tx,
  { clock }: Pick<MembersDeps, 'clock'>,
  { state, browser, ...visit }: Visit & { readonly state: string; readonly browser: string },
): Promise<void> {
  const now = clock.now()
  await tx.deleteFrom('sign_in_elsewhere').where('expires_at', '<', now).execute()
  await tx
    .insertInto('sign_in_elsewhere')
    .values({
      token_hash: hashOfToken(state),
      browser_hash: hashOfToken(browser),
      purpose: visit.purpose,
      provider: visit.provider,
      person_id: visit.personId,
      account_id: visit.accountId,
      next: visit.next,
      created_at: now,
      expires_at: new Date(now.getTime() + livesMs),
    })
    .execute()
}

export type Back = {
  readonly provider: ProviderName
  readonly state: string
  /** The cookie; empty when the browser brought none. */
  readonly browser: string
  /** Who is signed in here; undefined: nobody. */
  readonly personId: string | undefined
}

/**
 * The visit that this is the answer to, once. Refusals `answer-not-awaited`: it was taken before, came too late or
 * was never asked for; `another-browser`: somebody else asked, for whom it stays good.
 */
export async function takeVisit(
  { storage, clock }: MembersDeps,
  { provider, state, browser, personId }: Back,
): Promise<Visit & { readonly begunAt: Date }> {
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const found = await tx
      .selectFrom('sign_in_elsewhere')
      .selectAll()
      .where('token_hash', '=', hashOfToken(state))
      .where('provider', '=', provider)
      .where('expires_at', '>', clock.now())
      .forUpdate()
      .executeTakeFirst()
    if (found === undefined) throw answerNotAwaited()
    const isTheirs = found.person_id === null || found.person_id === personId
    if (!timingSafeEqual(found.browser_hash, hashOfToken(browser)) || !isTheirs) throw anotherBrowser()
    await tx.deleteFrom('sign_in_elsewhere').where('token_hash', '=', hashOfToken(state)).execute()
    return {
      purpose: found.purpose,
      provider: found.provider,
      personId: found.person_id,
      accountId: found.account_id,
      next: found.next,
      begunAt: found.created_at,
    }
  })
}

/**
 * "Confirm that it is you": a fresh proof by somebody who is signed in, by
 * passkey, by a code of their app or on paper, or by mailed digits where they
 * have neither. The session goes on under a new token; a passkey makes it a
 * strong one.
 */
import { record } from '#audit'
import type { Who } from '#kernel'
import type { Tx } from '#storage'
import type { MembersDeps, Site } from './deps.ts'
import { orWrongCode, sendCode, tryCode } from './mail-codes.ts'
import { meOf } from './me.ts'
import type { OpenedBy } from './opened-by.ts'
import { keepChallenge } from './passkey-challenge.ts'
import { type PasskeyAnswer, type PasskeyChallenge, rpOf } from './passkeys.ts'
import { signInAgain, tooManyTries, wrongSecondCode } from './refusals.ts'
import { readSecondCode } from './second-code.ts'
import { type NewSession, renewSession } from './sessions.ts'
import type { Limit } from './slow-down.ts'
import { newToken } from './token.ts'
import { verifyPasskey } from './verify-passkey.ts'
import { hasMoreThanMail, waysOf } from './ways.ts'
import { webauthn } from './webauthn.ts'

/** Who confirms, the token of the session that asks, and what its browser says of itself. */
export type Confirming = { readonly personId: string; readonly session: string; readonly userAgent?: string }

/** Ends the proof in the transaction in which it was shown. Refusal `sign-in-again` when the session ended meanwhile. */
export async function proved(
  tx: Tx,
  deps: MembersDeps,
  { personId, session, userAgent }: Confirming,
  { by, ...opened }: { readonly by: string } & OpenedBy,
): Promise<NewSession> {
  const renewed = await renewSession(tx, deps, { personId, token: session, userAgent, ...opened })
  if (renewed === undefined) throw signInAgain()
  await record(tx, deps.clock, {
    actor: { kind: 'person', personId },
    action: `confirm.${by}`,
    subject: `person/${personId}`,
    owner: { kind: 'person', id: personId },
  })
  return renewed
}

export async function confirmChallenge(deps: MembersDeps, site: Site, who: Who): Promise<PasskeyChallenge> {
  const personId = meOf(who)
  const held = await deps.storage.asTenant({ kind: 'programme' }, (tx) =>
    tx.selectFrom('passkey').select(['credential_id', 'transports']).where('person_id', '=', personId).execute(),
  )
  const options = await (await webauthn()).generateAuthenticationOptions({
    rpID: rpOf(site).id,
    userVerification: 'required',
    allowCredentials: held.map(({ credential_id, transports }) => ({ id: credential_id, transports })),
  })
  const challengeId = await deps.storage.asTenant({ kind: 'programme' }, (tx) => keepChallenge(tx, deps.clock, options.challenge, personId))
  return { challengeId, options }
}

/** Refusal `passkey-not-known`: also for somebody else's passkey. */
export async function confirmByPasskey(deps: MembersDeps, site: Site, who: Confirming, answer: PasskeyAnswer): Promise<NewSession> {
  const verified = await verifyPasskey(deps, site, { answer, personId: who.personId })
  return deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    await verified.use(tx)
    return proved(tx, deps, who, { by: 'passkey', passkeyId: verified.passkeyId })
  })
}

/** Refusals `wrong-second-code`, `too-many-tries` by person. */
export async function confirmByCode(deps: MembersDeps, limit: Limit, who: Confirming, code: string): Promise<NewSession> {
  if ((await limit.count(who.personId)) > 0) throw tooManyTries()
  const read = await readSecondCode(deps, who.personId, code)
  const renewed = await deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const method = await read.take(tx, who.session)
    return method && proved(tx, deps, who, { by: method })
  })
  if (renewed === undefined) throw wrongSecondCode()
  return renewed
}

/** Mails digits to the first proven address; undefined for whoever has a passkey or an app, since a mailbox proves less. */
export async function sendConfirmCode(
  deps: MembersDeps,
  { personId, remote }: { readonly personId: string; readonly remote: string },
): Promise<{ readonly challenge: string; readonly address: string } | undefined> {
  const token = newToken(deps.chance)
  return deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const ways = await waysOf(tx, personId)
    if (hasMoreThanMail(ways)) return undefined
    const account = await tx
      .selectFrom('account')
      .select(['id', 'address'])
      .where('person_id', '=', personId)
      .where('proven_at', 'is not', null)
      .where('removed_at', 'is', null)
      .orderBy('bouncing_since', (order) => order.asc().nullsFirst())
      .orderBy('proven_at')
      .executeTakeFirst()
    if (account === undefined) return undefined
    const sent = await sendCode(tx, deps, { personId, accountId: account.id, purpose: 'confirm', challenge: { token, remote } })
    if (!sent) throw tooManyTries()
    return { challenge: token, address: account.address }
  })
}

/** Refusals `wrong-code`, `too-many-tries` by person. */
export async function confirmByMail(
  deps: MembersDeps,
  limit: Limit,
  who: Confirming,
  { code, challenge }: { readonly code: string; readonly challenge: string },
): Promise<NewSession> {
  if ((await limit.count(who.personId)) > 0) throw tooManyTries()
  const renewed = await deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const ways = await waysOf(tx, who.personId)
    if (hasMoreThanMail(ways)) return undefined
    const proven = await tx
      .selectFrom('account')
      .select('id')
      .where('person_id', '=', who.personId)
      .where('proven_at', 'is not', null)
      .where('removed_at', 'is', null)
      .execute()
    const accountIds = proven.map(({ id }) => id)
    const right = await tryCode(tx, deps, { accountIds, purpose: 'confirm', typed: code, challenge })
    return right === undefined ? undefined : proved(tx, deps, who, { by: 'mail-code' })
  })
  return orWrongCode(renewed)
}

/** A person's passkeys: made, named, removed. Signing in with them is in passkey-sign-in.ts. */
import { record } from '#audit'
import type { Who } from '#kernel'
import type { MembersDeps, Site } from './deps.ts'
import { meOf } from './me.ts'
import { registrationAnswer } from './passkey-answer.ts'
import { keepChallenge, takeChallenge } from './passkey-challenge.ts'
import { passkeyNotMade } from './refusals.ts'
import { endOtherSessions, type NewSession, renewSession } from './sessions.ts'
import { tellOfSignIn } from './sign-in-news.ts'
import { tellOfDone } from './something-done.ts'
import { hasMoreThanMail, waysOf } from './ways.ts'
import { webauthn } from './webauthn.ts'

export type PasskeySeen = { readonly id: string; readonly name: string; readonly createdAt: Date; readonly lastUsedAt?: Date }
export type PasskeyChallenge = { readonly challengeId: string; readonly options: unknown }
export type PasskeyAnswer = { readonly challengeId: string; readonly response: unknown }

/** ES256 and RS256: what phones, keys and Windows Hello make (COSE algorithm numbers). */
const algorithms = [-7, -257]

/** A passkey's home is a host name; an IP address cannot be one (WebAuthn Level 3 §5.4.2). */
export const rpOf = (site: Site): { readonly id: string; readonly origin: string } => {
  const { hostname, origin } = new URL(site.publicAddress)
  return { id: hostname, origin }
}

export async function passkeys({ storage }: MembersDeps, who: Who): Promise<readonly PasskeySeen[]> {
  const rows = await storage.asTenant({ kind: 'person', personId: meOf(who) }, (tx) =>
    tx.selectFrom('passkey').selectAll().where('person_id', '=', meOf(who)).orderBy('created_at').execute(),
  )
  return rows.map((row) => ({
    id: row.credential_id,
    name: row.name,
    createdAt: row.created_at,
    ...(row.last_used_at && { lastUsedAt: row.last_used_at }),
  }))
}

export async function newPasskeyChallenge(deps: MembersDeps, site: Site, who: Who): Promise<PasskeyChallenge> {
  const personId = meOf(who)
  const { person, held } = await deps.storage.asTenant({ kind: 'programme' }, async (tx) => ({
    person: await tx.selectFrom('person').select('name').where('id', '=', personId).executeTakeFirstOrThrow(),
    held: await tx.selectFrom('passkey').select(['credential_id', 'transports']).where('person_id', '=', personId).execute(),
  }))
  const options = await (await webauthn()).generateRegistrationOptions({
    rpName: site.name,
    rpID: rpOf(site).id,
    userName: person.name,
    userDisplayName: person.name,
    userID: new Uint8Array(Buffer.from(personId)),
    attestationType: 'none',
    excludeCredentials: held.map(({ credential_id, transports }) => ({ id: credential_id, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: algorithms,
  })
  const challengeId = await deps.storage.asTenant({ kind: 'programme' }, (tx) => keepChallenge(tx, deps.clock, options.challenge, personId))
  return { challengeId, options }
}

/**
 * Keeps the passkey the browser made. The session that asks stood before its
 * device and its person, so it goes on as one that this passkey opened, under a
 * new token. Whoever came in by the mailbox alone before there was more ends
 * here, but for the one that asks. Refusal `passkey-not-made`.
 */
export async function addPasskey(
  deps: MembersDeps,
  site: Site,
  who: Who,
  answer: PasskeyAnswer & { readonly name: string; readonly session?: string | undefined; readonly userAgent?: string },
): Promise<NewSession | undefined> {
  const personId = meOf(who)
  const read = registrationAnswer.safeParse(answer.response)
  if (!read.success) throw passkeyNotMade()
  const challenge = await deps.storage.asTenant({ kind: 'programme' }, (tx) => takeChallenge(tx, deps.clock, answer.challengeId, personId))
  if (challenge === undefined) throw passkeyNotMade()
  const rp = rpOf(site)
  const verified = await (await webauthn())
    .verifyRegistrationResponse({
      response: read.data,
      expectedChallenge: challenge,
      expectedOrigin: rp.origin,
      expectedRPID: rp.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    })
    .catch((cause: unknown) => {
      throw passkeyNotMade(cause)
    })
  if (!verified.verified) throw passkeyNotMade()
  const { credential } = verified.registrationInfo
  return deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    if (!hasMoreThanMail(await waysOf(tx, personId))) await endOtherSessions(tx, deps.clock, { personId, session: answer.session })
    await tx
      .insertInto('passkey')
      .values({
        credential_id: credential.id,
        person_id: personId,
        public_key: Buffer.from(credential.publicKey),
        counter: credential.counter,
        transports: credential.transports ?? [],
        name: answer.name.trim().slice(0, 80) || 'Passkey',
        created_at: deps.clock.now(),
        last_used_at: null,
      })
      .execute()
    await tellOfSignIn(tx, { personId, news: 'passkey-added' })
    await tellOfDone(tx, deps.clock, { personId, signal: 'passkey-added' })
    await record(tx, deps.clock, {
      actor: who,
      action: 'passkey.add',
      subject: `person/${personId}`,
      owner: { kind: 'person', id: personId },
    })
    return answer.session === undefined
      ? undefined
      : renewSession(tx, deps, { personId, token: answer.session, userAgent: answer.userAgent, passkeyId: credential.id })
  })
}

export async function renamePasskey({ storage }: MembersDeps, who: Who, id: string, name: string): Promise<boolean> {
  const personId = meOf(who)
  const { numUpdatedRows } = await storage.asTenant({ kind: 'person', personId }, (tx) =>
    tx
      .updateTable('passkey')
      .set({ name: name.trim().slice(0, 80) || 'Passkey' })
      .where('credential_id', '=', id)
      .where('person_id', '=', personId)
      .executeTakeFirst(),
  )
  return numUpdatedRows > 0n
}

/** Removes it, and ends every session but the one that asks: whoever signed in with a stolen device is out too. */
export async function removePasskey(deps: MembersDeps, who: Who, id: string, session?: string): Promise<boolean> {
  const personId = meOf(who)
  return deps.storage.asTenant({ kind: 'person', personId }, async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('passkey')
      .where('credential_id', '=', id)
      .where('person_id', '=', personId)
      .executeTakeFirst()
    if (numDeletedRows === 0n) return false
    await endOtherSessions(tx, deps.clock, { personId, session })
    await tellOfSignIn(tx, { personId, news: 'passkey-removed' })
    await record(tx, deps.clock, {
      actor: who,
      action: 'passkey.remove',
      subject: `person/${personId}`,
      owner: { kind: 'person', id: personId },
    })
    return true
  })
}

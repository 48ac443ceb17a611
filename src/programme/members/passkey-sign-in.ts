/** Signing in with a passkey. Discoverable credentials: nobody types a name, so nobody can ask which names exist. */
import { record } from '#audit'
import type { MembersDeps, Site } from './deps.ts'
import { authenticationAnswer } from './passkey-answer.ts'
import { keepChallenge, takeChallenge } from './passkey-challenge.ts'
import { type PasskeyAnswer, type PasskeyChallenge, rpOf } from './passkeys.ts'
import { passkeyNotKnown } from './refusals.ts'
import { beginSession, type NewSession } from './sessions.ts'
import { webauthn } from './webauthn.ts'

export async function signInChallenge(deps: MembersDeps, site: Site): Promise<PasskeyChallenge> {
  const options = await (await webauthn()).generateAuthenticationOptions({
    rpID: rpOf(site).id,
    userVerification: 'required',
    allowCredentials: [],
  })
  const challengeId = await deps.storage.asTenant({ kind: 'programme' }, (tx) => keepChallenge(tx, deps.clock, options.challenge, null))
  return { challengeId, options }
}

/** Begins a session for the passkey's person. Refusal `passkey-not-known`, whatever was wrong. */
export async function signInByPasskey(deps: MembersDeps, site: Site, answer: PasskeyAnswer): Promise<NewSession> {
  const read = authenticationAnswer.safeParse(answer.response)
  if (!read.success) throw passkeyNotKnown()
  const { challenge, held } = await deps.storage.asTenant({ kind: 'programme' }, async (tx) => ({
    challenge: await takeChallenge(tx, deps.clock, answer.challengeId, null),
    held: await tx
      .selectFrom('passkey')
      .innerJoin('person', 'person.id', 'passkey.person_id')
      .selectAll('passkey')
      .where('credential_id', '=', read.data.id)
      .where('person.erased_at', 'is', null)
      .executeTakeFirst(),
  }))
  if (challenge === undefined || held === undefined) throw passkeyNotKnown()
  const rp = rpOf(site)
  const verified = await (await webauthn())
    .verifyAuthenticationResponse({
      response: read.data,
      expectedChallenge: challenge,
      expectedOrigin: rp.origin,
      expectedRPID: rp.id,
      requireUserVerification: true,
      credential: {
        id: held.credential_id,
        publicKey: new Uint8Array(held.public_key),
        counter: Number(held.counter),
        transports: held.transports,
      },
    })
    .catch((cause: unknown) => {
      throw passkeyNotKnown(cause)
    })
  if (!verified.verified) throw passkeyNotKnown()
  return deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('passkey')
      .set({ counter: verified.authenticationInfo.newCounter, last_used_at: deps.clock.now() })
      .where('credential_id', '=', held.credential_id)
      .executeTakeFirst()
    // Removed while its answer was checked.
    if (numUpdatedRows === 0n) throw passkeyNotKnown()
    const actor = { kind: 'person', personId: held.person_id } as const
    await record(tx, deps.clock, {
      actor,
      action: 'sign-in.passkey',
      subject: `person/${held.person_id}`,
      owner: { kind: 'person', id: held.person_id },
    })
    return beginSession(tx, deps, { personId: held.person_id, method: 'passkey' })
  })
}

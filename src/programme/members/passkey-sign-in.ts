/** Signing in with a passkey. Discoverable credentials: nobody types a name, so nobody can ask which names exist. */
import { record } from '#audit'
import type { MembersDeps, Site } from './deps.ts'
import { keepChallenge } from './passkey-challenge.ts'
import { type PasskeyAnswer, type PasskeyChallenge, rpOf } from './passkeys.ts'
import { tooManyTries } from './refusals.ts'
import { beginSession, type NewSession } from './sessions.ts'
import type { Limit } from './slow-down.ts'
import { verifyPasskey } from './verify-passkey.ts'
import { webauthn } from './webauthn.ts'

/** Anybody may ask, and each challenge is written down for five minutes. Refusal `too-many-tries` by remote address. */
export async function signInChallenge(
  deps: MembersDeps,
  site: Site,
  { limit, remote }: { readonly limit: Limit; readonly remote: string },
): Promise<PasskeyChallenge> {
  if ((await limit.count(remote)) > 0) throw tooManyTries()
  const options = await (await webauthn()).generateAuthenticationOptions({
    rpID: rpOf(site).id,
    userVerification: 'required',
    allowCredentials: [],
  })
  const challengeId = await deps.storage.asTenant({ kind: 'programme' }, (tx) => keepChallenge(tx, deps.clock, options.challenge, null))
  return { challengeId, options }
}

/** Begins a session for the passkey's person. Refusal `passkey-not-known`, whatever was wrong. */
export async function signInByPasskey(
  deps: MembersDeps,
  site: Site,
  answer: PasskeyAnswer & { readonly userAgent?: string },
): Promise<NewSession> {
  const verified = await verifyPasskey(deps, site, { answer, personId: null })
  const { personId, passkeyId } = verified
  return deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    await verified.use(tx)
    await record(tx, deps.clock, {
      actor: { kind: 'person', personId },
      action: 'sign-in.passkey',
      subject: `person/${personId}`,
      owner: { kind: 'person', id: personId },
    })
    return beginSession(tx, deps, { personId, method: 'passkey', passkeyId, userAgent: answer.userAgent })
  })
}

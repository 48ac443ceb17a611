/** Whether a browser's answer is that of a passkey we know, for this site, to a challenge we gave; used up by asking. */

import type { Tx } from '#storage'
import type { MembersDeps, Site } from './deps.ts'
import { authenticationAnswer } from './passkey-answer.ts'
import { takeChallenge } from './passkey-challenge.ts'
import { type PasskeyAnswer, rpOf } from './passkeys.ts'
import { passkeyNotKnown } from './refusals.ts'
import { webauthn } from './webauthn.ts'

export type VerifiedPasskey = {
  readonly personId: string
  readonly passkeyId: string
  /** In the programme's transaction: marks it as used. Refusal `passkey-not-known` when it was removed meanwhile. */
  readonly use: (tx: Tx) => Promise<void>
}

/** `personId` is whose passkey it must be; null takes anybody's. Refusal `passkey-not-known`, whatever was wrong. */
export async function verifyPasskey(
  deps: MembersDeps,
  site: Site,
  { answer, personId }: { readonly answer: PasskeyAnswer; readonly personId: string | null },
): Promise<VerifiedPasskey> {
  const read = authenticationAnswer.safeParse(answer.response)
  if (!read.success) throw passkeyNotKnown()
  const { challenge, held } = await deps.storage.asTenant({ kind: 'programme' }, async (tx) => ({
    challenge: await takeChallenge(tx, deps.clock, answer.challengeId, personId),
    held: await tx
      .selectFrom('passkey')
      .innerJoin('person', 'person.id', 'passkey.person_id')
      .selectAll('passkey')
      .where('credential_id', '=', read.data.id)
      .where('person.erased_at', 'is', null)
      .$if(personId !== null, (own) => own.where('person.id', '=', personId ?? ''))
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
  return {
    personId: held.person_id,
    passkeyId: held.credential_id,
    use: async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('passkey')
        .set({ counter: verified.authenticationInfo.newCounter, last_used_at: deps.clock.now() })
        .where('credential_id', '=', held.credential_id)
        .executeTakeFirst()
      // Removed while its answer was checked.
      if (numUpdatedRows === 0n) throw passkeyNotKnown()
    },
  }
}

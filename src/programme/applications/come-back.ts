/**
 * Coming back to an application on another device: the contact's address, and six digits sent there. Unknown addresses get
 * the same answer. It opens only what its contact has proven: before that, anybody may have begun it with this address.
 */
import { type Limit, type MembersDeps, newToken, readAddress, tooManyTries } from '#members'
import { mailComeBackCode, tryComeBackCode } from './come-back-code.ts'

import { contactCodeWrong } from './refusals.ts'
import { applicationToken } from './tokens.ts'

type Asked = { readonly address: string; readonly remote: string }

/**
 * Sends digits to the contact of the newest application that they have proven, and answers with what the form for the digits
 * must bring back; nothing is sent when there is none. Refusals `address-not-valid`, `too-many-tries` by remote address.
 */
export async function sendComeBackCode(
  deps: MembersDeps,
  limit: Limit,
  { address, remote }: Asked,
): Promise<{ readonly challenge: string }> {
  if ((await limit.count(remote)) > 0) throw tooManyTries()
  const { folded } = readAddress(address)
  const token = newToken(deps.chance)
  await deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const row = await tx
      .selectFrom('application')
      .select('id')
      .where('contact_folded', '=', folded)
      .where('contact_proven_at', 'is not', null)
      .where('state', '!=', 'withdrawn')
      .orderBy('changed_at', 'desc')
      .forUpdate()
      .executeTakeFirst()
    if (row) await mailComeBackCode(tx, deps, { applicationId: row.id, challenge: { token, remote } })
  })
  return { challenge: token }
}

/** The token again, for the right digits typed into the form that asked for them. Refusals `wrong-code`, `too-many-tries`. */
export async function comeBack(
  deps: MembersDeps,
  limit: Limit,
  { address, code, challenge, remote }: Asked & { readonly code: string; readonly challenge: string },
): Promise<{ readonly token: string }> {
  if ((await limit.count(remote)) > 0) throw tooManyTries()
  const { folded } = readAddress(address)
  const id = await deps.storage.asTenant({ kind: 'programme' }, (tx) => tryComeBackCode(tx, deps, { folded, challenge, typed: code }))
  if (id === undefined) throw contactCodeWrong()
  return { token: applicationToken(deps.vault, id) }
}

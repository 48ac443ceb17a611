/** Signing in without a passkey: six digits to a proven address. An address nobody proved is answered the same. */
import { record } from '#audit'
import type { Tx } from '#storage'
import { readAddress } from './address.ts'
import type { MembersDeps } from './deps.ts'
import { orWrongCode, sendCode, tryCode } from './mail-codes.ts'
import { tooManyTries } from './refusals.ts'
import { beginSession, type NewSession } from './sessions.ts'
import type { Limit } from './slow-down.ts'

type Asked = { readonly address: string; readonly remote: string }

const provenBy = (tx: Tx, folded: string) =>
  tx
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.id', 'account.person_id'])
    .where('account.address_folded', '=', folded)
    .where('account.proven_at', 'is not', null)
    .where('account.removed_at', 'is', null)
    .where('person.erased_at', 'is', null)
    .orderBy('account.proven_at')
    .execute()

/** Mails six digits when the address is a proven one of somebody. Refusal `too-many-tries` by remote address. */
export async function sendSignInCode(deps: MembersDeps, limit: Limit, { address, remote }: Asked): Promise<void> {
  if ((await limit.count(remote)) > 0) throw tooManyTries()
  const { folded } = readAddress(address)
  await deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const [account] = await provenBy(tx, folded)
    if (account) await sendCode(tx, deps, { personId: account.person_id, accountId: account.id, purpose: 'sign-in' })
  })
}

/** Begins a session for the right digits. Refusals `wrong-code`, `too-many-tries`. */
export async function signInByCode(
  deps: MembersDeps,
  limit: Limit,
  { address, code, remote }: Asked & { readonly code: string },
): Promise<NewSession> {
  if ((await limit.count(remote)) > 0) throw tooManyTries()
  const { folded } = readAddress(address)
  const session = await deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const accounts = await provenBy(tx, folded)
    const accountId = await tryCode(tx, deps, { accountIds: accounts.map(({ id }) => id), purpose: 'sign-in', typed: code })
    const account = accounts.find(({ id }) => id === accountId)
    if (account === undefined) return undefined
    const actor = { kind: 'person', personId: account.person_id } as const
    await record(tx, deps.clock, {
      actor,
      action: 'sign-in.mail-code',
      subject: `person/${account.person_id}`,
      owner: { kind: 'person', id: account.person_id },
    })
    return beginSession(tx, deps, { personId: account.person_id, method: 'mail-code' })
  })
  return orWrongCode(session)
}

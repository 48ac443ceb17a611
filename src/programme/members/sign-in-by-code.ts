/**
 * Signing in without a passkey: six digits to a proven address. An address
 * nobody proved is answered the same. Whoever has a passkey or an app is not
 * let in by the mailbox alone, which may be in somebody else's hands.
 */
import { record } from '#audit'
import type { Tx } from '#storage'
import { readAddress } from './address.ts'
import type { MembersDeps } from './deps.ts'
import { orWrongCode, sendCode, tryCode } from './mail-codes.ts'
import { tooManyTries } from './refusals.ts'
import { beginSecondStep, type SecondStep } from './second-step.ts'
import { beginSession, type NewSession } from './sessions.ts'
import type { Limit } from './slow-down.ts'
import { newToken } from './token.ts'
import { hasMoreThanMail, waysOf } from './ways.ts'

type Asked = { readonly address: string; readonly remote: string }
/** `known` is what the browser is known by, if it is. */
type Asking = Asked & { readonly known?: string | undefined }

export type SignedIn =
  | { readonly kind: 'signed-in'; readonly session: NewSession }
  /** The mailed digits were right; the person has more than a mailbox. */
  | { readonly kind: 'second-step'; readonly step: SecondStep }

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

/**
 * Mails six digits when the address is a proven one of somebody, and answers
 * with what the form for the digits must bring back. Refusal `too-many-tries`
 * by remote address.
 */
export async function sendSignInCode(
  deps: MembersDeps,
  limit: Limit,
  { address, remote, known }: Asking,
): Promise<{ readonly challenge: string }> {
  if ((await limit.count(remote)) > 0) throw tooManyTries()
  const { folded } = readAddress(address)
  const token = newToken(deps.chance)
  await deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    await mailSignInCode(tx, deps, { folded, challenge: { token, remote, known } })
  })
  return { challenge: token }
}

type Mailed = {
  readonly folded: string
  readonly challenge: { readonly token: string; readonly remote: string; readonly known?: string | undefined }
}

/** False when the address is nobody's. Whether digits were sent is not told. */
export async function mailSignInCode(tx: Tx, deps: MembersDeps, { folded, challenge }: Mailed): Promise<boolean> {
  const [account] = await provenBy(tx, folded)
  if (account === undefined) return false
  await sendCode(tx, deps, { personId: account.person_id, accountId: account.id, purpose: 'sign-in', challenge })
  return true
}

type Typed = Asked & { readonly code: string; readonly challenge: string; readonly userAgent?: string }

/** Begins a session for the right digits, or the second step of it. Refusals `wrong-code`, `too-many-tries`. */
export async function signInByCode(
  deps: MembersDeps,
  limit: Limit,
  { address, code, challenge, remote, userAgent }: Typed,
): Promise<SignedIn> {
  if ((await limit.count(remote)) > 0) throw tooManyTries()
  const { folded } = readAddress(address)
  const signedIn = await deps.storage.asTenant({ kind: 'programme' }, async (tx): Promise<SignedIn | undefined> => {
    const accounts = await provenBy(tx, folded)
    const accountIds = accounts.map(({ id }) => id)
    const accountId = await tryCode(tx, deps, { accountIds, purpose: 'sign-in', typed: code, challenge })
    const personId = accounts.find(({ id }) => id === accountId)?.person_id
    return personId === undefined ? undefined : letIn(tx, deps, { personId, userAgent })
  })
  return orWrongCode(signedIn)
}

type Shown = { readonly personId: string; readonly userAgent: string | undefined }

/** After the digits, in the programme's transaction: a session, or the second step of whoever has more than a mailbox. */
async function letIn(tx: Tx, deps: MembersDeps, { personId, userAgent }: Shown): Promise<SignedIn> {
  const ways = await waysOf(tx, personId)
  if (hasMoreThanMail(ways)) return { kind: 'second-step', step: await beginSecondStep(tx, deps, { personId, ways }) }
  await record(tx, deps.clock, {
    actor: { kind: 'person', personId },
    action: 'sign-in.mail-code',
    subject: `person/${personId}`,
    owner: { kind: 'person', id: personId },
  })
  return { kind: 'signed-in', session: await beginSession(tx, deps, { personId, method: 'mail-code', userAgent }) }
}

/** The same for digits of another kind that were sent to the address; undefined when it is nobody's. */
export async function letInWhoProved(
  tx: Tx,
  deps: MembersDeps,
  { folded, userAgent }: { readonly folded: string; readonly userAgent: string | undefined },
): Promise<SignedIn | undefined> {
  const [account] = await provenBy(tx, folded)
  return account && letIn(tx, deps, { personId: account.person_id, userAgent })
}

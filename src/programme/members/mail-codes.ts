/**
 * Six digits by mail: they prove an address, or open the door without a
 * passkey. The digits are made from the row's id by the vault, so neither the
 * row nor the job that mails them holds them.
 */
import { timingSafeEqual } from 'node:crypto'
import { type Clock, hoursMs, minutesMs } from '#kernel'
import type { Vault } from '#secrets'
import { type Tx, uuid } from '#storage'
import { markOfKnown } from './known-browser.ts'
import type { MailedCodeLetter } from './letter-kinds.ts'
import { askForLetter } from './letters.ts'
import { wrongCode } from './refusals.ts'
import { sixDigits, typedDigits } from './six-digits.ts'
import { houseOf } from './slow-down.ts'
import { hashOfToken } from './token.ts'

const livesMs = minutesMs(10)
const mostTries = 5
/** To one address: of those who ask from one place, or from a browser in which its person signed in; and of all together, but for such browsers. A stranger who asks often uses up no share but their own. */
const mostAnHour = 5
const mostOfAllAnHour = 15
/** Of one person: an address that is added, removed and added again is a new account each time, and a stranger's mailbox all along. */
const mostOfPersonAnHour = { 'prove-address': 10, 'sign-in': 30, confirm: 10 } as const

type CodePurpose = 'prove-address' | 'sign-in' | 'confirm'

const letterOf: Readonly<Record<CodePurpose, MailedCodeLetter>> = {
  'prove-address': 'prove-address',
  'sign-in': 'sign-in-code',
  confirm: 'confirm-code',
}

/** What a form holds so that only its own tries count against its code. */
type Challenge = {
  readonly token: string
  readonly remote: string
  /** What the browser is known by, if it is. */
  readonly known?: string | undefined
}

/** The digits of a code, for the letter that carries them. */
export const digitsOf = (vault: Vault, mailCodeId: string): string => sixDigits(vault.mac('mail-code', mailCodeId))

const hashOf = (vault: Vault, digits: string): Buffer => vault.mac('mail-code-hash', digits)

/** To an address that is not proven yet, whoever named it: with a person for every letter somebody could else be written to all day. */
const mostToAddressAnHour = 15

async function sentToAddress(tx: Tx, accountId: string, since: Date): Promise<number> {
  const { sent } = await tx
    .selectFrom('mail_code')
    .innerJoin('account', 'account.id', 'mail_code.account_id')
    .select((columns) => columns.fn.countAll<string>().as('sent'))
    .where('account.address_folded', '=', (from) =>
      from.selectFrom('account as named').select('named.address_folded').where('named.id', '=', accountId),
    )
    .where('mail_code.purpose', '=', 'prove-address')
    .where('mail_code.created_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(sent)
}

/** Makes a code and asks for its letter; false when the account or its person had their share. */
export async function sendCode(
  tx: Tx,
  { vault, clock }: { readonly vault: Vault; readonly clock: Clock },
  {
    personId,
    accountId,
    purpose,
    challenge,
  }: { readonly personId: string; readonly accountId: string; readonly purpose: CodePurpose; readonly challenge?: Challenge },
): Promise<boolean> {
  const now = clock.now()
  const since = new Date(now.getTime() - hoursMs(1))
  const known = challenge && markOfKnown(vault, personId, challenge.known)
  const place = known === undefined ? challenge && houseOf(challenge.remote) : `browser/${known}`
  const askedFrom = place === undefined ? null : vault.mac('mail-code-asked-from', place)
  const recent = await tx
    .selectFrom('mail_code')
    .select(['account_id', 'asked_from'])
    .where('person_id', '=', personId)
    .where('purpose', '=', purpose)
    .where('created_at', '>', since)
    .execute()
  const ofAccount = recent.filter(({ account_id }) => account_id === accountId)
  const fromHere = ofAccount.filter(({ asked_from }) => askedFrom === null || asked_from?.equals(askedFrom))
  if (fromHere.length >= mostAnHour) return false
  const isCrowded = ofAccount.length >= mostOfAllAnHour || recent.length >= mostOfPersonAnHour[purpose]
  if (known === undefined && isCrowded) return false
  if (purpose === 'prove-address' && (await sentToAddress(tx, accountId, since)) >= mostToAddressAnHour) return false
  const id = uuid()
  await tx
    .insertInto('mail_code')
    .values({
      id,
      person_id: personId,
      account_id: accountId,
      purpose,
      code_hash: hashOf(vault, digitsOf(vault, id)),
      created_at: now,
      expires_at: new Date(now.getTime() + livesMs),
      used_at: null,
      challenge_hash: challenge === undefined ? null : hashOfToken(challenge.token),
      asked_from: askedFrom,
    })
    .execute()
  await askForLetter(tx, { letter: letterOf[purpose], mailCodeId: id })
  return true
}

/**
 * Tries digits against the live codes of some accounts, of those only the one
 * that was asked for with this challenge; each try counts, and the right one is
 * used up (ASVS 5 V6.6.2). The caller must let the transaction commit also
 * when the answer is `wrong`, or tries would be free.
 */
export async function tryCode(
  tx: Tx,
  { vault, clock }: { readonly vault: Vault; readonly clock: Clock },
  {
    accountIds,
    purpose,
    typed,
    challenge,
  }: { readonly accountIds: readonly string[]; readonly purpose: CodePurpose; readonly typed: string; readonly challenge?: string },
): Promise<string | undefined> {
  const now = clock.now()
  const hash = hashOf(vault, typedDigits(typed))
  const live = await tx
    .updateTable('mail_code')
    .set((columns) => ({ tries: columns('tries', '+', 1) }))
    .where('account_id', 'in', accountIds.length > 0 ? [...accountIds] : ['00000000-0000-0000-0000-000000000000'])
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('tries', '<', mostTries)
    .where('challenge_hash', challenge === undefined ? 'is' : '=', challenge === undefined ? null : hashOfToken(challenge))
    .returning(['id', 'account_id', 'code_hash'])
    .execute()
  const right = live.filter((code) => timingSafeEqual(code.code_hash, hash))[0]
  if (right === undefined) return undefined
  await tx.updateTable('mail_code').set({ used_at: now }).where('id', '=', right.id).execute()
  return right.account_id ?? undefined
}

/** For the letter: who is written to. Undefined when the code is used, too old, or its account is gone. */
export async function codeToMail(
  tx: Tx,
  clock: Clock,
  mailCodeId: string,
): Promise<{ readonly address: string; readonly name: string; readonly language: string } | undefined> {
  return tx
    .selectFrom('mail_code')
    .innerJoin('account', 'account.id', 'mail_code.account_id')
    .innerJoin('person', 'person.id', 'mail_code.person_id')
    .select(['account.address', 'person.name', 'person.language'])
    .where('mail_code.id', '=', mailCodeId)
    .where('mail_code.used_at', 'is', null)
    .where('mail_code.expires_at', '>', clock.now())
    .where('account.removed_at', 'is', null)
    .executeTakeFirst()
}

/** The refusal as the one answer to a code that is wrong, used, late or never was. */
export function orWrongCode<Value>(value: Value | undefined): Value {
  if (value === undefined) throw wrongCode()
  return value
}

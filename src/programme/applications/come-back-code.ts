/**
 * Six digits that open an application again. Anybody may ask for them who
 * knows the contact's address, so each code belongs to the form that asked:
 * nobody uses up somebody else's tries, or their share of an hour (ASVS 5
 * V6.6.2). The digits are made from the row's id by the vault.
 */
import { timingSafeEqual } from 'node:crypto'
import { hoursMs, minutesMs } from '#kernel'
import { askForLetter, hashOfToken, houseOf, typedDigits } from '#members'
import { type Tx, uuid } from '#storage'
import { byId } from './application-row.ts'
import type { LetterTo } from './contact-letter.ts'
import type { ApplicationsDeps } from './deps.ts'
import { comeBackDigits, hashOfDigits } from './tokens.ts'

const livesMs = minutesMs(10)
const mostTries = 5
/** Of one application: to those who ask from one place, and to all together. */
const mostAnHour = 5
const mostOfAllAnHour = 15

type Deps = Pick<ApplicationsDeps, 'vault' | 'clock'>
type Challenge = { readonly token: string; readonly remote: string }

/** Makes a code for the form that holds the challenge and asks for its letter; none when there were too many this hour. The caller has locked the application. */
export async function mailComeBackCode(
  tx: Tx,
  { vault, clock }: Deps,
  { applicationId, challenge }: { readonly applicationId: string; readonly challenge: Challenge },
): Promise<void> {
  const now = clock.now()
  const askedFrom = vault.mac('come-back-asked-from', houseOf(challenge.remote))
  const recent = await tx
    .selectFrom('come_back_code')
    .select('asked_from')
    .where('application_id', '=', applicationId)
    .where('created_at', '>', new Date(now.getTime() - hoursMs(1)))
    .execute()
  if (recent.length >= mostOfAllAnHour || recent.filter(({ asked_from }) => asked_from.equals(askedFrom)).length >= mostAnHour) return
  const id = uuid()
  await tx
    .insertInto('come_back_code')
    .values({
      id,
      application_id: applicationId,
      code_hash: hashOfDigits(vault, applicationId, comeBackDigits(vault, id)),
      challenge_hash: hashOfToken(challenge.token),
      asked_from: askedFrom,
      created_at: now,
      expires_at: new Date(now.getTime() + livesMs),
      used_at: null,
    })
    .execute()
  await askForLetter(tx, { letter: 'come-back-code', comeBackCodeId: id })
}

/**
 * The application that these digits open, whose contact is `folded`; the right
 * ones are used up. Each try counts, so the caller must let the transaction
 * commit also when the answer is none.
 */
export async function tryComeBackCode(
  tx: Tx,
  { vault, clock }: Deps,
  { folded, challenge, typed }: { readonly folded: string; readonly challenge: string; readonly typed: string },
): Promise<string | undefined> {
  const now = clock.now()
  const code = await tx
    .updateTable('come_back_code')
    .from('application')
    .set((columns) => ({ tries: columns('come_back_code.tries', '+', 1) }))
    .whereRef('application.id', '=', 'come_back_code.application_id')
    .where('application.contact_folded', '=', folded)
    .where('application.contact_proven_at', 'is not', null)
    .where('come_back_code.challenge_hash', '=', hashOfToken(challenge))
    .where('come_back_code.used_at', 'is', null)
    .where('come_back_code.expires_at', '>', now)
    .where('come_back_code.tries', '<', mostTries)
    .returning(['come_back_code.id', 'come_back_code.application_id', 'come_back_code.code_hash'])
    .executeTakeFirst()
  if (code === undefined) return undefined
  if (!timingSafeEqual(code.code_hash, hashOfDigits(vault, code.application_id, typedDigits(typed)))) return undefined
  await tx.updateTable('come_back_code').set({ used_at: now }).where('id', '=', code.id).execute()
  return code.application_id
}

/** For the letter: whom it goes to and its digits. Undefined when they are used or too old. */
export async function comeBackCodeToMail(
  tx: Tx,
  { vault, clock }: Deps,
  codeId: string,
): Promise<(LetterTo & { readonly digits: string }) | undefined> {
  const code = await tx
    .selectFrom('come_back_code')
    .select('application_id')
    .where('id', '=', codeId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', clock.now())
    .executeTakeFirst()
  const found = code && (await byId(tx, code.application_id))
  if (found === undefined || !found.isContactProven) return undefined
  return { address: found.answers.contact.address, language: found.language, digits: comeBackDigits(vault, codeId) }
}

/** For the letters about an application: whom it goes to and what it carries. */
import type { Clock, Language } from '#kernel'
import type { Vault } from '#secrets'
import type { Tx } from '#storage'
import { byId, isClosed } from './application-row.ts'
import { contactDigits } from './tokens.ts'

export type LetterTo = { readonly address: string; readonly language: Language }

/** The code that is good now; undefined when it is used or too old. `n` tells codes of one application apart. */
export async function applicationCodeToMail(
  tx: Tx,
  { vault, clock }: { readonly vault: Vault; readonly clock: Clock },
  id: string,
): Promise<(LetterTo & { readonly digits: string; readonly n: number }) | undefined> {
  const found = await byId(tx, id)
  const row = await tx
    .selectFrom('application')
    .select('codes_sent')
    .where('id', '=', id)
    .where('code_hash', 'is not', null)
    .where('code_expires_at', '>', clock.now())
    .executeTakeFirst()
  if (found === undefined || row === undefined) return undefined
  const { language, answers } = found
  return { address: answers.contact.address, language, digits: contactDigits(vault, id, row.codes_sent), n: row.codes_sent }
}

/** A decided application; undefined while it is open, when it was taken back, or once nobody is known to write to. */
export async function applicationDecisionToMail(
  tx: Tx,
  id: string,
): Promise<(LetterTo & { readonly organisation: string; readonly isAccepted: boolean }) | undefined> {
  const found = await byId(tx, id)
  if (found === undefined || !isClosed(found.state) || found.answers.contact.address === '') return undefined
  return {
    address: found.answers.contact.address,
    language: found.language,
    organisation: found.answers.name,
    isAccepted: found.state === 'accepted',
  }
}

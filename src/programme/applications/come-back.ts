/** Coming back to an application on another device: the contact's address, and six digits sent there. Unknown addresses get the same answer. */
import { timingSafeEqual } from 'node:crypto'
import { minutesMs } from '#kernel'
import { askForLetter, type Limit, readAddress, tooManyTries } from '#members'
import { openStates } from './application-row.ts'
import type { ApplicationsDeps } from './deps.ts'
import { contactCodeWrong } from './refusals.ts'
import { applicationToken, contactDigits, hashOfDigits } from './tokens.ts'

const codeLivesMs = minutesMs(10)
const mostTries = 5
const mostCodes = 30

type Asked = { readonly address: string; readonly remote: string }

/** Sends digits to the contact of the newest application that is not a draft without a contact; nothing when there is none. */
export async function sendComeBackCode(
  { storage, vault, clock }: ApplicationsDeps,
  limit: Limit,
  { address, remote }: Asked,
): Promise<void> {
  if ((await limit.count(remote)) > 0) throw tooManyTries()
  const { folded } = readAddress(address)
  await storage.asTenant({ kind: 'programme' }, async (tx) => {
    const row = await tx
      .selectFrom('application')
      .select(['id', 'codes_sent'])
      .where('contact_folded', '=', folded)
      .where('state', '!=', 'withdrawn')
      .where('codes_sent', '<', mostCodes)
      .orderBy('changed_at', 'desc')
      .forUpdate()
      .executeTakeFirst()
    if (row === undefined) return
    const sent = row.codes_sent + 1
    await tx
      .updateTable('application')
      .set({
        codes_sent: sent,
        code_tries: 0,
        code_hash: hashOfDigits(vault, row.id, contactDigits(vault, row.id, sent)),
        code_expires_at: new Date(clock.now().getTime() + codeLivesMs),
      })
      .where('id', '=', row.id)
      .execute()
    await askForLetter(tx, { letter: 'application-code', applicationId: row.id })
  })
}

/** The token again, for the right digits. Refusals `wrong-code`, `too-many-tries`. Whoever reads the mail has proven the address. */
export async function comeBack(
  { storage, vault, clock }: ApplicationsDeps,
  limit: Limit,
  { address, code, remote }: Asked & { readonly code: string },
): Promise<{ readonly token: string }> {
  if ((await limit.count(remote)) > 0) throw tooManyTries()
  const { folded } = readAddress(address)
  const digits = code.normalize('NFKC').replace(/\D/g, '')
  const id = await storage.asTenant({ kind: 'programme' }, async (tx) => {
    const rows = await tx
      .updateTable('application')
      .set((columns) => ({ code_tries: columns('code_tries', '+', 1) }))
      .where('contact_folded', '=', folded)
      .where('code_hash', 'is not', null)
      .where('code_expires_at', '>', clock.now())
      .where('code_tries', '<', mostTries)
      .returning(['id', 'code_hash', 'state', 'contact_proven_at'])
      .execute()
    const right = rows.find((row) => row.code_hash !== null && timingSafeEqual(row.code_hash, hashOfDigits(vault, row.id, digits)))
    if (right === undefined) return undefined
    await tx
      .updateTable('application')
      .set({
        code_hash: null,
        ...(openStates.includes(right.state) && right.contact_proven_at === null && { contact_proven_at: clock.now() }),
      })
      .where('id', '=', right.id)
      .execute()
    return right.id
  })
  if (id === undefined) throw contactCodeWrong()
  return { token: applicationToken(vault, id) }
}

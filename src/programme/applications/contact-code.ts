/** Six digits to the contact of an application: they prove the address. */
import { timingSafeEqual } from 'node:crypto'
import { daysMs, minutesMs } from '#kernel'
import { askForLetter, typedDigits } from '#members'
import type { Tx } from '#storage'
import type { ApplicationsDeps } from './deps.ts'
import { contactDigits, hashOfDigits } from './tokens.ts'

const livesMs = minutesMs(10)
const mostTries = 5

type Deps = Pick<ApplicationsDeps, 'vault' | 'clock'>

/** Makes the next code and asks for its letter; the one before is good no more. False when `most` were sent, the last of them within a day. */
export async function sendContactCode(tx: Tx, { vault, clock }: Deps, id: string, most: number): Promise<boolean> {
  const row = await tx
    .updateTable('application')
    .set((columns) => ({
      codes_sent: columns('codes_sent', '+', 1),
      code_tries: 0,
      code_expires_at: new Date(clock.now().getTime() + livesMs),
    }))
    .where('id', '=', id)
    .where((where) =>
      where.or([where('codes_sent', '<', most), where('code_expires_at', '<', new Date(clock.now().getTime() - daysMs(1)))]),
    )
    .returning('codes_sent')
    .executeTakeFirst()
  if (row === undefined) return false
  await tx
    .updateTable('application')
    .set({ code_hash: hashOfDigits(vault, id, contactDigits(vault, id, row.codes_sent)) })
    .where('id', '=', id)
    .execute()
  await askForLetter(tx, { letter: 'application-code', applicationId: id })
  return true
}

/**
 * Tries digits against the live code of an application; each try counts, and the right one is used up. Only whoever holds the
 * application's own token may come here, or strangers could use it up. The caller must let the transaction commit also when
 * the answer is no, or tries would be free.
 */
export async function tryContactCode(tx: Tx, { vault, clock }: Deps, id: string, typed: string): Promise<boolean> {
  const row = await tx
    .updateTable('application')
    .set((columns) => ({ code_tries: columns('code_tries', '+', 1) }))
    .where('id', '=', id)
    .where('code_hash', 'is not', null)
    .where('code_tries', '<', mostTries)
    .where('code_expires_at', '>', clock.now())
    .returning('code_hash')
    .executeTakeFirst()
  if (!row?.code_hash) return false
  if (!timingSafeEqual(row.code_hash, hashOfDigits(vault, id, typedDigits(typed)))) return false
  await tx.updateTable('application').set({ code_hash: null }).where('id', '=', id).execute()
  return true
}

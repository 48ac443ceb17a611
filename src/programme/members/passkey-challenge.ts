/** What a browser must sign, kept for five minutes between two requests and used once. */
import { z } from 'zod'
import { type Clock, minutesMs } from '#kernel'
import { type Tx, uuid } from '#storage'

const livesMs = minutesMs(5)

export async function keepChallenge(tx: Tx, clock: Clock, challenge: string, personId: string | null): Promise<string> {
  const id = uuid()
  const expires_at = new Date(clock.now().getTime() + livesMs)
  await tx.deleteFrom('passkey_challenge').where('expires_at', '<', clock.now()).execute()
  await tx.insertInto('passkey_challenge').values({ id, person_id: personId, challenge, expires_at }).execute()
  return id
}

/** The challenge of that id for that person (null: anybody); gone afterwards. */
export async function takeChallenge(tx: Tx, clock: Clock, id: string, personId: string | null): Promise<string | undefined> {
  if (!z.uuid().safeParse(id).success) return undefined
  const taken = await tx
    .deleteFrom('passkey_challenge')
    .where('id', '=', id)
    .where('expires_at', '>', clock.now())
    .where('person_id', personId === null ? 'is' : '=', personId)
    .returning('challenge')
    .executeTakeFirst()
  return taken?.challenge
}

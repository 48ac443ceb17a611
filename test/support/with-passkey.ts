/** Passkeys of people who sit at no browser: what their sessions need to open the desk. */
import { randomBytes } from 'node:crypto'
import type { MembersDeps } from '#members'

type House = Pick<MembersDeps, 'storage' | 'clock'>
const programme = { kind: 'programme' } as const

/** Gives somebody a passkey, and opens the sessions that they have with it; its id. */
export async function withPasskey({ storage, clock }: House, personId: string): Promise<string> {
  const credential_id = randomBytes(16).toString('base64url')
  const row = { credential_id, person_id: personId, public_key: Buffer.alloc(1), name: 'Phone', created_at: clock.now() }
  await storage.asTenant(programme, async (tx) => {
    await tx.insertInto('passkey').values(row).execute()
    await tx.updateTable('session').set({ passkey_id: credential_id }).where('person_id', '=', personId).execute()
  })
  return credential_id
}

/** The same for everybody who works at the desk. */
export async function staffWithPasskeys(house: House): Promise<void> {
  const staff = await house.storage.asTenant(programme, (tx) => tx.selectFrom('staff').select('person_id').execute())
  for (const { person_id } of staff) await withPasskey(house, person_id)
}

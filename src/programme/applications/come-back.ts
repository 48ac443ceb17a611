/** Coming back to an application on another device: the contact's address, and six digits sent there. Unknown addresses get the same answer. */
import { type Limit, readAddress, tooManyTries } from '#members'
import { openStates } from './application-row.ts'
import { sendContactCode, tryContactCode } from './contact-code.ts'
import type { ApplicationsDeps } from './deps.ts'
import { contactCodeWrong } from './refusals.ts'
import { applicationToken } from './tokens.ts'

const mostCodes = 30

type Asked = { readonly address: string; readonly remote: string }

/** Sends digits to the contact of the newest application of that address; nothing when there is none. */
export async function sendComeBackCode(deps: ApplicationsDeps, limit: Limit, { address, remote }: Asked): Promise<void> {
  if ((await limit.count(remote)) > 0) throw tooManyTries()
  const { folded } = readAddress(address)
  await deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const row = await tx
      .selectFrom('application')
      .select('id')
      .where('contact_folded', '=', folded)
      .where('state', '!=', 'withdrawn')
      .orderBy('changed_at', 'desc')
      .forUpdate()
      .executeTakeFirst()
    if (row) await sendContactCode(tx, deps, row.id, mostCodes)
  })
}

/** The token again, for the right digits. Refusals `wrong-code`, `too-many-tries`. Whoever reads the mail has proven the address. */
export async function comeBack(
  deps: ApplicationsDeps,
  limit: Limit,
  { address, code, remote }: Asked & { readonly code: string },
): Promise<{ readonly token: string }> {
  if ((await limit.count(remote)) > 0) throw tooManyTries()
  const { folded } = readAddress(address)
  const id = await deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const theirs = await tx.selectFrom('application').select('id').where('contact_folded', '=', folded).execute()
    const right = await tryContactCode(
      tx,
      deps,
      theirs.map((one) => one.id),
      code,
    )
    if (right === undefined) return undefined
    await tx
      .updateTable('application')
      .set({ contact_proven_at: deps.clock.now() })
      .where('id', '=', right)
      .where('state', 'in', openStates)
      .where('contact_proven_at', 'is', null)
      .execute()
    return right
  })
  if (id === undefined) throw contactCodeWrong()
  return { token: applicationToken(deps.vault, id) }
}

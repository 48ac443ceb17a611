/** The digits that came to a telephone are typed, or asked for once more. */
import type { Who } from '#kernel'
import type { Tx } from '#storage'
import { channelOf, countDigits } from './add-way.ts'
import { type ContactDeps, isOwnChannel, meOf } from './deps.ts'
import { noteAndTell } from './note.ts'
import { askForProof, tryProof } from './proof.ts'
import { wrongDigits } from './refusals.ts'

type Mine = { readonly personId: string; readonly id: string }

/** A way of this person that six digits prove. */
async function phoneOf(tx: Tx, { personId, id }: Mine) {
  const found = await tx
    .selectFrom('contact_method')
    .select(['channel', 'address_hash'])
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('organisation_id', 'is', null)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (found === undefined || !isOwnChannel(found.channel) || found.channel === 'push') return undefined
  return { channel: found.channel, addressHash: found.address_hash }
}

/** False when it is no telephone of this person. Refusals `too-many-digits`, `way-not-set-up`. */
export async function sendDigits(deps: ContactDeps, who: Who, id: string): Promise<boolean> {
  const personId = meOf(who)
  const phone = await deps.storage.asTenant({ kind: 'programme' }, (tx) => phoneOf(tx, { personId, id }))
  if (phone === undefined) return false
  await channelOf(deps, phone.channel)
  await countDigits(deps, { personId, addressHash: phone.addressHash })
  await deps.storage.asTenant({ kind: 'programme' }, (tx) => askForProof(tx, deps, id))
  return true
}

/** From now on notices come there. False when it is no telephone of this person; refusal `wrong-digits`. */
export async function proveWay(
  deps: ContactDeps,
  who: Who,
  { id, typed }: { readonly id: string; readonly typed: string },
): Promise<boolean> {
  const personId = meOf(who)
  const answer = await deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const phone = await phoneOf(tx, { personId, id })
    if (phone === undefined) return 'not-here'
    if (!(await tryProof(tx, deps, { personId, id, typed }))) return 'wrong'
    await noteAndTell(tx, deps.clock, { who, personId, id, channel: phone.channel, what: 'add' })
    return 'proven'
  })
  if (answer === 'wrong') throw wrongDigits()
  return answer === 'proven'
}

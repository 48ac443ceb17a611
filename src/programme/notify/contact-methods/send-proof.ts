/** The job that sends six digits to a telephone. Digits that are too old, or of a way that was removed meanwhile, are not sent. */
import { z } from 'zod'
import { setback } from '#kernel'
import { readLanguage } from '#members'
import type { Channel, Message } from '../channels/channel.ts'
import { openAddress } from '../contact-address.ts'
import type { NotifyDeps } from '../deps.ts'
import { proofForms } from '../letters/proof-forms.ts'
import { domainOf } from '../signing/compose-letter.ts'
import { methodIsGone } from '../undelivered.ts'
import { digitsSentAt, isTooOld } from './proof.ts'

const asked = z.object({
  contactMethodId: z.uuid(),
  /** The same at every try, so that a far end that knows it takes no second copy. */
  proofId: z.uuid(),
})

type Deps = Pick<NotifyDeps, 'storage' | 'vault' | 'clock' | 'sender'> & { readonly channels: readonly Channel[] }

/** Throws the setback `proof-not-sent` while the far end takes nothing. */
export const sendProof =
  (deps: Deps) =>
  async (payload: unknown): Promise<void> => {
    const { contactMethodId, proofId } = asked.parse(payload)
    const { storage, vault, clock, sender } = deps
    const found = await storage.asTenant({ kind: 'programme' }, (tx) =>
      tx
        .selectFrom('contact_method')
        .innerJoin('person', 'person.id', 'contact_method.person_id')
        .select(['person.id as person_id', 'person.language', 'contact_method.channel', 'sealed', 'proof_hash', 'proof_sent_at'])
        .where('contact_method.id', '=', contactMethodId)
        .where('contact_method.removed_at', 'is', null)
        .executeTakeFirst(),
    )
    if (!found?.proof_hash || found.proof_sent_at === null || isTooOld(found.proof_sent_at, clock.now())) return
    const channel = deps.channels.find(({ name }) => name === found.channel)
    if (channel === undefined) throw setback('proof-not-sent', `sending digits: there is no channel ${found.channel} here`)
    const says = await sender()
    const [language, digits] = [readLanguage(found.language), digitsSentAt(vault, contactMethodId, found.proof_sent_at)]
    const message: Message = {
      ...proofForms({ language, digits, programme: says.name }),
      ...{ key: proofId, messageId: `<${proofId}@${domainOf(says.fromAddress)}>`, language, code: digits },
      // Nothing happened to anybody: it goes at the pace of the calmest notice.
      ...{ level: 'targeted', decidedAt: found.proof_sent_at },
    }
    const address = openAddress(await vault.sealer({ kind: 'person', id: found.person_id }), contactMethodId, found.sealed)
    const sent = await channel.send(address, message)
    if (sent.kind === 'later') throw setback('proof-not-sent', `sending digits by ${found.channel}: ${sent.answer}`)
    // The page says that nothing can be sent there.
    if (sent.kind !== 'taken') await storage.asTenant({ kind: 'programme' }, (tx) => methodIsGone(tx, clock, contactMethodId))
  }

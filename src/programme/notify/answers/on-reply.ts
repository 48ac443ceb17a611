/**
 * Somebody writes back by text message: the code of a notice, or `1` for the
 * last one, as the key does on a call. Only from a number that its person
 * proved; whose number it is not cannot answer for them.
 */
import { type Clock, daysMs } from '#kernel'
import type { Vault } from '#secrets'
import type { Storage } from '#storage'
import type { Reply } from '../channels/replies.ts'
import { hashOfAddress } from '../contact-address.ts'
import { codesIn, hashOfCode } from '../notice-code.ts'
import { acknowledgeNotice } from './acknowledge.ts'

type Deps = { readonly storage: Storage; readonly vault: Pick<Vault, 'mac'>; readonly clock: Clock }

/** `1` means nothing older than this. */
const lastMs = daysMs(3)

/** False when it answers no notice. Said twice, it changes nothing. */
export async function onReply({ storage, vault, clock }: Deps, { from, text }: Reply): Promise<boolean> {
  const codes = codesIn(text).map((code) => hashOfCode(vault, code))
  const isLast = text.trim() === '1'
  if (!isLast && codes.length === 0) return false
  const answered = await storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .selectFrom('contact_method')
      .innerJoin('delivery', 'delivery.contact_method_id', 'contact_method.id')
      .innerJoin('notice', 'notice.id', 'delivery.notice_id')
      .select(['notice.id', 'notice.person_id'])
      .where('contact_method.channel', '=', 'sms')
      .where('contact_method.address_hash', '=', hashOfAddress(vault, 'sms', from))
      .where('contact_method.proven_at', 'is not', null)
      .where('contact_method.removed_at', 'is', null)
      .where('delivery.state', 'in', ['sent', 'delivered'])
      .$if(isLast, (last) => last.where('delivery.sent_at', '>', new Date(clock.now().getTime() - lastMs)))
      .$if(!isLast, (named) => named.where('notice.code_hash', 'in', codes))
      .orderBy('delivery.sent_at', 'desc')
      .executeTakeFirst(),
  )
  if (answered === undefined) return false
  return acknowledgeNotice({ storage, clock }, { kind: 'person', personId: answered.person_id }, answered.id, 'sms')
}

/** Makes a claimed delivery into the message and the address that its channel takes. */
import type { KeyOwner, Sealer } from '#secrets'
import type { ActionId } from '../actions/catalogue.ts'
import { bounceToken } from '../bounce-token.ts'
import type { Message } from '../channels/channel.ts'
import { openAddress } from '../contact-address.ts'
import type { NotifyDeps } from '../deps.ts'
import { noticeForms } from '../letters/notice-forms.ts'
import { codeOf } from '../notice-code.ts'
import { openContent } from '../notice-content.ts'
import type { Claimed } from './claim.ts'

export type Messages = {
  /** Fetches the keys of many at once, so that writing each asks nobody. */
  readonly prepare: (claimed: readonly Claimed[]) => Promise<void>
  readonly write: (claimed: Claimed) => Promise<Message>
  readonly addressOf: (claimed: Claimed) => Promise<string>
}

export function openMessages({ vault, explain, sender }: NotifyDeps): Messages {
  return {
    prepare: (claimed) => vault.fetch(claimed.flatMap(ownersOf)),
    write: async (claimed) => {
      const { deliveryId, noticeId, personId, language, level } = claimed
      const sealer: Sealer = await vault.sealer({ kind: 'person', id: personId })
      const says = await sender()
      const code = codeOf(vault, { noticeId, personId, salt: claimed.codeSalt })
      const content = openContent(sealer, noticeId, claimed.sealed)
      const bounceTo = says.intakeDomain !== '' && { bounceTo: `bounce+${bounceToken(vault, deliveryId)}@${says.intakeDomain}` }
      return {
        ...noticeForms({ explain, sender: says }, { language, level, content, code, ...askedOf(claimed) }),
        ...{ key: deliveryId, messageId: claimed.messageId, language, level, code, decidedAt: claimed.decidedAt },
        ...bounceTo,
      }
    },
    addressOf: async (claimed) => {
      const { address } = claimed
      if (typeof address === 'string') return address
      return openAddress(await vault.sealer(addressOwner(claimed)), address.contactMethodId, address.sealed)
    },
  }
}

const askedOf = ({ open, isReminder, decidedAt }: Claimed): { readonly actions?: readonly ActionId[]; readonly reminds?: Date } => ({
  ...(open.length > 0 && { actions: open }),
  ...(isReminder && { reminds: decidedAt }),
})

/** A room's address is sealed to its organisation, everything else to the person. */
function addressOwner({ address, personId }: Claimed): KeyOwner {
  return typeof address === 'string' || address.organisationId === null
    ? { kind: 'person', id: personId }
    : { kind: 'organisation', id: address.organisationId }
}

const ownersOf = (claimed: Claimed): readonly KeyOwner[] => [{ kind: 'person', id: claimed.personId }, addressOwner(claimed)]

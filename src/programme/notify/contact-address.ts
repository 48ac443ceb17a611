/** The address of a contact method, as it is kept: sealed to its owner, and as a keyed hash by which who answers is found. */
import type { Sealer, Vault } from '#secrets'
import type { ChannelName } from './channels/channel.ts'

const contextOf = (contactMethodId: string): string => `contact-method/${contactMethodId}`

export const openAddress = (sealer: Sealer, contactMethodId: string, sealed: Buffer): string =>
  sealer.open(sealed, contextOf(contactMethodId)).toString('utf8')

export const sealAddress = (sealer: Sealer, contactMethodId: string, address: string): Buffer =>
  sealer.seal(address, contextOf(contactMethodId))

/** `address` as the channel's readAddress gives it. */
export const hashOfAddress = (vault: Pick<Vault, 'mac'>, channel: ChannelName, address: string): Buffer =>
  vault.mac('contact-address', `${channel}/${address}`)

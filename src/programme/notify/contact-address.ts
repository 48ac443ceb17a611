/** The address of a contact method, as it is kept: sealed to its owner, and as a keyed hash, which finds who answered. */
import type { Sealer, Vault } from '#secrets'
import type { ChannelName } from './channels/channel.ts'

export const openAddress = (sealer: Sealer, contactMethodId: string, sealed: Buffer): string =>
  sealer.open(sealed, `contact-method/${contactMethodId}`).toString('utf8')

/** `address` as the channel's readAddress gives it. */
export const hashOfAddress = (vault: Pick<Vault, 'mac'>, channel: ChannelName, address: string): Buffer =>
  vault.mac('contact-address', `${channel}/${address}`)

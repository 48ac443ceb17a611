/** The words of a heartbeat: a label that a rule in the mailbox looks for, and a token by which this very test mail is known again. Both are made again from the vault. */
import { toCrockford } from '#kernel'
import type { Vault } from '#secrets'

/** One word of letters and digits, so that every provider's search takes it as one. */
export const labelOf = (vault: Vault, watchAddressId: string): string => `BW${toCrockford(vault.mac('beat-label', watchAddressId), 8)}`

/** Of the test mail that was sent at that moment. */
export const tokenOf = (vault: Vault, watchAddressId: string, sentAt: Date): string =>
  toCrockford(vault.mac('beat', `${watchAddressId}/${sentAt.toISOString()}`), 12)

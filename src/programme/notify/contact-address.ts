/** The address of a contact method, as it is kept: sealed to its owner. */
import type { Sealer } from '#secrets'

export const openAddress = (sealer: Sealer, contactMethodId: string, sealed: Buffer): string =>
  sealer.open(sealed, `contact-method/${contactMethodId}`).toString('utf8')

/** Names one delivery to a far end, so that what it reports is believed: `bounce+<token>@…`, `…/heard/kannel-report?of=<token>`. It cannot be guessed. */
import { timingSafeEqual } from 'node:crypto'
import type { Vault } from '#secrets'

/** A token is good for the one way that it was made for. */
type Purpose = 'bounce-token' | 'report-token'

type Macs = Pick<Vault, 'mac'>

const macBytes = 8
const macOf = (vault: Macs, purpose: Purpose, hex: string): Buffer => vault.mac(purpose, hex).subarray(0, macBytes)

export const bounceToken = (vault: Macs, deliveryId: string): string => tokenFor(vault, 'bounce-token', deliveryId)
export const reportToken = (vault: Macs, deliveryId: string): string => tokenFor(vault, 'report-token', deliveryId)

/** The delivery that a token names; undefined when we never made it. */
export const deliveryOfToken = (vault: Macs, token: string): string | undefined => named(vault, 'bounce-token', token)
export const deliveryOfReport = (vault: Macs, token: string): string | undefined => named(vault, 'report-token', token)

function tokenFor(vault: Macs, purpose: Purpose, deliveryId: string): string {
  const hex = deliveryId.replaceAll('-', '')
  return `${hex}${macOf(vault, purpose, hex).toString('hex')}`
}

function named(vault: Macs, purpose: Purpose, token: string): string | undefined {
  if (!/^[0-9a-f]{48}$/i.test(token)) return undefined
  const hex = token.slice(0, 32).toLowerCase()
  if (!timingSafeEqual(Buffer.from(token.slice(32), 'hex'), macOf(vault, purpose, hex))) return undefined
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

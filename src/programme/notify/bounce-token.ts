/** The return address of one delivery: `bounce+<token>@…`, where the token names it and cannot be guessed. */
import { timingSafeEqual } from 'node:crypto'
import type { Vault } from '#secrets'

const macBytes = 8
const macOf = (vault: Vault, hex: string): Buffer => vault.mac('bounce-token', hex).subarray(0, macBytes)

export function bounceToken(vault: Vault, deliveryId: string): string {
  const hex = deliveryId.replaceAll('-', '')
  return `${hex}${macOf(vault, hex).toString('hex')}`
}

/** The delivery that a token names; undefined when we never made it. */
export function deliveryOfToken(vault: Vault, token: string): string | undefined {
  if (!/^[0-9a-f]{48}$/i.test(token)) return undefined
  const hex = token.slice(0, 32).toLowerCase()
  if (!timingSafeEqual(Buffer.from(token.slice(32), 'hex'), macOf(vault, hex))) return undefined
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

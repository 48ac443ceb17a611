/** Keys that sign in the programme's name: Ed25519 (RFC 8032), one a purpose, made again from the vault whenever it is needed. */
import { createPrivateKey, type KeyObject } from 'node:crypto'
import type { Vault } from './vault.ts'

/** A seed of 32 bytes in the wrapping that PKCS #8 asks for (RFC 8410 §7). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The private half; `createPublicKey` of it is for everybody. */
export const signingKey = (vault: Vault, purpose: string): KeyObject =>
  createPrivateKey({ key: Buffer.concat([pkcs8, vault.mac(purpose, 'key 1').subarray(0, 32)]), format: 'der', type: 'pkcs8' })

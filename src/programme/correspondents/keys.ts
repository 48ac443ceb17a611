/** The hashes under which things are remembered. Keyed by the vault, salted with whose memory it is, and half as long as SHA-256: enough to be unique. */
import type { Vault } from '#secrets'
import type { Scope } from './whose.ts'

type Mac = Pick<Vault, 'mac'>
export type Kind = 'address' | 'domain' | 'name' | 'name-at' | 'reply' | 'conversation'

const keyBytes = 16
/** Of a side of one conversation, compared with a few dozen others only. */
export const memberBytes = 8

export const keyOf = ({ mac }: Mac, { salt }: Scope, kind: Kind, ...parts: readonly string[]): Buffer =>
  mac('correspondent', JSON.stringify([salt, kind, ...parts])).subarray(0, keyBytes)

/** The same for all organisations, to count them; of domains only. */
export const elsewhereKey = ({ mac }: Mac, domain: string): Buffer => mac('correspondent-elsewhere', domain).subarray(0, keyBytes)

export const memberKey = ({ mac }: Mac, { salt }: Scope, house: string): Buffer =>
  mac('correspondent-member', JSON.stringify([salt, house])).subarray(0, memberBytes)

/** What a hint is bound to when it is sealed. */
export const hintContext = (hash: Buffer): string => `correspondent/${hash.toString('hex')}`

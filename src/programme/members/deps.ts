/** What the room is given: the database, the vault, the time, and chance. */
import type { Clock } from '#kernel'
import type { Vault } from '#secrets'
import type { Storage } from '#storage'

/** Bytes nobody can foresee: `randomBytes` of node:crypto, or a test's own. */
export type Chance = (sizeBytes: number) => Buffer

export type MembersDeps = {
  readonly storage: Storage
  readonly vault: Vault
  readonly clock: Clock
  readonly chance: Chance
}

/** Where the pages are: a passkey is bound to it, and an invitation shows it. */
export type Site = {
  readonly name: string
  /** `https://protect.example`; `http://localhost:8080` on the first day. */
  readonly publicAddress: string
}

/** What the room is given. */

import type { Explain } from '#alerts'
import type { Clock } from '#kernel'
import type { Vault } from '#secrets'
import type { Storage } from '#storage'
import type { Relay } from './relay.ts'
import type { Smime } from './signing/smime.ts'

/** What letters say of the programme; read anew for each, so a changed setting is heard at once. */
export type Sender = {
  readonly name: string
  /** `https://protect.example`: shown in invitations, nowhere else. */
  readonly publicAddress: string
  /** The one address that all letters come from. */
  readonly fromAddress: string
  /** The human to ask; may be empty. */
  readonly helpContact: string
  /** Where bounces are received; empty while they are not. */
  readonly intakeDomain: string
  /** The mail relay; null until the operator named one. */
  readonly relay: Relay | null
  /** The certificate that letters are signed with besides, where the operator has one. */
  readonly smime?: Smime
}

export type NotifyDeps = {
  readonly storage: Storage
  readonly vault: Vault
  readonly clock: Clock
  readonly explain: Explain
  readonly sender: () => Promise<Sender>
}

/** Waits; the real one is a timer, a test's may return at once. */
export type Rest = (milliseconds: number) => Promise<void>

/** What the room is given. */
import type { Clock } from '#kernel'
import type { Vault } from '#secrets'
import type { RegisteredTest } from '#simulations'
import type { Storage } from '#storage'
import type { Explain } from './explain.ts'
import type { Teller } from './telling.ts'

export type DeskDeps = {
  readonly storage: Storage
  readonly vault: Vault
  readonly clock: Clock
  readonly explain: Explain
}

export type ReceiveDeps = {
  readonly storage: Storage
  readonly vault: Vault
  readonly clock: Clock
  readonly teller: Teller
  /** Absent where no mail can be of a registered test. */
  readonly registeredTest?: RegisteredTest
}

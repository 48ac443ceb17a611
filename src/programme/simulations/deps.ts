/** What the room is given. */
import type { Clock } from '#kernel'
import type { Storage } from '#storage'

/** What is the programme's own, and no test may borrow. */
export type Ours = {
  /** Hosts and mail domains, lower case. */
  readonly domains: readonly string[]
  /** What it is called. */
  readonly names: readonly string[]
  /** Sentences that only its notices say, in every language. */
  readonly phrases: readonly string[]
}

export type SimulationDeps = { readonly storage: Storage; readonly clock: Clock; readonly ours: () => Promise<Ours> }

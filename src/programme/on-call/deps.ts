/** What the room is given. */
import type { Clock } from '#kernel'
import type { Storage } from '#storage'

export type OnCallDeps = { readonly storage: Storage; readonly clock: Clock }

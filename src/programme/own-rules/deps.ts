import type { Clock } from '#kernel'
import type { Storage } from '#storage'

export type OwnRulesDeps = { readonly storage: Storage; readonly clock: Clock }

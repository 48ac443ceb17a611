import type { Clock } from '#kernel'
import type { CheckedRule } from '#mail'
import type { Storage } from '#storage'

export type OwnRulesDeps = { readonly storage: Storage; readonly clock: Clock }

/** Asks the engine whether a rule may be taken. Whoever plugs it in bounds its time: what is pasted to try a rule on may be made to stall its reader. */
export type CheckRule = (source: string, mail?: Uint8Array) => Promise<CheckedRule>

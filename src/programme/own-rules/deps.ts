import type { Clock } from '#kernel'
import type { CheckedRule, Near, ReadIndicators, ReadList } from '#mail'
import type { Storage } from '#storage'

export type OwnRulesDeps = { readonly storage: Storage; readonly clock: Clock }

/** Reads what was pasted; refusal `file-too-much`. Whoever plugs it in keeps it off the thread that serves the pages: a file of 16 MB takes seconds. */
export type ReadFiles = {
  readonly list: (text: string, list: string, near: Near) => Promise<ReadList>
  /** `says` is the sentence for a file that is not what was expected. */
  readonly indicators: (text: string, ownDomains: readonly string[], now: Date) => Promise<ReadIndicators | { readonly says: string }>
}

/** Asks the engine whether a rule may be taken. Whoever plugs it in bounds its time: what is pasted to try a rule on may be made to stall its reader. */
export type CheckRule = (source: string, mail?: Uint8Array) => Promise<CheckedRule>

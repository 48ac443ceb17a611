/** What the readers of the two formats hand on. */
import type { Mark } from '../own-set.ts'

/** One thing that a file names: ways to find it, or why it is left out. */
export type Named =
  | {
      readonly any: readonly (readonly Mark[])[]
      readonly confidence: number
      readonly validUntil?: Date
      readonly lost: readonly string[]
      readonly name: string
    }
  | { readonly why: string; readonly name: string }

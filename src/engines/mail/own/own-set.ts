/**
 * What an operator adds to the engine without touching its code: rules of their own, lists, indicators. Plain values that can be
 * handed to a thread; what is made of them for looking at mails stands in `compile-own.ts`.
 */

import { z } from 'zod'

/** What a list entry names. `text` is for lists of the operator's own, which only rules ask (`in_list`). */
export const listKinds = ['address', 'domain', 'host', 'url', 'ip', 'sha256', 'subject', 'text'] as const
export type ListKind = (typeof listKinds)[number]

export type ListEntry = {
  /** `allow`, `block`, or the name of a list that rules ask. */
  readonly list: string
  readonly kind: ListKind
  /** As `foldValue` leaves it. */
  readonly value: string
  readonly reason: string
}

const indicatorKinds = ['address', 'domain', 'url', 'ip', 'sha256', 'sender-name'] as const
export type IndicatorKind = (typeof indicatorKinds)[number]

/** One thing that can be looked for in a mail. */
export type Mark = { readonly kind: IndicatorKind; readonly value: string }

export type Indicator = Mark & {
  /** All of these must be there too. */
  readonly also: readonly Mark[]
  /** 0 to 100, as its source says; 100 when the source does not say. */
  readonly confidence: number
  /** Who named it, in words for the reader: the name of the feed or the file. */
  readonly source: string
}

export type OwnSet = {
  /** Each the text of one rule, as it was accepted. */
  readonly rules: readonly string[]
  readonly lists: readonly ListEntry[]
  readonly indicators: readonly Indicator[]
}

export const nothingOwn: OwnSet = { rules: [], lists: [], indicators: [] }

const markSchema = z.object({ kind: z.enum(indicatorKinds), value: z.string() })

/** For a thread that is handed a set as text. */
export const ownSetSchema = z.object({
  rules: z.array(z.string()).readonly(),
  lists: z.array(
    z.object({
      list: z.string(),
      kind: z.enum(listKinds),
      value: z.string(),
      reason: z.string(),
    }),
  ),
  indicators: z.array(markSchema.extend({ also: z.array(markSchema), confidence: z.number(), source: z.string() })),
})

/** One place in what an operator wrote, and what was expected there. Lines and columns are counted from 1. */
export type Problem = { readonly line: number; readonly column: number; readonly says: string }

/**
 * A rule that could not be asked about a mail, and so did not fire. `error`: it is wrong in itself, for any mail. `value`: something in this mail could
 * not be worked out. `too-long`: this mail made it work too much.
 */
export type OwnTrouble = { readonly id: string; readonly kind: 'error' | 'value' | 'too-long'; readonly says: string }

/** A forest of small decision trees, as the training script packs it, and the walk through it. */
import { z } from 'zod'

/** Whole numbers as 16 bits, base64. */
const shorts = z.string().transform((text) => {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'))
  return new Int16Array(bytes.buffer)
})

export const forestSchema = z.object({
  bias: z.number(),
  /** What a step of a leaf stands for. */
  step: z.number(),
  /** Of each tree, its first split. */
  roots: z.array(z.int()),
  /** Of each split: the column, the most that goes left, and where left and right lead; below zero is a leaf, -1 the first. */
  splits: shorts,
  leaves: shorts,
})

export type Forest = z.output<typeof forestSchema>

/** The sum of the leaves that a row of columns falls into. */
export function oddsOf({ bias, step, roots, splits, leaves }: Forest, row: Uint8Array): number {
  let sum = 0
  for (const root of roots) {
    let at = root
    while (at >= 0) at = splits[at * 4 + ((row[splits[at * 4] ?? 0] ?? 0) <= (splits[at * 4 + 1] ?? 0) ? 2 : 3)] ?? -1
    sum += leaves[-1 - at] ?? 0
  }
  return bias + sum * step
}

/**
 * Which concepts a mail speaks of in one breath: two in one sentence, one in a sentence and the other in the next, or two within a few words. `appPassword` beside `sendBack` is
 * another thing than `appPassword` beside `negation`, in every language alike. Sentences that warn are left out, and so is what anybody can write for nothing.
 */
import { concepts } from '../../words/lexicon/lexicon.ts'
import type { Sentences } from '../../words/sentences.ts'
import { cheap } from './cheap.ts'

const width = concepts.length
const square = width * width
/** Of one sentence; of two that follow each other; of the same few words, in their order. */
export const turnsKnown = 3 * square

const isCheap = concepts.map((concept) => cheap.has(concept))

/** What each turn weighs, from a table that was fitted when there were these concepts: others weigh nothing until the next fit. */
export function turnsTable(fitted: readonly string[], weights: Int8Array): Int8Array {
  const table = new Int8Array(turnsKnown)
  const places = fitted.map((name) => concepts.findIndex((concept) => concept === name))
  for (const [at, weight] of weights.entries()) {
    const one = places[Math.floor(at / fitted.length) % fitted.length] ?? -1
    const other = places[at % fitted.length] ?? -1
    const kind = Math.floor(at / fitted.length ** 2)
    if (one >= 0 && other >= 0) table[kind * square + one * width + other] = weight
  }
  return table
}

/** A lure is told at once; what stands below is filler or a newsletter. */
const mostSentences = 40
/** In words, from one concept to the next of the same go. */
const farthest = 4

/** Each turn once, by a number below `turnsKnown`, in no order that matters. */
export function turnsOf(says: Sentences): readonly number[] {
  const turns = new Set<number>()
  const spoken = says
    .places()
    .slice(0, mostSentences)
    .map((row) => row.filter(({ concept }) => !isCheap[concept]))
  const held = spoken.map((row) => [...new Set(row.map(({ concept }) => concept))].toSorted((one, other) => one - other))
  for (const [at, here] of held.entries()) {
    for (const [from, one] of here.entries()) {
      // A concept beside itself stands for itself.
      for (const other of here.slice(from)) turns.add(one * width + other)
      for (const other of held[at + 1] ?? []) turns.add(square + one * width + other)
    }
  }
  for (const row of spoken)
    for (const [from, one] of row.entries())
      for (const other of row.slice(from + 1))
        if (other.first - one.last <= farthest) turns.add(2 * square + one.concept * width + other.concept)
  return [...turns]
}

/**
 * Logistic regression with an L2 penalty by dual coordinate descent (Yu, Huang and Lin 2011, algorithm 5): exact, fast on sparse input, and the same result
 * for the same input, since the order of the examples is drawn from a fixed seed.
 */
import { seeded } from './seeded.ts'

/** A row of a sparse matrix. */
export type Row = { readonly at: Int32Array; readonly value: Float64Array }

export type Example = { readonly row: Row; readonly isHostile: boolean; readonly weight: number }

const passes = 60
const enough = 1e-3
const innerSteps = 100

/** Weights by column; the last column is the bias. `cost`: what an example that is got wrong weighs against large weights. */
export function fitLogistic(examples: readonly Example[], columns: number, cost: number): Float64Array {
  const weights = new Float64Array(columns + 1)
  const limit = examples.map(({ weight }) => weight * cost)
  const alpha = Float64Array.from(limit, (most) => Math.min(0.001 * most, 1e-8))
  const length = examples.map(({ row }) => 1 + row.value.reduce((sum, value) => sum + value * value, 0))
  for (const [at, { row, isHostile }] of examples.entries()) add(weights, row, (isHostile ? 1 : -1) * (alpha[at] ?? 0))
  const order = Int32Array.from(examples.keys())
  const random = seeded(41)
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random)
    let moved = 0
    for (const at of order) {
      const example = examples[at]
      if (example === undefined) continue
      const sign = example.isHostile ? 1 : -1
      const before = alpha[at] ?? 0
      const after = newtonStep(before, limit[at] ?? 0, length[at] ?? 1, sign * dot(weights, example.row))
      if (after === before) continue
      alpha[at] = after
      add(weights, example.row, sign * (after - before))
      moved = Math.max(moved, Math.abs(after - before))
    }
    if (moved < enough * cost) break
  }
  return weights
}

/** The best value of one dual variable, the others held: Newton's method on whichever of it and its remainder is smaller. */
function newtonStep(old: number, most: number, length: number, margin: number): number {
  const fromLow = 0.5 * length * (most - 2 * old) + margin >= 0
  const sign = fromLow ? 1 : -1
  const start = fromLow ? old : most - old
  let z = start
  if (most - z < 0.5 * most) z = 0.1 * z
  let slope = length * (z - start) + sign * margin + Math.log(z / (most - z))
  for (let step = 0; step < innerSteps && Math.abs(slope) > 1e-6; step++) {
    const curve = length + most / (most - z) / z
    const next = z - slope / curve
    z = next <= 0 ? 0.1 * z : next
    slope = length * (z - start) + sign * margin + Math.log(z / (most - z))
  }
  return fromLow ? z : most - z
}

function dot(weights: Float64Array, { at, value }: Row): number {
  let sum = weights[weights.length - 1] ?? 0
  for (let i = 0; i < at.length; i++) sum += (weights[at[i] ?? 0] ?? 0) * (value[i] ?? 0)
  return sum
}

function add(weights: Float64Array, { at, value }: Row, by: number): void {
  for (let i = 0; i < at.length; i++) {
    const column = at[i] ?? 0
    weights[column] = (weights[column] ?? 0) + by * (value[i] ?? 0)
  }
  const bias = weights.length - 1
  weights[bias] = (weights[bias] ?? 0) + by
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = kept
  }
}

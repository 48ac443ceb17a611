/**
 * Gradient-boosted trees for a yes or no (Friedman 2001; grown leaf by leaf over histograms, as LightGBM does). The input is small whole numbers, most of
 * them zero. Exact and without chance: the same rows give the same trees.
 */

/** A row: the columns that are not zero, and their values from 1 to `mostBins` - 1. */
export type SparseRow = { readonly column: Uint16Array; readonly value: Uint8Array }

export type WeighedRow = SparseRow & { readonly isHostile: boolean; readonly weight: number }

export type Split = { readonly column: number; readonly atMost: number; readonly yes: Node; readonly no: Node }
export type Node = Split | { readonly leaf: number }

export type Forest = { readonly bias: number; readonly trees: readonly Node[] }

export type Growth = {
  readonly trees: number
  readonly leaves: number
  readonly rate: number
  /** What a leaf's second derivative is raised by (L2). */
  readonly calm: number
  readonly fewestInLeaf: number
}

const mostBins = 64

/** Trees whose sum is the log-odds of `isHostile`. */
export function growForest(rows: readonly WeighedRow[], columns: number, growth: Growth): Forest {
  const all = rows.reduce((sum, { weight }) => sum + weight, 0)
  const share = rows.reduce((sum, { weight, isHostile }) => sum + (isHostile ? weight : 0), 0) / all
  const bias = Math.log(share / (1 - share))
  const odds = new Float64Array(rows.length).fill(bias)
  const slope = new Float64Array(rows.length)
  const curve = new Float64Array(rows.length)
  const trees: Node[] = []
  for (let round = 0; round < growth.trees; round++) {
    for (const [at, { isHostile, weight }] of rows.entries()) {
      const chance = 1 / (1 + Math.exp(-(odds[at] ?? 0)))
      slope[at] = weight * (chance - (isHostile ? 1 : 0))
      curve[at] = weight * chance * (1 - chance)
    }
    const grown = growTree({ rows, slope, curve, columns, growth })
    for (const { members, value } of grown.leaves) for (const at of members) odds[at] = (odds[at] ?? 0) + value
    trees.push(grown.tree)
  }
  return { bias, trees }
}

type Material = {
  readonly rows: readonly SparseRow[]
  readonly slope: Float64Array
  readonly curve: Float64Array
  readonly columns: number
  readonly growth: Growth
}

type Best = { readonly gain: number; readonly column: number; readonly atMost: number }

/** A leaf that may still be split; `children` once it was. */
type Bud = {
  readonly members: Int32Array
  readonly slope: number
  readonly curve: number
  readonly best: Best | undefined
  children?: { readonly best: Best; readonly yes: Bud; readonly no: Bud }
}

type Grown = { readonly tree: Node; readonly leaves: readonly { readonly members: Int32Array; readonly value: number }[] }

function growTree(material: Material): Grown {
  const { growth } = material
  const root = budOf(material, Int32Array.from(material.rows.keys()))
  const buds = [root]
  while (buds.length < growth.leaves) {
    const [next] = buds.filter((bud) => bud.best !== undefined).sort((left, right) => (right.best?.gain ?? 0) - (left.best?.gain ?? 0))
    if (next?.best === undefined) break
    const { best } = next
    const [yes, no] = parted(material, next.members, best).map((members) => budOf(material, members))
    if (yes === undefined || no === undefined) break
    next.children = { best, yes, no }
    buds.splice(buds.indexOf(next), 1, yes, no)
  }
  const worthOf = (bud: Bud): number => (-growth.rate * bud.slope) / (bud.curve + growth.calm)
  const toNode = (bud: Bud): Node =>
    bud.children === undefined
      ? { leaf: worthOf(bud) }
      : { column: bud.children.best.column, atMost: bud.children.best.atMost, yes: toNode(bud.children.yes), no: toNode(bud.children.no) }
  return { tree: toNode(root), leaves: buds.map((bud) => ({ members: bud.members, value: worthOf(bud) })) }
}

function valueIn({ column, value }: SparseRow, wanted: number): number {
  let low = 0
  let high = column.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = column[middle] ?? 0
    if (found === wanted) return value[middle] ?? 0
    if (found < wanted) low = middle + 1
    else high = middle - 1
  }
  return 0
}

function parted({ rows }: Material, members: Int32Array, { column, atMost }: Best): readonly Int32Array[] {
  const isLow = (at: number): boolean => {
    const row = rows[at]
    return row !== undefined && valueIn(row, column) <= atMost
  }
  return [members.filter((at) => isLow(at)), members.filter((at) => !isLow(at))]
}

function budOf(material: Material, members: Int32Array): Bud {
  const { slope, curve } = material
  let slopes = 0
  let curves = 0
  for (const at of members) {
    slopes += slope[at] ?? 0
    curves += curve[at] ?? 0
  }
  return { members, slope: slopes, curve: curves, best: bestSplit(material, members, slopes, curves) }
}

function bestSplit(
  { rows, slope, curve, columns, growth }: Material,
  members: Int32Array,
  slopes: number,
  curves: number,
): Best | undefined {
  if (members.length < 2 * growth.fewestInLeaf) return undefined
  const slopeAt = new Float64Array(columns * mostBins)
  const curveAt = new Float64Array(columns * mostBins)
  const countAt = new Int32Array(columns * mostBins)
  for (const at of members) {
    const row = rows[at]
    if (row === undefined) continue
    for (let i = 0; i < row.column.length; i++) {
      const cell = (row.column[i] ?? 0) * mostBins + (row.value[i] ?? 0)
      slopeAt[cell] = (slopeAt[cell] ?? 0) + (slope[at] ?? 0)
      curveAt[cell] = (curveAt[cell] ?? 0) + (curve[at] ?? 0)
      countAt[cell] = (countAt[cell] ?? 0) + 1
    }
  }
  const worth = (s: number, c: number): number => (s * s) / (c + growth.calm)
  const whole = worth(slopes, curves)
  let best: Best | undefined
  for (let column = 0; column < columns; column++) {
    // From the highest value down: what is left over, zeros and all, is the low side.
    let count = 0
    let high = 0
    let highCurve = 0
    for (let value = mostBins - 1; value > 0; value--) {
      const cell = column * mostBins + value
      if (countAt[cell] === 0) continue
      count += countAt[cell] ?? 0
      high += slopeAt[cell] ?? 0
      highCurve += curveAt[cell] ?? 0
      if (count < growth.fewestInLeaf) continue
      if (members.length - count < growth.fewestInLeaf) break
      const gain = worth(high, highCurve) + worth(slopes - high, curves - highCurve) - whole
      if (gain > (best?.gain ?? 1e-6)) best = { gain, column, atMost: value - 1 }
    }
  }
  return best
}

/**
 * Gradient-boosted trees for a yes or no (Friedman 2001; grown leaf by leaf over histograms, as LightGBM does). The input is small whole numbers, most of
 * them zero. Every tree sees a part of the rows and of the columns (Friedman 2002), drawn from a fixed seed: the same rows give the same trees.
 */
import { seeded } from './seeded.ts'

/** A row: the columns that are not zero, and their values from 1 up. */
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
  /** Which share of the rows and of the columns a tree sees. */
  readonly share: { readonly rows: number; readonly columns: number }
}

/** Trees whose sum is the log-odds of `isHostile`. */
export function growForest(rows: readonly WeighedRow[], columns: number, growth: Growth, seed: number): Forest {
  const all = rows.reduce((sum, { weight }) => sum + weight, 0)
  const share = rows.reduce((sum, { weight, isHostile }) => sum + (isHostile ? weight : 0), 0) / all
  const bias = Math.log(share / (1 - share))
  const random = seeded(seed)
  const odds = new Float64Array(rows.length).fill(bias)
  const material = { ...laidOut(rows, columns), slope: new Float64Array(rows.length), curve: new Float64Array(rows.length), growth }
  const trees: Node[] = []
  for (let round = 0; round < growth.trees; round++) {
    for (const [at, { isHostile, weight }] of rows.entries()) {
      const chance = 1 / (1 + Math.exp(-(odds[at] ?? 0)))
      material.slope[at] = weight * (chance - (isHostile ? 1 : 0))
      material.curve[at] = weight * chance * (1 - chance)
    }
    const looked = Uint8Array.from({ length: columns }, () => Number(random() < growth.share.columns))
    const members = Int32Array.from(rows.keys()).filter(() => random() < growth.share.rows)
    const tree = growTree(material, members, looked)
    for (const at of rows.keys()) odds[at] = (odds[at] ?? 0) + leafOf(tree, material, at)
    trees.push(tree)
  }
  return { bias, trees }
}

/** The mean of several forests, as one. */
export function meanOf(forests: readonly Forest[]): Forest {
  const lighter = (node: Node): Node =>
    'leaf' in node ? { leaf: node.leaf / forests.length } : { ...node, yes: lighter(node.yes), no: lighter(node.no) }
  return {
    bias: forests.reduce((sum, { bias }) => sum + bias, 0) / forests.length,
    trees: forests.flatMap(({ trees }) => trees.map(lighter)),
  }
}

type Layout = {
  readonly columns: number
  /** By column and row. */
  readonly values: Uint8Array
  /** Where the cells of a row begin in `cells`, and of the one after the last. */
  readonly begins: Int32Array
  /** Of every value that is not zero, its place in a histogram: `firstCell` of its column, and the value. */
  readonly cells: Int32Array
  readonly firstCell: Int32Array
}

type Material = Layout & { readonly slope: Float64Array; readonly curve: Float64Array; readonly growth: Growth }

function laidOut(rows: readonly SparseRow[], columns: number): Layout {
  const largest = new Uint8Array(columns)
  const begins = new Int32Array(rows.length + 1)
  const values = new Uint8Array(columns * rows.length)
  for (const [at, { column, value }] of rows.entries()) {
    begins[at + 1] = (begins[at] ?? 0) + column.length
    column.forEach((one, i) => {
      const here = value[i] ?? 0
      largest[one] = Math.max(largest[one] ?? 0, here)
      values[one * rows.length + at] = here
    })
  }
  const firstCell = new Int32Array(columns + 1)
  for (let one = 0; one < columns; one++) firstCell[one + 1] = (firstCell[one] ?? 0) + (largest[one] ?? 0) + 1
  const cells = Int32Array.from(
    rows.flatMap(({ column, value }) => Array.from(column, (one, i) => (firstCell[one] ?? 0) + (value[i] ?? 0))),
  )
  return { columns, values, begins, cells, firstCell }
}

const valueAt = ({ values, begins }: Layout, column: number, row: number): number => values[column * (begins.length - 1) + row] ?? 0

function leafOf(tree: Node, layout: Layout, row: number): number {
  let node = tree
  while (!('leaf' in node)) node = valueAt(layout, node.column, row) <= node.atMost ? node.yes : node.no
  return node.leaf
}

/** Sums of both derivatives, and how many rows, by column and value. */
type Histogram = { readonly slope: Float64Array; readonly curve: Float64Array; readonly count: Int32Array }

type Best = { readonly gain: number; readonly column: number; readonly atMost: number }

/** A leaf that may still be split; `children` once it was. */
type Bud = {
  readonly members: Int32Array
  readonly histogram: Histogram
  readonly slope: number
  readonly curve: number
  readonly best: Best | undefined
  children?: { readonly best: Best; readonly yes: Bud; readonly no: Bud }
}

function growTree(material: Material, members: Int32Array, looked: Uint8Array): Node {
  const { growth } = material
  const root = budOf(material, members, histogramOf(material, members), looked)
  const buds = [root]
  while (buds.length < growth.leaves) {
    const next = buds.reduce((most, bud) => ((bud.best?.gain ?? 0) > (most.best?.gain ?? 0) ? bud : most))
    if (next.best === undefined) break
    const { best } = next
    const isLow = (at: number): boolean => valueAt(material, best.column, at) <= best.atMost
    const low = next.members.filter(isLow)
    const high = next.members.filter((at) => !isLow(at))
    // What the smaller side has is counted, and the rest is the other's.
    const fewer = histogramOf(material, low.length < high.length ? low : high)
    const rest = without(next.histogram, fewer)
    const yes = budOf(material, low, low.length < high.length ? fewer : rest, looked)
    const no = budOf(material, high, low.length < high.length ? rest : fewer, looked)
    next.children = { best, yes, no }
    buds.splice(buds.indexOf(next), 1, yes, no)
  }
  const toNode = ({ children, slope, curve }: Bud): Node =>
    children === undefined
      ? { leaf: (-growth.rate * slope) / (curve + growth.calm) }
      : { column: children.best.column, atMost: children.best.atMost, yes: toNode(children.yes), no: toNode(children.no) }
  return toNode(root)
}

function histogramOf({ begins, cells, firstCell, slope, curve }: Material, members: Int32Array): Histogram {
  const size = firstCell.at(-1) ?? 0
  const sums: Histogram = { slope: new Float64Array(size), curve: new Float64Array(size), count: new Int32Array(size) }
  for (const at of members) {
    const end = begins[at + 1] ?? 0
    for (let i = begins[at] ?? 0; i < end; i++) {
      const cell = cells[i] ?? 0
      sums.slope[cell] = (sums.slope[cell] ?? 0) + (slope[at] ?? 0)
      sums.curve[cell] = (sums.curve[cell] ?? 0) + (curve[at] ?? 0)
      sums.count[cell] = (sums.count[cell] ?? 0) + 1
    }
  }
  return sums
}

const without = (whole: Histogram, part: Histogram): Histogram => ({
  slope: whole.slope.map((sum, cell) => sum - (part.slope[cell] ?? 0)),
  curve: whole.curve.map((sum, cell) => sum - (part.curve[cell] ?? 0)),
  count: whole.count.map((sum, cell) => sum - (part.count[cell] ?? 0)),
})

function budOf(material: Material, members: Int32Array, histogram: Histogram, looked: Uint8Array): Bud {
  let slope = 0
  let curve = 0
  for (const at of members) {
    slope += material.slope[at] ?? 0
    curve += material.curve[at] ?? 0
  }
  const bud = { members, histogram, slope, curve }
  return { ...bud, best: bestSplit(material, bud, looked) }
}

function bestSplit({ columns, firstCell, growth }: Material, bud: Omit<Bud, 'best'>, looked: Uint8Array): Best | undefined {
  const { histogram, members } = bud
  if (members.length < 2 * growth.fewestInLeaf) return undefined
  const worth = (slope: number, curve: number): number => (slope * slope) / (curve + growth.calm)
  const whole = worth(bud.slope, bud.curve)
  let best: Best | undefined
  for (let column = 0; column < columns; column++) {
    if (looked[column] === 0) continue
    const first = firstCell[column] ?? 0
    // From the highest value down: what is left over, zeros and all, is the low side.
    let count = 0
    let high = 0
    let highCurve = 0
    for (let value = (firstCell[column + 1] ?? 0) - first - 1; value > 0; value--) {
      const here = histogram.count[first + value] ?? 0
      if (here === 0) continue
      count += here
      high += histogram.slope[first + value] ?? 0
      highCurve += histogram.curve[first + value] ?? 0
      if (count < growth.fewestInLeaf) continue
      if (members.length - count < growth.fewestInLeaf) break
      const gain = worth(high, highCurve) + worth(bud.slope - high, bud.curve - highCurve) - whole
      if (gain > (best?.gain ?? 1e-6)) best = { gain, column, atMost: value - 1 }
    }
  }
  return best
}

/** A code that a PDF draws as hundreds of little filled squares, painted as a picture. */
import { greyPicture } from '#mail'

type Operators = Readonly<Record<'save' | 'restore' | 'transform' | 'constructPath' | 'setFillRGBColor' | 'setFillGray', number>>
type Box = { readonly left: number; readonly bottom: number; readonly right: number; readonly top: number; readonly dark: boolean }
type Matrix = readonly [number, number, number, number, number, number]

const fewest = 60
const most = 40_000
const side = 900

const isMatrix = (value: unknown): value is Matrix => Array.isArray(value) && value.length === 6 && value.every(Number.isFinite)

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f,
] // biome-ignore format: one matrix

/** The picture, when a page fills enough small boxes. */
export function drawnSquares(operators: readonly number[], values: readonly unknown[], names: Operators): Uint8Array | undefined {
  const boxes = boxesOf(operators, values, names)
  if (boxes.length < fewest) return undefined
  const sizes = boxes.map((box) => Math.min(box.right - box.left, box.top - box.bottom)).sort((one, other) => one - other)
  const usual = sizes[sizes.length >> 1] ?? 1
  const small = boxes.filter((box) => box.top - box.bottom <= usual * 12 && box.right - box.left <= usual * 180)
  if (small.length < fewest || usual <= 0) return undefined
  const left = Math.min(...small.map((box) => box.left))
  const bottom = Math.min(...small.map((box) => box.bottom))
  const width = Math.max(...small.map((box) => box.right)) - left
  const height = Math.max(...small.map((box) => box.top)) - bottom
  const scale = side / Math.max(width, height)
  if (!Number.isFinite(scale) || scale * usual < 1) return undefined
  const border = Math.ceil(usual * scale * 4)
  const columns = Math.ceil(width * scale) + 2 * border
  const rows = Math.ceil(height * scale) + 2 * border
  const points = new Uint8Array(columns * rows).fill(255)
  for (const box of small) {
    const from = Math.round((box.left - left) * scale) + border
    const until = Math.round((box.right - left) * scale) + border
    for (let y = Math.round((box.bottom - bottom) * scale) + border; y < Math.round((box.top - bottom) * scale) + border; y++) {
      const start = (rows - 1 - y) * columns
      points.fill(box.dark ? 0 : 255, start + from, start + until)
    }
  }
  return greyPicture(columns, rows, points)
}

function boxesOf(operators: readonly number[], values: readonly unknown[], names: Operators): readonly Box[] {
  const boxes: Box[] = []
  const saved: { readonly matrix: Matrix; readonly dark: boolean }[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  let dark = true
  for (const [place, operator] of operators.entries()) {
    if (boxes.length >= most) break
    const value = values[place]
    if (operator === names.save && saved.length < 200) saved.push({ matrix, dark })
    else if (operator === names.restore) ({ matrix, dark } = saved.pop() ?? { matrix, dark })
    else if (operator === names.transform && isMatrix(value)) matrix = times(matrix, value)
    else if (operator === names.setFillRGBColor && Array.isArray(value)) dark = isDark(value[0])
    else if (operator === names.constructPath && Array.isArray(value)) {
      const path: unknown = Array.isArray(value[1]) ? value[1][0] : undefined
      if (path instanceof Float32Array) for (const box of partsOf(path)) boxes.push(placed(box, matrix, dark))
    }
  }
  return boxes
}

const isDark = (colour: unknown): boolean => {
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(String(colour))
  if (hex === null) return true
  const [red = 0, green = 0, blue = 0] = hex.slice(1).map((pair) => Number.parseInt(pair, 16))
  return 0.3 * red + 0.59 * green + 0.11 * blue < 128
}

/** How many numbers follow a step of a path: move, line, curve, quadratic curve, close (PDF.js's DrawOPS). */
const lengths = [2, 2, 6, 4, 0] as const

/** The boxes about the parts of a path: each begins with a move. */
function* partsOf(path: Float32Array): Generator<readonly [number, number, number, number]> {
  let box: [number, number, number, number] | undefined
  for (let at = 0; at < path.length; ) {
    const step = path[at] ?? 4
    const length = lengths[step as 0] ?? 0
    if (step === 0) {
      if (box !== undefined) yield box
      box = undefined
    }
    for (let pair = at + 1; pair < at + 1 + length; pair += 2) {
      const x = path[pair] ?? 0
      const y = path[pair + 1] ?? 0
      box = box === undefined ? [x, y, x, y] : [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)]
    }
    at += 1 + length
  }
  if (box !== undefined) yield box
}

function placed([left, bottom, right, top]: readonly [number, number, number, number], [a, b, c, d, e, f]: Matrix, dark: boolean): Box {
  const xs = [a * left + c * bottom + e, a * right + c * top + e]
  const ys = [b * left + d * bottom + f, b * right + d * top + f]
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys), dark }
}

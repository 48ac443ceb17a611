/** QR codes drawn with letters: half and whole blocks, quarter blocks, braille, or any two signs. Phones read them off the screen like pictures. */
import { type Bitmap, mostCells, pictureOf } from './bitmap.ts'

const fewestLines = 10
const mostLines = 400

/** Which quarters a block fills: upper left 1, upper right 2, lower left 4, lower right 8. */
const quarters: Readonly<Record<string, number>> = {
  '█': 15, '▀': 3, '▄': 12, '▌': 5, '▐': 10, '▖': 4, '▗': 8, '▘': 1, '▙': 13, '▚': 9, '▛': 7, '▜': 11, '▝': 2, '▞': 6, '▟': 14, '■': 15, '⬛': 15, '▓': 15,
} // biome-ignore format: a table
const blocks = /[▀-▟■□⬛⬜\u2800-\u28ff]/gu

/** Whether a text may hold a drawing at all: cheap, for every mail. */
export const mayBeDrawn = (text: string): boolean => {
  let seen = 0
  blocks.lastIndex = 0
  while (seen < 60 && blocks.exec(text) !== null) seen += 1
  return (
    seen >= 60 ||
    /(?:^|\n)[^\S\n]{0,40}(\S)(?:\1|[^\S\n]|[^\s\w])[^\n]{30,}\n[^\S\n]{0,40}\1(?:\1|[^\S\n]|[^\s\w])[^\n]{30,}\n[^\S\n]{0,40}\1/.test(text)
  )
}

/** The drawings in a text as picture files, at most two. */
export function drawnInText(text: string): readonly Uint8Array[] {
  const pictures: Uint8Array[] = []
  let run: string[] = []
  const finish = (): void => {
    if (run.length >= fewestLines && pictures.length < 2) pictures.push(...picturesOf(run))
    run = []
  }
  for (const line of text.split(/\r?\n/).slice(0, 4000)) {
    const signs = new Set(line.trim())
    const drawn = line.trim().length >= fewestLines && line.length <= mostCells && signs.size <= 12 && isDrawing(signs)
    if (drawn && run.length < mostLines) run.push(line.trimEnd())
    else if (run.length > 0 && !(line.trim() === '' && run.length > 0 && run.length < fewestLines)) finish()
  }
  finish()
  return pictures
}

/** Blocks and spaces only, or two signs of any kind (three with the space). */
const isDrawing = (signs: ReadonlySet<string>): boolean => {
  const inked = [...signs].filter((sign) => !/\s/.test(sign))
  return inked.every((sign) => sign in quarters || /[░▒□⬜\u2800-\u28ff]/u.test(sign)) || inked.length <= 2
}

function picturesOf(lines: readonly string[]): readonly Uint8Array[] {
  const left = Math.min(...lines.map((line) => line.length - line.trimStart().length))
  const rows = lines.map((line) => [...line.slice(left)])
  const width = Math.max(...rows.map((row) => row.length))
  const signs = new Set(rows.flat().filter((sign) => !/\s/.test(sign)))
  const has = (pattern: RegExp): boolean => [...signs].some((sign) => pattern.test(sign))
  if (has(/[\u2801-\u28ff]/u)) return [pictureOf(braille(rows, width), 3, 3)]
  if (has(/[▀▄▌▐▖-▟]/u)) {
    const bitmap = quartered(rows, width)
    // Half blocks alone: a letter is one square wide and two high.
    return [has(/[▌▐▖-▟]/u) ? pictureOf(bitmap, 3, 3) : pictureOf(halved(bitmap), 4, 4)]
  }
  const ink = inkOf(signs)
  const bitmap: Bitmap = { width, height: rows.length, isDark: (x, y) => ink.has(rows[y]?.[x] ?? ' ') }
  // Letters are twice as high as wide, so most drawings write each square twice; some do not, and are read as they are meant.
  return [width > 1.4 * rows.length ? pictureOf(bitmap, 3, 6) : pictureOf(bitmap, 4, 4)]
}

/** The darker of two signs; with one sign the space is white. */
function inkOf(signs: ReadonlySet<string>): ReadonlySet<string> {
  const order = '█⬛■▓#@MWX8B1*xo+▒░□⬜0-:,.·_'
  const inked = [...signs]
  if (inked.length < 2) return new Set(inked)
  const rank = (sign: string): number => (order.includes(sign) ? [...order].indexOf(sign) : 12)
  return new Set([inked.sort((one, other) => rank(one) - rank(other))[0] ?? '#'])
}

const quartered = (rows: readonly (readonly string[])[], width: number): Bitmap => ({
  width: width * 2,
  height: rows.length * 2,
  isDark: (x, y) => ((quarters[rows[y >> 1]?.[x >> 1] ?? ' '] ?? 0) & (1 << ((y & 1) * 2 + (x & 1)))) !== 0,
})

const halved = (bitmap: Bitmap): Bitmap => ({ width: bitmap.width / 2, height: bitmap.height, isDark: (x, y) => bitmap.isDark(x * 2, y) })

const dots = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80] as const
const braille = (rows: readonly (readonly string[])[], width: number): Bitmap => ({
  width: width * 2,
  height: rows.length * 4,
  isDark: (x, y) => {
    const code = (rows[y >> 2]?.[x >> 1] ?? '\u2800').codePointAt(0) ?? 0x2800
    return code >= 0x2800 && code <= 0x28ff && (code & (dots[(y & 3) * 2 + (x & 1)] ?? 0)) !== 0
  },
})

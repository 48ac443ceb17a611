/** QR codes drawn as an HTML table of black and white cells, or as lines of coloured blocks. */
import { walkPage } from '../parse/html/walk-page.ts'
import { mostCells, pictureOf } from './bitmap.ts'

const fewest = 21
const mostRead = 1_000_000

/** Whether a page may hold such a table: many small cells, close together. Cheap, for every mail. */
export function mayBeTable(html: string): boolean {
  if (html.length < 4000 || !/background|bgcolor/i.test(html)) return false
  const cells = html.match(/<td\b|<(?:span|div|i|b)\s+(?:style|class)=/gi)?.length ?? 0
  return cells >= 150 && html.length / cells < 160
}

type Cell = { readonly dark: boolean; readonly span: number; readonly width: number }
type Shade = boolean | undefined

/** The tables that may be codes, as picture files, at most two. */
export function drawnInTables(html: string): readonly Uint8Array[] {
  const text = html.slice(0, mostRead)
  const classes = shadesOfClasses(text)
  const pictures: Uint8Array[] = []
  const tables: { readonly rows: Cell[][]; readonly shade: Shade }[] = []
  let rowShade: Shade
  const finish = (): void => {
    const table = tables.pop()
    const picture = table === undefined ? undefined : pictureOfRows(table.rows.filter((row) => row.length > 0))
    if (picture !== undefined && pictures.length < 2) pictures.push(picture)
  }
  walkPage(text, {
    onOpen(name, attributes) {
      const shade = shadeOf(attributes, classes)
      if (name === 'table') tables.push({ rows: [], shade })
      if (name === 'tr') {
        rowShade = shade
        tables.at(-1)?.rows.push([])
      }
      if (name === 'td' || name === 'th') {
        const table = tables.at(-1)
        const width = Number.parseFloat(attributes.width ?? /(?:^|[;\s])width\s*:\s*([\d.]+)px/i.exec(attributes.style ?? '')?.[1] ?? '')
        const span = Math.min(Math.max(1, Number.parseInt(attributes.colspan ?? '1', 10) || 1), mostCells)
        table?.rows.at(-1)?.push({ dark: shade ?? rowShade ?? table.shade ?? false, span, width: width > 0 ? width : 0 })
      }
    },
    onClose(name) {
      if (name === 'table') finish()
    },
  })
  while (tables.length > 0) finish()
  return pictures
}

function pictureOfRows(rows: readonly (readonly Cell[])[]): Uint8Array | undefined {
  if (rows.length < fewest || rows.length > mostCells) return undefined
  const widths = rows.flat().flatMap((cell) => (cell.width > 0 ? [cell.width] : []))
  const unit = Math.min(...widths)
  // Cells that differ in width and span nothing say by their width how many squares they stand for.
  const byWidth = widths.length === rows.flat().length && rows.flat().every((cell) => cell.span === 1) && Math.max(...widths) > unit * 1.5
  const lines = rows.map((row) =>
    row.flatMap((cell) =>
      Array.from({ length: Math.min(mostCells, byWidth ? Math.round(cell.width / unit) : cell.span) }, () => cell.dark),
    ),
  )
  const width = Math.max(...lines.map((line) => line.length))
  if (width < fewest || width > mostCells || !lines.flat().includes(true)) return undefined
  return pictureOf({ width, height: lines.length, isDark: (x, y) => lines[y]?.[x] === true }, 4, 4)
}

const shadeOf = (attributes: Readonly<Record<string, string>>, classes: ReadonlyMap<string, boolean>): Shade =>
  shadeOfColour(/background(?:-color)?\s*:\s*([^;"]+)/i.exec(attributes.style ?? '')?.[1]) ??
  shadeOfColour(attributes.bgcolor) ??
  (attributes.class ?? '')
    .split(/\s+/)
    .map((name) => classes.get(name))
    .find((shade) => shade !== undefined)

function shadeOfColour(written: string | undefined): Shade {
  const colour = written?.trim().toLowerCase() ?? ''
  if (colour === '') return undefined
  const hex = /#([\da-f]{6}|[\da-f]{3})\b/.exec(colour)?.[1] ?? /^([\da-f]{6})$/.exec(colour)?.[1]
  if (hex !== undefined) {
    const long = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex
    const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16))
    return 0.3 * red + 0.59 * green + 0.11 * blue < 128
  }
  const rgb = /rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+(0|0?\.\d+))?/.exec(colour)
  if (rgb !== null)
    return rgb[4] !== undefined && Number(rgb[4]) < 0.5 ? false : 0.3 * Number(rgb[1]) + 0.59 * Number(rgb[2]) + 0.11 * Number(rgb[3]) < 128
  if (/\b(?:black|navy|midnightblue|darkblue|darkgreen|darkslategr[ae]y|maroon|indigo|dimgr[ae]y)\b/.test(colour)) return true
  return /\b(?:white|transparent|none|ivory|snow|ghostwhite|whitesmoke)\b/.test(colour) ? false : undefined
}

/** Classes that the page's style sheet paints. */
function shadesOfClasses(html: string): ReadonlyMap<string, boolean> {
  const shades = new Map<string, boolean>()
  const sheet = /<style[^<>]*>([\s\S]{0,60000}?)<\/style/i.exec(html)?.[1] ?? ''
  for (const rule of sheet.matchAll(/\.([\w-]{1,60})\s*\{([^{}]{0,500})\}/g)) {
    const shade = shadeOfColour(/background(?:-color)?\s*:\s*([^;}]+)/i.exec(rule[2] ?? '')?.[1])
    if (shade !== undefined && rule[1] !== undefined) shades.set(rule[1], shade)
  }
  return shades
}

/** A square code as SVG: dark on white by day and by night, since readers expect it so. */
import type { Squares } from '../deps/ways-in.ts'
import { html, type Markup } from './markup.ts'

/** Cells of white around it (ISO/IEC 18004 §6.3.8). */
const border = 4

export function squareCode({ side, dark }: Squares, says: string): Markup {
  const whole = side + 2 * border
  const cells = dark.flatMap((isDark, index) =>
    isDark ? [`M${(index % side) + border} ${Math.floor(index / side) + border}h1v1h-1z`] : [],
  )
  return html`<svg class="square-code" viewBox="0 0 ${whole} ${whole}" width="${whole * 5}" height="${whole * 5}" role="img" aria-label="${says}" shape-rendering="crispEdges"><rect width="${whole}" height="${whole}" fill="#fff"></rect><path d="${cells.join('')}" fill="#000"></path></svg>`
}

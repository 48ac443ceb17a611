/** A table that only shows: a heading a column, the first cell of a row its name, and each cell labelled for a narrow screen. */
import { html, type Markup } from './markup.ts'

type Cell = Markup | string | number | false | undefined

export const plainTable = (head: readonly string[], rows: readonly (readonly Cell[])[]): Markup =>
  html`<table class="collapses"><thead><tr>${head.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead><tbody>
${rows.map(([first, ...cells]) => html`<tr><th scope="row">${first}</th>${cells.map((cell, at) => html`<td data-label="${head[at + 1] ?? ''}">${cell}</td>`)}</tr>`)}</tbody></table>`

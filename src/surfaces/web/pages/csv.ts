/** CSV after RFC 4180. */

/**
 * One line. What a spreadsheet would run as a formula gets a quote before it, since attackers write some of the text; inside a cell
 * too, where a spreadsheet that cuts at semicolons or at line ends, as in much of Europe, would begin another.
 */
export const csvRow = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`

const cell = (text: string): string => {
  const harmless = text.replace(/(^|[;\t\r\n])(?=[=+\-@\t\r])/g, "$1'")
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

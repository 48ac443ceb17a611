/** CSV after RFC 4180, also with semicolons or tabs, with `#` comments and lines of one plain value. */

export type Row = { readonly line: number; readonly cells: readonly string[] }

/** The rows that hold something. */
export function readCsv(text: string): readonly Row[] {
  const rows: Row[] = []
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
  const separator = separatorOf(lines)
  for (let at = 0; at < lines.length; at++) {
    const line = at + 1
    let whole = lines[at] ?? ''
    // A quoted cell may hold line ends; at most twenty, so that one stray quotation mark does not eat the file.
    for (let more = 0; more < 20 && isOpen(whole) && at + 1 < lines.length; more++) {
      at += 1
      whole += `\n${lines[at] ?? ''}`
    }
    if (whole.trim() === '' || whole.trimStart().startsWith('#')) continue
    rows.push({ line, cells: cellsOf(whole, separator) })
  }
  return rows
}

/** What separates most in the first lines. */
function separatorOf(lines: readonly string[]): string {
  const head = lines
    .filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'))
    .slice(0, 5)
    .join('\n')
  const count = (letter: string): number => head.split(letter).length
  return count('\t') > count(',') ? '\t' : count(';') > count(',') ? ';' : ','
}

const isOpen = (line: string): boolean => !line.trimStart().startsWith('#') && (line.match(/"/g)?.length ?? 0) % 2 === 1

/** What is written so far is only added to: to look at all of it for each letter would stall us at a line of a million quotation marks. */
function cellsOf(line: string, separator: string): readonly string[] {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  let isBlank = true
  for (let at = 0; at < line.length; at++) {
    const letter = line[at] ?? ''
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (line[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (letter === '"' && isBlank) {
      quoted = true
      isBlank = false
      cell = ''
    } else if (letter === separator) {
      cells.push(cell)
      cell = ''
      isBlank = true
    } else if (letter === '#' && cell !== '' && /\s/.test(line[at - 1] ?? '')) break
    else {
      cell += letter
      isBlank &&= /\s/.test(letter)
    }
  }
  cells.push(cell)
  // A formula of a spreadsheet was made harmless by our own export.
  return cells.map((one) => one.trim().replace(/^'(?=[=+\-@])/, ''))
}

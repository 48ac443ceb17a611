/** A table as spreadsheets and registers save it (RFC 4180, also with semicolons, tabs or bars), read whole or not at all. */
import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'

export type TableRead =
  | { readonly rows: readonly (readonly string[])[]; readonly isCut: boolean }
  /** The line from which on it is no table, and the reader's own word for why. */
  | { readonly line: number; readonly why: string }

type Limits = {
  /** Rows, the headings among them; what is behind them is not read. */
  readonly most: number
  readonly separators: readonly string[]
  /** A quotation mark inside a plain cell is a letter, as in the registers of offices; in a spreadsheet's file it is a mistake. */
  readonly looseQuotes?: boolean
  /** Lines without anything are rows too, so that those after them keep the numbers a spreadsheet shows. */
  readonly emptyLines?: boolean
}

const longestRow = 65_536

export function readTable(text: string, { most, separators, looseQuotes = false, emptyLines = false }: Limits): TableRead {
  const [line = ''] = text.split(/\r?\n/, 1)
  const [first = ','] = separators
  // The one that the first line has most of.
  const delimiter = separators.reduce((best, one) => (line.split(one).length > line.split(best).length ? one : best), first)
  try {
    const rows: string[][] = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: looseQuotes,
      skip_empty_lines: !emptyLines,
      max_record_size: longestRow,
      to: most + 1,
    })
    return { rows: rows.slice(0, most), isCut: rows.length > most }
  } catch (cause) {
    if (cause instanceof CsvError) return { line: Number(cause.lines ?? 1), why: cause.message.slice(0, 200) }
    throw cause
  }
}

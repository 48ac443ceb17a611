/** Lists by the page, so that ten thousand rows stay usable. */

export type Paged<Row> = { readonly rows: readonly Row[]; readonly total: number; readonly page: number; readonly pages: number }

export const pageSize = 50

/** How many rows come before a page; pages are counted from 1. */
export const before = (page: number): number => (Math.max(1, Math.trunc(page)) - 1) * pageSize

export const paged = <Row>(rows: readonly Row[], total: number, page: number): Paged<Row> => ({
  rows,
  total,
  page: Math.max(1, Math.trunc(page)),
  pages: Math.max(1, Math.ceil(total / pageSize)),
})

/** What a person typed into a search box, as a pattern for ILIKE that matches it anywhere and nothing else. */
export const containing = (search: string): string =>
  `%${search
    .trim()
    .slice(0, 100)
    .replace(/[\\%_]/g, '\\$&')}%`

/** The rows that follow one, in the order of their ids: for programs that read a whole list, while rows come and go. */
export type Following = { readonly after: string | undefined; readonly most: number }
export type Followed<Row> = { readonly rows: readonly Row[]; readonly next?: string }

/** Of up to `most` + 1 rows that were read: those asked for, and after which to go on when there are more. */
export function followed<Row>(rows: readonly Row[], most: number, idOf: (row: Row) => string): Followed<Row> {
  const kept = rows.slice(0, most)
  const last = kept.at(-1)
  return { rows: kept, ...(rows.length > most && last !== undefined && { next: idOf(last) }) }
}

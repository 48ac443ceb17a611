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

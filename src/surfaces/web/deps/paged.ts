/** One page of a list, cut by the server. */
export type Paged<Row> = { readonly rows: readonly Row[]; readonly total: number; readonly page: number; readonly pages: number }

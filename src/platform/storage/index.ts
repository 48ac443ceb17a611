/** Storage: PostgreSQL, its supervisor and migrations, and the only door to a query. */
export type { Tables } from './tables/index.ts'

/** Storage: PostgreSQL, its supervisor and migrations, and the only door to a query. */
export type { AsTenant, Tx } from './as-tenant.ts'
export { databaseTrouble } from './database-trouble.ts'
export { newClient, openPool } from './driver.ts'
export { newId } from './ids.ts'
export type { LockHolder } from './locks.ts'
export { openStorage, type Storage, type StorageOptions } from './open-storage.ts'
export type { Tables } from './tables/index.ts'

/** Storage: PostgreSQL, its supervisor and migrations, and the only door to a query. */
export { type Erased, eraseSubject, type Subject } from './erase.ts'
export { uuid } from './ids.ts'
export type { LockHolder } from './locks.ts'
export { connectStorage, openStorage, openStorageBeside, type Storage, type StorageOptions } from './open-storage.ts'
export { keepRetention, type LetGo } from './retention.ts'
export { type RetentionNumbers, retentionNumbers } from './retention-rule.ts'
export type { Tables } from './tables/index.ts'
export type { AsTenant, Tx } from './tenant.ts'

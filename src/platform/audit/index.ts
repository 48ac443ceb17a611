/** Audit: what was done and who looked, written where it cannot be taken back. */
export { type AuditEntrySeen, auditEntries } from './audit-entries.ts'
export { type Look, lookedAt } from './looked-at.ts'
export { type Deed, record } from './record.ts'
export { type Verified, verifyChain } from './verify-chain.ts'

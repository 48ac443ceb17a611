/** What was erased. The law is migrations/0031-erasure.sql; a test compares the two. */
import type { ColumnType } from 'kysely'

export type ErasureTable = {
  id: string
  subject_kind: 'person' | 'organisation'
  subject_id: string
  erased_at: Date
  counts: ColumnType<unknown, string, string>
  signature: Buffer
}

/** Walks the whole log and computes every hash again: an entry that was changed, put in or taken out is named. */
import type { Storage } from '#storage'
import { type Entry, hashOf } from './chain.ts'

export type Verified = {
  readonly entries: number
  /** The first entry that does not fit. */
  readonly brokenAt?: number
  /** One sentence for the operator. */
  readonly says: string
}

type Row = Entry & { readonly previous_hash: Buffer; readonly hash: Buffer }

const pageSize = 2000

/** An entry's number and hash. The anchor is the last one that retention let go; entries cut off at the end are missed by the head. */
type Place = { readonly seq: number; readonly hash: Buffer }

export async function verifyChain(storage: Storage): Promise<Verified> {
  const head = await mark(storage, 'head')
  let before = await mark(storage, 'anchor')
  let entries = 0
  for (;;) {
    const rows = await page(storage, before.seq)
    for (const row of rows) {
      const trouble = troubleWith(row, before)
      if (trouble) return { entries, brokenAt: row.seq, says: `The audit log is broken at entry ${row.seq}: ${trouble}.` }
      before = { seq: row.seq, hash: row.hash }
      entries++
    }
    if (rows.length < pageSize) break
  }
  if (head.seq > before.seq)
    return { entries, brokenAt: head.seq, says: `The audit log ends at entry ${before.seq}, but entry ${head.seq} had been written.` }
  return {
    entries,
    says: `The audit log is whole: ${entries} entries, each holding on to the one before. The last hash is ${before.hash.toString('hex')}.`,
  }
}

function troubleWith(row: Row, before: Place): string | undefined {
  if (row.seq !== before.seq + 1) return `entries ${before.seq + 1} to ${row.seq - 1} are missing`
  if (!row.previous_hash.equals(before.hash)) return 'it does not hold on to the entry before it'
  if (!hashOf(row, before.hash).equals(row.hash)) return 'it was changed after it was written'
  return undefined
}

const page = (storage: Storage, after: number): Promise<readonly Row[]> =>
  storage.asTenant({ kind: 'programme' }, (tx) =>
    tx.selectFrom('audit_entry').selectAll().where('seq', '>', after).orderBy('seq').limit(pageSize).execute(),
  )

function mark(storage: Storage, place: 'head' | 'anchor'): Promise<Place> {
  return storage.asTenant({ kind: 'programme' }, (tx) =>
    tx.selectFrom('audit_mark').select(['seq', 'hash']).where('place', '=', place).executeTakeFirstOrThrow(),
  )
}

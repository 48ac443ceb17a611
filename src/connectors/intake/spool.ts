/**
 * Reports between their 250 and their verdict: sealed to their person, written
 * in the transaction that enqueues their examination, deleted with the verdict.
 */
import { type Clock, setback, type Who } from '#kernel'
import type { Sealer, Vault } from '#secrets'
import { type Storage, type Tx, uuid } from '#storage'

const programme: Who = { kind: 'programme' }
/** Reports of one person that may wait for their verdict: whoever learned a report address must not fill the disk. */
const waitingCap = 200

const contextOf = (spoolId: string): string => `report-spool/${spoolId}`

/** Keeps a report in the caller's transaction; gives the id that its job carries. Setback `reports-waiting` while too many of this person wait. */
export async function keepReport(
  tx: Tx,
  clock: Clock,
  report: { readonly personId: string; readonly sealer: Sealer; readonly bytes: Uint8Array; readonly watchAddressId?: string },
): Promise<string> {
  const id = uuid()
  const { watchAddressId = null } = report
  // Counted by themselves: who learned a secret address must not hold up its person's reports.
  const waiting = await tx
    .selectFrom('report_spool')
    .select('id')
    .where('person_id', '=', report.personId)
    .where('watch_address_id', watchAddressId === null ? 'is' : '=', watchAddressId)
    .limit(waitingCap)
    .execute()
  if (waiting.length >= waitingCap) throw setback('reports-waiting', `keeping a report: ${waitingCap} of this person wait already`)
  await tx
    .insertInto('report_spool')
    .values({
      id,
      person_id: report.personId,
      sealed: report.sealer.seal(report.bytes, contextOf(id)),
      received_at: clock.now(),
      watch_address_id: watchAddressId,
    })
    .execute()
  return id
}

export type SpooledReport = {
  readonly personId: string
  /** As it came, with a Return-Path that says the envelope's sender on top. */
  readonly bytes: Buffer
  readonly receivedAt: Date
}

/** A waiting report; undefined once it was examined. */
export async function openReport(storage: Storage, vault: Vault, spoolId: string): Promise<SpooledReport | undefined> {
  const row = await storage.asTenant(programme, (tx) =>
    tx.selectFrom('report_spool').select(['person_id', 'sealed', 'received_at']).where('id', '=', spoolId).executeTakeFirst(),
  )
  if (row === undefined) return undefined
  const sealer = await vault.sealer({ kind: 'person', id: row.person_id })
  return { personId: row.person_id, bytes: sealer.open(row.sealed, contextOf(spoolId)), receivedAt: row.received_at }
}

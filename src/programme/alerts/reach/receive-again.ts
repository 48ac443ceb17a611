/**
 * A mail that was read again, because one like it was found hostile elsewhere: it becomes its own owner's incident, and its person is told by the
 * normal way. One transaction, and its row in the reach says that it is done, so a second run tells nobody twice.
 */
import { sql } from 'kysely'
import type { Inspection } from '#mail'
import { ownerOf, type Place, type Reached } from '../arrival.ts'
import type { ReceiveDeps } from '../deps.ts'
import { type Flagging, flag } from '../flag.ts'
import { messageHash, peopleOf } from '../receive.ts'
import { tellPeople } from '../tell-people.ts'

export type ReachPlace = Place & { readonly reachId: string }
export type ReadAgain = { readonly bytes: Uint8Array; readonly inspection: Inspection; readonly arrivedAt: Date }
export type ReachOutcome = 'told' | 'known' | 'dismissed' | 'left' | 'gone' | 'nothing-to-do'

/** Whether the mail still waits for its reach, and where it lay. */
export async function reachWaits({ storage, clock }: Pick<ReceiveDeps, 'storage' | 'clock'>, at: ReachPlace): Promise<boolean> {
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const row = await tx
      .selectFrom('reach_mail')
      .innerJoin('reach', 'reach.id', 'reach_mail.reach_id')
      .select(['reach_mail.outcome', 'reach.until'])
      .where('reach_id', '=', at.reachId)
      .where(lies(at))
      .executeTakeFirst()
    return row?.outcome === 'waiting' && row.until > clock.now()
  })
}

/** A mail whose mailbox was disconnected before it could be read again. */
export async function reachGone({ storage, clock }: Pick<ReceiveDeps, 'storage' | 'clock'>, at: ReachPlace): Promise<void> {
  await storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .updateTable('reach_mail')
      .set({ outcome: 'gone', done_at: clock.now() })
      .where('reach_id', '=', at.reachId)
      .where(lies(at))
      .where('outcome', '=', 'waiting')
      .execute(),
  )
}

/** Takes it in; without `read` the mail is gone. */
export async function receiveAgain(
  deps: ReceiveDeps,
  at: ReachPlace,
  { reached, read }: { readonly reached: Reached; readonly read: ReadAgain | undefined },
): Promise<ReachOutcome> {
  const { storage, vault, clock, teller } = deps
  const sealer = await vault.sealer(ownerOf(reached))
  const tell = await teller(await peopleOf(storage, reached))
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const waiting = await tx
      .selectFrom('reach_mail')
      .select('outcome')
      .where('reach_id', '=', at.reachId)
      .where(lies(at))
      .forUpdate()
      .executeTakeFirst()
    // It may have been ended while the mail was read: an incident that was opened again tells nobody any more.
    const reach = await tx.selectFrom('reach').select('until').where('id', '=', at.reachId).forShare().executeTakeFirst()
    if (waiting?.outcome !== 'waiting' || reach === undefined || reach.until <= clock.now()) return 'nothing-to-do'
    const done = async (outcome: Exclude<ReachOutcome, 'nothing-to-do'>): Promise<ReachOutcome> => {
      const row = { outcome, done_at: clock.now() }
      await tx.updateTable('reach_mail').set(row).where('reach_id', '=', at.reachId).where(lies(at)).execute()
      return outcome
    }
    // Consent may have been withdrawn while the mail was read: then nothing of it is kept.
    const connection = await tx.selectFrom('connection').select('ended_at').where('id', '=', at.connectionId).forShare().executeTakeFirst()
    if (read === undefined || connection === undefined || connection.ended_at !== null) return done('gone')
    const trace = await tx.selectFrom('mail_trace').select('in_junk').where(lies(at)).executeTakeFirst()
    const now = await tx.selectFrom('message_verdict').select('verdict').where(lies(at)).executeTakeFirst()
    if (now?.verdict === 'dangerous') return done('known')
    const { bytes, inspection, arrivedAt } = read
    if (inspection.verdict !== 'dangerous') return done('left')
    await tx.updateTable('message_verdict').set({ verdict: 'dangerous', score: inspection.score }).where(lies(at)).execute()
    const flagging: Flagging = {
      reached,
      origin: 'mailbox',
      level: trace?.in_junk ? 'attempt-blocked' : 'targeted',
      place: { connectionId: at.connectionId, folder: at.folder, uidValidity: at.uidValidity, uid: at.uid },
      messageHash: messageHash(vault, reached, bytes),
      bytes,
      inspection,
      arrivedAt,
    }
    const { incidentId, dismissed } = await flag(tx, { clock, vault, sealer }, flagging)
    if (dismissed) return done('dismissed')
    await tellPeople(tx, tell, incidentId, flagging)
    return done('told')
  })
}

const lies = ({ connectionId, folder, uidValidity, uid }: Place) =>
  sql<boolean>`connection_id = ${connectionId} and folder = ${folder} and uid_validity = ${uidValidity} and uid = ${uid}`

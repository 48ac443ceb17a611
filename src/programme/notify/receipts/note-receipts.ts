/**
 * Each minute, what happened to notices since the last time becomes receipts,
 * and their digest an entry of the audit log. Delivering itself waits for none
 * of it.
 */
import { sql } from 'kysely'
import { record } from '#audit'
import { type Clock, minutesMs } from '#kernel'
import { type Storage, type Tx, uuid } from '#storage'
import { digestOf, hashOfReceipt, type Receipt } from './receipt-text.ts'

export const noteReceiptsTask = 'note-receipts'

type Deps = { readonly storage: Storage; readonly clock: Clock }

const most = 5000
/** A transaction may have ended this long after the moment it wrote. */
const overlapMs = minutesMs(10)

/** The handler of the minutely job. */
export const noteReceipts = (deps: Deps) => async (): Promise<void> => {
  while ((await noteBatch(deps)) === most);
}

/** One batch; returns how many receipts it holds. */
const noteBatch = ({ storage, clock }: Deps): Promise<number> =>
  storage.asTenant({ kind: 'programme' }, async (tx) => {
    // Somebody else is at it: they note the same.
    if (!(await isAlone(tx))) return 0
    const happened = await happenedSince(tx, await since(tx))
    if (happened.length === 0) return 0
    const receipts = happened.map((one) => ({ ...one, id: uuid() }))
    const hashes = receipts.map(hashOfReceipt)
    const [batchId, digest] = [uuid(), digestOf(hashes)]
    const details = { count: hashes.length, digest: digest.toString('hex') }
    await record(tx, clock, { actor: { kind: 'programme' }, action: 'receipts.note', subject: `receipts/${batchId}`, details })
    const { seq } = await tx.selectFrom('audit_mark').select('seq').where('place', '=', 'head').executeTakeFirstOrThrow()
    const batch = { id: batchId, noted_at: clock.now(), hashes: Buffer.concat(hashes), digest, audit_seq: seq }
    await tx.insertInto('receipt_batch').values(batch).execute()
    const rows = receipts.map(({ id, noticeId, personId, organisationId, deliveryId, channel, what, at }, place) => ({
      ...{ id, notice_id: noticeId, person_id: personId, organisation_id: organisationId, delivery_id: deliveryId, channel, what, at },
      ...{ hash: hashes[place] ?? Buffer.alloc(0), batch_id: batchId },
    }))
    // Under the number of parameters that a statement may have.
    for (let from = 0; from < rows.length; from += 1000)
      await tx
        .insertInto('receipt')
        .values(rows.slice(from, from + 1000))
        .execute()
    return receipts.length
  })

/** Any number, the same for every Bellwether. */
const notingLock = 7_041_780

async function isAlone(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(${sql.lit(notingLock)}) as got`.execute(tx)
  return rows[0]?.got === true
}

async function since(tx: Tx): Promise<Date> {
  const last = await tx.selectFrom('receipt_batch').select('noted_at').orderBy('noted_at', 'desc').limit(1).executeTakeFirst()
  return new Date(last === undefined ? 0 : last.noted_at.getTime() - overlapMs)
}

type Happened = Omit<Receipt, 'id'> & { readonly personId: string; readonly organisationId: string | null }

/** What has no receipt yet, the oldest first. */
async function happenedSince(tx: Tx, from: Date): Promise<readonly Happened[]> {
  const { rows } = await sql<Happened>`
    select n.id as "noticeId", n.person_id as "personId", n.organisation_id as "organisationId", d.id as "deliveryId", d.channel, happened.what, happened.at
      from bellwether.delivery d join bellwether.notice n on n.id = d.notice_id
      cross join lateral (values ('sent', d.sent_at), (case when d.state in ('delivered', 'bounced', 'failed') then d.state end, d.ended_at)) as happened(what, at)
      where (d.sent_at is not null or d.ended_at is not null) and greatest(d.sent_at, d.ended_at) >= ${from}
        and happened.what is not null and happened.at is not null
        and not exists (select from bellwether.receipt r where r.notice_id = n.id and r.delivery_id = d.id and r.what = happened.what)
    union all
    select n.id, n.person_id, n.organisation_id, null, null, happened.what, happened.at
      from bellwether.notice n
      cross join lateral (values ('read', n.read_at), ('verified', n.verified_at), ('acknowledged', n.acknowledged_at), ('done', n.done_at)) as happened(what, at)
      where coalesce(n.read_at, n.verified_at, n.acknowledged_at, n.done_at) is not null
        and greatest(n.read_at, n.verified_at, n.acknowledged_at, n.done_at) >= ${from} and happened.at is not null
        and not exists (select from bellwether.receipt r where r.notice_id = n.id and r.delivery_id is null and r.what = happened.what)
    order by 7 limit ${most}`.execute(tx)
  return rows
}

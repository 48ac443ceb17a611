/**
 * Writes down what somebody did, in the transaction in which it was done: both
 * stand, or neither. Entries carry ids and names of actions, never mail text
 * or addresses.
 */
import { sql } from 'kysely'
import { type Clock, type Owner, personOf, type Who } from '#kernel'
import type { Tx } from '#storage'
import { hashOf } from './chain.ts'

export type Deed = {
  readonly actor: Who
  /** `incident.dismiss` */
  readonly action: string
  /** `incident/<id>` */
  readonly subject: string
  /** Whose matter it is; they may read the entry. */
  readonly owner?: Owner
  readonly details?: Readonly<Record<string, unknown>>
}

/** Any number, the same for every Bellwether: entries are written one after the other. */
const chainLock = 7_041_777

/** Adds one entry. Others who record wait until `tx` ends, so record late in it. */
export async function record(tx: Tx, clock: Clock, { actor, action, subject, owner, details = {} }: Deed): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(chainLock)})`.execute(tx)
  const head = await tx.selectFrom('audit_mark').select(['seq', 'hash']).where('place', '=', 'head').executeTakeFirstOrThrow()
  const entry = {
    seq: head.seq + 1,
    at: clock.now(),
    actor_kind: actor.kind,
    actor: 'tokenId' in actor ? actor.tokenId : personOf(actor),
    action,
    subject,
    organisation_id: owner?.kind === 'organisation' ? owner.id : null,
    person_id: owner?.kind === 'person' ? owner.id : null,
    // As the database gives it back.
    details: JSON.parse(JSON.stringify(details)) as unknown,
  }
  await tx
    .insertInto('audit_entry')
    .values({ ...entry, details: JSON.stringify(entry.details), previous_hash: head.hash, hash: hashOf(entry, head.hash) })
    .execute()
}

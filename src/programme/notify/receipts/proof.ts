/**
 * The proof that a person was told at a time: the receipts of a notice, the
 * batches that hold their hashes, and the audit log's entries that hold the
 * batches, signed with Ed25519. Whoever has it needs nobody of us to check it
 * (check-proof.ts, `bellwether audit proof FILE`); that the log was not written
 * anew since, the log's own chain and its earlier copies say.
 */
import { createPublicKey, sign } from 'node:crypto'
import type { Who } from '#kernel'
import { signingKey } from '#secrets'
import type { Tx } from '#storage'
import type { NotifyDeps } from '../deps.ts'
import { type Proof, textOfProof } from './check-proof.ts'

type Deps = Pick<NotifyDeps, 'storage' | 'vault' | 'clock'>

/** Undefined when `who` may not see such a notice. What happened in the last minute may not stand in it yet. */
export async function proofOf({ storage, vault, clock }: Deps, who: Who, noticeId: string): Promise<Proof | undefined> {
  const seen = await storage.asTenant(who, (tx) => receiptsOf(tx, noticeId))
  if (seen === undefined) return undefined
  const batchIds = [...new Set(seen.receipts.map(({ batch_id }) => batch_id))]
  const batches = batchIds.length === 0 ? [] : await storage.asTenant({ kind: 'programme' }, (tx) => batchesOf(tx, batchIds))
  const facts: Omit<Proof, 'signature' | 'publicKey'> = {
    kind: 'Bellwether proof of notice 1',
    notice: noticeId,
    level: seen.level,
    decidedAt: seen.decided_at.toISOString(),
    madeAt: clock.now().toISOString(),
    receipts: seen.receipts.map(({ id, delivery_id, channel, what, at, batch_id, hash }) => ({
      ...{ id, delivery: delivery_id, channel, what, at: at.toISOString(), batch: batch_id, hash: hash.toString('hex') },
    })),
    batches: batches.map((one) => ({
      ...{ id: one.id, notedAt: one.noted_at.toISOString(), digest: one.digest.toString('hex'), auditEntry: Number(one.audit_seq) },
      hashes: hexOf(one.hashes),
    })),
  }
  const key = signingKey(vault, 'notice-proof')
  return {
    ...facts,
    signature: sign(null, Buffer.from(textOfProof(facts)), key).toString('base64'),
    publicKey: createPublicKey(key).export({ format: 'pem', type: 'spki' }).toString(),
  }
}

async function receiptsOf(tx: Tx, noticeId: string) {
  const notice = await tx.selectFrom('notice').select(['level', 'decided_at']).where('id', '=', noticeId).executeTakeFirst()
  if (notice === undefined) return undefined
  const receipts = await tx.selectFrom('receipt').selectAll().where('notice_id', '=', noticeId).orderBy('at').orderBy('id').execute()
  return { ...notice, receipts }
}

const batchesOf = (tx: Tx, ids: readonly string[]) =>
  tx.selectFrom('receipt_batch').selectAll().where('id', 'in', ids).orderBy('audit_seq').execute()

const hexOf = (hashes: Buffer): string[] =>
  Array.from({ length: hashes.length / 32 }, (_, place) => hashes.subarray(place * 32, place * 32 + 32).toString('hex'))

/**
 * Six digits that are sent to a telephone and typed by its owner. They are made
 * from the row and the moment they were asked for, so neither the row nor the
 * job that sends them holds them.
 */
import { timingSafeEqual } from 'node:crypto'
import { enqueue } from '#jobs'
import { type Clock, minutesMs } from '#kernel'
import { sixDigits, typedDigits } from '#members'
import type { Vault } from '#secrets'
import { type Tx, uuid } from '#storage'

export const sendProofTask = 'send-contact-proof'

const livesMs = minutesMs(10)
const mostTries = 5
/** A person waits for it at a page. */
const beforeAllElse = -10

type Macs = Pick<Vault, 'mac'>

export const digitsSentAt = (vault: Macs, contactMethodId: string, at: Date): string =>
  sixDigits(vault.mac('contact-proof', `${contactMethodId}/${at.getTime()}`))

const hashOf = (vault: Macs, contactMethodId: string, digits: string): Buffer =>
  vault.mac('contact-proof-hash', `${contactMethodId}/${digits}`)

export const isTooOld = (sentAt: Date, now: Date): boolean => now.getTime() - sentAt.getTime() >= livesMs

/** Digits of before no longer work. */
export async function askForProof(tx: Tx, { vault, clock }: { readonly vault: Macs; readonly clock: Clock }, id: string): Promise<void> {
  const now = clock.now()
  await tx
    .updateTable('contact_method')
    .set({ proof_hash: hashOf(vault, id, digitsSentAt(vault, id, now)), proof_sent_at: now, proof_tries: 0 })
    .where('id', '=', id)
    .execute()
  await enqueue(tx, { task: sendProofTask, payload: { contactMethodId: id, proofId: uuid() }, priority: beforeAllElse })
}

type Tried = { readonly personId: string; readonly id: string; readonly typed: string }

/** Each try counts, and the right one uses the digits up: the caller lets the transaction commit whatever the answer. */
export async function tryProof(
  tx: Tx,
  { vault, clock }: { readonly vault: Macs; readonly clock: Clock },
  { personId, id, typed }: Tried,
): Promise<boolean> {
  const now = clock.now()
  const live = await tx
    .updateTable('contact_method')
    .set((columns) => ({ proof_tries: columns('proof_tries', '+', 1) }))
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('removed_at', 'is', null)
    .where('proof_sent_at', '>', new Date(now.getTime() - livesMs))
    .where('proof_tries', '<', mostTries)
    .returning('proof_hash')
    .executeTakeFirst()
  if (!live?.proof_hash || !timingSafeEqual(live.proof_hash, hashOf(vault, id, typedDigits(typed)))) return false
  await tx.updateTable('contact_method').set({ proof_hash: null, proven_at: now, gone_since: null }).where('id', '=', id).execute()
  return true
}

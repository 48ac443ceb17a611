/** Checks a proof by itself: its signature, each receipt's hash, its place in its batch, and the batch's digest. */
import { createPublicKey, verify } from 'node:crypto'
import { z } from 'zod'
import { digestOf, hashOfReceipt } from './receipt-text.ts'

const hex = z.string().regex(/^[0-9a-f]{64}$/)
const proofSchema = z.strictObject({
  kind: z.literal('Bellwether proof of notice 1'),
  notice: z.uuid(),
  level: z.string().max(40),
  decidedAt: z.iso.datetime(),
  madeAt: z.iso.datetime(),
  receipts: z
    .array(
      z.strictObject({
        id: z.uuid(),
        delivery: z.uuid().nullable(),
        channel: z.string().max(20).nullable(),
        what: z.enum(['sent', 'delivered', 'bounced', 'failed', 'read', 'verified', 'acknowledged', 'done']),
        at: z.iso.datetime(),
        batch: z.uuid(),
        hash: hex,
      }),
    )
    .max(10_000),
  batches: z
    .array(
      z.strictObject({
        id: z.uuid(),
        notedAt: z.iso.datetime(),
        digest: hex,
        /** The number of the audit log's entry that holds the digest. */
        auditEntry: z.int().nonnegative(),
        hashes: z.array(hex).max(100_000),
      }),
    )
    .max(10_000),
  /** Base64, over `textOfProof`. */
  signature: z.string().max(200),
  /** SPKI, PEM. */
  publicKey: z.string().max(500),
})
export type Proof = z.infer<typeof proofSchema>

/** The very bytes that are signed. */
export const textOfProof = ({
  kind,
  notice,
  level,
  decidedAt,
  madeAt,
  receipts,
  batches,
}: Omit<Proof, 'signature' | 'publicKey'>): string =>
  [
    ...[kind, `notice ${notice}`, `level ${level}`, `decided ${decidedAt}`, `made ${madeAt}`],
    ...receipts.map(({ what, at, channel, hash, batch }) => `${what} ${at} ${channel ?? '-'} ${hash} ${batch}`),
    ...batches.map(({ id, digest, auditEntry }) => `batch ${id} ${digest} ${auditEntry}`),
    '',
  ].join('\n')

export type ProofChecked =
  | { readonly holds: true; readonly proof: Proof; readonly says: string }
  | { readonly holds: false; readonly says: string }

/** `text` is the file as it was given; `publicKey` the programme's, as its own page shows it, else the one in the file. */
export function checkProof(text: string, publicKey?: string): ProofChecked {
  const read = proofSchema.safeParse(jsonOf(text))
  if (!read.success) return { holds: false, says: 'This is no proof of a notice, or a part of it is missing.' }
  const proof = read.data
  if (!isSigned(proof, publicKey ?? proof.publicKey))
    return { holds: false, says: 'The signature does not fit: the proof was changed, or another key made it.' }
  const broken = proof.receipts.find((one) => !isInBatch(proof, one))
  if (broken) return { holds: false, says: `The receipt ${broken.id} does not fit its batch: it was changed.` }
  const torn = proof.batches.find(({ digest, hashes }) => digestOf(hashes.map((one) => Buffer.from(one, 'hex'))).toString('hex') !== digest)
  if (torn) return { holds: false, says: `The batch ${torn.id} does not fit its digest: it was changed.` }
  const sent = proof.receipts.find(({ what }) => what === 'sent' || what === 'delivered')
  const told = sent ? `sent by ${sent.channel ?? 'an unnamed channel'} at ${sent.at}` : 'not sent yet'
  return { holds: true, proof, says: `The proof holds: notice ${proof.notice}, decided at ${proof.decidedAt}, was ${told}.` }
}

function isInBatch(proof: Proof, { id, delivery, channel, what, at, hash, batch }: Proof['receipts'][number]): boolean {
  const own = hashOfReceipt({ id, noticeId: proof.notice, deliveryId: delivery, channel, what, at: new Date(at) }).toString('hex')
  return own === hash && proof.batches.some((one) => one.id === batch && one.hashes.includes(hash))
}

function isSigned(proof: Proof, publicKey: string): boolean {
  try {
    return verify(null, Buffer.from(textOfProof(proof)), createPublicKey(publicKey), Buffer.from(proof.signature, 'base64'))
  } catch {
    return false
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

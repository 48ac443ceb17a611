/** Proofs as they are kept: the last answer to each question, with what was asked and heard. */
import { z } from 'zod'
import type { Clock } from '#kernel'
import type { Tx } from '#storage'
import { type Proof, proofKinds } from './proof.ts'

const evidenceSchema = z.array(z.object({ asked: z.string(), answered: z.string(), from: z.string().exactOptional() }))

/** What was proven stays so when nobody could be asked this time. */
export async function keepProofs(tx: Tx, clock: Clock, id: string, proofs: readonly Proof[]): Promise<void> {
  const now = clock.now()
  await tx
    .insertInto('application_proof')
    .values(proofs.map(({ kind, state, evidence }) => ({ application_id: id, kind, state, evidence: JSON.stringify(evidence), at: now })))
    .onConflict((conflict) =>
      conflict
        .columns(['application_id', 'kind'])
        .doUpdateSet((row) => ({ state: row.ref('excluded.state'), evidence: row.ref('excluded.evidence'), at: row.ref('excluded.at') }))
        .where((where) => where.not(where.and([where('application_proof.state', '=', 'proven'), where('excluded.state', '=', 'failed')]))),
    )
    .execute()
}

export type KeptProof = Proof & { readonly at: Date }

/** The proofs of an application as they stand. */
export async function proofsOf(tx: Tx, id: string): Promise<readonly KeptProof[]> {
  const rows = await tx
    .selectFrom('application_proof')
    .select(['kind', 'state', 'evidence', 'at'])
    .where('application_id', '=', id)
    .orderBy('kind')
    .execute()
  return rows.flatMap(({ kind, state, evidence, at }) => {
    const known = proofKinds.find((one) => one === kind)
    return known === undefined ? [] : [{ kind: known, state, evidence: evidenceSchema.parse(evidence), at }]
  })
}

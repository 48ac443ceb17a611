/** The set, judged again with the rules of today: one mail after another, so that a run that was cut off goes on where it was. */
import { z } from 'zod'
import type { Inspection } from '#mail'
import { ownerOf, type Reached } from '../arrival.ts'
import type { ReceiveDeps } from '../deps.ts'
import { judgedContext, keptContext } from './keep-mail.ts'

type Deps = Pick<ReceiveDeps, 'storage' | 'vault' | 'clock'>

export type KeptMail = {
  readonly id: string
  readonly reached: Reached
  readonly bytes: Uint8Array
  readonly recipient: string
  readonly trustedAuthserv: readonly string[]
}

export type TestRun = { readonly run: string; readonly only?: string | undefined }

const contextSchema = z.object({ recipient: z.string(), trustedAuthserv: z.array(z.string()) })

/**
 * The next mail behind `after` that this run has not tested; undefined when all are. Always onwards: two runs at once each mark what they tested as
 * theirs, and from the beginning they would take the first mail from each other for ever.
 */
export async function nextToTest({ storage, vault }: Deps, { run, only }: TestRun, after?: string): Promise<KeptMail | undefined> {
  const row = await storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .selectFrom('evaluation_mail')
      .selectAll()
      .where((where) => where.or([where('tested_in', 'is', null), where('tested_in', '!=', run)]))
      .$if(only !== undefined, (rows) => rows.where('id', '=', only ?? ''))
      .$if(after !== undefined, (rows) => rows.where('id', '>', after ?? ''))
      .orderBy('id')
      .limit(1)
      .executeTakeFirst(),
  )
  if (row === undefined) return undefined
  const reached = { accountId: row.account_id, personId: row.reached, organisationId: row.organisation_id }
  const sealer = await vault.sealer(ownerOf(reached))
  const context = contextSchema.parse(JSON.parse(sealer.open(row.sealed_context, judgedContext(row.id)).toString('utf8')))
  return { id: row.id, reached, bytes: sealer.open(row.sealed_message, keptContext(row.id)), ...context }
}

/** Writes what the rules say now; what they said before moves one place back, once a run. */
export async function keepTest({ storage, clock }: Deps, { run }: TestRun, id: string, { verdict, findings }: Inspection): Promise<void> {
  await storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .updateTable('evaluation_mail')
      .set((columns) => ({
        verdict_before: columns.ref('verdict_now'),
        rules_before: columns.ref('rules_now'),
        verdict_now: verdict,
        rules_now: [...new Set(findings.map((finding) => finding.id))],
        tested_at: clock.now(),
        tested_in: run,
      }))
      .where('id', '=', id)
      .where((where) => where.or([where('tested_in', 'is', null), where('tested_in', '!=', run)]))
      .execute(),
  )
}

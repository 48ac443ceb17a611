/** Whether a mail is one that the desk found hostile elsewhere, and what it has in common with it. */
import { sql } from 'kysely'
import type { Inspection, KnownCampaign } from '#mail'
import type { ReceiveDeps } from '../deps.ts'
import { traceHash } from '../trace-hashes.ts'

type Deps = Pick<ReceiveDeps, 'storage' | 'vault' | 'clock'>

/** Undefined for almost every mail. A sender in common is more than a content in common: a colleague may pass the mail on to ask. */
export async function knownCampaignOf({ storage, vault, clock }: Deps, traces: Inspection['traces']): Promise<KnownCampaign | undefined> {
  if (traces.length === 0) return undefined
  const byHash = new Map(traces.map((trace) => [traceHash(vault, trace).toString('hex'), trace]))
  const hashes = [...byHash.keys()].map((hash) => Buffer.from(hash, 'hex'))
  const found = await storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .selectFrom('reach')
      .select('hashes')
      .where('until', '>', clock.now())
      .where(sql<boolean>`hashes && ${hashes}::bytea[]`)
      .limit(20)
      .execute(),
  )
  const common = found.flatMap((row) => row.hashes.flatMap((hash) => byHash.get(hash.toString('hex')) ?? []))
  if (common.length === 0) return undefined
  return common.some(isOfSender) ? 'same-sender' : 'same-content'
}

const isOfSender = ({ kind, value }: Inspection['traces'][number]): boolean =>
  kind === 'sender' || kind === 'sender-domain' || kind === 'reply-to' || (kind === 'campaign' && value.startsWith('sender\n'))

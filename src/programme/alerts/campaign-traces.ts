/**
 * What mails of one campaign share, kept as keyed hashes per owner: two of
 * three parts in common within a week make one incident. One that was
 * dismissed takes in only what agrees in all three: else whoever sends a
 * harmless mail first, and a hostile one in its likeness, would not be told of.
 */
import { sql } from 'kysely'
import { daysMs } from '#kernel'
import type { Inspection } from '#mail'
import type { Vault } from '#secrets'
import type { Tx } from '#storage'
import { ownerColumns, type Reached } from './arrival.ts'

const oneCampaignMs = daysMs(7)
const parts = ['sender', 'subject', 'payload'] as const

export type Trace = { readonly part: (typeof parts)[number]; readonly hash: Buffer }

/** The hashes of a mail's three parts; an empty part tells nothing and leaves none. */
export const tracesOf = (vault: Vault, reached: Reached, campaign: Inspection['campaign']): readonly Trace[] =>
  parts.flatMap((part) =>
    campaign[part].trim() === ''
      ? []
      : [{ part, hash: vault.mac('campaign-trace', `${reached.organisationId ?? reached.personId}\n${part}\n${campaign[part]}`) }],
  )

/** The incident of this owner that a mail with these traces belongs to. */
export async function incidentOf(
  tx: Tx,
  { reached, traces, arrivedAt }: { readonly reached: Reached; readonly traces: readonly Trace[]; readonly arrivedAt: Date },
): Promise<string | undefined> {
  if (traces.length < 2) return undefined
  const owner = ownerColumns(reached)
  const found = await tx
    .selectFrom('campaign_trace')
    .innerJoin('incident as found', 'found.id', 'campaign_trace.incident_id')
    .innerJoin('incident', (join) => join.on('incident.id', '=', (columns) => columns.fn.coalesce('found.merged_into', 'found.id')))
    .select((columns) => [
      'incident.id',
      columns.fn.count('campaign_trace.part').distinct().as('common'),
      columns.fn.max('campaign_trace.seen_at').as('latest'),
    ])
    .where((where) => where.or(traces.map(({ part, hash }) => where.and([where('part', '=', part), where('hash', '=', hash)]))))
    .where('campaign_trace.seen_at', '>=', new Date(arrivedAt.getTime() - oneCampaignMs))
    .where('campaign_trace.seen_at', '<=', new Date(arrivedAt.getTime() + oneCampaignMs))
    .where((where) =>
      owner.organisation_id === null
        ? where('campaign_trace.person_id', '=', owner.person_id)
        : where('campaign_trace.organisation_id', '=', owner.organisation_id),
    )
    .groupBy(['incident.id', 'incident.state'])
    .having((having) =>
      having(
        having.fn.count('campaign_trace.part').distinct(),
        '>=',
        sql<number>`case when incident.state = 'dismissed' then 3 else 2 end`,
      ),
    )
    .orderBy('common', 'desc')
    .orderBy('latest', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found?.id
}

/** Adds a mail's traces to its incident, so that a campaign that changes one part at a time stays one. */
export async function keepTraces(
  tx: Tx,
  incidentId: string,
  { reached, traces, arrivedAt }: { readonly reached: Reached; readonly traces: readonly Trace[]; readonly arrivedAt: Date },
): Promise<void> {
  if (traces.length === 0) return
  await tx
    .insertInto('campaign_trace')
    .values(traces.map(({ part, hash }) => ({ incident_id: incidentId, ...ownerColumns(reached), part, hash, seen_at: arrivedAt })))
    .onConflict((found) =>
      found
        .columns(['incident_id', 'part', 'hash'])
        .doUpdateSet((columns) => ({ seen_at: columns.fn('greatest', ['campaign_trace.seen_at', 'excluded.seen_at']) })),
    )
    .execute()
}

/**
 * The four steps of whoever gets a warning (Sahin et al., NDSS 2022): they see
 * it, find out that it is genuine, understand it, and act. How many got how
 * far, and how long it took them.
 */
import { sql } from 'kysely'
import type { NoticeLevel } from '#kernel'
import type { Tx } from '#storage'

export type Step = {
  readonly name: 'told' | 'seen' | 'verified' | 'understood' | 'acted'
  readonly count: number
  /** Minutes from the decision to this step, the median of those who took it; absent where nobody did. */
  readonly medianMinutes?: number
}
export type Funnel = { readonly level: NoticeLevel; readonly notices: number; readonly steps: readonly Step[] }

/**
 * Of notices about incidents that were decided in a time, by level. Seen: read on the page, or acknowledged anywhere. Verified: the code was
 * typed, or it was read on the page, which needs no code. Understood: acknowledged. Acted: nothing is left to do.
 */
export async function funnels(tx: Tx, from: Date, until: Date): Promise<readonly Funnel[]> {
  const { rows } = await sql<Record<string, string | number | null> & { level: NoticeLevel }>`
    with told as (
      select n.level, n.decided_at, n.acknowledged_at as understood, n.done_at as acted,
        least(n.read_at, n.acknowledged_at, n.verified_at) as seen, least(n.verified_at, n.read_at) as verified,
        (select min(coalesce(d.sent_at, d.ended_at)) from bellwether.delivery d
          where d.notice_id = n.id and d.channel <> 'home' and d.state in ('sent', 'delivered')) as told
      from bellwether.notice n where n.kind in ('incident', 'composed') and n.decided_at >= ${from} and n.decided_at < ${until})
    select level, count(*)::int as notices, ${sql.join(
      names.flatMap((name) => [
        sql`count(${sql.ref(name)})::int as ${sql.ref(`${name}Count`)}`,
        sql`percentile_cont(0.5) within group (order by extract(epoch from ${sql.ref(name)} - decided_at) / 60) as ${sql.ref(`${name}Median`)}`,
      ]),
    )} from told group by level order by level`.execute(tx)
  return rows.map((row) => ({
    level: row.level,
    notices: Number(row['notices']),
    steps: names.map((name) => {
      const median = row[`${name}Median`]
      return { name, count: Number(row[`${name}Count`]), ...(typeof median === 'number' && { medianMinutes: median }) }
    }),
  }))
}

const names = ['told', 'seen', 'verified', 'understood', 'acted'] as const

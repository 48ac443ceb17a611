/**
 * What the programme publishes of its notices: counts by month, party-blind,
 * and none so small that it tells of somebody.
 */
import { sql } from 'kysely'
import type { NoticeLevel } from '#kernel'
import type { Storage, Tx } from '#storage'
import { type Funnel, funnels } from './funnel.ts'

/** A count below this is only said to be so. */
const fewest = 5

type Month = {
  /** `2026-11`. */
  readonly month: string
  /** Notices of each level; undefined where there were some, and fewer than five. */
  readonly notices: Readonly<Record<NoticeLevel, number | undefined>>
  /** Incidents that turned out to be honest mail. */
  readonly mistaken: number | undefined
}

export type Published = {
  /** The newest first; the running month is not among them. */
  readonly months: readonly Month[]
  /** How far people got with the notices of the last year; steps that fewer than five took are left out. */
  readonly funnels: readonly Funnel[]
}

const monthsShown = 12

/** For everybody. */
export const publishedNotices = (storage: Storage, now: Date): Promise<Published> =>
  storage.asTenant({ kind: 'programme' }, async (tx) => {
    const until = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1))
    const from = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - monthsShown, 1))
    const counts = [...(await noticesByMonth(tx, from, until)), ...(await mistakesByMonth(tx, from, until))]
    const months = [...new Set(counts.map(({ month }) => month))].toSorted().toReversed()
    return {
      months: months.map((month) => {
        const count = (what: string) => shown(counts.find((one) => one.month === month && one.what === what)?.count ?? 0)
        return {
          month,
          notices: {
            targeted: count('targeted'),
            'attempt-blocked': count('attempt-blocked'),
            'possible-access': count('possible-access'),
            'confirmed-access': count('confirmed-access'),
          },
          mistaken: count('mistaken'),
        }
      }),
      funnels: (await funnels(tx, from, until))
        .filter(({ notices }) => notices >= fewest)
        .map((one) => ({ ...one, steps: one.steps.filter(({ count }) => count >= fewest) })),
    }
  })

const shown = (count: number): number | undefined => (count > 0 && count < fewest ? undefined : count)

type Count = { readonly month: string; readonly what: string; readonly count: number }

const noticesByMonth = async (tx: Tx, from: Date, until: Date): Promise<readonly Count[]> =>
  (
    await sql<Count>`select to_char(decided_at at time zone 'UTC', 'YYYY-MM') as month, level as what, count(*)::int as count
      from bellwether.notice where kind in ('incident', 'composed') and decided_at >= ${from} and decided_at < ${until} group by 1, 2`.execute(
      tx,
    )
  ).rows

/** Dismissed as honest mail, in the month in which they were opened. */
const mistakesByMonth = async (tx: Tx, from: Date, until: Date): Promise<readonly Count[]> =>
  (
    await sql<Count>`select to_char(i.opened_at at time zone 'UTC', 'YYYY-MM') as month, 'mistaken' as what, count(*)::int as count
      from bellwether.incident i where i.state = 'dismissed' and i.opened_at >= ${from} and i.opened_at < ${until}
        and exists (select from bellwether.triage_step s where s.incident_id = i.id and s.step = 'dismiss' and s.reason like 'honest-mail%')
      group by 1`.execute(tx)
  ).rows

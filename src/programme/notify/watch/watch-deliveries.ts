/** Deliveries that do not leave: due for long, or left behind by a process that is gone. One alert a channel. */
import { sql } from 'kysely'
import { close, raise } from '#alerts'
import { type Clock, minutesMs } from '#kernel'
import type { Tx } from '#storage'
import { courierSpace } from '../courier/sign-of-life.ts'

const patienceMs = minutesMs(15)

const kind = 'delivery-stuck'

/** In the programme's transaction. */
export async function watchDeliveries(tx: Tx, clock: Clock): Promise<void> {
  const stuck = await stuckIn(tx, new Date(clock.now().getTime() - patienceMs))
  const subjects = new Set(stuck.map(({ channel }) => subjectOf(channel)))
  const open = await tx.selectFrom('operator_alert').select('subject').where('kind', '=', kind).where('closed_at', 'is', null).execute()
  await close(tx, clock, { kind, subject: open.flatMap(({ subject }) => (subjects.has(subject) ? [] : [subject])) })
  for (const { channel, count } of stuck)
    await raise(tx, clock, { kind, subject: subjectOf(channel), severity: 'critical', says: saysOf(channel, count) })
}

const subjectOf = (channel: string): string => `channel/${channel}`

const saysOf = (channel: string, count: number): string =>
  `${count === 1 ? '1 delivery' : `${count} deliveries`} on the channel ${channel} should have left a quarter of an hour ago. Look whether a process with the role worker runs, and whether the channel is set up.`

/** A courier that lives gives back what a dead one held within seconds; so what nobody holds shows that none lives. */
async function stuckIn(tx: Tx, dueBefore: Date): Promise<readonly { readonly channel: string; readonly count: number }[]> {
  const { rows } = await sql<{ channel: string; count: number }>`
    select d.channel, count(*)::int as count from bellwether.delivery d
    where d.due_at < ${dueBefore} and (d.state = 'queued' or d.state = 'sending' and not exists (
      select from pg_locks l where l.locktype = 'advisory' and l.granted and l.objsubid = 2
        and l.database = (select oid from pg_database where datname = current_database())
        and l.classid = ${courierSpace}::bigint::oid and l.objid = (d.held_by::bigint & 4294967295)::oid))
    group by d.channel`.execute(tx)
  return rows
}

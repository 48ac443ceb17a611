/**
 * Keeps the programme's word about how long things are kept: what is older
 * than the operator's numbers is removed, as the owner of the tables. Also
 * makes the partitions of the coming days. Asked for by a daily job.
 */
import pg from 'pg'
import { dayOf, daysMs, refusal } from '#kernel'
import { troubleOf } from './database-trouble.ts'
import type { Storage } from './open-storage.ts'
import { ensurePartitions } from './partitions.ts'
import type { RetentionNumbers, RetentionRule } from './retention-rule.ts'
import { retentionRules } from './retention-rules.ts'

/** How many rows (or, for verdicts, days) went, by what they were. */
export type LetGo = Readonly<Record<string, number>>

/** Removes what is past its time at `now` and makes the coming days. Refusal `no-owner-url` without the owner's URL. */
export async function keepRetention(storage: Pick<Storage, 'ownerUrl'>, numbers: RetentionNumbers, now: Date): Promise<LetGo> {
  if (!storage.ownerUrl) throw refusal('no-owner-url', 'Retention is kept as the owner of the database: set DATABASE_OWNER_URL.')
  const before = (days: number) => new Date(now.getTime() - daysMs(days))
  const owner = new pg.Client({
    connectionString: storage.ownerUrl,
    application_name: 'bellwether retention',
    connectionTimeoutMillis: 10_000,
  })
  owner.on('error', () => undefined)
  const letGo: Record<string, number> = {}
  try {
    await owner.connect()
    // The owner, too, is under the policies.
    await owner.query("select set_config('bellwether.kind', 'programme', false)")
    await ensurePartitions(owner, now)
    letGo['days of verdicts'] = await dropDays(owner, dayOf(before(numbers.verdictDays)))
    for (const rule of retentionRules) letGo[rule.what] = await letGoBy(owner, rule, before(rule.days(numbers)))
    letGo['audit entries'] = await letGoOfAudit(owner, before(numbers.auditDays))
    return letGo
  } catch (cause) {
    throw troubleOf(cause)
  } finally {
    await owner.end().catch(() => undefined)
  }
}

/** What a run that broke off has let go stays gone; the next one goes on with the rest. */
async function letGoBy(owner: pg.Client, { statement, atOnce }: RetentionRule, before: Date): Promise<number> {
  if (atOnce === undefined) return (await owner.query(statement, [before])).rowCount ?? 0
  for (let gone = 0; ; ) {
    const rows = (await owner.query(statement, [before, atOnce])).rowCount ?? 0
    gone += rows
    if (rows < atOnce) return gone
  }
}

/** Whole days are dropped as tables; what lies in the default partition goes row by row. */
async function dropDays(owner: pg.Client, firstKept: string): Promise<number> {
  await owner.query('delete from bellwether.message_verdict where arrived_on < $1', [firstKept])
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'bellwether'::regnamespace and relispartition
       and relname ~ '^message_verdict_[0-9]{8}$' and relname < 'message_verdict_' || $1`,
    [firstKept.replaceAll('-', '')],
  )
  for (const { name } of rows) await owner.query(`drop table bellwether.${pg.escapeIdentifier(name)}`)
  return rows.length
}

/** Only from the beginning, up to the first entry that is kept; the anchor says what that one holds on to. */
async function letGoOfAudit(owner: pg.Client, before: Date): Promise<number> {
  await owner.query('begin')
  try {
    const { rows } = await owner.query<{ seq: string; hash: Buffer }>(
      `select seq, hash from bellwether.audit_entry
       where seq < coalesce((select min(seq) from bellwether.audit_entry where at >= $1), 9223372036854775807) order by seq desc limit 1`,
      [before],
    )
    const [last] = rows
    if (!last) return 0
    await owner.query('alter table bellwether.audit_entry disable trigger append_only')
    const gone = await owner.query('delete from bellwether.audit_entry where seq <= $1', [last.seq])
    await owner.query('alter table bellwether.audit_entry enable trigger append_only')
    await owner.query("update bellwether.audit_mark set seq = $1, hash = $2 where place = 'anchor'", [last.seq, last.hash])
    return gone.rowCount ?? 0
  } catch (cause) {
    await owner.query('rollback')
    throw cause
  } finally {
    await owner.query('commit')
  }
}

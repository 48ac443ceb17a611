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

/** Days, each from the programme's settings. */
export type RetentionNumbers = {
  readonly verdictDays: number
  readonly flaggedDays: number
  readonly incidentDays: number
  readonly auditDays: number
  readonly spoolDays: number
  readonly historyDays: number
  readonly traceDays: number
  readonly evaluationDays: number
  readonly providerMailDays: number
}

/** How many rows (or, for verdicts, days) went, by what they were. */
export type LetGo = Readonly<Record<string, number>>

/** What has done its work is kept a little for whoever asks what happened. */
const usedUpDays = 30

type Rule = { readonly what: string; readonly days: (numbers: RetentionNumbers) => number; readonly statement: string }

// $1 is the moment before which things go.
const rules: readonly Rule[] = [
  { what: 'flagged messages', days: (n) => n.flaggedDays, statement: 'delete from bellwether.flagged_message where found_at < $1' },
  { what: 'findings', days: (n) => n.incidentDays, statement: 'delete from bellwether.finding where found_at < $1' },
  { what: 'notices', days: (n) => n.incidentDays, statement: 'delete from bellwether.notice where decided_at < $1' },
  { what: 'incidents', days: (n) => n.incidentDays, statement: 'delete from bellwether.incident where last_message_at < $1' },
  { what: 'operator alerts', days: (n) => n.incidentDays, statement: 'delete from bellwether.operator_alert where closed_at < $1' },
  // Ended reaches stay as long as incidents: they say who was told, and why.
  { what: 'reaches', days: (n) => n.incidentDays, statement: 'delete from bellwether.reach where until < $1' },
  { what: 'traces of mails', days: (n) => n.traceDays, statement: 'delete from bellwether.mail_trace where examined_at < $1' },
  {
    what: 'evaluation mails',
    days: (n) => n.evaluationDays,
    statement: 'delete from bellwether.evaluation_mail where labelled_at < $1',
  },
  {
    what: 'evaluation mails without their person’s leave',
    days: () => 0,
    statement: `delete from bellwether.evaluation_mail e where e.organisation_id is null and e.labelled_at < $1
      and not exists (select from bellwether.access_grant g where g.person_id = e.person_id and g.to_desk and g.scope = 'details' and g.until is null)`,
  },
  {
    what: 'mails of providers',
    days: (n) => n.providerMailDays,
    statement: 'delete from bellwether.provider_mail where arrived_at < $1',
  },
  // Shown for a day; this is for those nobody looked at.
  {
    what: 'codes of providers',
    days: () => 1,
    statement: 'update bellwether.watch_address set code_sealed = null, code_at = null where code_at < $1',
  },
  {
    what: 'closed secret addresses',
    days: (n) => n.providerMailDays,
    statement: 'delete from bellwether.watch_address where closed_at < $1',
  },
  { what: 'checks by people themselves', days: (n) => n.incidentDays, statement: 'delete from bellwether.self_check where began_at < $1' },
  { what: 'looks', days: (n) => n.auditDays, statement: 'delete from bellwether.looked_at where at < $1' },
  { what: 'reports', days: (n) => n.spoolDays, statement: 'delete from bellwether.report_spool where received_at < $1' },
  { what: 'correspondents', days: (n) => n.historyDays, statement: 'delete from bellwether.correspondent where last_on < $1' },
  { what: 'conversations', days: (n) => n.historyDays, statement: 'delete from bellwether.conversation where last_on < $1' },
  { what: 'sessions', days: () => usedUpDays, statement: 'delete from bellwether.session where least(expires_at, ended_at) < $1' },
  { what: 'mail codes', days: () => usedUpDays, statement: 'delete from bellwether.mail_code where expires_at < $1' },
  { what: 'passkey challenges', days: () => 1, statement: 'delete from bellwether.passkey_challenge where expires_at < $1' },
  { what: 'links of households', days: () => usedUpDays, statement: 'delete from bellwether.household_link where expires_at < $1' },
  { what: 'codes to come back by', days: () => 1, statement: 'delete from bellwether.come_back_code where expires_at < $1' },
  { what: 'enrolments begun', days: () => 1, statement: 'delete from bellwether.alone_start where expires_at < $1' },
  { what: 'second steps', days: () => 1, statement: 'delete from bellwether.second_step where expires_at < $1' },
  { what: 'apps never confirmed', days: () => 1, statement: 'delete from bellwether.totp where confirmed_at is null and created_at < $1' },
  {
    what: 'recovery requests',
    days: (n) => n.incidentDays,
    statement: 'delete from bellwether.recovery_request where coalesce(finished_at, stopped_at, expires_at) < $1',
  },
  // What an applicant wrote and never sent, or took back, is nobody's matter any more.
  {
    what: 'drafts of applications',
    days: () => usedUpDays,
    statement: "delete from bellwether.application where state = 'draft' and changed_at < $1",
  },
  {
    what: 'withdrawn applications',
    days: () => 1,
    statement: "delete from bellwether.application where state = 'withdrawn' and changed_at < $1",
  },
  {
    what: 'refused applications',
    days: (n) => n.incidentDays,
    statement: "delete from bellwether.application where state = 'refused' and decided_at < $1",
  },
  // The rows stay, since what happened names them; where the person could be reached does not.
  {
    what: 'addresses',
    days: (n) => n.incidentDays,
    statement:
      "update bellwether.account set address = 'removed', address_folded = 'removed' where removed_at < $1 and address <> 'removed'",
  },
  {
    what: 'mailbox settings',
    days: (n) => n.incidentDays,
    statement: "update bellwether.connection set settings = '{}', trouble = null where ended_at < $1 and settings <> '{}'",
  },
  // As long as the log may name them.
  { what: 'tokens', days: (n) => n.auditDays, statement: 'delete from bellwether.api_token where least(ends_at, revoked_at) < $1' },
  {
    what: 'events that were sent',
    days: () => usedUpDays,
    statement: "delete from bellwether.webhook_delivery where created_at < $1 and state <> 'waiting'",
  },
  {
    what: 'addresses that are told no more',
    days: () => usedUpDays,
    statement: `delete from bellwether.webhook_endpoint e where removed_at < $1
      and not exists (select from bellwether.webhook_delivery d where d.endpoint_id = e.id)`,
  },
  {
    what: 'limits',
    days: () => 1,
    statement: 'delete from bellwether.rate_limit where expire < extract(epoch from $1::timestamptz) * 1000',
  },
  {
    what: 'jobs given up',
    days: () => usedUpDays,
    statement: 'delete from graphile_worker._private_jobs where attempts >= max_attempts and locked_at is null and updated_at < $1',
  },
]

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
    for (const { what, days, statement } of rules) letGo[what] = (await owner.query(statement, [before(days(numbers))])).rowCount ?? 0
    letGo['audit entries'] = await letGoOfAudit(owner, before(numbers.auditDays))
    return letGo
  } catch (cause) {
    throw troubleOf(cause)
  } finally {
    await owner.end().catch(() => undefined)
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

/** Looks up which examined mails are of a campaign, and asks that each be read again. Run twice, it changes nothing twice. */
import { sql } from 'kysely'
import { enqueue, type Job } from '#jobs'
import { minutesMs } from '#kernel'
import type { Tx } from '#storage'
import type { ReceiveDeps } from '../deps.ts'
import { reachTask } from './ask-reach.ts'

export const reachMailTask = 'reach-mail'

/** A mail that was being examined while the reach was asked for is found by the second look. */
const looksAgainMs = minutesMs(10)
/** Jobs go into the table by so many. */
const chunk = 500

type Found = { readonly connection_id: string; readonly folder: string; readonly uid_validity: number; readonly uid: number }

/** How many mails were found anew. */
export async function runReach(
  { storage, clock }: Pick<ReceiveDeps, 'storage' | 'clock'>,
  { reachId, again }: { readonly reachId: string; readonly again: boolean },
): Promise<number> {
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const reach = await tx.selectFrom('reach').selectAll().where('id', '=', reachId).forUpdate().executeTakeFirst()
    if (reach === undefined || reach.until <= clock.now()) return 0
    const hashes = reach.incident_id === null ? reach.hashes : await hashesOf(tx, reach.incident_id)
    if (reach.incident_id !== null) await tx.updateTable('reach').set({ hashes }).where('id', '=', reachId).execute()
    const found = hashes.length === 0 ? [] : await findMails(tx, { reachId, incidentId: reach.incident_id, hashes, now: clock.now() })
    for (let at = 0; at < found.length; at += chunk)
      await enqueue(
        tx,
        found.slice(at, at + chunk).map((mail) => jobFor(reachId, mail)),
      )
    if (!again) {
      const runAt = new Date(clock.now().getTime() + looksAgainMs)
      await enqueue(tx, { task: reachTask, payload: { reachId, again: true }, key: `${reachTask}/${reachId}/again`, runAt })
    }
    return found.length
  })
}

/** Of the incident and of those merged into it. */
async function hashesOf(tx: Tx, incidentId: string): Promise<Buffer[]> {
  const rows = await tx
    .selectFrom('incident_trace')
    .innerJoin('incident', 'incident.id', 'incident_trace.incident_id')
    .select('incident_trace.hash')
    .distinct()
    .where((where) => where.or([where('incident.id', '=', incidentId), where('incident.merged_into', '=', incidentId)]))
    .limit(1000)
    .execute()
  return rows.map(({ hash }) => hash)
}

type Wanted = { readonly reachId: string; readonly incidentId: string | null; readonly hashes: readonly Buffer[]; readonly now: Date }

/** Writes each mail of the campaign down once; those already known to be dangerous are counted and left in peace. */
async function findMails(tx: Tx, { reachId, incidentId, hashes, now }: Wanted): Promise<readonly Found[]> {
  const { rows } = await sql<Found & { outcome: string }>`
    insert into bellwether.reach_mail (connection_id, folder, uid_validity, uid, reach_id, person_id, organisation_id, outcome, done_at)
    select t.connection_id, t.folder, t.uid_validity, t.uid, ${reachId}, t.person_id, t.organisation_id,
      case when t.verdict = 'dangerous' then 'known' else 'waiting' end, case when t.verdict = 'dangerous' then ${now}::timestamptz end
    from bellwether.mail_trace t join bellwether.connection c on c.id = t.connection_id
    where t.id in (select h.mail_id from bellwether.mail_trace_hash h where h.hash = any(${hashes}::bytea[])) and c.ended_at is null and not exists (
      select from bellwether.flagged_message f where f.incident_id = ${incidentId}::uuid and f.account_id = c.account_id
        and f.place ->> 'connectionId' = t.connection_id::text and f.place ->> 'folder' = t.folder
        and (f.place ->> 'uidValidity')::bigint = t.uid_validity and (f.place ->> 'uid')::bigint = t.uid)
    on conflict do nothing
    returning connection_id, folder, uid_validity, uid, outcome`.execute(tx)
  return rows.filter(({ outcome }) => outcome === 'waiting')
}

const jobFor = (reachId: string, { connection_id, folder, uid_validity, uid }: Found): Job => ({
  task: reachMailTask,
  payload: { reachId, connectionId: connection_id, folder, uidValidity: uid_validity, uid },
  key: `${reachMailTask}/${reachId}/${connection_id}/${folder}/${uid_validity}/${uid}`,
  // Behind fresh mail, before old mail of a first look.
  priority: 5,
})

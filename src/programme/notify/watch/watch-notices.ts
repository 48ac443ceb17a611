/**
 * The watch over the outbox, each minute: what nobody answered by its deadline,
 * what has no way left, and what does not leave. Each becomes an operator alert
 * and closes by itself. It looks at what is open, never at all notices.
 */
import { sql } from 'kysely'
import { close, raise } from '#alerts'
import type { Clock } from '#kernel'
import type { Storage, Tx } from '#storage'
import { isAccess } from '../routing/levels.ts'
import { tellIfNothingArrives } from '../undelivered.ts'
import { watchDeliveries } from './watch-deliveries.ts'

export const watchNoticesTask = 'watch-notices'

type Deps = { readonly storage: Storage; readonly clock: Clock }

/** In one transaction; the next one goes on. */
const most = 200

/** The handler of the job. */
export const watchNotices = (deps: Deps) => async (): Promise<void> => {
  const { storage, clock } = deps
  const inTurns = async (step: (tx: Tx, clock: Clock) => Promise<number>) => {
    while ((await storage.asTenant({ kind: 'programme' }, (tx) => step(tx, clock))) === most);
  }
  await inTurns(closeAnswered)
  await inTurns(tellOverdue)
  await inTurns(tryWhatIsLeft)
  await storage.asTenant({ kind: 'programme' }, (tx) => watchDeliveries(tx, clock))
}

/** Digests and good news ask for no answer. */
const waitsForAnswer = sql`n.read_at is null and n.acknowledged_at is null and n.done_at is null and n.overdue_at is null
  and not n.digest and n.kind in ('incident', 'organisation-told')`

type Overdue = {
  readonly id: string
  readonly level: 'targeted' | 'attempt-blocked' | 'possible-access' | 'confirmed-access'
  readonly person_id: string
  readonly organisation_id: string | null
}

async function tellOverdue(tx: Tx, clock: Clock): Promise<number> {
  const now = clock.now()
  const { rows } = await sql<Overdue>`
    with late as (select n.id from bellwether.notice n where n.deadline_at <= ${now} and ${waitsForAnswer}
      order by n.deadline_at limit ${most} for update skip locked)
    update bellwether.notice n set overdue_at = ${now} from late where n.id = late.id
    returning n.id, n.level, n.person_id, n.organisation_id`.execute(tx)
  for (const { id, level, person_id, organisation_id } of rows)
    await raise(tx, clock, {
      kind: 'notice-unanswered',
      subject: `notice/${id}`,
      severity: isAccess(level) ? 'high' : 'medium',
      says: isAccess(level)
        ? 'Somebody may be in a person’s account, and they have not answered the notice by its deadline. Call them.'
        : 'A person has not answered a notice within a week. Ask them whether it reached them.',
      organisationId: organisation_id,
      personId: person_id,
    })
  return rows.length
}

/** Notices that no message can reach any more, and that nobody was told of. */
async function tryWhatIsLeft(tx: Tx, clock: Clock): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select n.id from bellwether.notice n where n.deadline_at is not null and ${waitsForAnswer}
      and exists (select from bellwether.delivery d where d.notice_id = n.id and d.channel <> 'home')
      and not exists (select from bellwether.delivery d where d.notice_id = n.id and d.channel <> 'home'
        and d.state not in ('bounced', 'failed'))
      and not exists (select from bellwether.operator_alert a where a.kind = 'notice-undelivered' and a.subject = 'notice/' || n.id)
    order by n.deadline_at limit ${most}`.execute(tx)
  for (const { id } of rows) await tellIfNothingArrives(tx, clock, id)
  return rows.length
}

async function closeAnswered(tx: Tx, clock: Clock): Promise<number> {
  const { rows } = await sql<{ kind: 'notice-unanswered' | 'notice-undelivered'; subject: string }>`
    select a.kind, a.subject from bellwether.operator_alert a
      left join bellwether.notice n on n.id = substr(a.subject, 8)::uuid
    where a.kind in ('notice-unanswered', 'notice-undelivered') and a.closed_at is null
      and (n.id is null or coalesce(n.read_at, n.acknowledged_at, n.done_at) is not null)
    limit ${most}`.execute(tx)
  for (const kind of ['notice-unanswered', 'notice-undelivered'] as const)
    await close(tx, clock, { kind, subject: rows.filter((row) => row.kind === kind).map(({ subject }) => subject) })
  return rows.length
}

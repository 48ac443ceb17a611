/** The queue: every incident that `who` may see, filtered, counted and by the page. */
import { sql } from 'kysely'
import { record } from '#audit'
import { daysMs, type NoticeLevel, noticeLevels, type Who } from '#kernel'
import { before, containing, type Followed, type Following, followed, type Paged, paged, pageSize } from '#members'
import type { Tx } from '#storage'
import type { DeskDeps } from './deps.ts'
import { type IncidentRow, incidentRows, incidentsSeen } from './incident-row.ts'

export type QueueFilter = {
  readonly state: 'open' | 'confirmed' | 'dismissed' | 'all'
  readonly level?: NoticeLevel
  readonly search: string
  readonly page: number
}

export type QueuePage = Paged<IncidentRow> & {
  readonly states: Readonly<Record<QueueFilter['state'], number>>
  /** Open ones by level. */
  readonly levels: Readonly<Record<NoticeLevel, number>>
  readonly figures: { readonly organisations: number; readonly peopleWatched: number; readonly mailsToday: number; readonly blind: number }
}

export async function queue({ storage, clock, explain }: DeskDeps, who: Who, filter: QueueFilter): Promise<QueuePage> {
  const page = await storage.asTenant(who, async (tx) => {
    const which = matching(filter)
    const { total } = await incidentsSeen(tx)
      .where(which)
      .select((columns) => columns.fn.countAll<string>().as('total'))
      .executeTakeFirstOrThrow()
    const rows = await incidentRows(tx, explain, { which, limit: pageSize, offset: before(filter.page) })
    return { ...paged(rows, Number(total), filter.page), ...(await counted(tx)) }
  })
  return { ...page, figures: await figuresFor(storage, who, clock.now()) }
}

/** All rows of a filter, for the export; whole pages, one after another. */
export async function* exportQueue({ storage, clock, explain }: DeskDeps, who: Who, filter: QueueFilter): AsyncGenerator<IncidentRow> {
  const limit = 500
  for (let offset = 0; ; offset += limit) {
    const from = offset
    const rows = await storage.asTenant(who, async (tx) => {
      // Before the first row leaves: an export that was broken off was one, too.
      if (from === 0) {
        const all = incidentsSeen(tx).select((columns) => columns.fn.countAll<string>().as('total'))
        const { total } = await all.where(matching(filter)).executeTakeFirstOrThrow()
        await record(tx, clock, { actor: who, action: 'queue.export', subject: 'queue', details: { rows: Number(total) } })
      }
      return incidentRows(tx, explain, { which: matching(filter), limit, offset: from })
    })
    yield* rows
    if (rows.length < limit) return
  }
}

/** The incidents of one organisation, newest first, for its administrators. */
export async function incidentsOfOrganisation(
  { storage, explain }: DeskDeps,
  who: Who,
  organisationId: string,
): Promise<readonly IncidentRow[]> {
  const which = sql<boolean>`incident.organisation_id = ${organisationId} and incident.state <> 'merged'`
  return storage.asTenant(who, (tx) => incidentRows(tx, explain, { which, limit: pageSize, offset: 0 }))
}

/** All of them, those that follow by id: for a file, while incidents come and go. */
export async function incidentsFollowing(
  { storage, explain }: DeskDeps,
  who: Who,
  organisationId: string,
  { after, most }: Following,
): Promise<Followed<IncidentRow>> {
  const later = after === undefined ? sql<boolean>`true` : sql<boolean>`incident.id > ${after}`
  const which = sql<boolean>`incident.organisation_id = ${organisationId} and incident.state <> 'merged' and ${later}`
  const rows = await storage.asTenant(who, (tx) => incidentRows(tx, explain, { which, limit: most + 1, offset: 0, order: 'id' }))
  return followed(rows, most, ({ id }) => id)
}

/** How many incidents opened or got new mail after `since`; cheap, asked every few seconds. */
export async function newSince({ storage }: Pick<DeskDeps, 'storage'>, who: Who, since: Date): Promise<number> {
  const { count } = await storage.asTenant(who, (tx) =>
    tx
      .selectFrom('incident')
      .select((columns) => columns.fn.countAll<string>().as('count'))
      .where('state', '=', 'open')
      .where((where) => where.or([where('last_message_at', '>', since), where('opened_at', '>', since)]))
      .executeTakeFirstOrThrow(),
  )
  return Number(count)
}

function matching({ state, level, search }: QueueFilter) {
  const found = containing(search)
  return sql<boolean>`incident.state <> 'merged'
    and (${state} = 'all' or incident.state = ${state})
    and (${level ?? ''} = '' or incident.level = ${level ?? ''})
    and (${search.trim()} = '' or organisation.name ilike ${found} or replace(incident.headline, '-', ' ') ilike ${found}
      or exists (select from bellwether.affected a join bellwether.person p on p.id = a.person_id where a.incident_id = incident.id and p.name ilike ${found}))`
}

async function counted(tx: Tx): Promise<Pick<QueuePage, 'states' | 'levels'>> {
  const rows = await tx
    .selectFrom('incident')
    .select((columns) => ['state', 'level', columns.fn.countAll<string>().as('count')])
    .where('state', '!=', 'merged')
    .groupBy(['state', 'level'])
    .execute()
  const sum = (which: (row: (typeof rows)[number]) => boolean) => rows.filter(which).reduce((total, row) => total + Number(row.count), 0)
  const level = (one: NoticeLevel) => sum((row) => row.state === 'open' && row.level === one)
  const [targeted, attemptBlocked, possibleAccess, confirmedAccess] = noticeLevels
  return {
    states: {
      open: sum(({ state }) => state === 'open'),
      confirmed: sum(({ state }) => state === 'confirmed'),
      dismissed: sum(({ state }) => state === 'dismissed'),
      all: sum(() => true),
    },
    levels: {
      [targeted]: level(targeted),
      [attemptBlocked]: level(attemptBlocked),
      [possibleAccess]: level(possibleAccess),
      [confirmedAccess]: level(confirmedAccess),
    },
  }
}

async function figuresFor(storage: DeskDeps['storage'], who: Who, now: Date): Promise<QueuePage['figures']> {
  if (who.kind !== 'analyst') return { organisations: 0, peopleWatched: 0, mailsToday: 0, blind: 0 }
  // Counts over everybody tell nothing of anybody; per-row policies would make them slow.
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const row = await tx
      .selectNoFrom((columns) => [
        columns
          .selectFrom('organisation')
          .where('closed_at', 'is', null)
          .select((inner) => inner.fn.countAll<string>().as('count'))
          .as('organisations'),
        columns
          .selectFrom('connection')
          .where('state', '=', 'watching')
          .select((inner) => inner.fn.count<string>('person_id').distinct().as('count'))
          .as('people_watched'),
        columns
          .selectFrom('message_verdict')
          .where('examined_at', '>', new Date(now.getTime() - daysMs(1)))
          .select((inner) => inner.fn.countAll<string>().as('count'))
          .as('mails_today'),
        columns
          .selectFrom('connection')
          .where('ended_at', 'is', null)
          .where('state', '!=', 'paused')
          .where(sql<boolean>`coalesce(last_seen_at, created_at) < ${now}::timestamptz - make_interval(secs => promise_seconds)`)
          .select((inner) => inner.fn.countAll<string>().as('count'))
          .as('blind'),
      ])
      .executeTakeFirstOrThrow()
    return {
      organisations: Number(row.organisations),
      peopleWatched: Number(row.people_watched),
      mailsToday: Number(row.mails_today),
      blind: Number(row.blind),
    }
  })
}

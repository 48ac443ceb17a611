/**
 * Who can see what of a person, asked of the database itself: the person's rows are counted once as the programme, which sees all, and once as each of
 * those who might look. Nothing here decides; the row-level policies do, the same that stand behind every page.
 */
import { sql } from 'kysely'
import type { Who } from '#kernel'
import { type Tx, uuid } from '#storage'
import type { MembersDeps } from './deps.ts'
import { meOf } from './me.ts'

const thingsOfMine = [
  'work-address',
  'work-watch',
  'work-examined',
  'work-hostile',
  'work-notice',
  'own-address',
  'own-watch',
  'own-examined',
  'own-hostile',
  'own-notice',
  'provider-mail',
  'correspondents',
  'permissions',
  'ways-in',
] as const
export type ThingOfMine = (typeof thingsOfMine)[number]

/** The person, the administrators of one of their organisations, a helper these let in, the desk, or a person of the programme who is none of these. */
export type Viewer =
  | { readonly kind: 'you' }
  | { readonly kind: 'organisation'; readonly name: string }
  | { readonly kind: 'helper'; readonly name: string; readonly organisation: string }
  | { readonly kind: 'desk' }
  | { readonly kind: 'others' }

export type Sight = {
  readonly thing: ThingOfMine
  /** How many there are. */
  readonly all: number
  /** How many each viewer can see, in the order of the viewers. */
  readonly seen: readonly number[]
}

export type WhoSees = { readonly viewers: readonly Viewer[]; readonly sights: readonly Sight[] }

export async function whoSees({ storage, clock }: MembersDeps, who: Who): Promise<WhoSees> {
  const personId = meOf(who)
  const now = clock.now()
  const organisations = await storage.asTenant({ kind: 'person', personId }, (tx) =>
    tx
      .selectFrom('membership')
      .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
      .select(['organisation.id', 'organisation.name'])
      .where('membership.person_id', '=', personId)
      .where('membership.until', 'is', null)
      .where('organisation.closed_at', 'is', null)
      .orderBy('organisation.name')
      .execute(),
  )
  const helpers = await storage.asTenant({ kind: 'programme' }, (tx) => helpersIn(tx, now, organisations))
  // Somebody who is not this person, in each part: only the part can open anything.
  const somebody = uuid()
  const viewers: readonly { readonly viewer: Viewer; readonly as: Who }[] = [
    { viewer: { kind: 'you' }, as: { kind: 'person', personId } },
    ...organisations.map(({ id, name }) => ({
      viewer: { kind: 'organisation' as const, name },
      as: { kind: 'administrator' as const, personId: somebody, organisationId: id },
    })),
    ...helpers.map(({ id, person_id, name, organisation }) => ({
      viewer: { kind: 'helper' as const, name, organisation },
      as: { kind: 'helper' as const, personId: person_id, helpId: id, at: now },
    })),
    { viewer: { kind: 'desk' }, as: { kind: 'analyst', personId: somebody } },
    { viewer: { kind: 'others' }, as: { kind: 'person', personId: somebody } },
  ]
  const all = await storage.asTenant({ kind: 'programme' }, (tx) => counts(tx, personId))
  const seen: Counts[] = []
  for (const { as } of viewers) seen.push(await storage.asTenant(as, (tx) => counts(tx, personId)))
  return {
    viewers: viewers.map(({ viewer }) => viewer),
    sights: thingsOfMine.map((thing) => ({ thing, all: all[thing], seen: seen.map((one) => one[thing]) })),
  }
}

/** Those who help one of these organisations now, each under a grant of their own. */
async function helpersIn(tx: Tx, now: Date, organisations: readonly { readonly id: string }[]) {
  if (organisations.length === 0) return []
  const rows = await tx
    .selectFrom('helper_grant as g')
    .innerJoin('person', 'person.id', 'g.person_id')
    .innerJoin('organisation', 'organisation.id', 'g.organisation_id')
    .select(['g.id', 'person.id as person_id', 'person.name', 'organisation.name as organisation'])
    .where(
      'g.organisation_id',
      'in',
      organisations.map(({ id }) => id),
    )
    .where('g.accepted_at', 'is not', null)
    .where('g.ended_at', 'is', null)
    .where('g.until', '>', now)
    .orderBy('person.name')
    .orderBy('g.id')
    .limit(mostHelpers)
    .execute()
  return rows
}

/** More columns than these nobody reads. */
const mostHelpers = 8

type Counts = Readonly<Record<ThingOfMine, number>>

async function counts(tx: Tx, personId: string): Promise<Counts> {
  const { rows } = await sql<Counts>`select
    (select count(*)::int from bellwether.account where person_id = ${personId} and kind = 'work' and removed_at is null) as "work-address",
    (select count(*)::int from bellwether.connection where person_id = ${personId} and organisation_id is not null and ended_at is null) as "work-watch",
    (select count(*)::int from bellwether.message_verdict where person_id = ${personId} and organisation_id is not null) as "work-examined",
    (select count(*)::int from bellwether.flagged_message where reached = ${personId} and organisation_id is not null) as "work-hostile",
    (select count(*)::int from bellwether.notice where person_id = ${personId} and organisation_id is not null) as "work-notice",
    (select count(*)::int from bellwether.account where person_id = ${personId} and kind = 'personal' and removed_at is null) as "own-address",
    (select count(*)::int from bellwether.connection where person_id = ${personId} and organisation_id is null and ended_at is null) as "own-watch",
    (select count(*)::int from bellwether.message_verdict where person_id = ${personId} and organisation_id is null) as "own-examined",
    (select count(*)::int from bellwether.flagged_message where reached = ${personId} and organisation_id is null) as "own-hostile",
    (select count(*)::int from bellwether.notice where person_id = ${personId} and organisation_id is null) as "own-notice",
    (select count(*)::int from bellwether.provider_mail where person_id = ${personId}) as "provider-mail",
    (select count(*)::int from bellwether.correspondent where person_id = ${personId}) as "correspondents",
    (select count(*)::int from bellwether.consent where person_id = ${personId}) as "permissions",
    (select count(*)::int from bellwether.session where person_id = ${personId} and ended_at is null)
      + (select count(*)::int from bellwether.passkey where person_id = ${personId}) as "ways-in"`.execute(tx)
  const [found] = rows
  return found ?? nothing
}

const nothing: Counts = Object.fromEntries(thingsOfMine.map((thing) => [thing, 0])) as Record<ThingOfMine, number>

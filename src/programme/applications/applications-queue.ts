/** Applications as the staff see them: those that wait for a person first, each with its evidence. */
import { sql } from 'kysely'
import { record } from '#audit'
import type { Staff, Who } from '#kernel'
import { before, containing, type Followed, type Following, followed, type Paged, paged, pageSize } from '#members'
import { type Application, type ApplicationState, applicationOf } from './application-row.ts'
import { opinionsNeeded } from './assess.ts'
import type { ApplicationsDeps } from './deps.ts'
import { type KeptProof, proofsOf } from './kept-proofs.ts'
import type { OpinionSeen } from './opinions.ts'

export type ApplicationLine = {
  readonly id: string
  readonly name: string
  readonly domain: string
  readonly state: ApplicationState
  readonly points: number
  readonly doubts: number
  readonly submittedAt?: Date
}

/** Sent in ones, those for a person first; drafts are nobody's to see. */
export async function listApplications(
  { storage }: ApplicationsDeps,
  who: Staff,
  { search, page, state }: { readonly search: string; readonly page: number; readonly state?: ApplicationState },
): Promise<Paged<ApplicationLine>> {
  return storage.asTenant(who, async (tx) => {
    const found = tx
      .selectFrom('application')
      .where('state', '!=', 'draft')
      .where((where) =>
        where.or([where(sql<string>`answers->>'name'`, 'ilike', containing(search)), where('domain', 'ilike', containing(search))]),
      )
      .$if(state !== undefined, (all) => all.where('state', '=', state ?? 'checking'))
    const { total } = await found.select((columns) => columns.fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
    const rows = await found
      .selectAll()
      .orderBy(sql`state = 'with-a-person'`, 'desc')
      .orderBy(sql`state = 'checking'`, 'desc')
      .orderBy('submitted_at', 'desc')
      .limit(pageSize)
      .offset(before(page))
      .execute()
    const lines = rows.map((row) => {
      const { id, state: stands, points, doubts, answers, submittedAt } = applicationOf(row)
      return {
        id,
        name: answers.name,
        domain: answers.domain,
        state: stands,
        points,
        doubts: doubts.length,
        ...(submittedAt && { submittedAt }),
      }
    })
    return paged(lines, Number(total), page)
  })
}

/** What a program is told of an application: not whom to write to, and not why somebody doubts. */
export type ApplicationTold = Omit<ApplicationLine, 'doubts'> & {
  readonly rules?: Application['programme']
  readonly decidedAt?: Date
  readonly organisationId?: string
}

/** Sent in ones that follow, by id. */
export const applicationsFollowing = (
  { storage }: Pick<ApplicationsDeps, 'storage'>,
  who: Who,
  { after, most, id }: Following & { readonly id?: string },
): Promise<Followed<ApplicationTold>> =>
  storage.asTenant(who, async (tx) => {
    const rows = await tx
      .selectFrom('application')
      .selectAll()
      .where('state', '!=', 'draft')
      .$if(after !== undefined, (later) => later.where('id', '>', after ?? ''))
      .$if(id !== undefined, (one) => one.where('id', '=', id ?? ''))
      .orderBy('id')
      .limit(most + 1)
      .execute()
    return followed(rows.map(toldOf), most, (one) => one.id)
  })

function toldOf(row: Parameters<typeof applicationOf>[0]): ApplicationTold {
  const { id, state, points, answers, programme, submittedAt, decidedAt, organisationId } = applicationOf(row)
  return {
    id,
    name: answers.name,
    domain: answers.domain,
    state,
    points,
    ...(programme && { rules: programme }),
    ...(submittedAt && { submittedAt }),
    ...(decidedAt && { decidedAt }),
    ...(organisationId && { organisationId }),
  }
}

export type ApplicationSeen = Application & {
  readonly proofs: readonly KeptProof[]
  readonly vouchedBy: readonly { readonly organisation: string; readonly at: Date }[]
  readonly opinions: readonly OpinionSeen[]
  readonly needed: 1 | 2
}

/** One application with its evidence; undefined for a draft, or when there is none. That it was looked at is recorded. */
export async function seeApplication({ storage, clock }: ApplicationsDeps, who: Staff, id: string): Promise<ApplicationSeen | undefined> {
  return storage.asTenant(who, async (tx) => {
    const row = await tx.selectFrom('application').selectAll().where('id', '=', id).where('state', '!=', 'draft').executeTakeFirst()
    if (row === undefined) return undefined
    const found = applicationOf(row)
    const vouchedBy = await tx
      .selectFrom('vouch')
      .innerJoin('organisation', 'organisation.id', 'vouch.organisation_id')
      .select(['organisation.name as organisation', 'vouch.given_at as at'])
      .where('application_id', '=', id)
      .where('withdrawn_at', 'is', null)
      .orderBy('vouch.given_at')
      .execute()
    const opinions = await tx
      .selectFrom('application_opinion')
      .innerJoin('person', 'person.id', 'application_opinion.person_id')
      .select(['says', 'reason', 'person.name as by', 'person.id as person_id', 'at'])
      .where('application_id', '=', id)
      .orderBy('at')
      .execute()
    const proofs = await proofsOf(tx, id)
    await record(tx, clock, { actor: who, action: 'application.see', subject: `application/${id}` })
    return {
      ...found,
      proofs,
      vouchedBy,
      opinions: opinions.map(({ says, reason, by, person_id, at }) => ({ says, reason, by, at, isMine: person_id === who.personId })),
      needed: opinionsNeeded(found.doubts),
    }
  })
}

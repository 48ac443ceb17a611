/**
 * Changes that could lock others out: taking a person out, giving or ending administration, ending a program, the organisation's goodbye. On most days one
 * administrator decides. In the days before an election a second has to say yes, or the desk: whoever took over one account then takes nobody's away with it.
 * Whom a change is about never says that yes, of the desk or not.
 */
import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '#audit'
import { hoursMs, type Who } from '#kernel'
import { removePerson, runsOrganisation, setRole } from '#members'
import { type Tx, uuid } from '#storage'
import { isFrozen } from './calendar.ts'
import type { ProgramEnd, SeasonDeps } from './deps.ts'
import { leave } from './leaving.ts'
import { programName } from './program-name.ts'
import { aboutYou, askAnother } from './refusals.ts'

/** Long enough for a colleague on the road; what nobody wanted by then is forgotten. */
const waitsMs = hoursMs(72)

export type Change =
  | { readonly kind: 'remove-person'; readonly personId: string }
  | { readonly kind: 'set-role'; readonly personId: string; readonly role: 'member' | 'administrator' }
  | { readonly kind: 'leave'; readonly leavesOn: string }
  | ProgramEnd

export type ChangeSeen = {
  readonly id: string
  readonly kind: Change['kind']
  /** Whom it is about. */
  readonly person?: string
  readonly role?: 'member' | 'administrator'
  readonly leavesOn?: string
  /** The token's name, or the host that is told. */
  readonly program?: string
  readonly askedBy: string
  readonly askedAt: Date
  readonly expiresAt: Date
  /** Whether it is about who looks: then somebody else says yes. */
  readonly isAboutMe: boolean
  /** Whether who looks may say yes: not to what they asked for themselves, or what is about them. */
  readonly mayAgree: boolean
}

/** Does it, or lets it wait for a second yes. Undefined when there is nothing such for `who`. */
export async function change(deps: SeasonDeps, who: Who, organisationId: string, wanted: Change): Promise<'done' | 'waits' | undefined> {
  if (!runsOrganisation(who, organisationId)) return undefined
  // The desk is the second pair of eyes itself, but for its own people's own part; and programs are refused by their scopes.
  const isBound = who.kind === 'administrator' || (who.kind === 'analyst' && 'personId' in wanted && wanted.personId === who.personId)
  if (isBound && (await waits(deps, organisationId))) return ask(deps, who.personId, organisationId, wanted)
  return (await carryOut(deps, who, organisationId, wanted)) ? 'done' : undefined
}

async function waits({ storage, clock, freezeDays }: SeasonDeps, organisationId: string): Promise<boolean> {
  const days = await freezeDays()
  return storage.asTenant({ kind: 'programme' }, (tx) => isFrozen(tx, organisationId, { now: clock.now(), freezeDays: days }))
}

async function carryOut(deps: SeasonDeps, who: Who, organisationId: string, wanted: Change): Promise<boolean> {
  if (wanted.kind === 'leave') return leave(deps, who, organisationId, wanted.leavesOn)
  if (wanted.kind === 'end-token' || wanted.kind === 'end-hook') return deps.endProgram(who, organisationId, wanted)
  const { personId } = wanted
  if (wanted.kind === 'remove-person') return removePerson(deps, who, { organisationId, personId })
  return setRole(deps, who, { organisationId, personId, role: wanted.role })
}

async function ask({ storage, clock }: SeasonDeps, askedBy: string, organisationId: string, wanted: Change): Promise<'waits' | undefined> {
  const personId = 'personId' in wanted ? wanted.personId : null
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const now = clock.now()
    if (personId !== null && !(await isMember(tx, organisationId, personId))) return undefined
    const details = await detailsOf(tx, organisationId, wanted)
    if (details === undefined) return undefined
    const same = await liveChanges(tx, now, organisationId)
      .select('id')
      .where('kind', '=', wanted.kind)
      .where('person_id', 'is not distinct from', personId)
      .where(sql`details ->> 'id'`, 'is not distinct from', details.id ?? null)
      .forUpdate()
      .executeTakeFirst()
    if (same !== undefined) return 'waits'
    const id = uuid()
    await tx
      .insertInto('pending_change')
      .values({
        id,
        organisation_id: organisationId,
        kind: wanted.kind,
        person_id: personId,
        details: JSON.stringify(details),
        asked_by: askedBy,
        asked_at: now,
        expires_at: new Date(now.getTime() + waitsMs),
        second: null,
        ended_at: null,
        outcome: null,
      })
      .execute()
    await record(tx, clock, {
      actor: { kind: 'person', personId: askedBy },
      action: 'change.ask',
      subject: `change/${id}`,
      owner: { kind: 'organisation', id: organisationId },
      details: { kind: wanted.kind },
    })
    return 'waits'
  })
}

/** Undefined for a program that the organisation does not have. */
async function detailsOf(tx: Tx, organisationId: string, wanted: Change): Promise<Details | undefined> {
  if (wanted.kind === 'set-role') return { role: wanted.role }
  if (wanted.kind === 'leave') return { leavesOn: wanted.leavesOn }
  if (wanted.kind === 'remove-person') return {}
  const program = await programName(tx, organisationId, wanted)
  return program === undefined ? undefined : { id: wanted.id, program }
}

const isMember = async (tx: Tx, organisationId: string, personId: string): Promise<boolean> =>
  (await tx
    .selectFrom('membership')
    .select('person_id')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('until', 'is', null)
    .executeTakeFirst()) !== undefined

const liveChanges = (tx: Tx, now: Date, organisationId: string) =>
  tx
    .selectFrom('pending_change')
    .where('pending_change.organisation_id', '=', organisationId)
    .where('pending_change.ended_at', 'is', null)
    .where('pending_change.expires_at', '>', now)

/** What waits for a second yes, oldest first; undefined when the organisation does not exist for `who`. */
export async function changes(
  { storage, clock }: SeasonDeps,
  who: Who,
  organisationId: string,
): Promise<readonly ChangeSeen[] | undefined> {
  if (!runsOrganisation(who, organisationId)) return undefined
  const me = 'personId' in who ? who.personId : undefined
  const rows = await storage.asTenant({ kind: 'programme' }, (tx) =>
    liveChanges(tx, clock.now(), organisationId)
      .leftJoin('person', 'person.id', 'pending_change.person_id')
      .leftJoin('person as asker', 'asker.id', 'pending_change.asked_by')
      .selectAll('pending_change')
      .select(['person.name', 'asker.name as asker'])
      .orderBy('asked_at')
      .execute(),
  )
  return rows.map(({ details, ...row }) => ({
    ...seenDetails(details),
    id: row.id,
    kind: row.kind,
    ...(row.name !== null && { person: row.name }),
    askedBy: row.asker ?? '',
    askedAt: row.asked_at,
    expiresAt: row.expires_at,
    isAboutMe: me !== undefined && row.person_id === me,
    mayAgree: row.asked_by !== me && row.person_id !== me,
  }))
}

const detailsSchema = z.object({
  role: z.enum(['member', 'administrator']).exactOptional(),
  leavesOn: z.string().exactOptional(),
  id: z.string().exactOptional(),
  program: z.string().exactOptional(),
})
type Details = z.infer<typeof detailsSchema>

function seenDetails(details: unknown): Omit<Details, 'id'> {
  const { id: _, ...seen } = detailsSchema.parse(details)
  return seen
}

/** Says yes or no as the second. Refusals `ask-another` and `about-you`, for a yes to what one asked for or is about oneself; false when nothing such waits for `who`. */
export async function answerChange(
  deps: SeasonDeps,
  who: Who,
  { organisationId, changeId, agrees }: { readonly organisationId: string; readonly changeId: string; readonly agrees: boolean },
): Promise<boolean> {
  if (!runsOrganisation(who, organisationId) || !('personId' in who)) return false
  const { storage, clock } = deps
  const { personId: second } = who
  const wanted = await storage.asTenant({ kind: 'programme' }, async (tx) => {
    const now = clock.now()
    const row = await liveChanges(tx, now, organisationId).selectAll().where('id', '=', changeId).forUpdate().executeTakeFirst()
    if (row === undefined) return undefined
    if (agrees && row.asked_by === second) throw askAnother()
    if (agrees && row.person_id === second) throw aboutYou()
    const outcome = agrees ? ('done' as const) : ('refused' as const)
    await tx.updateTable('pending_change').set({ second, ended_at: now, outcome }).where('id', '=', changeId).execute()
    await record(tx, clock, {
      actor: who,
      action: agrees ? 'change.agree' : 'change.refuse',
      subject: `change/${changeId}`,
      owner: { kind: 'organisation', id: organisationId },
    })
    return row
  })
  if (wanted === undefined) return false
  // A yes counts even when the person went meanwhile: then there is nothing left to do.
  if (agrees) await carryOut(deps, who, organisationId, changeOf(wanted))
  return true
}

function changeOf(row: { readonly kind: Change['kind']; readonly person_id: string | null; readonly details: unknown }): Change {
  const { role = 'member', leavesOn = '', id = '' } = detailsSchema.parse(row.details)
  if (row.kind === 'leave') return { kind: 'leave', leavesOn }
  if (row.kind === 'end-token' || row.kind === 'end-hook') return { kind: row.kind, id }
  const personId = row.person_id ?? ''
  return row.kind === 'set-role' ? { kind: 'set-role', personId, role } : { kind: 'remove-person', personId }
}

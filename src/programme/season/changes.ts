/**
 * Changes that could lock others out: taking a person out, giving or ending administration, the organisation's goodbye. On most days one administrator
 * decides. In the days before an election a second has to say yes, or the desk: whoever took over one account then takes nobody's away with it.
 */
import { record } from '#audit'
import { hoursMs, type Who } from '#kernel'
import { removePerson, runsOrganisation, setRole } from '#members'
import { type Tx, uuid } from '#storage'
import { isFrozen } from './calendar.ts'
import type { SeasonDeps } from './deps.ts'
import { leave } from './leaving.ts'
import { askAnother } from './refusals.ts'

/** Long enough for a colleague on the road; what nobody wanted by then is forgotten. */
const waitsMs = hoursMs(72)

export type Change =
  | { readonly kind: 'remove-person'; readonly personId: string }
  | { readonly kind: 'set-role'; readonly personId: string; readonly role: 'member' | 'administrator' }
  | { readonly kind: 'leave'; readonly leavesOn: string }

export type ChangeSeen = {
  readonly id: string
  readonly kind: Change['kind']
  /** Whom it is about. */
  readonly person?: string
  readonly role?: 'member' | 'administrator'
  readonly leavesOn?: string
  readonly askedBy: string
  readonly askedAt: Date
  readonly expiresAt: Date
  /** Whether who looks may say yes: not to what they asked for themselves. */
  readonly mayAgree: boolean
}

/** Does it, or lets it wait for a second yes. Undefined when there is nothing such for `who`. */
export async function change(deps: SeasonDeps, who: Who, organisationId: string, wanted: Change): Promise<'done' | 'waits' | undefined> {
  if (!runsOrganisation(who, organisationId)) return undefined
  // The desk is the second pair of eyes itself, and programs are refused by their scopes.
  if (who.kind === 'administrator' && (await waits(deps, organisationId))) return ask(deps, who.personId, organisationId, wanted)
  return (await carryOut(deps, who, organisationId, wanted)) ? 'done' : undefined
}

async function waits({ storage, clock, freezeDays }: SeasonDeps, organisationId: string): Promise<boolean> {
  const days = await freezeDays()
  return storage.asTenant({ kind: 'programme' }, (tx) => isFrozen(tx, organisationId, { now: clock.now(), freezeDays: days }))
}

async function carryOut(deps: SeasonDeps, who: Who, organisationId: string, wanted: Change): Promise<boolean> {
  if (wanted.kind === 'leave') return leave(deps, who, organisationId, wanted.leavesOn)
  const { personId } = wanted
  if (wanted.kind === 'remove-person') return removePerson(deps, who, { organisationId, personId })
  return setRole(deps, who, { organisationId, personId, role: wanted.role })
}

async function ask({ storage, clock }: SeasonDeps, askedBy: string, organisationId: string, wanted: Change): Promise<'waits' | undefined> {
  const personId = 'personId' in wanted ? wanted.personId : null
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const now = clock.now()
    if (personId !== null && !(await isMember(tx, organisationId, personId))) return undefined
    const same = await liveChanges(tx, now, organisationId)
      .select('id')
      .where('kind', '=', wanted.kind)
      .where('person_id', 'is not distinct from', personId)
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
        details: JSON.stringify(detailsOf(wanted)),
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

const detailsOf = (wanted: Change): Readonly<Record<string, string>> =>
  wanted.kind === 'set-role' ? { role: wanted.role } : wanted.kind === 'leave' ? { leavesOn: wanted.leavesOn } : {}

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
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    ...(row.name !== null && { person: row.name }),
    ...readDetails(row.details),
    askedBy: row.asker ?? '',
    askedAt: row.asked_at,
    expiresAt: row.expires_at,
    mayAgree: row.asked_by !== me,
  }))
}

function readDetails(details: unknown): { readonly role?: 'member' | 'administrator'; readonly leavesOn?: string } {
  if (typeof details !== 'object' || details === null) return {}
  const role = 'role' in details ? details.role : undefined
  const leavesOn = 'leavesOn' in details ? details.leavesOn : undefined
  return {
    ...((role === 'member' || role === 'administrator') && { role }),
    ...(typeof leavesOn === 'string' && { leavesOn }),
  }
}

/** Says yes or no as the second. Refusal `ask-another`, for a yes to one's own; false when nothing such waits for `who`. */
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
  const { role = 'member', leavesOn = '' } = readDetails(row.details)
  if (row.kind === 'leave') return { kind: 'leave', leavesOn }
  const personId = row.person_id ?? ''
  return row.kind === 'set-role' ? { kind: 'set-role', personId, role } : { kind: 'remove-person', personId }
}

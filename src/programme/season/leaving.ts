/** An organisation's goodbye: on a day it names, and until that day is over it can be taken back. */
import { record } from '#audit'
import { dayOf, type Who } from '#kernel'
import { endMembership, runsOrganisation, stillRuns } from '#members'
import type { Tx } from '#storage'
import { readDay } from './days.ts'
import type { SeasonDeps } from './deps.ts'
import { leavesAlready } from './refusals.ts'

export type Leaving = {
  readonly leavesOn: string
  readonly askedAt: Date
  /** Under which number the certificate of its erasure will stand. */
  readonly certificateId: string
  /** How long after that day it is erased. */
  readonly eraseAfterDays: number
}

/** When the organisation goes; undefined when it stays, or does not exist for `who`. */
export async function leavingOf({ storage }: SeasonDeps, who: Who, organisationId: string): Promise<Leaving | undefined> {
  if (!runsOrganisation(who, organisationId)) return undefined
  const row = await storage.asTenant(who, (tx) =>
    tx
      .selectFrom('off_boarding')
      .select(['leaves_on', 'asked_at', 'certificate_id', 'erase_after_days'])
      .where('organisation_id', '=', organisationId)
      .where('done_at', 'is', null)
      .executeTakeFirst(),
  )
  return row && { leavesOn: row.leaves_on, askedAt: row.asked_at, certificateId: row.certificate_id, eraseAfterDays: row.erase_after_days }
}

/** Names the day. Refusals `day-not-right`, `leaves-already`; false when the organisation does not exist for `who`. Reached through `change`. */
export async function leave(
  { storage, clock, eraseAfterDays }: SeasonDeps,
  who: Who,
  organisationId: string,
  typed: string,
): Promise<boolean> {
  const leavesOn = readDay(clock, typed)
  const days = await eraseAfterDays()
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    if (!(await stillRuns(tx, who))) return false
    const open = await tx
      .selectFrom('organisation')
      .select('id')
      .where('id', '=', organisationId)
      .where('closed_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (open === undefined) return false
    const held = await tx.selectFrom('off_boarding').select('leaves_on').where('organisation_id', '=', organisationId).executeTakeFirst()
    if (held !== undefined) throw leavesAlready()
    await tx
      .insertInto('off_boarding')
      .values({
        organisation_id: organisationId,
        leaves_on: leavesOn,
        asked_by: 'personId' in who ? who.personId : null,
        asked_at: clock.now(),
        done_at: null,
        erase_after_days: days,
      })
      .execute()
    const owner = { kind: 'organisation', id: organisationId } as const
    await record(tx, clock, {
      actor: who,
      action: 'organisation.leave',
      subject: `organisation/${organisationId}`,
      owner,
      details: { leavesOn },
    })
    return true
  })
}

/** Takes the goodbye back before its day is over. False when there is none for `who`. */
export async function stay({ storage, clock }: SeasonDeps, who: Who, organisationId: string): Promise<boolean> {
  if (!runsOrganisation(who, organisationId)) return false
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    if (!(await stillRuns(tx, who))) return false
    const { numDeletedRows } = await tx
      .deleteFrom('off_boarding')
      .where('organisation_id', '=', organisationId)
      .where('done_at', 'is', null)
      .executeTakeFirst()
    if (numDeletedRows === 0n) return false
    const owner = { kind: 'organisation', id: organisationId } as const
    await record(tx, clock, { actor: who, action: 'organisation.stay', subject: `organisation/${organisationId}`, owner })
    return true
  })
}

/** Says goodbye to the organisations whose day is over; answers which. Each in a transaction of its own. */
export async function leaveDue({ storage, clock }: SeasonDeps): Promise<readonly string[]> {
  const today = dayOf(clock.now())
  const due = await storage.asTenant({ kind: 'programme' }, (tx) =>
    tx.selectFrom('off_boarding').select('organisation_id').where('leaves_on', '<', today).where('done_at', 'is', null).execute(),
  )
  const gone: string[] = []
  for (const { organisation_id } of due)
    if (await storage.asTenant({ kind: 'programme' }, (tx) => close(tx, { clock }, organisation_id))) gone.push(organisation_id)
  return gone
}

/** Connections end and their passwords are deleted, links and programs' tokens stop, what people allowed to it ends; their own accounts stay theirs. */
async function close(tx: Tx, { clock }: Pick<SeasonDeps, 'clock'>, organisationId: string): Promise<boolean> {
  const now = clock.now()
  const due = await tx
    .selectFrom('off_boarding')
    .select('organisation_id')
    .where('organisation_id', '=', organisationId)
    .where('done_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (due === undefined) return false
  const members = await tx
    .selectFrom('membership')
    .select('person_id')
    .where('organisation_id', '=', organisationId)
    .where('until', 'is', null)
    .execute()
  for (const { person_id } of members) await endMembership(tx, clock, { organisationId, personId: person_id, how: 'organisation' })
  await tx
    .updateTable('invitation')
    .set({ withdrawn_at: now })
    .where('organisation_id', '=', organisationId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
  await tx
    .updateTable('api_token')
    .set({ revoked_at: now })
    .where('organisation_id', '=', organisationId)
    .where('revoked_at', 'is', null)
    .execute()
  await tx.updateTable('organisation').set({ closed_at: now }).where('id', '=', organisationId).execute()
  await tx.updateTable('off_boarding').set({ done_at: now }).where('organisation_id', '=', organisationId).execute()
  await record(tx, clock, {
    actor: { kind: 'programme' },
    action: 'organisation.close',
    subject: `organisation/${organisationId}`,
    owner: { kind: 'organisation', id: organisationId },
    details: { people: members.length },
  })
  return true
}

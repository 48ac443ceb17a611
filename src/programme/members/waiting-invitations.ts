/** Invitations that nobody has taken up: how many there are, a new letter for all of them at once, and taking one back. */
import { sql } from 'kysely'
import { record } from '#audit'
import { enqueue } from '#jobs'
import { hoursMs, personOf, type Who } from '#kernel'
import type { Tx } from '#storage'
import type { MembersDeps } from './deps.ts'
import { tellOfEnrolment } from './enrolment-events.ts'
import { linkRow } from './invitations.ts'
import { letterJob } from './letters.ts'
import { runsOrganisation, stillRuns } from './runs-organisation.ts'

/** Two letters within a day help nobody, and look like what we warn of. */
const notAgainWithinMs = hoursMs(24)
const atOnce = 1000

export type Waiting = {
  /** How many have not accepted. */
  readonly people: number
  /** How many of them would be written to now: those without a letter since yesterday. */
  readonly due: number
}

type Waits = { readonly person_id: string; readonly is_due: boolean }

/** Whoever signs in by other means has no use for a link, and whoever had a letter today reads that first. */
async function waitingIn(tx: Tx, organisationId: string, now: Date): Promise<readonly Waits[]> {
  const { rows } = await sql<Waits>`
    select m.person_id,
      not exists (select from bellwether.passkey p where p.person_id = m.person_id)
      and not exists (select from bellwether.account a where a.person_id = m.person_id and (a.kind = 'personal' or a.proven_at is not null))
      and exists (select from bellwether.account a
        where a.person_id = m.person_id and a.organisation_id = m.organisation_id and a.removed_at is null)
      and not exists (select from bellwether.invitation i
        where i.person_id = m.person_id and i.organisation_id = m.organisation_id and i.mailed_at > ${new Date(now.getTime() - notAgainWithinMs)})
      as is_due
    from bellwether.membership m
    where m.organisation_id = ${organisationId} and m.until is null
      and not exists (select from bellwether.invitation i
        where i.person_id = m.person_id and i.organisation_id = m.organisation_id and i.used_at is not null)`.execute(tx)
  return rows
}

/** Undefined when `who` does not run the organisation. */
export async function waitingInvitations({ storage, clock }: MembersDeps, who: Who, organisationId: string): Promise<Waiting | undefined> {
  if (!runsOrganisation(who, organisationId)) return undefined
  const all = await storage.asTenant({ kind: 'programme' }, (tx) => waitingIn(tx, organisationId, clock.now()))
  return { people: all.length, due: all.filter(({ is_due }) => is_due).length }
}

/** Mails a new link to everybody who is due; answers how many, or undefined when `who` does not run the organisation. Their earlier links stop working. */
export async function inviteWaiting(deps: MembersDeps, who: Who, organisationId: string): Promise<number | undefined> {
  if (!runsOrganisation(who, organisationId)) return undefined
  const { storage, clock } = deps
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    if (!(await stillRuns(tx, who))) return undefined
    // Two at once would write to everybody twice.
    await tx.selectFrom('organisation').select('id').where('id', '=', organisationId).forUpdate().execute()
    const now = clock.now()
    const due = (await waitingIn(tx, organisationId, now)).filter(({ is_due }) => is_due).map(({ person_id }) => person_id)
    const madeBy = personOf(who)
    for (let at = 0; at < due.length; at += atOnce)
      await writeTo(tx, deps, { organisationId, madeBy, personIds: due.slice(at, at + atOnce) })
    if (due.length > 0)
      await record(tx, clock, {
        actor: who,
        action: 'invitation.make-many',
        subject: `organisation/${organisationId}`,
        owner: { kind: 'organisation', id: organisationId },
        details: { count: due.length },
      })
    return due.length
  })
}

type Some = { readonly organisationId: string; readonly madeBy: string | null; readonly personIds: readonly string[] }

async function writeTo(tx: Tx, deps: MembersDeps, { organisationId, madeBy, personIds }: Some): Promise<void> {
  const now = deps.clock.now()
  await tx
    .updateTable('invitation')
    .set({ withdrawn_at: now })
    .where('person_id', 'in', personIds)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
  const rows = personIds.map((personId) => ({ ...linkRow(deps, { personId, organisationId, madeBy }), mailed_at: now }))
  await tx.insertInto('invitation').values(rows).execute()
  const invited = personIds.map((personId) => ({ event: 'person.invited' as const, organisationId, personId }))
  await tellOfEnrolment(tx, deps.clock, invited)
  await enqueue(
    tx,
    rows.map(({ id }) => letterJob({ letter: 'invitation', invitationId: id })),
  )
}

/** Takes a link back before it is used; the person stays on the list. False when there is none for `who`. */
export async function withdrawInvitation(
  { storage, clock }: MembersDeps,
  who: Who,
  { organisationId, personId }: { readonly organisationId: string; readonly personId: string },
): Promise<boolean> {
  if (!runsOrganisation(who, organisationId)) return false
  return storage.asTenant(who, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('invitation')
      .set({ withdrawn_at: clock.now() })
      .where('organisation_id', '=', organisationId)
      .where('person_id', '=', personId)
      .where('used_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    const owner = { kind: 'organisation', id: organisationId } as const
    await record(tx, clock, { actor: who, action: 'invitation.withdraw', subject: `person/${personId}`, owner })
    return true
  })
}

/**
 * An administrator lets a helper in: for one purpose, until a moment, by an address or by a link. Whether somebody here
 * reads an address is never told: whoever proved it finds the offer on their own page, and has a name here once they accept.
 */
import { record } from '#audit'
import { type Administrator, daysMs } from '#kernel'
import { hashOfToken, type MembersDeps, newToken, readAddress } from '#members'
import { type Tx, uuid } from '#storage'
import { type HelpPurpose, longestHelpDays, readPurpose } from './purposes.ts'
import { helpEndNotRight, helpPurposeMissing, tooManyHelpers } from './refusals.ts'

const offerMs = daysMs(7)
const mostHelpers = 20

export type HelpWanted = {
  readonly purpose: string
  readonly days: number
  /** Of somebody who takes part; empty for a link. */
  readonly address: string
}
/** The link's secret, shown once, when there is no address. */
export type HelpOffered = { readonly id: string; readonly token?: string; readonly offeredUntil: Date }

function readDays(days: number): number {
  if (!Number.isInteger(days) || days < 1 || days > longestHelpDays) throw helpEndNotRight()
  return days
}

/** Refusals `help-purpose-missing`, `help-end-not-right`, `address-not-valid`, `too-many-helpers`. */
export async function letIn({ storage, clock, chance }: MembersDeps, who: Administrator, wanted: HelpWanted): Promise<HelpOffered> {
  const purpose = readPurpose(wanted.purpose)
  if (purpose === undefined) throw helpPurposeMissing()
  const days = readDays(wanted.days)
  const folded = wanted.address.trim() === '' ? null : readAddress(wanted.address).folded
  const now = clock.now()
  const id = uuid()
  const token = folded === null ? newToken(chance) : undefined
  const until = new Date(now.getTime() + daysMs(days))
  const offeredUntil = new Date(Math.min(now.getTime() + offerMs, until.getTime()))
  await storage.asTenant(who, async (tx) => {
    if ((await open(tx, who, now).select('id').execute()).length >= mostHelpers) throw tooManyHelpers()
    await tx
      .insertInto('helper_grant')
      .values({
        id,
        organisation_id: who.organisationId,
        person_id: null,
        purpose,
        address_folded: folded,
        token_hash: token === undefined ? null : hashOfToken(token),
        let_in_by: who.personId,
        offered_at: now,
        offered_until: offeredUntil,
        accepted_at: null,
        since: now,
        until,
        ended_at: null,
        ended_by: null,
      })
      .execute()
    await record(tx, clock, { ...deed(who, 'helper.let-in', id), details: { purpose, days } })
  })
  return { id, offeredUntil, ...(token !== undefined && { token }) }
}

/** Helping, or offered and still open. */
const open = (tx: Tx, { organisationId }: Administrator, now: Date) =>
  tx
    .selectFrom('helper_grant')
    .where('organisation_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .where('until', '>', now)
    .where((where) => where.or([where('accepted_at', 'is not', null), where('offered_until', '>', now)]))

const deed = (actor: Administrator, action: string, id: string) => ({
  actor,
  action,
  subject: `help/${id}`,
  owner: { kind: 'organisation', id: actor.organisationId } as const,
})

/** Whoever helps now goes on for so many days from now. False when nobody helps under it. Refusal `help-end-not-right`. */
export async function renewHelp(
  { storage, clock }: MembersDeps,
  who: Administrator,
  { id, days }: { readonly id: string; readonly days: number },
): Promise<boolean> {
  const now = clock.now()
  const until = new Date(now.getTime() + daysMs(readDays(days)))
  return storage.asTenant(who, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('helper_grant')
      .set({ since: now, until })
      .where('id', '=', id)
      .where('organisation_id', '=', who.organisationId)
      .where('accepted_at', 'is not', null)
      .where('ended_at', 'is', null)
      .where('until', '>', now)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await record(tx, clock, { ...deed(who, 'helper.renew', id), details: { days } })
    return true
  })
}

/** At once, whether they help or were only asked. False when it had ended. */
export async function endHelp({ storage, clock }: MembersDeps, who: Administrator, id: string): Promise<boolean> {
  return storage.asTenant(who, async (tx) => {
    const ended = await open(tx, who, clock.now()).select('id').where('id', '=', id).forUpdate().executeTakeFirst()
    if (ended === undefined) return false
    await tx
      .updateTable('helper_grant')
      .set({ ended_at: clock.now(), ended_by: who.personId, address_folded: null, token_hash: null })
      .where('id', '=', id)
      .execute()
    await record(tx, clock, deed(who, 'helper.end', id))
    return true
  })
}

export type HelperSeen = {
  readonly id: string
  /** Once they accepted. */
  readonly name?: string
  /** The address that was typed, until somebody accepts or it ends. */
  readonly offeredTo?: string
  readonly purpose: HelpPurpose
  readonly state: 'offered' | 'helping' | 'ended'
  readonly letInBy: string
  readonly offeredUntil: Date
  readonly until: Date
}

/** Those who help or were asked, then the newest of those that ended. */
export async function helpersOf({ storage, clock }: MembersDeps, { organisationId }: Administrator): Promise<readonly HelperSeen[]> {
  // As the programme: a helper is no member, so their name is in no row of the organisation.
  const rows = await storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .selectFrom('helper_grant as g')
      .innerJoin('person as by', 'by.id', 'g.let_in_by')
      .leftJoin('person as helper', 'helper.id', 'g.person_id')
      .selectAll('g')
      .select(['by.name as let_in_by_name', 'helper.name'])
      .where('g.organisation_id', '=', organisationId)
      .orderBy('g.offered_at', 'desc')
      .limit(200)
      .execute(),
  )
  const now = clock.now()
  const seen = rows.map((row): HelperSeen => {
    const over = row.ended_at !== null || row.until <= now || (row.accepted_at === null && row.offered_until <= now)
    return {
      id: row.id,
      ...(row.name !== null && { name: row.name }),
      ...(row.address_folded !== null && { offeredTo: row.address_folded }),
      purpose: row.purpose,
      state: over ? 'ended' : row.accepted_at === null ? 'offered' : 'helping',
      letInBy: row.let_in_by_name,
      offeredUntil: row.offered_until,
      until: row.ended_at ?? row.until,
    }
  })
  const order = { helping: 0, offered: 1, ended: 2 }
  return seen.sort((one, other) => order[one.state] - order[other.state])
}

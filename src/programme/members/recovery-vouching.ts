/**
 * Assisted recovery, the helpers' side: one who met or called the person
 * vouches, a second and different one confirms, then there is a wait in which
 * the person can stop it. Each of the two then holds one half of the code, so
 * neither can come in alone.
 */
import { record } from '#audit'
import { daysMs, hoursMs, type Who } from '#kernel'
import type { Tx } from '#storage'
import type { MembersDeps } from './deps.ts'
import { isOpenToOrganisation } from './recovery-helpers.ts'
import { liveRequests, recoveryHalf } from './recovery-request.ts'
import { recoveryNeedsAnother } from './refusals.ts'
import { runsOrganisation, stillRuns } from './runs-organisation.ts'
import { tellOfSignIn } from './sign-in-news.ts'

/** Nobody makes the wait shorter than this, whatever the settings say. */
const leastWaitHours = 1
const usableMs = daysMs(3)

export type RecoverySeen = {
  readonly id: string
  readonly person: string
  readonly reference: string
  readonly askedAt: Date
  readonly state: 'asked' | 'vouched' | 'waiting' | 'open'
  readonly voucher?: string
  readonly how?: 'met' | 'called'
  readonly second?: string
  readonly opensAt?: Date
  /** What whoever looks may do: nothing for the person themselves, and no second part for whoever had the first. */
  readonly mayVouch: boolean
  readonly mayConfirm: boolean
  /** Shown to each of the two once it is open: their own half. */
  readonly half?: string
}

/**
 * Live requests that `who` may act on: an administrator those of their organisation, staff all. Those that somebody
 * vouched for first, then the newest: a stranger who asks a hundred times pushes nobody off the page.
 */
export async function recoveries(deps: MembersDeps, who: Who): Promise<readonly RecoverySeen[]> {
  const { storage, vault, clock } = deps
  if (who.kind !== 'administrator' && who.kind !== 'analyst') return []
  const now = clock.now()
  // Policies decide which rows; a solo person's name is behind one, so it is read in the programme's transaction.
  const found = await storage.asTenant(who, (tx) =>
    liveRequests(tx, now)
      .selectAll()
      .$if(who.kind === 'administrator', (own) => own.where('organisation_id', '=', who.kind === 'administrator' ? who.organisationId : ''))
      .where('person_id', '!=', who.personId)
      .orderBy('vouched_at', (first) => first.asc().nullsLast())
      .orderBy('asked_at', 'desc')
      .orderBy('id', 'desc')
      .limit(200)
      .execute(),
  )
  const { rows, names } = await storage.asTenant({ kind: 'programme' }, async (tx) => {
    const rows: typeof found = []
    for (const row of found) if (who.kind === 'analyst' || (await isOpenToOrganisation(tx, row))) rows.push(row)
    return { rows, names: await namesOf(tx, rows) }
  })
  const nameOf = (id: string) => names.get(id) ?? ''
  return rows.map((row): RecoverySeen => {
    const open = row.opens_at !== null && row.opens_at <= now
    const mine = row.voucher === who.personId ? 'first' : row.second === who.personId ? 'second' : undefined
    return {
      id: row.id,
      person: nameOf(row.person_id),
      reference: row.reference,
      askedAt: row.asked_at,
      state: open ? 'open' : row.opens_at !== null ? 'waiting' : row.voucher !== null ? 'vouched' : 'asked',
      ...(row.voucher !== null && { voucher: nameOf(row.voucher) }),
      ...(row.how !== null && { how: row.how }),
      ...(row.second !== null && { second: nameOf(row.second) }),
      ...(row.opens_at !== null && { opensAt: row.opens_at }),
      mayVouch: row.voucher === null,
      mayConfirm: row.voucher !== null && row.second === null && row.voucher !== who.personId,
      ...(open && mine !== undefined && { half: recoveryHalf(vault, row.id, mine) }),
    }
  })
}

type Named = { readonly person_id: string; readonly voucher: string | null; readonly second: string | null }

async function namesOf(tx: Tx, rows: readonly Named[]): Promise<ReadonlyMap<string, string>> {
  const ids = rows.flatMap((row) => [row.person_id, row.voucher, row.second].filter((id) => id !== null))
  if (ids.length === 0) return new Map()
  const people = await tx.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(people.map(({ id, name }) => [id, name]))
}

/** The request as it stands now, locked, when `who` may act on it: never one's own. */
async function lockedFor(tx: Tx, deps: MembersDeps, who: Who, id: string) {
  if ((who.kind !== 'administrator' && who.kind !== 'analyst') || !(await stillRuns(tx, who))) return undefined
  const row = await liveRequests(tx, deps.clock.now()).selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (row === undefined || row.person_id === who.personId) return undefined
  if (who.kind === 'analyst') return row
  const mine = row.organisation_id !== null && runsOrganisation(who, row.organisation_id) && (await isOpenToOrganisation(tx, row))
  return mine ? row : undefined
}

const recorded = (actor: Who, row: { readonly person_id: string }, action: string, details: Readonly<Record<string, unknown>> = {}) => ({
  actor,
  action,
  subject: `person/${row.person_id}`,
  owner: { kind: 'person', id: row.person_id } as const,
  details,
})

/** The first part. False when there is no such request for `who`; refusal `recovery-needs-another` when somebody vouched already. */
export async function vouch(
  deps: MembersDeps,
  who: Who,
  { id, how }: { readonly id: string; readonly how: 'met' | 'called' },
): Promise<boolean> {
  return deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const row = await lockedFor(tx, deps, who, id)
    if (row === undefined || !('personId' in who)) return false
    if (row.voucher !== null) throw recoveryNeedsAnother()
    const now = deps.clock.now()
    await tx
      .updateTable('recovery_request')
      .set({ voucher: who.personId, vouched_at: now, how, expires_at: new Date(now.getTime() + usableMs) })
      .where('id', '=', id)
      .execute()
    await tellOfSignIn(tx, { personId: row.person_id, news: 'recovery-vouched', requestId: id })
    await record(tx, deps.clock, recorded(who, row, 'recovery.vouch', { how }))
    return true
  })
}

/** The second part, by somebody else; the wait begins. False, and refusal, as above. */
export async function confirmRecovery(
  deps: MembersDeps,
  who: Who,
  { id, waitHours }: { readonly id: string; readonly waitHours: number },
): Promise<boolean> {
  return deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const row = await lockedFor(tx, deps, who, id)
    if (row === undefined || !('personId' in who)) return false
    if (row.voucher === null || row.second !== null || row.voucher === who.personId) throw recoveryNeedsAnother()
    const now = deps.clock.now()
    const opensAt = new Date(now.getTime() + hoursMs(Math.max(leastWaitHours, waitHours)))
    await tx
      .updateTable('recovery_request')
      .set({ second: who.personId, seconded_at: now, opens_at: opensAt, expires_at: new Date(opensAt.getTime() + usableMs) })
      .where('id', '=', id)
      .execute()
    await tellOfSignIn(tx, { personId: row.person_id, news: 'recovery-opens', requestId: id })
    await record(tx, deps.clock, recorded(who, row, 'recovery.confirm', { opensAt }))
    return true
  })
}

/** A helper who has doubts ends it. False when there is no such request for `who`. */
export async function refuseRecovery(deps: MembersDeps, who: Who, id: string): Promise<boolean> {
  return deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const row = await lockedFor(tx, deps, who, id)
    if (row === undefined) return false
    await tx.updateTable('recovery_request').set({ stopped_at: deps.clock.now() }).where('id', '=', id).execute()
    if (row.voucher !== null) await tellOfSignIn(tx, { personId: row.person_id, news: 'recovery-stopped' })
    await record(tx, deps.clock, recorded(who, row, 'recovery.refuse'))
    return true
  })
}

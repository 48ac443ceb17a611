/**
 * Assisted recovery, the person's side: somebody who lost every way in asks at
 * the door, reads out a reference to people who know them, and comes back with
 * a code in two halves. How two people vouch is in recovery-vouching.ts.
 */
import { record } from '#audit'
import { daysMs, fromTyped, toCrockford, type Who } from '#kernel'
import type { Vault } from '#secrets'
import { type Tx, uuid } from '#storage'
import { readAddress } from './address.ts'
import type { MembersDeps } from './deps.ts'
import { forgetIdentity } from './elsewhere/staff-identity.ts'
import { meOf } from './me.ts'
import { organisationThatVouches, stillHelps } from './recovery-helpers.ts'
import { recoveryNotOpen, stopCodeUnknown, tooManyTries } from './refusals.ts'
import { beginSession, endOtherSessions, type NewSession } from './sessions.ts'
import { tellOfSignIn } from './sign-in-news.ts'
import { houseOf, type Limit } from './slow-down.ts'

/** How long a request waits for people, and how long its code can be used once it is open. */
const waitsMs = daysMs(3)
/** Live requests of one person, from one place and in all: a stranger may ask too, and must not use up their turn. */
const mostLiveFromOnePlace = 3
const mostLive = 100
const halfLetters = 8
const stopLetters = 12

export type Half = 'first' | 'second'

const grouped = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')

/** One half of the code, made again from the row's id: it stands in no table. */
export const recoveryHalf = (vault: Vault, requestId: string, half: Half): string =>
  grouped(toCrockford(vault.mac(`recovery-half/${half}`, requestId), halfLetters))

/** What a letter carries by which anybody who reads it stops the request. */
export const recoveryStopCode = (vault: Vault, requestId: string): string =>
  grouped(toCrockford(vault.mac('recovery-stop', requestId), stopLetters))

const plain = (code: string): string => code.replaceAll('-', '')
const pairHash = (vault: Vault, first: string, second: string): Buffer => vault.mac('recovery-pair', `${first}/${second}`)
const stopHash = (vault: Vault, code: string): Buffer => vault.mac('recovery-stop-hash', code)

/** Requests that can still lead somewhere. */
export const liveRequests = (tx: Tx, now: Date) =>
  tx.selectFrom('recovery_request').where('stopped_at', 'is', null).where('finished_at', 'is', null).where('expires_at', '>', now)

/** Notes the wish, and answers with what to read out on the telephone; the same for an address that nobody has. Refusal `too-many-tries`. */
export async function askForRecovery(
  deps: MembersDeps,
  limit: Limit,
  { address, remote }: { readonly address: string; readonly remote: string },
): Promise<{ readonly reference: string }> {
  if ((await limit.count(remote)) > 0) throw tooManyTries()
  const { folded } = readAddress(address)
  const { storage, vault, clock, chance } = deps
  const reference = grouped(toCrockford(chance(5), halfLetters))
  await storage.asTenant({ kind: 'programme' }, async (tx) => {
    const personId = await whoseAddress(tx, folded)
    if (personId === undefined) return
    const now = clock.now()
    const askedFrom = vault.mac('recovery-asked-from', houseOf(remote))
    const held = await liveRequests(tx, now).select('asked_from').where('person_id', '=', personId).execute()
    const fromHere = held.filter(({ asked_from }) => asked_from?.equals(askedFrom))
    if (fromHere.length >= mostLiveFromOnePlace || held.length >= mostLive) return
    const id = uuid()
    const [first, second] = [plain(recoveryHalf(vault, id, 'first')), plain(recoveryHalf(vault, id, 'second'))]
    await tx
      .insertInto('recovery_request')
      .values({
        id,
        person_id: personId,
        organisation_id: await organisationThatVouches(tx, personId),
        reference,
        asked_at: now,
        asked_from: askedFrom,
        expires_at: new Date(now.getTime() + waitsMs),
        stop_hash: stopHash(vault, plain(recoveryStopCode(vault, id))),
        code_hash: pairHash(vault, first, second),
      })
      .execute()
  })
  return { reference }
}

/** Proven addresses first: whoever proved it is more surely meant than whoever was entered with it. */
async function whoseAddress(tx: Tx, folded: string): Promise<string | undefined> {
  const account = await tx
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select('account.person_id')
    .where('account.address_folded', '=', folded)
    .where('account.removed_at', 'is', null)
    .where('person.erased_at', 'is', null)
    .where((where) => where.or([where('account.kind', '=', 'work'), where('account.proven_at', 'is not', null)]))
    .orderBy('account.proven_at', (order) => order.asc().nullsLast())
    .executeTakeFirst()
  return account?.person_id
}

export type MyRecovery = { readonly id: string; readonly vouchedAt: Date; readonly opensAt?: Date }

/** Requests about the person who asks, once somebody vouched. */
export async function myRecoveries({ storage, clock }: MembersDeps, who: Who): Promise<readonly MyRecovery[]> {
  const personId = meOf(who)
  const rows = await storage.asTenant({ kind: 'person', personId }, (tx) =>
    liveRequests(tx, clock.now())
      .select(['id', 'vouched_at', 'opens_at'])
      .where('person_id', '=', personId)
      .where('vouched_at', 'is not', null)
      .orderBy('asked_at')
      .execute(),
  )
  return rows.map((row) => ({ id: row.id, vouchedAt: row.vouched_at ?? clock.now(), ...(row.opens_at && { opensAt: row.opens_at }) }))
}

/** Stops all that is under way about the person who asks. */
export async function stopMyRecoveries({ storage, clock }: MembersDeps, who: Who): Promise<void> {
  const personId = meOf(who)
  await storage.asTenant({ kind: 'programme' }, async (tx) => {
    const stopped = await tx
      .updateTable('recovery_request')
      .set({ stopped_at: clock.now() })
      .where('person_id', '=', personId)
      .where('stopped_at', 'is', null)
      .where('finished_at', 'is', null)
      .returning('id')
      .execute()
    if (stopped.length > 0) await noteStop(tx, clock, personId, 'session')
  })
}

/** Stops one by the code of its letter. Refusals `stop-code-unknown`, `too-many-tries`. */
export async function stopRecoveryByCode(
  { storage, vault, clock }: MembersDeps,
  limit: Limit,
  { code, remote }: { readonly code: string; readonly remote: string },
): Promise<void> {
  if ((await limit.count(remote)) > 0) throw tooManyTries()
  const typed = fromTyped(code, stopLetters)
  if (typed === undefined) throw stopCodeUnknown()
  const stopped = await storage.asTenant({ kind: 'programme' }, async (tx) => {
    const row = await tx
      .updateTable('recovery_request')
      .set({ stopped_at: clock.now() })
      .where('stop_hash', '=', stopHash(vault, typed))
      .where('stopped_at', 'is', null)
      .where('finished_at', 'is', null)
      .returning('person_id')
      .executeTakeFirst()
    if (row !== undefined) await noteStop(tx, clock, row.person_id, 'letter')
    return row
  })
  if (stopped === undefined) throw stopCodeUnknown()
}

async function noteStop(tx: Tx, clock: MembersDeps['clock'], personId: string, by: 'session' | 'letter'): Promise<void> {
  await tellOfSignIn(tx, { personId, news: 'recovery-stopped' })
  await record(tx, clock, {
    actor: { kind: 'person', personId },
    action: 'recovery.stop',
    subject: `person/${personId}`,
    owner: { kind: 'person', id: personId },
    details: { by },
  })
}

type Halves = { readonly one: string; readonly other: string; readonly remote: string; readonly userAgent?: string }

/**
 * Takes both halves, in either order, and signs the person in. What they lost
 * may be in somebody else's hands: passkeys, apps, paper codes, a bound sign-in
 * of staff and sessions of before are gone, and so is what else was asked for in
 * their name. When one of the two could no longer help, the request ends
 * instead. Refusals `recovery-not-open`, `too-many-tries`.
 */
export async function finishRecovery(deps: MembersDeps, limit: Limit, { one, other, remote, userAgent }: Halves): Promise<NewSession> {
  if ((await limit.count(remote)) > 0) throw tooManyTries()
  const [left, right] = [fromTyped(one, halfLetters), fromTyped(other, halfLetters)]
  if (left === undefined || right === undefined) throw recoveryNotOpen()
  const { storage, vault, clock } = deps
  const session = await storage.asTenant({ kind: 'programme' }, async (tx) => {
    const now = clock.now()
    const row = await liveRequests(tx, now)
      .select(['id', 'person_id', 'organisation_id', 'voucher', 'second'])
      .where('code_hash', 'in', [pairHash(vault, left, right), pairHash(vault, right, left)])
      .where('opens_at', '<=', now)
      .forUpdate()
      .executeTakeFirst()
    if (row === undefined) return undefined
    const personId = row.person_id
    await tx
      .updateTable('recovery_request')
      .set({ stopped_at: now })
      .where('person_id', '=', personId)
      .where('stopped_at', 'is', null)
      .where('finished_at', 'is', null)
      .execute()
    if (!((await stillHelps(tx, row.voucher, row)) && (await stillHelps(tx, row.second, row)))) {
      await tellOfSignIn(tx, { personId, news: 'recovery-stopped' })
      return undefined
    }
    await tx.updateTable('recovery_request').set({ stopped_at: null, finished_at: now }).where('id', '=', row.id).execute()
    for (const table of ['passkey', 'totp', 'recovery_code'] as const)
      await tx.deleteFrom(table).where('person_id', '=', personId).execute()
    await forgetIdentity(tx, clock, personId)
    await endOtherSessions(tx, clock, { personId, session: undefined })
    const begun = await beginSession(tx, deps, { personId, method: 'two-people', userAgent })
    await tellOfSignIn(tx, { personId, news: 'recovery-done' })
    await record(tx, clock, {
      actor: { kind: 'person', personId },
      action: 'sign-in.two-people',
      subject: `person/${personId}`,
      owner: { kind: 'person', id: personId },
    })
    return begun
  })
  if (session === undefined) throw recoveryNotOpen()
  return session
}

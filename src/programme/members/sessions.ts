/**
 * Sessions: begun at sign-in with a new token each time, idle for 12 hours at
 * most, 7 days in all (ASVS 5 V7.3), 12 hours where the staff's provider began
 * it: then it is asked again. What may not wait for a thief who sits
 * down at an open screen asks for a fresh proof, ten minutes old at most.
 */
import { type Clock, daysMs, hoursMs, minutesMs } from '#kernel'
import type { Tx } from '#storage'
import type { Chance, MembersDeps } from './deps.ts'
import { isAnotherDevice, readDevice } from './device.ts'
import { isIssuer } from './elsewhere/how-signed-in.ts'
import { newKnownBrowser } from './known-browser.ts'
import { isStrong, issuerOf, type OpenedBy, openedBy, type SignInMethod } from './opened-by.ts'
import { hashOfToken, newToken } from './token.ts'

export type NewSession = {
  readonly token: string
  readonly expiresAt: Date
  /** By which the browser is known again later; a session that only went on has none. */
  readonly known?: string
}

const idleMs = hoursMs(12)
const longestMs = daysMs(7)
const longestByProviderMs = hoursMs(12)
/** Writing each request down would cost more than it tells. */
const seenEveryMs = minutesMs(1)
const freshMs = minutesMs(10)

/** Sessions of the clock's moment that neither ended nor idled away. */
export const isLive = (clock: Clock) => {
  const now = clock.now()
  return { now, seenAfter: new Date(now.getTime() - idleMs) }
}

/** Begins a session in the programme's transaction; the sign-in is its first proof. */
export async function beginSession(
  tx: Tx,
  { clock, chance, vault }: Pick<MembersDeps, 'clock' | 'chance' | 'vault'>,
  {
    personId,
    method,
    userAgent = '',
    provedAt = clock.now(),
    ...opened
  }: {
    readonly personId: string
    readonly method: SignInMethod
    readonly userAgent?: string | undefined
    /** When they showed that it is them, where that was not just now; null: not in a way that counts. */
    readonly provedAt?: Date | null
  } & OpenedBy,
): Promise<NewSession> {
  const now = clock.now()
  const token = newToken(chance)
  const expiresAt = new Date(now.getTime() + (method === 'staff-provider' ? longestByProviderMs : longestMs))
  await tx
    .insertInto('session')
    .values({
      token_hash: hashOfToken(token),
      person_id: personId,
      method,
      created_at: now,
      last_seen_at: now,
      expires_at: expiresAt,
      ended_at: null,
      proved_at: provedAt,
      ...readDevice(userAgent),
      ...openedBy(opened),
    })
    .execute()
  return { token, expiresAt, known: newKnownBrowser(vault, chance, personId) }
}

export type LiveSession = {
  readonly id: string
  readonly personId: string
  readonly method: string
  readonly fresh: boolean
  readonly strong: boolean
}

/** Under which circumstances a token was brought. */
export type Brought = {
  /** The provider of the staff at this moment, where they have one. */
  readonly staffIssuer?: string | undefined
  /** What the browser says of itself; undefined where no browser asks. */
  readonly userAgent?: string | undefined
}

/**
 * A live session by its token, in the programme's transaction; marks it as seen. One that the staff's provider began lives as
 * long as the identity is bound and its issuer is the provider of this moment. In another browser than before (ASVS 5 V8.2.4) a
 * session proves nothing: a cookie that was carried off opens neither the desk nor what asks for a fresh proof.
 */
export async function liveSession(
  tx: Tx,
  clock: Clock,
  { token, staffIssuer, userAgent }: Brought & { readonly token: string },
): Promise<LiveSession | undefined> {
  const { now, seenAfter } = isLive(clock)
  const hash = hashOfToken(token)
  const session = await tx
    .selectFrom('session')
    .select(['id', 'person_id', 'method', 'last_seen_at', 'proved_at', 'browser', 'system', isStrong.as('strong'), issuerOf.as('issuer')])
    .where('token_hash', '=', hash)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', seenAfter)
    .executeTakeFirst()
  if (session === undefined) return undefined
  const { method, issuer } = session
  if (method === 'staff-provider' && (issuer === null || staffIssuer === undefined || !isIssuer(issuer, staffIssuer))) return undefined
  if (now.getTime() - session.last_seen_at.getTime() > seenEveryMs) {
    await tx.updateTable('session').set({ last_seen_at: now }).where('token_hash', '=', hash).execute()
  }
  const same = userAgent === undefined || !isAnotherDevice(session, readDevice(userAgent))
  const fresh = session.proved_at !== null && now.getTime() - session.proved_at.getTime() <= freshMs
  return { id: session.id, personId: session.person_id, method, fresh: same && fresh, strong: same && session.strong }
}

/** After a fresh proof: the same session under a new token, of the browser that showed it; the old one opens nothing (ASVS 5 V7.2.4). Undefined when it ended meanwhile. */
export async function renewSession(
  tx: Tx,
  { clock, chance }: { readonly clock: Clock; readonly chance: Chance },
  {
    personId,
    token,
    userAgent,
    ...opened
  }: { readonly personId: string; readonly token: string; readonly userAgent?: string | undefined } & OpenedBy,
): Promise<NewSession | undefined> {
  const renewed = newToken(chance)
  const kept = await tx
    .updateTable('session')
    .set({
      token_hash: hashOfToken(renewed),
      proved_at: clock.now(),
      ...(userAgent !== undefined && readDevice(userAgent)),
      ...openedBy(opened),
    })
    .where('token_hash', '=', hashOfToken(token))
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .returning('expires_at')
    .executeTakeFirst()
  return kept && { token: renewed, expiresAt: kept.expires_at }
}

/** Ends one session; a token that is not known ends nothing. */
export async function signOut({ storage, clock }: MembersDeps, token: string): Promise<void> {
  await storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .updateTable('session')
      .set({ ended_at: clock.now() })
      .where('token_hash', '=', hashOfToken(token))
      .where('ended_at', 'is', null)
      .execute(),
  )
}

/** Ends all live sessions of a person but the one whose token is given. */
export async function endOtherSessions(
  tx: Tx,
  clock: Clock,
  { personId, session }: { readonly personId: string; readonly session: string | undefined },
): Promise<void> {
  await tx
    .updateTable('session')
    .set({ ended_at: clock.now() })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .$if(session !== undefined, (others) => others.where('token_hash', '!=', hashOfToken(session ?? '')))
    .execute()
}

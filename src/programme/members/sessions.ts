/** Sessions: begun at sign-in with a new token each time, idle for 12 hours at most, 7 days in all (ASVS 5 V7.3). */
import { type Clock, daysMs, hoursMs, minutesMs } from '#kernel'
import type { Tx } from '#storage'
import type { Chance, MembersDeps } from './deps.ts'
import { hashOfToken, newToken } from './token.ts'

export type NewSession = { readonly token: string; readonly expiresAt: Date }
export type SignInMethod = 'passkey' | 'mail-code' | 'invitation' | 'first-link'

const idleMs = hoursMs(12)
const longestMs = daysMs(7)
/** Writing each request down would cost more than it tells. */
const seenEveryMs = minutesMs(1)

/** Begins a session in the programme's transaction. */
export async function beginSession(
  tx: Tx,
  { clock, chance }: { readonly clock: Clock; readonly chance: Chance },
  { personId, method }: { readonly personId: string; readonly method: SignInMethod },
): Promise<NewSession> {
  const now = clock.now()
  const token = newToken(chance)
  const expiresAt = new Date(now.getTime() + longestMs)
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
    })
    .execute()
  return { token, expiresAt }
}

/** The person of a live session, in the programme's transaction; marks it as seen. */
export async function personOfSession(tx: Tx, clock: Clock, token: string): Promise<string | undefined> {
  const now = clock.now()
  const hash = hashOfToken(token)
  const session = await tx
    .selectFrom('session')
    .select(['person_id', 'last_seen_at'])
    .where('token_hash', '=', hash)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', new Date(now.getTime() - idleMs))
    .executeTakeFirst()
  if (session === undefined) return undefined
  if (now.getTime() - session.last_seen_at.getTime() > seenEveryMs) {
    await tx.updateTable('session').set({ last_seen_at: now }).where('token_hash', '=', hash).execute()
  }
  return session.person_id
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

/** A person's own sessions as their page lists them, and the end of one. */
import { record } from '#audit'
import type { Who } from '#kernel'
import type { MembersDeps } from './deps.ts'
import { meOf } from './me.ts'
import { endOtherSessions, isLive } from './sessions.ts'

export type SessionSeen = {
  readonly id: string
  readonly method: string
  /** `Firefox`; undefined when its browser did not say. */
  readonly browser?: string
  /** `Windows` */
  readonly system?: string
  readonly begunAt: Date
  readonly lastSeenAt: Date
}

/** Live ones, the one last used first. */
export async function sessions({ storage, clock }: MembersDeps, who: Who): Promise<readonly SessionSeen[]> {
  const personId = meOf(who)
  const { now, seenAfter } = isLive(clock)
  const rows = await storage.asTenant({ kind: 'person', personId }, (tx) =>
    tx
      .selectFrom('session')
      .select(['id', 'method', 'browser', 'system', 'created_at', 'last_seen_at'])
      .where('person_id', '=', personId)
      .where('ended_at', 'is', null)
      .where('expires_at', '>', now)
      .where('last_seen_at', '>', seenAfter)
      .orderBy('last_seen_at', 'desc')
      .limit(100)
      .execute(),
  )
  return rows.map((row) => ({
    id: row.id,
    method: row.method,
    ...(row.browser !== null && { browser: row.browser }),
    ...(row.system !== null && { system: row.system }),
    begunAt: row.created_at,
    lastSeenAt: row.last_seen_at,
  }))
}

/** False when it is not a live session of this person. */
export async function endSession({ storage, clock }: MembersDeps, who: Who, id: string): Promise<boolean> {
  const personId = meOf(who)
  return storage.asTenant({ kind: 'person', personId }, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('session')
      .set({ ended_at: clock.now() })
      .where('id', '=', id)
      .where('person_id', '=', personId)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await record(tx, clock, ended(who, personId, 'session.end'))
    return true
  })
}

/** Ends all but the one whose token is given. */
export async function endMyOtherSessions({ storage, clock }: MembersDeps, who: Who, session: string): Promise<void> {
  const personId = meOf(who)
  await storage.asTenant({ kind: 'person', personId }, async (tx) => {
    await endOtherSessions(tx, clock, { personId, session })
    await record(tx, clock, ended(who, personId, 'session.end-others'))
  })
}

const ended = (actor: Who, personId: string, action: string) => ({
  actor,
  action,
  subject: `person/${personId}`,
  owner: { kind: 'person', id: personId } as const,
})

/** What a person's first page needs: am I all right, what is there to do, what is seen and by whom. */
import { daysMs, type Language, type NoticeLevel, type Who } from '#kernel'
import { type AccountSeen, accountsOf } from './accounts.ts'
import type { MembersDeps } from './deps.ts'
import { gravityOf } from './gravity.ts'
import { readLanguage } from './language.ts'
import { meOf } from './me.ts'
import { liveRequests } from './recovery-request.ts'
import { hasMoreThanMail, type Ways, waysOf } from './ways.ts'

export type Todo =
  | { readonly kind: 'read-notice'; readonly noticeId: string; readonly level: NoticeLevel; readonly decidedAt: Date }
  | { readonly kind: 'connect-mailbox'; readonly accountId: string; readonly address: string }
  | { readonly kind: 'reconnect-mailbox'; readonly accountId: string; readonly address: string }
  | { readonly kind: 'add-personal-address' }
  | { readonly kind: 'prove-address'; readonly accountId: string; readonly address: string }
  | { readonly kind: 'add-passkey' }
  | { readonly kind: 'make-recovery-codes' }
  | { readonly kind: 'recovery-asked' }

export type NoticeHeld = {
  readonly id: string
  readonly level: NoticeLevel
  readonly kind: 'incident' | 'first-look' | 'organisation-told' | 'digest' | 'composed'
  /** The rule that headlines its incident; undefined for a digest, or when the incident was deleted. */
  readonly headline?: string
  readonly decidedAt: Date
  readonly read: boolean
}

export type Home = {
  /** In which the notices' titles are written. */
  readonly language: Language
  readonly situation: 'quiet' | 'somebody-tries' | 'possible-access' | 'confirmed-access'
  /** Ordered by effect; the page shows the first two. */
  readonly todo: readonly Todo[]
  readonly accounts: readonly AccountSeen[]
  /** Newest first, at most fifty. */
  readonly notices: readonly NoticeHeld[]
  /** The secret part of the address that reports are forwarded to. */
  readonly reportLocalPart?: string
}

/** Somebody who tried a month ago is not somebody who tries. */
const situationMs = daysMs(14)

/** The home of the person who asks. */
export async function home({ storage, clock }: MembersDeps, who: Who): Promise<Home> {
  const personId = meOf(who)
  return storage.asTenant({ kind: 'person', personId }, async (tx) => {
    const { language } = await tx.selectFrom('person').select('language').where('id', '=', personId).executeTakeFirstOrThrow()
    const accounts = await accountsOf(tx, personId)
    const rows = await tx
      .selectFrom('notice')
      .leftJoin('incident', 'incident.id', 'notice.incident_id')
      .select(['notice.id', 'notice.level', 'notice.kind', 'notice.decided_at', 'notice.read_at', 'incident.headline', 'incident.state'])
      .where('notice.person_id', '=', personId)
      .orderBy('notice.decided_at', 'desc')
      .orderBy('notice.id', 'desc')
      .limit(50)
      .execute()
    const ways = await waysOf(tx, personId)
    const recovery = await liveRequests(tx, clock.now())
      .select('id')
      .where('person_id', '=', personId)
      .where('vouched_at', 'is not', null)
      .executeTakeFirst()
    const report = await tx.selectFrom('report_address').select('local_part').where('person_id', '=', personId).executeTakeFirst()
    const notices = rows.map((row) => ({
      id: row.id,
      level: row.level,
      kind: row.kind,
      ...(row.headline && { headline: row.headline }),
      decidedAt: row.decided_at,
      read: row.read_at !== null,
    }))
    const now = clock.now().getTime()
    const live = rows.filter((row) => row.kind === 'incident' && row.state !== 'dismissed' && now - row.decided_at.getTime() < situationMs)
    return {
      language: readLanguage(language),
      situation: situationOf(live.map(({ level }) => level)),
      // Before all else: somebody may be coming in under their name.
      todo: [...(recovery ? [{ kind: 'recovery-asked' } as const] : []), ...todoOf(accounts, notices, ways)],
      accounts,
      notices,
      ...(report && { reportLocalPart: report.local_part }),
    }
  })
}

export function situationOf(levels: readonly NoticeLevel[]): Home['situation'] {
  if (levels.includes('confirmed-access')) return 'confirmed-access'
  if (levels.includes('possible-access')) return 'possible-access'
  return levels.length > 0 ? 'somebody-tries' : 'quiet'
}

/**
 * What is open, ordered by effect: a notice that waits, then a mailbox nobody
 * watches, then another way to be told, then a sign-in nobody can steal.
 */
export function todoOf(accounts: readonly AccountSeen[], notices: readonly NoticeHeld[], ways: Ways): readonly Todo[] {
  const unread = notices
    .filter(({ read, kind }) => !read && kind !== 'first-look')
    .sort((one, other) => gravityOf(other.level) - gravityOf(one.level))
    .slice(0, 1)
    .map(({ id, level, decidedAt }): Todo => ({ kind: 'read-notice', noticeId: id, level, decidedAt }))
  const broken = accounts
    .filter(({ watch }) => watch === 'refused')
    .map(({ id, address }): Todo => ({ kind: 'reconnect-mailbox', accountId: id, address }))
  const unwatched = accounts
    .filter(({ kind, watch }) => kind === 'work' && (watch === 'none' || watch === 'ended'))
    .map(({ id, address }): Todo => ({ kind: 'connect-mailbox', accountId: id, address }))
  return [...unread, ...broken, ...unwatched, ...ownMailbox(accounts), ...otherWay(accounts), ...wayIn(ways)]
}

/** A passkey, and then codes on paper: from the passkey on a mailbox alone opens nothing. */
function wayIn(ways: Ways): readonly Todo[] {
  if (!hasMoreThanMail(ways)) return [{ kind: 'add-passkey' }]
  return ways.recoveryCodes === 0 ? [{ kind: 'make-recovery-codes' }] : []
}

/** Without an organisation the one mailbox is the person's own, and nobody is protected until it is connected. */
function ownMailbox(accounts: readonly AccountSeen[]): readonly Todo[] {
  if (accounts.some(({ kind, watch }) => kind === 'work' || (watch !== 'none' && watch !== 'ended'))) return []
  const first = accounts.find(({ proven }) => proven)
  return first === undefined ? [] : [{ kind: 'connect-mailbox', accountId: first.id, address: first.address }]
}

function otherWay(accounts: readonly AccountSeen[]): readonly Todo[] {
  const reached = accounts.filter(({ proven, bouncing }) => proven && !bouncing)
  const personal = accounts.filter(({ kind }) => kind === 'personal')
  const unproven = personal.find(({ proven }) => !proven)
  if (unproven !== undefined) return [{ kind: 'prove-address', accountId: unproven.id, address: unproven.address }]
  const isOutsideWork = accounts.some(({ kind }) => kind === 'work') && personal.some((one) => reached.includes(one))
  return isOutsideWork || reached.length > 1 ? [] : [{ kind: 'add-personal-address' }]
}

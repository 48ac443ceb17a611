/** A person's mail accounts: what is known of each, adding a personal one, proving it, and letting it go. */
import { record } from '#audit'
import type { AccountKind, Who } from '#kernel'
import { type Tx, uuid } from '#storage'
import { isSameMailbox, readAddress } from './address.ts'
import { endConnections } from './connections.ts'
import type { MembersDeps } from './deps.ts'
import { endWatching } from './end-watching.ts'
import { orWrongCode, sendCode, tryCode } from './mail-codes.ts'
import { meOf } from './me.ts'
import { addressAlreadyYours, lastWayIn, tooManyTries } from './refusals.ts'
import { endOtherSessions } from './sessions.ts'
import { tellOfSignIn } from './sign-in-news.ts'
import type { WatchState } from './watch-state.ts'
import { waysOf } from './ways.ts'

export type SeenBy = 'only-you' | 'organisation' | 'organisation-is-told' | 'desk' | 'organisation-is-told-and-desk'

export type AccountSeen = {
  readonly id: string
  readonly kind: AccountKind
  readonly address: string
  /** Set for work accounts. */
  readonly organisation?: string
  readonly proven: boolean
  readonly bouncing: boolean
  readonly watch: WatchState
  /** What may be read: every new mail, or those that speak of the security of an account. */
  readonly reads: 'all' | 'security'
  /** Why it is not watched, one sentence. */
  readonly trouble?: string
  readonly lastSeenAt?: Date
  /** Messages of the first look that are still to be examined. */
  readonly firstLookLeft?: number
  /** Who besides the person sees findings here. */
  readonly seenBy: SeenBy
}

/** All live accounts of a person, work first, oldest first; in a transaction of that person or the programme. */
export async function accountsOf(tx: Tx, personId: string): Promise<readonly AccountSeen[]> {
  const rows = await tx
    .selectFrom('account')
    .leftJoin('organisation', 'organisation.id', 'account.organisation_id')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('connection')
          .whereRef('connection.account_id', '=', 'account.id')
          .select(['state', 'trouble', 'last_seen_at', 'first_look_left', 'reads'])
          .orderBy('ended_at', (order) => order.desc().nullsFirst())
          .orderBy('created_at', 'desc')
          .limit(1)
          .as('latest'),
      (join) => join.onTrue(),
    )
    .select([
      'account.id',
      'account.kind',
      'account.address',
      'account.proven_at',
      'account.bouncing_since',
      'organisation.name as organisation',
      'latest.state',
      'latest.reads',
      'latest.trouble',
      'latest.last_seen_at',
      'latest.first_look_left',
    ])
    .where('account.person_id', '=', personId)
    .where('account.removed_at', 'is', null)
    .orderBy('account.kind', 'desc')
    .orderBy('account.created_at')
    .execute()
  const grants = await tx
    .selectFrom('access_grant')
    .select('to_desk')
    .where('person_id', '=', personId)
    .where('scope', 'in', ['told', 'details'])
    .where('until', 'is', null)
    .execute()
  const personal = seenByGrants(
    grants.some((grant) => !grant.to_desk),
    grants.some((grant) => grant.to_desk),
  )
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    address: row.address,
    ...(row.organisation && { organisation: row.organisation }),
    proven: row.proven_at !== null,
    bouncing: row.bouncing_since !== null,
    watch: row.state ?? 'none',
    reads: row.reads ?? 'all',
    ...(row.trouble && { trouble: row.trouble }),
    ...(row.last_seen_at && { lastSeenAt: row.last_seen_at }),
    ...(row.first_look_left !== null && { firstLookLeft: row.first_look_left }),
    seenBy: row.kind === 'work' ? 'organisation' : personal,
  }))
}

function seenByGrants(organisation: boolean, desk: boolean): SeenBy {
  if (organisation && desk) return 'organisation-is-told-and-desk'
  if (organisation) return 'organisation-is-told'
  return desk ? 'desk' : 'only-you'
}

/** One account of the person who asks; undefined when it is not theirs. */
export async function account({ storage }: MembersDeps, who: Who, accountId: string): Promise<AccountSeen | undefined> {
  const personId = meOf(who)
  const all = await storage.asTenant({ kind: 'person', personId }, (tx) => accountsOf(tx, personId))
  return all.find(({ id }) => id === accountId)
}

/** Keeps a personal address and mails six digits to it. Refusals `address-not-valid`, `address-already-yours`, `too-many-tries`. */
export async function addPersonal(deps: MembersDeps, who: Who, address: string): Promise<{ readonly accountId: string }> {
  const personId = meOf(who)
  const { written, folded } = readAddress(address)
  return deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    // One at a time for a person, or twenty forms at once would mail twenty strangers.
    await tx.selectFrom('person').select('id').where('id', '=', personId).forUpdate().executeTakeFirstOrThrow()
    const own = await tx
      .selectFrom('account')
      .select(['address_folded', 'proven_at'])
      .where('person_id', '=', personId)
      .where('removed_at', 'is', null)
      .execute()
    if (own.some(({ address_folded }) => isSameMailbox(address_folded, folded))) throw addressAlreadyYours()
    if (own.filter(({ proven_at }) => proven_at === null).length >= mostUnproven) throw tooManyTries()
    const accountId = uuid()
    await tx
      .insertInto('account')
      .values({
        id: accountId,
        person_id: personId,
        organisation_id: null,
        kind: 'personal',
        address: written,
        address_folded: folded,
        proven_at: null,
        bouncing_since: null,
        created_at: deps.clock.now(),
        removed_at: null,
      })
      .execute()
    if (!(await sendCode(tx, deps, { personId, accountId, purpose: 'prove-address' }))) throw tooManyTries()
    await record(tx, deps.clock, {
      actor: who,
      action: 'account.add',
      subject: `account/${accountId}`,
      owner: { kind: 'person', id: personId },
    })
    return { accountId }
  })
}

const mostUnproven = 5

/** Mails another six digits; false when it is not this person's account. Refusal `too-many-tries`. */
export async function sendProof(deps: MembersDeps, who: Who, accountId: string): Promise<boolean> {
  const personId = meOf(who)
  return deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    if (!(await isOwn(tx, personId, accountId))) return false
    if (!(await sendCode(tx, deps, { personId, accountId, purpose: 'prove-address' }))) throw tooManyTries()
    return true
  })
}

/** Takes the digits as proof that the person reads this address. Refusal `wrong-code`; false: not their account. */
export async function prove(deps: MembersDeps, who: Who, accountId: string, code: string): Promise<boolean> {
  const personId = meOf(who)
  const outcome = await deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    if (!(await isOwn(tx, personId, accountId))) return 'not-theirs'
    const proven = await tryCode(tx, deps, { accountIds: [accountId], purpose: 'prove-address', typed: code })
    if (proven === undefined) return undefined
    await tx.updateTable('account').set({ proven_at: deps.clock.now(), bouncing_since: null }).where('id', '=', accountId).execute()
    await tellOfSignIn(tx, { personId, news: 'address-added' })
    await record(tx, deps.clock, {
      actor: who,
      action: 'account.prove',
      subject: `account/${accountId}`,
      owner: { kind: 'person', id: personId },
    })
    return 'proven'
  })
  return orWrongCode(outcome) === 'proven'
}

/**
 * Lets an account go: its connection ends, its secret is deleted, nothing is sent to it any more. One that was a way in
 * takes every session with it but the one that asks: whoever came in by that mailbox is out too. Refusal `last-way-in`
 * when its person would stand before the door afterwards; not without a session, where all of the person goes.
 */
export async function removeAccount(deps: MembersDeps, who: Who, accountId: string, session?: string): Promise<boolean> {
  const personId = meOf(who)
  return deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    if (!(await isOwn(tx, personId, accountId))) return false
    if (session !== undefined && (await isLastWayIn(tx, personId, accountId))) throw lastWayIn()
    await endConnections(tx, deps.clock, accountId)
    await endWatching(tx, deps.clock, accountId)
    // A work mail that was kept for testing is the organisation's; a personal one goes with its address.
    await tx.deleteFrom('evaluation_mail').where('account_id', '=', accountId).where('organisation_id', 'is', null).execute()
    const proven = await tx
      .selectFrom('account')
      .select('id')
      .where('id', '=', accountId)
      .where('proven_at', 'is not', null)
      .executeTakeFirst()
    // Before it goes, so that it hears of it too; an address that nobody proved was no way in.
    if (proven !== undefined) {
      await tellOfSignIn(tx, { personId, news: 'address-removed' })
      await endOtherSessions(tx, deps.clock, { personId, session })
    }
    await tx.updateTable('account').set({ removed_at: deps.clock.now() }).where('id', '=', accountId).execute()
    await record(tx, deps.clock, {
      actor: who,
      action: 'account.remove',
      subject: `account/${accountId}`,
      owner: { kind: 'person', id: personId },
    })
    return true
  })
}

async function isOwn(tx: Tx, personId: string, accountId: string): Promise<boolean> {
  const own = await tx
    .selectFrom('account')
    .select('id')
    .where('id', '=', accountId)
    .where('person_id', '=', personId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return own !== undefined
}

/** Whether this address is proven and nothing else opens the door: an app asks for mailed digits first. */
async function isLastWayIn(tx: Tx, personId: string, accountId: string): Promise<boolean> {
  if ((await waysOf(tx, personId)).passkey) return false
  const proven = await tx
    .selectFrom('account')
    .select('id')
    .where('person_id', '=', personId)
    .where('proven_at', 'is not', null)
    .where('removed_at', 'is', null)
    .execute()
  return proven.length === 1 && proven[0]?.id === accountId
}

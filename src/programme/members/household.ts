/**
 * Mailboxes that a household shares. Whose account it is lets another adult be told too: by a link that is handed over, which the other accepts as
 * themselves. They hear of what happens to that mailbox and see nothing else of its person, who can end it, as they can.
 */
import { record } from '#audit'
import { hoursMs, type Language, type Who } from '#kernel'
import type { Vault } from '#secrets'
import { type Tx, uuid } from '#storage'
import type { MembersDeps } from './deps.ts'
import { readLanguage } from './language.ts'
import { meOf } from './me.ts'
import { householdPhrase } from './phrase.ts'
import { linkNotGood, shareIsYours, tooManySharers } from './refusals.ts'
import { hashOfToken } from './token.ts'

const livesMs = hoursMs(72)
const mostSharers = 5

export type HouseholdLink = { readonly token: string; readonly expiresAt: Date; readonly address: string; readonly phrase: string }
export type HouseholdLinkSeen = { readonly owner: string; readonly address: string; readonly language: Language; readonly phrase: string }
/** One other who is told of an account of mine. */
export type Sharer = { readonly personId: string; readonly name: string; readonly since: Date }
/** A mailbox of somebody else that I am told of. */
export type SharedWithMe = { readonly accountId: string; readonly owner: string; readonly address: string; readonly since: Date }

const tokenOf = (vault: Vault, linkId: string): string => vault.mac('household-link', linkId).toString('base64url')

/**
 * A link for one other adult; earlier ones for this account stop working. Undefined when it is no proven personal account of who asks. Refusal
 * `too-many-sharers`.
 */
export async function makeHouseholdLink(deps: MembersDeps, who: Who, accountId: string): Promise<HouseholdLink | undefined> {
  const personId = meOf(who)
  const { storage, vault, clock } = deps
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const account = await ownAccount(tx, personId, accountId)
    if (account === undefined) return undefined
    if ((await liveShares(tx).select('sharer').where('account_id', '=', accountId).execute()).length >= mostSharers) throw tooManySharers()
    const now = clock.now()
    await tx
      .updateTable('household_link')
      .set({ withdrawn_at: now })
      .where('account_id', '=', accountId)
      .where('used_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .execute()
    const id = uuid()
    const token = tokenOf(vault, id)
    const expiresAt = new Date(now.getTime() + livesMs)
    await tx
      .insertInto('household_link')
      .values({
        id,
        person_id: personId,
        account_id: accountId,
        token_hash: hashOfToken(token),
        created_at: now,
        expires_at: expiresAt,
        used_at: null,
        withdrawn_at: null,
      })
      .execute()
    await note(tx, deps, { who, action: 'household.link', accountId })
    const phrase = householdPhrase(vault, { accountId, language: readLanguage(account.language) })
    return { token, expiresAt, address: account.address, phrase }
  })
}

const ownAccount = (tx: Tx, personId: string, accountId: string) =>
  tx
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.address', 'person.language'])
    .where('account.id', '=', accountId)
    .where('account.person_id', '=', personId)
    .where('account.kind', '=', 'personal')
    .where('account.proven_at', 'is not', null)
    .where('account.removed_at', 'is', null)
    .executeTakeFirst()

const liveShares = (tx: Tx) => tx.selectFrom('account_share').where('until', 'is', null)

const liveLinks = (tx: Tx, { clock }: Pick<MembersDeps, 'clock'>, token: string) =>
  tx
    .selectFrom('household_link')
    .innerJoin('account', (join) => join.onRef('account.id', '=', 'household_link.account_id').on('account.removed_at', 'is', null))
    .innerJoin('person', (join) => join.onRef('person.id', '=', 'household_link.person_id').on('person.erased_at', 'is', null))
    .where('household_link.token_hash', '=', hashOfToken(token))
    .where('household_link.used_at', 'is', null)
    .where('household_link.withdrawn_at', 'is', null)
    .where('household_link.expires_at', '>', clock.now())

/** What somebody who holds the link may see before they accept. Changes nothing. */
export async function householdLink(deps: MembersDeps, token: string): Promise<HouseholdLinkSeen | undefined> {
  const found = await deps.storage.asTenant({ kind: 'programme' }, (tx) =>
    liveLinks(tx, deps, token).select(['person.name', 'person.language', 'account.id', 'account.address']).executeTakeFirst(),
  )
  if (found === undefined) return undefined
  const language = readLanguage(found.language)
  return { owner: found.name, address: found.address, language, phrase: householdPhrase(deps.vault, { accountId: found.id, language }) }
}

/** From now on this person is told too. Refusals `link-not-good`, `share-is-yours`: after the second the link stays good. */
export async function acceptHouseholdLink(deps: MembersDeps, who: Who, token: string): Promise<void> {
  const sharer = meOf(who)
  await deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const found = await liveLinks(tx, deps, token)
      .select(['household_link.id', 'household_link.person_id', 'household_link.account_id'])
      .forUpdate('household_link')
      .executeTakeFirst()
    if (found === undefined) throw linkNotGood()
    if (found.person_id === sharer) throw shareIsYours()
    const now = deps.clock.now()
    await tx.updateTable('household_link').set({ used_at: now }).where('id', '=', found.id).execute()
    await tx
      .insertInto('account_share')
      .values({ account_id: found.account_id, person_id: found.person_id, sharer, since: now, until: null })
      .onConflict((same) => same.columns(['account_id', 'sharer']).doUpdateSet({ since: now, until: null }))
      .execute()
    await note(tx, deps, { who, action: 'household.accept', accountId: found.account_id })
  })
}

/** Who else is told of an account of mine; undefined when it is not my personal one. */
export async function sharersOf({ storage }: MembersDeps, who: Who, accountId: string): Promise<readonly Sharer[] | undefined> {
  const personId = meOf(who)
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    if ((await ownAccount(tx, personId, accountId)) === undefined) return undefined
    const rows = await liveShares(tx)
      .innerJoin('person', 'person.id', 'account_share.sharer')
      .select(['person.id', 'person.name', 'since'])
      .where('account_id', '=', accountId)
      .orderBy('since')
      .execute()
    return rows.map(({ id, name, since }) => ({ personId: id, name, since }))
  })
}

/** The mailboxes of others that I am told of. */
export async function sharedWithMe({ storage }: MembersDeps, who: Who): Promise<readonly SharedWithMe[]> {
  const sharer = meOf(who)
  const rows = await storage.asTenant({ kind: 'programme' }, (tx) =>
    liveShares(tx)
      .innerJoin('person', 'person.id', 'account_share.person_id')
      .innerJoin('account', (join) => join.onRef('account.id', '=', 'account_share.account_id').on('account.removed_at', 'is', null))
      .select(['account.id', 'account.address', 'person.name', 'since'])
      .where('sharer', '=', sharer)
      .orderBy('since')
      .execute(),
  )
  return rows.map(({ id, address, name, since }) => ({ accountId: id, owner: name, address, since }))
}

/** Ends it, by whose account it is or by who was told. False when there is none between them and `who`. */
export async function endShare(
  deps: MembersDeps,
  who: Who,
  { accountId, sharer }: { readonly accountId: string; readonly sharer: string },
): Promise<boolean> {
  const me = meOf(who)
  return deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('account_share')
      .set({ until: deps.clock.now() })
      .where('account_id', '=', accountId)
      .where('sharer', '=', sharer)
      .where('until', 'is', null)
      .where((where) => where.or([where('person_id', '=', me), where('sharer', '=', me)]))
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await note(tx, deps, { who, action: 'household.end', accountId })
    return true
  })
}

type Noted = { readonly who: Who; readonly action: string; readonly accountId: string }

const note = (tx: Tx, { clock }: Pick<MembersDeps, 'clock'>, { who, action, accountId }: Noted): Promise<void> =>
  record(tx, clock, { actor: who, action, subject: `account/${accountId}`, owner: { kind: 'person', id: meOf(who) } })

/** For whoever tells: the others who are told of a personal account, in the programme's transaction. */
export async function toldToo(tx: Tx, accountId: string): Promise<readonly string[]> {
  const rows = await liveShares(tx)
    .innerJoin('account', (join) =>
      join.onRef('account.id', '=', 'account_share.account_id').on('account.kind', '=', 'personal').on('account.removed_at', 'is', null),
    )
    .select('sharer')
    .where('account_id', '=', accountId)
    .execute()
  return rows.map(({ sharer }) => sharer)
}

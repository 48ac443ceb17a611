/**
 * How we see an account: the row, its consent and its sealed secret, made and
 * ended together. Watching the mailbox is the connector's work.
 */
import { record } from '#audit'
import type { Clock, Who } from '#kernel'
import { type Tx, uuid } from '#storage'
import type { MembersDeps } from './deps.ts'
import { meOf } from './me.ts'

export type MailboxKept = {
  readonly accountId: string
  /** As the connector's schema reads them; never a secret. */
  readonly settings: Readonly<Record<string, unknown>>
  readonly secret: string
  readonly consentVersion: string
  /** True when the login was the address itself, at the provider that is known to keep it. */
  readonly loginIsAddress?: boolean
}

/** Binds a sealed mailbox secret to its connection, so that no row can be passed off as another's. The connector opens it by the same words. */
const secretContext = (connectionId: string): string => `connection-secret/${connectionId}`

/**
 * Keeps a mailbox that was just tried with success. An earlier connection of
 * the account ends. Undefined when it is not an account of this person.
 *
 * The server was named by whoever typed it, and may be their own: logging in
 * there says nothing about an address elsewhere. It proves the address only at
 * the provider known to keep it, or where the person's own organisation, whose
 * domain it is, gave it to them. Any other is proven by mailed digits.
 */
export async function keepConnection(
  deps: MembersDeps,
  who: Who,
  kept: MailboxKept,
): Promise<{ readonly connectionId: string } | undefined> {
  const personId = meOf(who)
  const { storage, vault, clock } = deps
  const sealer = await vault.sealer({ kind: 'person', id: personId })
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const account = await tx
      .selectFrom('account')
      .select(['id', 'organisation_id', 'proven_at', 'address_folded'])
      .where('id', '=', kept.accountId)
      .where('person_id', '=', personId)
      .where('removed_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (account === undefined) return undefined
    const now = clock.now()
    const connectionId = uuid()
    await endConnections(tx, clock, account.id)
    await tx
      .insertInto('connection')
      .values({
        id: connectionId,
        account_id: account.id,
        person_id: personId,
        organisation_id: account.organisation_id,
        kind: 'imap',
        settings: JSON.stringify(kept.settings),
        trouble: null,
        last_seen_at: now,
        first_look_total: null,
        first_look_left: null,
        created_at: now,
        ended_at: null,
      })
      .execute()
    await tx
      .insertInto('connection_secret')
      .values({ connection_id: connectionId, person_id: personId, sealed: sealer.seal(kept.secret, secretContext(connectionId)) })
      .execute()
    await tx
      .insertInto('consent')
      .values({
        id: uuid(),
        person_id: personId,
        organisation_id: account.organisation_id,
        account_id: account.id,
        purpose: 'examine-mail',
        version: kept.consentVersion,
        given_at: now,
        withdrawn_at: null,
      })
      .execute()
    if (account.proven_at === null && (kept.loginIsAddress || (await isOfOwnDomain(tx, account))))
      await tx.updateTable('account').set({ proven_at: now }).where('id', '=', account.id).execute()
    await record(tx, clock, {
      actor: who,
      action: 'mailbox.connect',
      subject: `account/${account.id}`,
      owner: { kind: 'person', id: personId },
    })
    return { connectionId }
  })
}

type WorkAddress = { readonly organisation_id: string | null; readonly address_folded: string }

async function isOfOwnDomain(tx: Tx, { organisation_id, address_folded }: WorkAddress): Promise<boolean> {
  if (organisation_id === null) return false
  const { domains } = await tx.selectFrom('organisation').select('domains').where('id', '=', organisation_id).executeTakeFirstOrThrow()
  return domains.includes(address_folded.slice(address_folded.lastIndexOf('@') + 1))
}

/** Ends all live connections of an account in the programme's transaction: state, secret and consent go together. */
export async function endConnections(tx: Tx, clock: Clock, accountId: string): Promise<number> {
  const now = clock.now()
  const ended = await tx
    .updateTable('connection')
    .set({ state: 'ended', ended_at: now, trouble: null })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  const ids = ended.map(({ id }) => id)
  if (ids.length > 0) await tx.deleteFrom('connection_secret').where('connection_id', 'in', ids).execute()
  await tx
    .updateTable('consent')
    .set({ withdrawn_at: now })
    .where('account_id', '=', accountId)
    .where('purpose', '=', 'examine-mail')
    .where('withdrawn_at', 'is', null)
    .execute()
  return ids.length
}

/** Ends the connection and deletes its secret at once; false when it is not this person's account. */
export async function disconnect(deps: MembersDeps, who: Who, accountId: string): Promise<boolean> {
  const personId = meOf(who)
  return deps.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const own = await tx.selectFrom('account').select('id').where('id', '=', accountId).where('person_id', '=', personId).executeTakeFirst()
    if (own === undefined) return false
    await endConnections(tx, deps.clock, accountId)
    await record(tx, deps.clock, {
      actor: who,
      action: 'mailbox.disconnect',
      subject: `account/${accountId}`,
      owner: { kind: 'person', id: personId },
    })
    return true
  })
}

/**
 * How we see an account: the row, its consent and its sealed secret, made and
 * ended together. Watching the mailbox is the connector's work.
 */
import { sql } from 'kysely'
import { record } from '#audit'
import type { Clock, Who } from '#kernel'
import type { Sealer } from '#secrets'
import { type Tx, uuid } from '#storage'
import type { MembersDeps } from './deps.ts'
import { forgetCorrespondents } from './forget-correspondents.ts'
import { keepConsent } from './keep-consent.ts'
import { meOf } from './me.ts'
import { tellOfDone } from './something-done.ts'

export type MailboxKept = {
  readonly accountId: string
  /** As the connector's schema reads them; never a secret. */
  readonly settings: Readonly<Record<string, unknown>>
  readonly secret: string
  readonly consentVersion: string
  /** What may be read: every new mail, or those that speak of the security of an account. */
  readonly reads?: 'all' | 'security'
  /** True when the login was the address itself, at the provider that is known to keep it. */
  readonly loginIsAddress?: boolean
  /** True when the secret is the account's own password, and not one that was made for an app. */
  readonly isAccountPassword?: boolean
}

/** Binds a sealed mailbox secret to its connection, so that no row can be passed off as another's. The connector opens it by the same words. */
const secretContext = (connectionId: string): string => `connection-secret/${connectionId}`

/**
 * Keeps a mailbox that was just tried with success. Undefined when it is not an
 * account of this person. A new password for the same mailbox changes its
 * connection, so that its old mail is not looked at and summed up again;
 * another mailbox under the same address is another connection, since its
 * messages have numbers of their own.
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
    const connectionId =
      (await changeConnection(tx, now, account.id, kept)) ?? (await openConnection(tx, now, { ...account, personId }, kept))
    if (kept.isAccountPassword && (await isAnother(tx, sealer, connectionId, kept.secret)))
      await tellOfDone(tx, clock, { personId, signal: 'password-renewed', accountId: account.id })
    const sealed = sealer.seal(kept.secret, secretContext(connectionId))
    await tx
      .insertInto('connection_secret')
      .values({ connection_id: connectionId, person_id: personId, sealed })
      .onConflict((same) => same.column('connection_id').doUpdateSet({ sealed }))
      .execute()
    await withdrawReading(tx, now, account.id)
    await keepConsent(tx, clock, {
      personId,
      organisationId: account.organisation_id,
      accountId: account.id,
      purpose: kept.reads === 'security' ? 'examine-security-mail' : 'examine-mail',
      version: kept.consentVersion,
    })
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

/** Whether the mailbox opens with another password than before; false when there was none. */
async function isAnother(tx: Tx, sealer: Sealer, connectionId: string, secret: string): Promise<boolean> {
  const before = await tx.selectFrom('connection_secret').select('sealed').where('connection_id', '=', connectionId).executeTakeFirst()
  return before !== undefined && sealer.open(before.sealed, secretContext(connectionId)).toString('utf8') !== secret
}

/** The live connection of the account, if it is to the same mailbox: it begins anew with the new settings. */
async function changeConnection(
  tx: Tx,
  now: Date,
  accountId: string,
  { settings, reads = 'all' }: MailboxKept,
): Promise<string | undefined> {
  const { host, user } = settings
  const live = await tx
    .selectFrom('connection')
    .select('id')
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    // Who lets less be read than before has the rest forgotten, by another connection.
    .where('reads', '=', reads)
    .where(sql<boolean>`settings ->> 'host' is not distinct from ${textOf(host)}::text`)
    .where(sql<boolean>`settings ->> 'user' is not distinct from ${textOf(user)}::text`)
    .executeTakeFirst()
  if (live === undefined) return undefined
  await tx
    .updateTable('connection')
    .set({ settings: JSON.stringify(settings), state: 'new', trouble: null, last_seen_at: now })
    .where('id', '=', live.id)
    .execute()
  return live.id
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

async function openConnection(
  tx: Tx,
  now: Date,
  account: { readonly id: string; readonly personId: string; readonly organisation_id: string | null },
  { settings, reads = 'all' }: MailboxKept,
): Promise<string> {
  const id = uuid()
  await endConnections(tx, { now: () => now }, account.id)
  await tx
    .insertInto('connection')
    .values({
      id,
      account_id: account.id,
      person_id: account.personId,
      organisation_id: account.organisation_id,
      kind: 'imap',
      settings: JSON.stringify(settings),
      reads,
      trouble: null,
      last_seen_at: now,
      first_look_total: null,
      first_look_left: null,
      created_at: now,
      ended_at: null,
    })
    .execute()
  return id
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
  if (ids.length > 0) {
    await tx.deleteFrom('connection_secret').where('connection_id', 'in', ids).execute()
    await tx.deleteFrom('mail_trace').where('connection_id', 'in', ids).execute()
  }
  await withdrawReading(tx, now, accountId)
  if (ids.length > 0) await forgetCorrespondents(tx, accountId)
  return ids.length
}

async function withdrawReading(tx: Tx, now: Date, accountId: string): Promise<void> {
  await tx
    .updateTable('consent')
    .set({ withdrawn_at: now })
    .where('account_id', '=', accountId)
    .where('purpose', 'in', ['examine-mail', 'examine-security-mail'])
    .where('withdrawn_at', 'is', null)
    .execute()
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

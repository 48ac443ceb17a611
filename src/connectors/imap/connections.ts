/**
 * The rows of how we see mailboxes, as ingest and workers read them. They are
 * made and ended by #members; the secret is sealed to its person.
 */
import { sql } from 'kysely'
import type { Who } from '#kernel'
import type { Vault } from '#secrets'
import type { Storage, Tx } from '#storage'
import { type ImapSettings, imapSettingsSchema } from './settings.ts'

const programme: Who = { kind: 'programme' }

/** A mailbox as those who watch and read it need it; never its secret. */
export type Connection = {
  readonly id: string
  readonly accountId: string
  readonly personId: string
  readonly organisationId: string | null
  readonly settings: ImapSettings
}

/** As #members seals it, when a person connects the mailbox. */
const contextOf = (connectionId: string): string => `connection-secret/${connectionId}`

const settingsOf = (stored: unknown): ImapSettings => imapSettingsSchema.parse(stored)

export type OpenConnection = { readonly connection: Connection; readonly secret: string }

/** A connection with its secret, for the process that dials; undefined once it ended or paused. */
export async function openConnection(storage: Storage, vault: Vault, connectionId: string): Promise<OpenConnection | undefined> {
  const row = await storage.asTenant(programme, (tx) =>
    tx
      .selectFrom('connection')
      .innerJoin('connection_secret', 'connection_secret.connection_id', 'connection.id')
      .select(['connection.id', 'account_id', 'connection.person_id', 'organisation_id', 'settings', 'sealed'])
      .where('connection.id', '=', connectionId)
      .where('state', 'not in', ['paused', 'ended'])
      .executeTakeFirst(),
  )
  if (row === undefined) return undefined
  const sealer = await vault.sealer({ kind: 'person', id: row.person_id })
  return {
    connection: {
      id: row.id,
      accountId: row.account_id,
      personId: row.person_id,
      organisationId: row.organisation_id,
      settings: settingsOf(row.settings),
    },
    secret: sealer.open(row.sealed, contextOf(row.id)).toString('utf8'),
  }
}

export type SilentConnection = {
  readonly id: string
  readonly accountId: string
  readonly personId: string
  readonly organisationId: string | null
  readonly state: string
  /** When the server last answered; when the mailbox was connected, if it never did. */
  readonly silentSince: Date
}

/** Connections that were not seen for longer than they promise: while this lasts, hostile mail in them may be missed. */
export async function silentConnections(tx: Tx, now: Date): Promise<readonly SilentConnection[]> {
  const seenAt = sql<Date>`coalesce(last_seen_at, created_at)`
  return tx
    .selectFrom('connection')
    .select([
      'id',
      'account_id as accountId',
      'person_id as personId',
      'organisation_id as organisationId',
      'state',
      seenAt.as('silentSince'),
    ])
    .where('state', 'in', ['new', 'watching', 'failing', 'refused'])
    .where(sql<boolean>`${seenAt} < ${now}::timestamptz - make_interval(secs => promise_seconds)`)
    .orderBy(seenAt)
    .execute()
}

/**
 * The way of one mail, from a reference to a decision: read it where it lies,
 * judge it in a thread, hand it to alerts. Nothing of it is kept here.
 */
import { countFirstLook, type Place, type Reached, type ReceiveDeps, raise, receive, receiveNothing } from '#alerts'
import { type ImapSettings, imapSettingsSchema, type MessageRef, messageRefSchema, type Reader } from '#imap'
import type { Handler, Job } from '#jobs'
import type { Clock } from '#kernel'
import { type Circle, type InspectContext, type Inspection, speaksOfAccounts } from '#mail'
import { circleOf } from '#members'
import type { Tx } from '#storage'
import type { Inspector } from '../inspector/index.ts'
import { inspectKnowing } from './inspect-knowing.ts'
import { recall, whatItTeaches } from './memory.ts'
import { partlySeen } from './partly-seen.ts'

export const examineTask = 'examine-message'

/** What judging a mail needs, wherever it was read. */
export type JudgeDeps = ReceiveDeps & { readonly inspector: Inspector }
export type ExamineDeps = JudgeDeps & { readonly reader: Pick<Reader, 'read'> }
/** A mail that is read for the first time may be one whose header decides whether it is read at all. */
export type FirstReadDeps = JudgeDeps & { readonly reader: Pick<Reader, 'read' | 'headers'> }

/** One job a message; a second one for the same message replaces the first. Fresh mail goes before old mail. */
export const examineJob = (ref: MessageRef): Job => ({
  task: examineTask,
  payload: { ...ref },
  key: `${examineTask}/${ref.connectionId}/${ref.folder}/${ref.uidValidity}/${ref.uid}`,
  priority: ref.firstLook ? 10 : 0,
})

/** A live mailbox: whose it is, and whom its organisation knows. */
export type Mailbox = {
  readonly reached: Reached
  readonly address: string
  readonly settings: ImapSettings
  readonly circle: Circle
  /** Every new mail, or those that speak of the security of an account. */
  readonly reads: 'all' | 'security'
}

/** Undefined when the connection ended. */
export async function mailboxOf(tx: Tx, connectionId: string): Promise<Mailbox | undefined> {
  const row = await tx
    .selectFrom('connection')
    .innerJoin('account', 'account.id', 'connection.account_id')
    .select([
      'connection.account_id',
      'connection.person_id',
      'connection.organisation_id',
      'connection.settings',
      'connection.reads',
      'account.address',
    ])
    .where('connection.id', '=', connectionId)
    .where('connection.ended_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const reached = { accountId: row.account_id, personId: row.person_id, organisationId: row.organisation_id }
  const { address, reads } = row
  return { reached, address, reads, settings: imapSettingsSchema.parse(row.settings), circle: await circleOf(tx, reached) }
}

/** What a mail of this mailbox is judged with, the first time and again. */
export const contextOf = ({ circle, settings, address }: Mailbox): Omit<InspectContext, 'resolve'> => ({
  circle,
  trustedAuthserv: settings.trustedAuthserv,
  recipient: address,
})

/** The mailbox of a message; undefined also when the message was examined. */
async function knownOf({ storage }: ExamineDeps, place: Place): Promise<Mailbox | undefined> {
  return storage.asTenant({ kind: 'programme' }, async (tx) => {
    const examined = await tx
      .selectFrom('message_verdict')
      .select('uid')
      .where('connection_id', '=', place.connectionId)
      .where('folder', '=', place.folder)
      .where('uid_validity', '=', place.uidValidity)
      .where('uid', '=', place.uid)
      .executeTakeFirst()
    return examined === undefined ? mailboxOf(tx, place.connectionId) : undefined
  })
}

/** The handler of `examine-message`. */
export function openExamination(deps: FirstReadDeps): Handler {
  const { reader, clock } = deps
  return async (payload) => {
    const { specialUse, firstLook, ...place } = messageRefSchema.parse(payload)
    const known = await knownOf(deps, place)
    if (known === undefined) return
    const { reached } = known
    const nothing = { reached, place, firstLook, noticedAt: clock.now() }
    if (known.reads === 'security' && !(await isAboutAccounts(deps, place))) {
      await receiveNothing(deps, { ...nothing, why: 'unread' })
      return
    }
    const answer = await reader.read(place)
    // Numbered anew: the watch lists the folder again, under its new number.
    if ('gone' in answer || 'moved' in answer) {
      await receiveNothing(deps, { ...nothing, why: 'gone' })
      return
    }
    const { bytes, internalDate, complete } = answer
    const recalled = await recall(deps, reached, bytes)
    const judged = await inspectKnowing(deps, bytes, { ...contextOf(known), history: recalled.history })
    const inspection = complete ? judged : partlySeen(judged)
    const inJunk = specialUse === 'junk'
    const { connectionId } = place
    const learn = await whatItTeaches(deps, recalled, { whose: reached, connectionId, inJunk, arrivedAt: internalDate, inspection })
    await receive(deps, { reached, place, inJunk, firstLook, arrivedAt: internalDate, bytes, inspection, ...(learn && { learn }) })
    if (inspection.verdict === 'careful' && notJudgedWhole(inspection)) await tellDesk(deps, reached)
  }
}

/** By sender and subject, which are looked at and forgotten. A message that is gone is left to whoever reads it. */
async function isAboutAccounts({ reader }: FirstReadDeps, { connectionId, folder, uidValidity, uid }: Place): Promise<boolean> {
  const answer = await reader.headers(connectionId, { folder, uidValidity, withSubject: true, which: { uids: [uid] } })
  const header = 'headers' in answer ? answer.headers[0] : undefined
  return header === undefined || speaksOfAccounts(header.bytes)
}

const cutShort = new Set(['too-slow', 'too-much-memory', 'too-large'])
const notJudgedWhole = ({ damage }: Inspection): boolean => damage.some(({ code }) => cutShort.has(code))

/** Who makes a mail that stalls its judge would otherwise have bought silence. One open alert a mailbox, or it would buy a storm. */
const tellDesk = ({ storage, clock }: ExamineDeps, { accountId, organisationId, personId }: Reached): Promise<unknown> =>
  storage.asTenant({ kind: 'programme' }, (tx) =>
    raise(tx, clock, {
      kind: 'mail-not-judged',
      subject: `account/${accountId}`,
      severity: 'medium',
      organisationId,
      personId: organisationId === null ? personId : null,
      says: 'A mail was too large, or took too long, to be judged to its end. Nobody was told of it; it may be hostile: ask its person to open nothing in it.',
    }),
  )

/** An examination that is not tried again still counts as looked at, or the digest of a first look would never be sent. */
export async function gaveUpExamining(tx: Tx, clock: Clock, payload: unknown): Promise<void> {
  const { firstLook, connectionId } = messageRefSchema.parse(payload)
  if (firstLook) await countFirstLook(tx, clock, connectionId)
}

/** One message from an open session, without leaving a mark on it (BODY.PEEK). */
import type { ImapFlow, MailboxObject } from 'imapflow'
import { setback } from '#kernel'
import { readByParts } from './by-parts.ts'

export type ReadMessage = {
  readonly bytes: Buffer
  /** When the server took it in. */
  readonly internalDate: Date
  /** False when the message was too big to be read whole: see by-parts.ts. */
  readonly complete: boolean
}

/** `gone`: deleted, or moved away, before we came. `moved`: the folder is numbered anew or no more; the watch finds its mail again. */
export type ReadAnswer = ReadMessage | { readonly gone: true } | { readonly moved: true }

export type MessagePlace = { readonly folder: string; readonly uidValidity: number; readonly uid: number }

const megabyte = 1024 * 1024
/** Most messages come whole with the first question. */
const firstBytes = megabyte
/** Above this a message is read by parts. */
const wholeBytes = 35 * megabyte

/** Reads the message at a place. Throws what the session throws, and setback `line-cut` when the session ended meanwhile. */
export async function readMessage(session: ImapFlow, place: MessagePlace): Promise<ReadAnswer> {
  const answer = await readPlace(session, place)
  // A session that has ended answers every question with nothing: only a living one may say that a message is gone.
  if ('gone' in answer && !session.usable) throw setback('line-cut', 'reading a message: the line was cut')
  return answer
}

async function readPlace(session: ImapFlow, place: MessagePlace): Promise<ReadAnswer> {
  const opened = await openFolder(session, place.folder)
  if (opened === undefined || Number(opened.uidValidity) !== place.uidValidity) return { moved: true }
  const start = (await fetchStart(session, place.uid)) ?? (await afterNoop(session, place.uid))
  if (start === undefined) return { gone: true }
  const { source, size, internalDate } = start
  if (size <= source.length) return { bytes: source, internalDate, complete: true }
  if (size > wholeBytes) {
    const bytes = await readByParts(session, place.uid)
    return bytes === undefined ? { gone: true } : { bytes, internalDate, complete: false }
  }
  const rest = await session.fetchOne(
    String(place.uid),
    { uid: true, source: { start: source.length, maxLength: size - source.length } },
    { uid: true },
  )
  if (!rest || rest.source === undefined) return { gone: true }
  return { bytes: Buffer.concat([source, rest.source]), internalDate, complete: true }
}

async function openFolder(session: ImapFlow, folder: string): Promise<MailboxObject | undefined> {
  if (session.mailbox !== false && session.mailbox.path === folder) return session.mailbox
  try {
    return await session.mailboxOpen(folder, { readOnly: true })
  } catch (thrown) {
    if (session.usable && thrown instanceof Error && 'mailboxMissing' in thrown && thrown.mailboxMissing === true) return undefined
    throw thrown
  }
}

type Start = { readonly source: Buffer; readonly size: number; readonly internalDate: Date }

async function fetchStart(session: ImapFlow, uid: number): Promise<Start | undefined> {
  const got = await session.fetchOne(
    String(uid),
    { uid: true, size: true, internalDate: true, source: { start: 0, maxLength: firstBytes } },
    { uid: true },
  )
  if (!got || got.source === undefined) return undefined
  const internalDate = new Date(got.internalDate ?? 0)
  return { source: got.source, size: got.source.length < firstBytes ? got.source.length : (got.size ?? got.source.length), internalDate }
}

/** A folder that was opened earlier may not know of a message yet (RFC 3501 §7): ask for news, then once more. */
async function afterNoop(session: ImapFlow, uid: number): Promise<Start | undefined> {
  await session.noop()
  return fetchStart(session, uid)
}

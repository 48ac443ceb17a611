/**
 * The headers of many messages at once, for those who learn from a mailbox
 * who writes to whom: a dozen fields of each, never a body, and no mark left
 * on any of them (EXAMINE, BODY.PEEK). Youngest first, a slice at a time, so
 * that a mailbox of a hundred thousand mails is never held in memory.
 */
import type { ImapFlow, ListResponse, MailboxObject } from 'imapflow'
import { setback } from '#kernel'
import { foldersToWatch, type WatchedFolder } from './folders.ts'

/** A message's header fields as bytes, ending with an empty line. */
export type Header = { readonly uid: number; readonly internalDate: Date; readonly bytes: Buffer }

export type HeaderAsk = {
  readonly folder: string
  /** Without it the folder's own is taken, and answered. */
  readonly uidValidity?: number
  /** These messages; or the youngest `most` that arrived since a day, under a UID. */
  /** The subject too; who learns from a mailbox has no use for it. */
  readonly withSubject?: boolean
  readonly which: { readonly uids: readonly number[] } | { readonly since: Date; readonly below: number; readonly most: number }
}

/** `gone`: the folder is not there any more. `moved`: it is numbered anew, and the ask has to begin again. */
export type HeaderAnswer =
  | { readonly uidValidity: number; readonly headers: readonly Header[]; readonly more: boolean }
  | { readonly gone: true }
  | { readonly moved: true }

/** Of one message. Who writes a mail may name a million people in it, and a slice is held whole until it has taught. */
const mostBytes = 64 * 1024

const fields = [
  'From',
  'Reply-To',
  'To',
  'Cc',
  'Message-ID',
  'In-Reply-To',
  'References',
  'List-ID',
  'List-Unsubscribe',
  'Precedence',
  'Auto-Submitted',
  'X-Autoreply',
  'X-Autorespond',
]

/** The folders that teach: where mail lies that the provider and the person kept, and what they sent. Never junk, drafts or the bin. */
export const foldersThatTeach = (listed: readonly ListResponse[]): readonly WatchedFolder[] =>
  foldersToWatch(listed).filter(({ specialUse }) => specialUse !== 'junk')

/** Reads one slice. Throws what the session throws. */
export async function readHeaders(
  session: ImapFlow,
  { folder, uidValidity, which, withSubject = false }: HeaderAsk,
): Promise<HeaderAnswer> {
  const opened = await open(session, folder)
  if (opened === undefined) return { gone: true }
  const current = Number(opened.uidValidity)
  if (uidValidity !== undefined && uidValidity !== current) return { moved: true }
  const { uids, more } = 'uids' in which ? { uids: which.uids, more: false } : await youngest(session, which)
  const headers: Header[] = []
  if (uids.length > 0)
    // A copy, so that the rest is let go of.
    for await (const got of session.fetch(
      uids.join(','),
      { uid: true, internalDate: true, headers: withSubject ? [...fields, 'Subject'] : fields },
      { uid: true },
    ))
      if (got.headers !== undefined)
        headers.push({
          uid: got.uid,
          internalDate: new Date(got.internalDate ?? 0),
          bytes: Buffer.from(got.headers.subarray(0, mostBytes)),
        })
  // A session that was cut answers the rest with nothing.
  if (!session.usable) throw setback('line-cut', 'reading headers: the line was cut')
  return { uidValidity: current, headers, more }
}

async function open(session: ImapFlow, folder: string): Promise<MailboxObject | undefined> {
  try {
    // Anew each time: what came since is to be seen.
    return await session.mailboxOpen(folder, { readOnly: true })
  } catch (thrown) {
    if (session.usable && thrown instanceof Error && 'mailboxMissing' in thrown && thrown.mailboxMissing === true) return undefined
    throw thrown
  }
}

async function youngest(
  session: ImapFlow,
  { since, below, most }: { readonly since: Date; readonly below: number; readonly most: number },
): Promise<{ readonly uids: readonly number[]; readonly more: boolean }> {
  if (below <= 1) return { uids: [], more: false }
  const found = await session.search({ since, uid: `1:${below - 1}` }, { uid: true })
  if (!Array.isArray(found)) throw setback('search-refused', 'reading headers: the server did not search')
  const uids = found.filter((uid) => uid < below).sort((one, other) => other - one)
  return { uids: uids.slice(0, most), more: uids.length > most }
}

/**
 * The test that a person waits for after typing a password: does it work, and
 * what will be watched? Nothing is stored and nothing in the mailbox changes.
 */
import type { ImapFlow } from 'imapflow'
import { isTrouble, refusal } from '#kernel'
import { foldersToWatch, type WatchedFolder } from './folders.ts'
import { readTrouble } from './read-trouble.ts'
import { imapTrouble } from './refusals.ts'
import { closeSession, type Dial, openSession } from './session.ts'
import type { ImapSettings } from './settings.ts'

export type TriedMailbox = {
  readonly folders: readonly WatchedFolder[]
  /** Messages in the inbox. */
  readonly messages: number
  /** Of the newest mails in it, the lines `Received` and `Authentication-Results`: whose checks of the sender stand in this mailbox? */
  readonly heads: readonly string[]
}

const newest = 30

/** Signs in and looks. Throws a refusal whose sentence the person at the screen can act on. */
export async function tryMailbox(settings: ImapSettings, secret: string, dial: Dial): Promise<TriedMailbox> {
  try {
    const session = await openSession(settings, secret, dial)
    let late = false
    const patience = setTimeout(() => {
      late = true
      session.close()
    }, dial.timeoutMs)
    try {
      const folders = foldersToWatch(await session.list({ listOnly: true }))
      const inbox = await session.mailboxOpen(folders[0]?.path ?? 'INBOX', { readOnly: true })
      return { folders, messages: inbox.exists, heads: inbox.exists === 0 ? [] : await newestHeads(session, inbox.exists) }
    } catch (thrown) {
      throw late ? imapTrouble('server-slow', settings, thrown) : thrown
    } finally {
      clearTimeout(patience)
      await closeSession(session)
    }
  } catch (thrown) {
    const trouble = readTrouble(thrown, settings)
    // At the screen nobody waits for a second try, so each trouble is an answer.
    if (isTrouble(trouble, 'setback')) throw refusal(trouble.code, trouble.message, { cause: trouble, facts: { ...trouble.facts } })
    throw trouble
  }
}

/** Left out where the server does not give them: the mailbox can be watched all the same. */
async function newestHeads(session: ImapFlow, exists: number): Promise<readonly string[]> {
  try {
    const range = `${Math.max(1, exists - newest + 1)}:*`
    const found = await session.fetchAll(range, { headers: ['received', 'authentication-results'] })
    return found.map(({ headers }) => headers?.toString('latin1').slice(0, 20_000) ?? '')
  } catch {
    return []
  }
}

/**
 * The watch of one mailbox: one connection that rests in IDLE on the inbox and
 * looks into the other folders now and then. It only reads (EXAMINE), hands
 * the place of each new message to its bookmarks, and when the server or the
 * line fails it tries again, ever more patiently. Which process watches which
 * mailbox is settled in watch-mailboxes.ts.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { ImapFlow, MailboxObject } from 'imapflow'
import { type Clock, daysMs, isTrouble, secondsMs, setback, type Trouble } from '#kernel'
import { backOffMs } from './back-off.ts'
import type { Bookmark, Bookmarks, Step } from './bookmarks.ts'
import { foldersToWatch, type WatchedFolder } from './folders.ts'
import { readTrouble } from './read-trouble.ts'
import { imapTrouble } from './refusals.ts'
import { closeSession, type Dial, openSession } from './session.ts'
import type { ImapSettings } from './settings.ts'

export type MailboxWatchOptions = {
  readonly settings: ImapSettings
  readonly secret: string
  readonly dial: Dial
  readonly bookmarks: Bookmarks
  readonly clock: Clock
  readonly random: () => number
  readonly pollSeconds: number
  readonly firstLookDays: number
  /** Lets only so many mailboxes sign in at a time. */
  readonly gate: <T>(work: () => Promise<T>) => Promise<T>
  /** The server answered. Called often. */
  readonly onSeen: () => void
  /** The mailbox is being watched. Called once a session. */
  readonly onWatching: () => void
  /** The mailbox could not be opened. Called at each failure in a row. */
  readonly onTrouble: (trouble: Trouble) => void
}

/** A folder without a bookmark, or one that was numbered anew, is listed from this long before. */
const marginMs = daysMs(2)
/** Of a folder that holds more in its first look, the youngest count. */
const firstLookCap = 20_000
/** Messages that are handed on in one transaction. */
const strideCap = 2000
/** A session that lived this long proves that the server is well. */
const provenMs = secondsMs(60)
/** RFC 2177 lets a server without IDLE be asked; more often than one that calls us. */
const pollWithoutIdleMs = secondsMs(15)

export class MailboxWatch {
  readonly #options: MailboxWatchOptions
  readonly #stopping = new AbortController()
  /** What this session knows of the bookmarks; the keeper has the last word. */
  #marks: Map<string, Bookmark> | undefined
  /** UIDNEXT of folders at their last STATUS, to leave quiet folders closed. */
  readonly #nextUids = new Map<string, string>()
  #news = 0
  readonly #life: Promise<void>

  constructor(options: MailboxWatchOptions) {
    this.#options = options
    this.#life = this.#live()
  }

  /** Ends the watch; what was not handed on stays unread and is found by the next one. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#life
  }

  /** True once the watch ended, by `stop` or because the mailbox is another process's now. */
  get ended(): boolean {
    return this.#stopping.signal.aborted
  }

  async #live(): Promise<void> {
    let failures = 0
    while (!this.ended) {
      const beganAt = performance.now()
      const trouble = await this.#session().then(
        () => undefined,
        (thrown: unknown) => readTrouble(thrown, this.#options.settings),
      )
      if (trouble === undefined || this.ended) return
      if (trouble.code === 'claim-lost') return this.#stopping.abort()
      if (performance.now() - beganAt > provenMs) failures = 0
      failures += 1
      // One cut line is everyday; a server that does not come back is news.
      if (failures > 1 || trouble.kind === 'refusal') this.#options.onTrouble(trouble)
      await this.#pause(backOffMs(trouble, failures, this.#options.random))
    }
  }

  /** One connection from sign-in to its end. Returns when stopped, throws when cut. */
  async #session(): Promise<void> {
    const { settings, secret, dial, gate } = this.#options
    const { signal } = this.#stopping
    const session = await gate(async () => (this.ended ? undefined : openSession(settings, secret, { ...dial, signal })))
    if (session === undefined) return
    // A server that never finishes its answer must not keep whoever stops us waiting.
    const leave = (): void => void closeSession(session)
    signal.addEventListener('abort', leave, { once: true })
    session.on('exists', () => {
      this.#news += 1
    })
    this.#nextUids.clear()
    try {
      const folders = foldersToWatch(await session.list({ listOnly: true }))
      await this.#openMarks(session, folders)
      this.#options.onWatching()
      await this.#keepLooking(session, folders)
    } finally {
      signal.removeEventListener('abort', leave)
      await closeSession(session)
    }
  }

  async #openMarks(session: ImapFlow, folders: readonly WatchedFolder[]): Promise<void> {
    const marks = await this.#insist(() => this.#options.bookmarks.read())
    if (marks !== undefined) {
      this.#marks = new Map(marks)
      return
    }
    const since = new Date(this.#options.clock.now().getTime() - daysMs(this.#options.firstLookDays))
    const steps: Step[] = []
    for (const folder of folders) {
      const step = await listSince(session, folder, await examine(session, folder), since)
      // What the person wrote is not looked at again; the warm-up reads its headers.
      steps.push({ ...step, uids: folder.specialUse === 'sent' ? [] : step.uids.slice(-firstLookCap) })
    }
    await this.#insist(() => this.#options.bookmarks.begin(steps))
    this.#marks = new Map(steps.map((step) => [step.folder.path, this.#markOf(step)]))
  }

  async #keepLooking(session: ImapFlow, folders: readonly WatchedFolder[]): Promise<void> {
    const [inbox, ...others] = folders
    if (inbox === undefined) return
    let pollAt = 0
    while (!this.ended) {
      if (performance.now() >= pollAt) {
        for (const folder of others) await this.#glance(session, folder)
        await examine(session, inbox)
        pollAt = performance.now() + this.#pollMs(session)
      }
      const heard = this.#news
      await this.#look(session, inbox)
      this.#options.onSeen()
      if (heard === this.#news) await this.#rest(session, pollAt)
    }
  }

  #pollMs(session: ImapFlow): number {
    const wanted = secondsMs(this.#options.pollSeconds) * (0.9 + 0.2 * this.#options.random())
    return session.capabilities.has('IDLE') ? wanted : Math.min(wanted, pollWithoutIdleMs)
  }

  /** Opens a folder other than the inbox only if its STATUS says that something came. */
  async #glance(session: ImapFlow, folder: WatchedFolder): Promise<void> {
    const status = await session.status(folder.path, { uidNext: true, uidValidity: true })
    if (status === false) return
    const next = `${status.uidValidity}:${status.uidNext}`
    if (status.uidNext !== undefined && this.#nextUids.get(folder.path) === next) return
    await examine(session, folder)
    await this.#look(session, folder)
    this.#nextUids.set(folder.path, next)
  }

  /** Hands on what is new in the open folder. */
  async #look(session: ImapFlow, folder: WatchedFolder): Promise<void> {
    const opened = session.mailbox
    if (opened === false || opened.path !== folder.path) throw imapTrouble('server-unavailable', this.#options.settings)
    const found = await this.#findNew(session, folder, opened)
    if (found === undefined) return
    for (const step of inStrides(found)) {
      await this.#insist(() => this.#options.bookmarks.move(step))
      this.#marks?.set(folder.path, this.#markOf(step))
    }
  }

  async #findNew(session: ImapFlow, folder: WatchedFolder, opened: MailboxObject): Promise<Step | undefined> {
    const mark = this.#marks?.get(folder.path)
    const uidValidity = Number(opened.uidValidity)
    if (mark === undefined || mark.uidValidity !== uidValidity) {
      // Numbered anew: list by date; who examines knows a message again by its hash.
      const from = mark?.movedAt ?? this.#options.clock.now()
      return listSince(session, folder, opened, new Date(from.getTime() - marginMs))
    }
    // RFC 3501 §6.4.8: `n:*` always names the last message, also one below n.
    const uids = (await search(session, { uid: `${mark.lastUid + 1}:*` })).filter((uid) => uid > mark.lastUid)
    return uids.length === 0 ? undefined : { folder, uidValidity, uids, upTo: uids.at(-1) ?? mark.lastUid }
  }

  #markOf(step: Step): Bookmark {
    return { uidValidity: step.uidValidity, lastUid: step.upTo, movedAt: this.#options.clock.now() }
  }

  /** Rests in IDLE until there is news, the next poll is due, the line is cut or the watch is stopped. */
  async #rest(session: ImapFlow, pollAt: number): Promise<void> {
    const waiting = new AbortController()
    const cut = await new Promise<boolean>((go) => {
      const timer = setTimeout(() => go(false), Math.max(0, pollAt - performance.now()))
      const onExists = (): void => go(false)
      const onClose = (): void => go(true)
      session.once('exists', onExists)
      session.once('close', onClose)
      this.#stopping.signal.addEventListener('abort', () => go(false), { signal: waiting.signal, once: true })
      waiting.signal.addEventListener('abort', () => {
        clearTimeout(timer)
        session.off('exists', onExists)
        session.off('close', onClose)
      })
      // A signal that was given before does not call again.
      if (this.ended) return go(false)
      if (!session.usable) return go(true)
      // Resolves when the next command breaks it; a cut line is told by `close`.
      session.idle().catch(() => {})
    })
    waiting.abort()
    if (cut) throw imapTrouble('server-unavailable', this.#options.settings)
  }

  /** Repeats work on our own database until it is done: the mail server is not to blame. Throws when the watch is stopped meanwhile. */
  async #insist<T>(work: () => Promise<T>): Promise<T> {
    for (let tries = 1; !this.ended; tries += 1) {
      try {
        return await work()
      } catch (thrown) {
        if (!isTrouble(thrown, 'setback'))
          throw setback('not-kept', 'Noting what is new in this mailbox did not work; the log says why.', { cause: thrown })
        if (thrown.code === 'claim-lost') throw thrown
        await this.#pause(Math.min(secondsMs(5), 100 * 2 ** Math.min(10, tries)) * (0.5 + 0.5 * this.#options.random()))
      }
    }
    throw setback('watch-ended', 'waiting for the database: the watch was stopped')
  }

  async #pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#stopping.signal }).catch(() => {})
  }
}

/** A server may name a million messages; one transaction takes so many. Stopped between two strides, the rest is found again. */
function inStrides(step: Step): Step[] {
  const strides = Math.max(1, Math.ceil(step.uids.length / strideCap))
  return Array.from({ length: strides }, (_, stride) => {
    const uids = step.uids.slice(stride * strideCap, (stride + 1) * strideCap)
    return { ...step, uids, upTo: stride === strides - 1 ? step.upTo : Math.max(...uids) }
  })
}

function examine(session: ImapFlow, folder: WatchedFolder): Promise<MailboxObject> {
  return session.mailboxOpen(folder.path, { readOnly: true })
}

/** Everything in the open folder that arrived since a day, and the bookmark after it. */
async function listSince(session: ImapFlow, folder: WatchedFolder, opened: MailboxObject, since: Date): Promise<Step> {
  const uids = await search(session, { since })
  const upTo = Math.max((opened.uidNext ?? 1) - 1, uids.at(-1) ?? 0)
  return { folder, uidValidity: Number(opened.uidValidity), uids, upTo }
}

async function search(session: ImapFlow, query: { uid: string } | { since: Date }): Promise<number[]> {
  const uids = await session.search(query, { uid: true })
  if (!Array.isArray(uids)) throw new Error('the server did not search')
  return uids.sort((one, other) => one - other)
}

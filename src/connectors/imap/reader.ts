/**
 * The worker role's way to a message: at most one connection a mailbox in this
 * process, kept for a minute for the next message, and at most a few a mailbox
 * over all processes, so that the provider's limit leaves room for the person.
 */
import type { ImapFlow } from 'imapflow'
import { isTrouble, type Log, minutesMs, secondsMs, setback, type Trouble } from '#kernel'
import type { Vault } from '#secrets'
import type { LockHolder, Storage } from '#storage'
import { backOffMs } from './back-off.ts'
import { type OpenConnection, openConnection } from './connections.ts'
import type { WatchedFolder } from './folders.ts'
import { makeGate } from './gate.ts'
import { foldersThatTeach, type HeaderAnswer, type HeaderAsk, readHeaders } from './read-headers.ts'
import { type MessagePlace, type ReadAnswer, readMessage } from './read-message.ts'
import { readTrouble } from './read-trouble.ts'
import { imapTrouble } from './refusals.ts'
import { closeSession, type Dial, openSession } from './session.ts'

export type ReaderOptions = {
  readonly storage: Storage
  readonly vault: Vault
  readonly log: Log
  readonly dial?: Dial
  /** How long a connection waits for the next message. */
  readonly idleSeconds?: number
  /** Reading connections a mailbox over all processes. */
  readonly sharedPerMailbox?: number
  /** The longest that one message may take; a server that dribbles would hold up others. */
  readonly messageSeconds?: number
  /** How long a message waits for those before it in its mailbox; then others use the time. */
  readonly turnSeconds?: number
  readonly random?: () => number
}

export type Reader = {
  /**
   * Reads one message of a connection; `gone` also when the connection ended.
   * Throws setbacks only: a mailbox that refuses us today may be opened to us
   * again, and until then its mail waits.
   */
  read(place: { readonly connectionId: string } & MessagePlace): Promise<ReadAnswer>
  /** One slice of headers, in turn with the messages; `gone` also when the connection ended. Throws setbacks only. */
  headers(connectionId: string, ask: HeaderAsk): Promise<HeaderAnswer>
  /** The folders that teach who is known; undefined when the connection ended. */
  folders(connectionId: string): Promise<readonly WatchedFolder[] | undefined>
  close(): Promise<void>
}

/** Advisory lock space "imR": the slots of reading connections. */
const slotSpace = 0x696d52

/** The watch finds out in its own time that a mailbox is open again; its mail should not wait much longer. */
const longestClosedMs = minutesMs(5)

type Line = {
  /** One command sequence at a time on a connection. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>
  /** When the message that is being read now had its turn; undefined while nobody reads. */
  readingSince: number | undefined
  open: { readonly session: ImapFlow; readonly known: OpenConnection; readonly slot: number } | undefined
  idle: NodeJS.Timeout | undefined
  /** The mailbox turned us away: nobody knocks again before `until`, unless its password or settings changed. */
  closed: { readonly trouble: Trouble; readonly failures: number; readonly until: number; readonly tried: OpenConnection } | undefined
}

/** What is asked of an open session. */
type Ask<Answer> = (session: ImapFlow) => Promise<Answer>

/** The watch tells the person that the mailbox is closed to us; the job only has to wait. */
function patiently(trouble: Trouble, connectionId: string): Trouble {
  if (!isTrouble(trouble, 'refusal')) return trouble
  return setback(trouble.code, `reading mailbox ${connectionId}: ${trouble.message}`, { cause: trouble })
}

const isSame = (one: OpenConnection, other: OpenConnection): boolean =>
  one.secret === other.secret && JSON.stringify(one.connection.settings) === JSON.stringify(other.connection.settings)

export function openReader(options: ReaderOptions): Reader {
  const { storage, vault, log } = options
  const dial = options.dial ?? { timeoutMs: secondsMs(20) }
  const idleMs = secondsMs(options.idleSeconds ?? 60)
  const shared = options.sharedPerMailbox ?? 4
  const messageMs = secondsMs(options.messageSeconds ?? 90)
  const turnMs = secondsMs(options.turnSeconds ?? 5)
  const random = options.random ?? Math.random
  const lines = new Map<string, Line>()
  let locks: Promise<LockHolder> | undefined
  /** One connection holds all slots, and answers one question at a time. */
  const askInTurn = makeGate(1)

  function lineOf(connectionId: string): Line {
    const line = lines.get(connectionId) ?? {
      inTurn: makeGate(1),
      readingSince: undefined,
      open: undefined,
      idle: undefined,
      closed: undefined,
    }
    lines.set(connectionId, line)
    return line
  }

  function holdLocks(): Promise<LockHolder> {
    locks ??= storage.holdLocks({
      // Without its slots a connection is one too many: they close, and open again with the next message.
      onLost: () => {
        locks = undefined
        for (const [id, line] of lines) void line.inTurn(() => hangUp(id, line))
      },
    })
    locks.catch(() => {
      locks = undefined
    })
    return locks
  }

  async function takeSlot(connectionId: string): Promise<number> {
    const holder = await holdLocks()
    // Eight keys a mailbox, from the random end of its id.
    const first = Number.parseInt(connectionId.replaceAll('-', '').slice(-7), 16) * 8
    for (let slot = first; slot < first + Math.min(8, shared); slot += 1) {
      const key = slot | 0
      if (await askInTurn(() => holder.tryLock(slotSpace, key))) return key
    }
    throw setback('mailbox-busy', `reading mailbox ${connectionId}: other processes read it already`)
  }

  async function giveSlot(slot: number): Promise<void> {
    const holder = await locks
    await askInTurn(async () => holder?.unlock(slotSpace, slot))
  }

  async function dialUp(connectionId: string, line: Line): Promise<NonNullable<Line['open']> | undefined> {
    if (line.open?.session.usable) return line.open
    await hangUp(connectionId, line)
    const known = await openConnection(storage, vault, connectionId)
    if (known === undefined) return undefined
    const { closed } = line
    if (closed !== undefined && performance.now() < closed.until && isSame(closed.tried, known)) throw closed.trouble
    const slot = await takeSlot(connectionId)
    try {
      const session = await openSession(known.connection.settings, known.secret, dial)
      line.open = { session, known, slot }
      return line.open
    } catch (thrown) {
      await giveSlot(slot).catch(() => {})
      throw turnedAway(connectionId, line, known, thrown)
    }
  }

  /** A hundred jobs may wait for this mailbox: one of them has knocked for all, or its owner's account would be locked by our knocking. */
  function turnedAway(connectionId: string, line: Line, tried: OpenConnection, thrown: unknown): Trouble {
    const said = readTrouble(thrown, tried.connection.settings)
    const failures = (line.closed !== undefined && isSame(line.closed.tried, tried) ? line.closed.failures : 0) + 1
    const trouble = patiently(said, connectionId)
    line.closed = { trouble, failures, tried, until: performance.now() + Math.min(longestClosedMs, backOffMs(said, failures, random)) }
    return trouble
  }

  async function hangUp(connectionId: string, line: Line): Promise<void> {
    clearTimeout(line.idle)
    const { open } = line
    line.open = undefined
    if (open === undefined) return
    await closeSession(open.session)
    await giveSlot(open.slot).catch(() => log.warn({ connection: connectionId }, 'a reading slot was lost with the database'))
  }

  async function readOnLine<Answer>(connectionId: string, line: Line, ask: Ask<Answer>): Promise<Answer | undefined> {
    clearTimeout(line.idle)
    const open = await dialUp(connectionId, line)
    if (open === undefined) return undefined
    let late = false
    const patience = setTimeout(() => {
      late = true
      open.session.close()
    }, messageMs)
    try {
      const answer = await ask(open.session)
      line.closed = undefined
      return answer
    } catch (thrown) {
      await hangUp(connectionId, line)
      const { settings } = open.known.connection
      // One cut line is everyday; a server that wastes our time is left alone for a while.
      throw late
        ? turnedAway(connectionId, line, open.known, imapTrouble('server-slow', settings))
        : patiently(readTrouble(thrown, settings), connectionId)
    } finally {
      clearTimeout(patience)
      line.idle = setTimeout(() => void line.inTurn(() => hangUp(connectionId, line)), idleMs)
      line.idle.unref()
    }
  }

  /** One slow server must not hold all workers of this process: who cannot have a turn soon comes again. */
  function readSoon<Answer>(connectionId: string, ask: Ask<Answer>): Promise<Answer | undefined> {
    const line = lineOf(connectionId)
    const { promise, resolve, reject } = Promise.withResolvers<Answer | undefined>()
    const busy = () => reject(setback('mailbox-busy', `reading mailbox ${connectionId}: its server takes long for another message`))
    if (line.readingSince !== undefined && performance.now() - line.readingSince > turnMs) {
      busy()
      return promise
    }
    let gaveUp = false
    const patience = setTimeout(() => {
      gaveUp = true
      busy()
    }, turnMs)
    const turn = line.inTurn(async () => {
      clearTimeout(patience)
      if (gaveUp) return
      line.readingSince = performance.now()
      try {
        resolve(await readOnLine(connectionId, line, ask))
      } finally {
        line.readingSince = undefined
      }
    })
    turn.catch(reject)
    return promise
  }

  return {
    read: async ({ connectionId, ...place }) => (await readSoon(connectionId, (session) => readMessage(session, place))) ?? { gone: true },
    headers: async (connectionId, ask) => (await readSoon(connectionId, (session) => readHeaders(session, ask))) ?? { gone: true },
    folders: (connectionId) => readSoon(connectionId, async (session) => foldersThatTeach(await session.list({ listOnly: true }))),
    async close() {
      await Promise.all([...lines].map(([id, line]) => line.inTurn(() => hangUp(id, line))))
      await (await locks)?.close()
    },
  }
}

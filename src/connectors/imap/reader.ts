/**
 * The worker role's way to a message: at most one connection a mailbox in this
 * process, kept for a minute for the next message, and at most a few a mailbox
 * over all processes, so that the provider's limit leaves room for the person.
 */
import type { ImapFlow } from 'imapflow'
import { isTrouble, type Log, secondsMs, setback } from '#kernel'
import type { Vault } from '#secrets'
import type { LockHolder, Storage } from '#storage'
import { type OpenConnection, openConnection } from './connections.ts'
import { makeGate } from './gate.ts'
import { type MessagePlace, type ReadAnswer, readMessage } from './read-message.ts'
import { readTrouble } from './read-trouble.ts'
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
}

export type Reader = {
  /**
   * Reads one message of a connection; `gone` also when the connection ended.
   * Throws setbacks only: a mailbox that refuses us today may be opened to us
   * again, and until then its mail waits.
   */
  read(place: { readonly connectionId: string } & MessagePlace): Promise<ReadAnswer>
  close(): Promise<void>
}

/** Advisory lock space "imR": the slots of reading connections. */
const slotSpace = 0x696d52

type Line = {
  /** One command sequence at a time on a connection. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>
  open: { readonly session: ImapFlow; readonly known: OpenConnection; readonly slot: number } | undefined
  idle: NodeJS.Timeout | undefined
}

/** The watch tells the person that the mailbox is closed to us; the job only has to wait. */
function patiently(thrown: unknown, connectionId: string): unknown {
  if (!isTrouble(thrown, 'refusal')) return thrown
  return setback(thrown.code, `reading mailbox ${connectionId}: ${thrown.message}`, { cause: thrown })
}

export function openReader(options: ReaderOptions): Reader {
  const { storage, vault, log } = options
  const dial = options.dial ?? { timeoutMs: secondsMs(20) }
  const idleMs = secondsMs(options.idleSeconds ?? 60)
  const shared = options.sharedPerMailbox ?? 4
  const lines = new Map<string, Line>()
  let locks: Promise<LockHolder> | undefined
  /** One connection holds all slots, and answers one question at a time. */
  const askInTurn = makeGate(1)

  function lineOf(connectionId: string): Line {
    const line = lines.get(connectionId) ?? { inTurn: makeGate(1), open: undefined, idle: undefined }
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
    const slot = await takeSlot(connectionId)
    try {
      const session = await openSession(known.connection.settings, known.secret, dial)
      line.open = { session, known, slot }
      return line.open
    } catch (thrown) {
      await giveSlot(slot).catch(() => {})
      throw patiently(thrown, connectionId)
    }
  }

  async function hangUp(connectionId: string, line: Line): Promise<void> {
    clearTimeout(line.idle)
    const { open } = line
    line.open = undefined
    if (open === undefined) return
    await closeSession(open.session)
    await giveSlot(open.slot).catch(() => log.warn({ connection: connectionId }, 'a reading slot was lost with the database'))
  }

  async function readOnLine(connectionId: string, line: Line, place: MessagePlace): Promise<ReadAnswer> {
    clearTimeout(line.idle)
    const open = await dialUp(connectionId, line)
    if (open === undefined) return { gone: true }
    try {
      return await readMessage(open.session, place)
    } catch (thrown) {
      await hangUp(connectionId, line)
      throw readTrouble(thrown, open.known.connection.settings)
    } finally {
      line.idle = setTimeout(() => void line.inTurn(() => hangUp(connectionId, line)), idleMs)
      line.idle.unref()
    }
  }

  return {
    read: ({ connectionId, ...place }) => {
      const line = lineOf(connectionId)
      return line.inTurn(() => readOnLine(connectionId, line, place))
    },
    async close() {
      await Promise.all([...lines].map(([id, line]) => line.inTurn(() => hangUp(id, line))))
      await (await locks)?.close()
    },
  }
}

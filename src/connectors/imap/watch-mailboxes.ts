/**
 * The ingest role: watches every connected mailbox of the shards it holds, and
 * keeps the rows true: which are watched, which fail and why, when each server
 * was last heard.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Clock, type Log, secondsMs, sentenceOf, type Trouble, type Who } from '#kernel'
import type { Vault } from '#secrets'
import type { Storage, Tx } from '#storage'
import { keepClaims, shardCount } from './claims.ts'
import { type Connection, openConnection } from './connections.ts'
import { keepCursor } from './cursor.ts'
import { makeGate } from './gate.ts'
import type { MessageRef } from './message-ref.ts'
import type { Dial } from './session.ts'
import { MailboxWatch } from './watch-mailbox.ts'

export type WatchState = 'watching' | 'failing' | 'refused'

export type WatchOptions = {
  readonly storage: Storage
  readonly vault: Vault
  readonly clock: Clock
  readonly random: () => number
  readonly log: Log
  /** Inside the transaction that moves the cursor: enqueue one job a message. May be called again if that transaction fails. */
  readonly onNews: (tx: Tx, connection: Connection, refs: readonly MessageRef[]) => Promise<void>
  /** Inside the transaction that changed a connection's state. */
  readonly onState?: (tx: Tx, connection: Connection, state: WatchState, trouble: Trouble | undefined) => Promise<void>
  readonly dial?: Dial
  /** How often Junk, All Mail and a resting inbox are looked into. */
  readonly pollSeconds?: number
  /** How far back the first look goes. */
  readonly firstLookDays?: number
}

export type Watcher = {
  /** Connections this process watches right now. */
  watched(): readonly string[]
  /** Closes every mailbox and gives the claims back. */
  stop(): Promise<void>
}

const programme: Who = { kind: 'programme' }
const settleMs = secondsMs(2)
const tellSeenMs = secondsMs(20)
/** Sign-ins at a time: a restarted process must not storm a provider. */
const signInsAtOnce = 16

/** The shard of a connection, from the random end of its id. */
const shardOfId = sql<number>`(('x' || right(replace(connection.id::text, '-', ''), 8))::bit(32)::int & ${shardCount - 1})`

type Kept = { readonly watch: MailboxWatch; readonly fingerprint: string; readonly shard: number }

/** Starts watching; the first mailboxes are open within seconds. */
export function watchMailboxes(options: WatchOptions): Watcher {
  const { storage, vault, clock, random, log } = options
  const claims = keepClaims({ storage, clock, random, log })
  const gate = makeGate(signInsAtOnce)
  const writeInTurn = makeGate(1)
  const kept = new Map<string, Kept>()
  const seen = new Map<string, Date>()
  const untold = new Map<string, { connection: Connection; state: WatchState; trouble: Trouble | undefined }>()
  const stopping = new AbortController()
  let toldSeenAt = 0

  async function listMine(): Promise<readonly { id: string; shard: number; fingerprint: string }[]> {
    const shards = claims.shards()
    if (shards.length === 0) return []
    return storage.asTenant(programme, (tx) =>
      tx
        .selectFrom('connection')
        .innerJoin('connection_secret', 'connection_secret.connection_id', 'connection.id')
        .select(['connection.id', shardOfId.as('shard')])
        .select(sql<string>`md5(connection.settings::text || encode(connection_secret.sealed, 'hex'))`.as('fingerprint'))
        .where('state', 'in', ['new', 'watching', 'failing', 'refused'])
        .where(shardOfId, 'in', shards)
        .execute(),
    )
  }

  async function setState(connection: Connection, state: WatchState, trouble?: Trouble): Promise<void> {
    await storage.asTenant(programme, async (tx) => {
      const says = trouble?.message ?? null
      const changed = await tx
        .updateTable('connection')
        .set({ state, trouble: says, ...(state === 'watching' ? { last_seen_at: clock.now() } : {}) })
        .where('id', '=', connection.id)
        // Paused and ended are the person's word, not ours to change.
        .where('state', 'in', ['new', 'watching', 'failing', 'refused'])
        .where((is) => is.or([is('state', '!=', state), is('trouble', 'is distinct from', says), is('last_seen_at', 'is', null)]))
        .executeTakeFirst()
      if (changed.numUpdatedRows > 0n) await options.onState?.(tx, connection, state, trouble)
    })
  }

  function tellState(connection: Connection, state: WatchState, trouble?: Trouble): void {
    if (trouble !== undefined)
      log.warn({ connection: connection.id, code: trouble.code }, `a mailbox cannot be watched: ${trouble.message}`)
    untold.set(connection.id, { connection, state, trouble })
    void writeStates()
  }

  /** What cannot be written now is written when mailboxes are settled next. */
  const writeStates = (): Promise<void> =>
    writeInTurn(async () => {
      for (const [id, news] of untold) {
        try {
          await setState(news.connection, news.state, news.trouble)
        } catch (thrown) {
          log.warn({ connection: id, state: news.state }, `writing the state of a mailbox: ${sentenceOf(thrown)}`)
          return
        }
        if (untold.get(id) === news) untold.delete(id)
      }
    })

  async function begin(id: string, shard: number, fingerprint: string): Promise<void> {
    const opened = await openConnection(storage, vault, id)
    if (opened === undefined || stopping.signal.aborted) return
    const { connection, secret } = opened
    const watch = new MailboxWatch({
      settings: connection.settings,
      secret,
      dial: options.dial ?? { timeoutMs: secondsMs(20) },
      bookmarks: keepCursor({ storage, clock, connection, claim: () => claims.of(shard), onNews: options.onNews }),
      clock,
      random,
      pollSeconds: options.pollSeconds ?? 60,
      firstLookDays: options.firstLookDays ?? 30,
      gate,
      onSeen: () => seen.set(id, clock.now()),
      onWatching: () => tellState(connection, 'watching'),
      onTrouble: (trouble) => tellState(connection, trouble.kind === 'refusal' ? 'refused' : 'failing', trouble),
    })
    kept.set(id, { watch, fingerprint, shard })
  }

  async function end(id: string): Promise<void> {
    const one = kept.get(id)
    kept.delete(id)
    seen.delete(id)
    await one?.watch.stop()
  }

  async function tellSeen(): Promise<void> {
    if (seen.size === 0 || performance.now() - toldSeenAt < tellSeenMs) return
    toldSeenAt = performance.now()
    const news = [...seen]
    seen.clear()
    await storage.asTenant(programme, (tx) =>
      sql`update bellwether.connection c set last_seen_at = s.at
        from unnest(${news.map(([id]) => id)}::uuid[], ${news.map(([, at]) => at.toISOString())}::timestamptz[]) as s(id, at)
        where c.id = s.id and (c.last_seen_at is null or c.last_seen_at < s.at)`.execute(tx),
    )
  }

  async function settle(): Promise<void> {
    await claims.settle()
    const mine = await listMine()
    const wanted = new Map(mine.map((one) => [one.id, one]))
    const over = [...kept].filter(([id, one]) => one.watch.ended || wanted.get(id)?.fingerprint !== one.fingerprint)
    await Promise.all(over.map(([id]) => end(id)))
    const missing = mine.filter((one) => !kept.has(one.id))
    for (const one of missing) {
      // One mailbox whose row cannot be read must not keep the others waiting.
      await begin(one.id, one.shard, one.fingerprint).catch((thrown: unknown) =>
        log.error({ connection: one.id }, `opening the row of a mailbox: ${sentenceOf(thrown)}`),
      )
    }
    await writeStates()
    await tellSeen()
  }

  async function live(): Promise<void> {
    while (!stopping.signal.aborted) {
      await settle().catch((thrown: unknown) => log.warn({}, `settling which mailboxes to watch: ${sentenceOf(thrown)}`))
      await sleep(settleMs * (0.75 + 0.5 * random()), undefined, { signal: stopping.signal }).catch(() => {})
    }
  }

  const life = live()
  return {
    watched: () => [...kept.keys()],
    async stop() {
      stopping.abort()
      await life
      await Promise.all([...kept.keys()].map(end))
      await claims.close()
    },
  }
}

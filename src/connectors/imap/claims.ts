/**
 * Which ingest process watches which mailboxes. All mailboxes fall into 64
 * shards; a process holds a shard by an advisory lock, which PostgreSQL gives
 * back the moment the process dies. Each taking of a shard raises its epoch in
 * `election`, and every cursor write compares it.
 */
import { sql } from 'kysely'
import type { Clock, Log, Who } from '#kernel'
import type { LockHolder, Storage } from '#storage'

export const shardCount = 64
/** Advisory lock spaces of this room: "imS" for shards, "imP" for being present. */
const shardSpace = 0x696d53
const presenceSpace = 0x696d50
const programme: Who = { kind: 'programme' }

/** The right to move the cursors of one shard. */
export type Claim = { readonly shard: number; readonly post: string; readonly epoch: number }

export type Claims = {
  /** Takes free shards up to a fair share and gives back what is above it. Call every few seconds; throws while the database is gone. */
  settle(): Promise<void>
  of(shard: number): Claim | undefined
  shards(): readonly number[]
  /** Gives everything back, so that others take over at once. */
  close(): Promise<void>
}

const postOf = (shard: number): string => `imap-shard-${shard}`

export function keepClaims({ storage, clock, random, log }: { storage: Storage; clock: Clock; random: () => number; log: Log }): Claims {
  const me = Math.floor(random() * 0x7fffffff)
  const held = new Map<number, Claim>()
  let locks: LockHolder | undefined
  let closed = false

  async function openLocks(): Promise<LockHolder> {
    const opened = await storage.holdLocks({
      onLost: () => {
        locks = undefined
        held.clear()
        if (!closed) log.warn({}, 'ingest lost its claims on mailboxes; it takes them again when the database answers')
      },
    })
    await opened.tryLock(presenceSpace, me)
    locks = opened
    return opened
  }

  /** How many ingest processes live, this one counted. */
  async function countPresent(): Promise<number> {
    const { rows } = await storage.asTenant(programme, (tx) =>
      sql<{ present: number }>`
        select count(distinct pid)::int as present from pg_locks
        where locktype = 'advisory' and granted and objsubid = 2 and classid = ${presenceSpace}::oid
          and database = (select oid from pg_database where datname = current_database())`.execute(tx),
    )
    return Math.max(1, rows[0]?.present ?? 1)
  }

  async function take(shards: readonly number[]): Promise<readonly Claim[]> {
    if (shards.length === 0) return []
    const rows = await storage.asTenant(programme, (tx) =>
      tx
        .insertInto('election')
        .values(shards.map((shard) => ({ post: postOf(shard), epoch: 1, holder: String(me), since: clock.now() })))
        .onConflict((same) => same.column('post').doUpdateSet({ epoch: sql`election.epoch + 1`, holder: String(me), since: clock.now() }))
        .returning(['post', 'epoch'])
        .execute(),
    )
    return rows.map((row) => ({ shard: Number(row.post.slice(postOf(0).length - 1)), post: row.post, epoch: row.epoch }))
  }

  return {
    async settle() {
      if (closed) return
      const holder = locks ?? (await openLocks())
      const share = Math.ceil(shardCount / (await countPresent()))
      const won: number[] = []
      const first = Math.floor(random() * shardCount)
      for (let step = 0; step < shardCount && held.size + won.length < share; step += 1) {
        const shard = (first + step) % shardCount
        if (!held.has(shard) && (await holder.tryLock(shardSpace, shard))) won.push(shard)
      }
      const claims = await take(won)
      // The locks may have gone while the epochs were written; then nothing is ours.
      if (locks === holder) for (const claim of claims) held.set(claim.shard, claim)
      for (const shard of [...held.keys()].slice(share)) {
        held.delete(shard)
        await holder.unlock(shardSpace, shard)
      }
    },
    of: (shard) => held.get(shard),
    shards: () => [...held.keys()],
    async close() {
      closed = true
      held.clear()
      await locks?.close()
    },
  }
}

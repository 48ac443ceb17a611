/**
 * Elections: session advisory locks on a connection of their own, never inside
 * a transaction. When the connection is lost, so is every lock it held.
 */
import { databaseTrouble } from './database-trouble.ts'
import { newClient } from './driver.ts'

export type LockHolder = {
  /** Takes the lock if nobody has it. `space` names the kind, `key` the thing (both 32-bit). */
  tryLock(space: number, key: number): Promise<boolean>
  unlock(space: number, key: number): Promise<void>
  /** How many sessions hold this lock, shared or not. */
  countHolders(space: number, key: number): Promise<number>
  /** Takes the lock beside others that share it. */
  shareLock(space: number, key: number): Promise<void>
  close(): Promise<void>
}

/** `onLost` is called once if the connection ends other than by `close`. */
export async function holdLocks(databaseUrl: string, options: { onLost: () => void }): Promise<LockHolder> {
  const client = newClient(databaseUrl, 'locks')
  let open = true
  const lost = () => {
    if (!open) return
    open = false
    options.onLost()
  }
  client.on('error', lost)
  client.on('end', lost)

  async function ask<Row extends object>(text: string, values: readonly number[]): Promise<Row[]> {
    try {
      return (await client.query<Row>(text, [...values])).rows
    } catch (cause) {
      throw databaseTrouble(cause)
    }
  }

  try {
    await client.connect()
  } catch (cause) {
    open = false
    throw databaseTrouble(cause)
  }
  return {
    tryLock: async (space, key) =>
      (await ask<{ taken: boolean }>('select pg_try_advisory_lock($1, $2) as taken', [space, key]))[0]?.taken === true,
    unlock: async (space, key) => {
      await ask('select pg_advisory_unlock($1, $2)', [space, key])
    },
    shareLock: async (space, key) => {
      await ask('select pg_advisory_lock_shared($1, $2)', [space, key])
    },
    countHolders: async (space, key) => {
      const text = `select count(*)::int as held from pg_locks
        where locktype = 'advisory' and classid = $1::int::oid and objid = $2::int::oid and granted
          and database = (select oid from pg_database where datname = current_database())`
      return (await ask<{ held: number }>(text, [space, key]))[0]?.held ?? 0
    },
    close: async () => {
      open = false
      await client.end().catch(() => undefined)
    },
  }
}

/**
 * Advisory locks that live as long as a connection does: elections, and the
 * sign of life of a process. Kept apart from every transaction.
 */
import pg from 'pg'
import { troubleOf } from './database-trouble.ts'

export type LockHolder = {
  /** True when this holder has the lock from now on (also when it had it before). */
  tryLock(space: number, key: number): Promise<boolean>
  unlock(space: number, key: number): Promise<void>
  /** How many sessions of the whole programme hold it: 0 or 1. */
  countHolders(space: number, key: number): Promise<number>
  /** Gives everything back. `onLost` is not called for it. */
  close(): Promise<void>
}

// A host that vanished without a word is noticed by the server within about 8 s.
const livelySession = 'set tcp_keepalives_idle = 3; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 2'
const beatMs = 2500
const beatPatienceMs = 4000

/** Opens the connection. `onLost` is called once when it breaks: every lock is free for others then. */
export async function holdLocks(connectionString: string, { onLost }: { onLost: () => void }): Promise<LockHolder> {
  const client = new pg.Client({ connectionString, application_name: 'bellwether locks', connectionTimeoutMillis: 5000, keepAlive: true })
  let over = false
  const lose = () => {
    if (over) return
    over = true
    clearInterval(beat)
    client.end().catch(() => undefined)
    onLost()
  }
  let beat: NodeJS.Timeout | undefined
  client.on('error', lose)
  client.on('end', lose)
  try {
    await client.connect()
    await client.query(livelySession)
  } catch (cause) {
    over = true
    client.end().catch(() => undefined)
    throw troubleOf(cause)
  }
  // One client answers one question at a time; those who ask meanwhile wait here.
  let last: Promise<unknown> = Promise.resolve()
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work)
    last = turn.catch(() => undefined)
    return turn
  }

  beat = setInterval(() => {
    const late = setTimeout(lose, beatPatienceMs)
    inTurn(() => client.query('select 1')).then(() => clearTimeout(late), lose)
  }, beatMs)
  beat.unref()

  async function ask(text: string, values: readonly number[]): Promise<Record<string, unknown>> {
    try {
      const { rows } = await inTurn(() => client.query<Record<string, unknown>>(text, [...values]))
      return rows[0] ?? {}
    } catch (cause) {
      throw troubleOf(cause)
    }
  }

  const mine = new Set<string>()
  return {
    tryLock: async (space, key) => {
      if (mine.has(`${space}/${key}`)) return true
      const { got } = await ask('select pg_try_advisory_lock($1::int, $2::int) as got', [space, key])
      if (got === true) mine.add(`${space}/${key}`)
      return got === true
    },
    unlock: async (space, key) => {
      if (mine.delete(`${space}/${key}`)) await ask('select pg_advisory_unlock($1::int, $2::int)', [space, key])
    },
    countHolders: async (space, key) => {
      const { holders } = await ask(
        `select count(*)::int as holders from pg_locks
         where locktype = 'advisory' and granted and objsubid = 2
           and database = (select oid from pg_database where datname = current_database())
           and classid = ($1::bigint & 4294967295)::oid and objid = ($2::bigint & 4294967295)::oid`,
        [space, key],
      )
      return Number(holders)
    },
    close: async () => {
      over = true
      clearInterval(beat)
      await client.end().catch(() => undefined)
    },
  }
}

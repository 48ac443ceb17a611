/** How we speak to PostgreSQL: types as we read them, and a pool that survives a lost server. */
import pg from 'pg'
import type { Log } from '#kernel'

const int8 = 20
const date = 1082

const typesAsRead: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') => {
    // Our counts and UIDs stay far below 2^53.
    if (id === int8) return (text: string) => Number(text)
    // A calendar day has no hour; a Date would give it one.
    if (id === date) return (text: string) => text
    return pg.types.getTypeParser(id, format)
  },
}

/** Our tables by their own names; nothing of anybody else's schema. */
const searchPath = '-c search_path=bellwether'

export function openPool(connectionString: string, options: { max: number; log: Log; name: string }): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: options.max,
    types: typesAsRead,
    options: searchPath,
    application_name: `bellwether-${options.name}`,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: true,
  })
  // An idle connection that dies is replaced at the next query; without this line it would end the process.
  pool.on('error', (cause) => options.log.warn({ cause: cause.message }, 'an idle database connection was lost'))
  return pool
}

export function newClient(connectionString: string, name: string): pg.Client {
  return new pg.Client({
    connectionString,
    types: typesAsRead,
    application_name: `bellwether-${name}`,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
}

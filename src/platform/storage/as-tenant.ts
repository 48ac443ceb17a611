/** The only door to a query: a transaction that says who asks, before anything is asked. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Who } from '#kernel'
import { databaseTrouble } from './database-trouble.ts'
import type { Tables } from './tables/index.ts'

/** An open transaction of somebody; passed on as an argument, never kept. */
export type Tx = Transaction<Tables>

export type AsTenant = <T>(who: Who, work: (tx: Tx) => Promise<T>) => Promise<T>

/** No network inside `work`: it holds a connection and locks while it runs. */
export const asTenantOn =
  (database: Kysely<Tables>): AsTenant =>
  async (who, work) => {
    const person = who.kind === 'programme' ? '' : who.personId
    const organisation = who.kind === 'administrator' ? who.organisationId : ''
    try {
      return await database.transaction().execute(async (tx) => {
        await sql`select set_config('bellwether.kind', ${who.kind}, true), set_config('bellwether.person', ${person}, true), set_config('bellwether.organisation', ${organisation}, true)`.execute(
          tx,
        )
        return work(tx)
      })
    } catch (cause) {
      throw databaseTrouble(cause)
    }
  }

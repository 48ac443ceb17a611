/**
 * The only door to a query. Who asks is set for one transaction, and the
 * row-level policies of every table read it; with nothing set, no row is seen.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { type Kysely, sql, type Transaction } from 'kysely'
import { defect, personOf, type Who } from '#kernel'
import { troubleOf } from './database-trouble.ts'
import type { Tables } from './tables/index.ts'

export type Tx = Transaction<Tables>
export type AsTenant = <T>(who: Who, work: (tx: Tx) => Promise<T>) => Promise<T>

/** A second door inside the first could wait for a connection that only the first gives back. */
const inside = new AsyncLocalStorage<{ open: boolean }>()

/** Makes the door for a database. */
export function tenantDoor(database: Kysely<Tables>): AsTenant {
  return async (who, work) => {
    if (inside.getStore()?.open) throw defect('nested-transaction', 'opening a transaction inside another: pass tx on instead')
    const stay = { open: true }
    try {
      return await inside.run(stay, () =>
        database.transaction().execute(async (tx) => {
          await introduce(tx, who)
          return work(tx)
        }),
      )
    } catch (cause) {
      throw troubleOf(cause)
    } finally {
      stay.open = false
    }
  }
}

async function introduce(tx: Tx, who: Who): Promise<void> {
  const person = personOf(who) ?? ''
  const organisation = 'organisationId' in who ? who.organisationId : ''
  await sql`select set_config('bellwether.kind', ${who.kind}, true),
    set_config('bellwether.person', ${person}, true),
    set_config('bellwether.organisation', ${organisation}, true)`.execute(tx)
  if (who.kind !== 'helper') return
  await sql`select set_config('bellwether.help', ${who.helpId}, true), set_config('bellwether.at', ${who.at.toISOString()}, true)`.execute(
    tx,
  )
}

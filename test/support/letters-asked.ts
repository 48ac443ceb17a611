/** The letters that rooms asked for and nobody sent yet, oldest first, as their jobs hold them. */
import pg from 'pg'
import { z } from 'zod'
import type { TestDatabase } from './database.ts'

const payload = z.looseObject({ letter: z.string(), news: z.string().optional(), accountId: z.string().optional() })

/** With `accountId` and `news` where the letter has them. */
export async function lettersAsked(database: TestDatabase): Promise<readonly z.infer<typeof payload>[]> {
  const owner = new pg.Client({ connectionString: database.databaseOwnerUrl })
  await owner.connect()
  try {
    const { rows } = await owner.query<{ payload: unknown }>(
      `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'send-letter' order by j.id`,
    )
    return rows.map((row) => payload.parse(row.payload))
  } finally {
    await owner.end()
  }
}

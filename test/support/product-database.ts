/** A look into the database of a running product, past its policies: counts for a journey's end. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/** Where the built-in server of this data folder listens, for its superuser. */
function builtInUrl(dataDir: string): string {
  const [, , , port] = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  const { superuser } = JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8'))
  return `postgres://postgres:${superuser}@127.0.0.1:${port}/bellwether`
}

export async function ask<Row extends pg.QueryResultRow>(
  where: { readonly dataDir: string; readonly adminUrl?: string },
  text: string,
): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: where.adminUrl ?? builtInUrl(where.dataDir) })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end().catch(() => undefined)
  }
}

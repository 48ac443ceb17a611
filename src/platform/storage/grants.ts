/**
 * The application role's rights, computed from the catalogue: every table but
 * partitions (a query on a partition would skip the parent's policies), the
 * audit log without change or removal, nothing of the job runner's.
 */
import pg from 'pg'

/** Tables that the role may add to and read, and nothing else. */
const appendOnly = new Set(['audit_entry'])
/** Bookkeeping that the role may only read. */
const readOnly = new Set(['migration', 'audit_mark'])

/** The statements that give `role` its rights and take away any other. */
export async function grantStatements(client: pg.ClientBase, role: string): Promise<readonly string[]> {
  const name = pg.escapeIdentifier(role)
  const { rows: tables } = await client.query<{ table: string; partition: boolean }>(
    `select c.relname as table, c.relispartition as partition from pg_class c
     where c.relnamespace = 'bellwether'::regnamespace and c.relkind in ('r', 'p') order by c.relname`,
  )
  const { rows: functions } = await client.query<{ signature: string }>(
    `select p.oid::regprocedure::text as signature from pg_proc p
     where p.pronamespace = 'bellwether'::regnamespace and p.prorettype <> 'trigger'::regtype order by 1`,
  )
  const rights = (table: string) =>
    readOnly.has(table) ? 'select' : appendOnly.has(table) ? 'select, insert' : 'select, insert, update, delete'
  return [
    `grant usage on schema bellwether to ${name}`,
    `revoke all on all tables in schema bellwether from public, ${name}`,
    ...tables
      .filter(({ partition }) => !partition)
      .map(({ table }) => `grant ${rights(table)} on bellwether.${pg.escapeIdentifier(table)} to ${name}`),
    ...functions.map(({ signature }) => `grant execute on function ${signature} to ${name}`),
  ]
}

/** Gives `role` its rights; the owner asks. */
export async function grantToApp(client: pg.ClientBase, role: string): Promise<void> {
  for (const statement of await grantStatements(client, role)) await client.query(statement)
}

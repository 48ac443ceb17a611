/**
 * What a start with DATABASE_OWNER_URL would do, as one file of SQL, for an
 * operator who lets nobody but themselves change the database.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { grantsFor } from './grants.ts'
import type { Migration } from './migrate.ts'

type Wanted = { readonly pending: readonly Migration[]; readonly appRole: string; readonly withJobs: boolean }

/** To be run once, as the owner: `psql -f`. */
export function setUpScript({ pending, appRole, withJobs }: Wanted): string {
  const record = ({ name, hash }: Migration) =>
    `insert into bellwether.migration (name, hash) values (${pg.escapeLiteral(name)}, ${pg.escapeLiteral(hash)});`
  const parts = [
    '-- Bellwether: run as the owner of the database, with psql -v ON_ERROR_STOP=1 -f.',
    `-- The role ${appRole} must be there: create role … login password …`,
    'begin;',
    ...(withJobs ? jobSchema() : []),
    ...pending.map(({ name, sql }) => `-- ${name}\n${sql}`),
    ...pending.map(record),
    `${grantsFor(appRole)};`,
    'commit;',
  ]
  return `${parts.join('\n\n')}\n`
}

/** The job runner's own files, recorded as it would. */
function jobSchema(): readonly string[] {
  const folder = join(dirname(fileURLToPath(import.meta.resolve('graphile-worker'))), '..', 'sql')
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return [
    'create schema if not exists graphile_worker;',
    'create table if not exists graphile_worker.migrations (id int primary key, ts timestamptz default now() not null, breaking boolean not null default false);',
    ...files.sort().map((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      const breaking = text.startsWith('--! breaking-change')
      return `insert into graphile_worker.migrations (id, breaking) values (${Number.parseInt(name, 10)}, ${breaking});\n${text.replaceAll(/:GRAPHILE_WORKER_SCHEMA\b/g, 'graphile_worker')}`
    }),
  ]
}

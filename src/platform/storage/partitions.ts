/**
 * Verdicts lie in one partition a day of arrival, so that forgetting a day is
 * dropping a table. Days outside the made range fall into the default one.
 */
import type pg from 'pg'
import { dayIn } from '#kernel'

/** How many days ahead are made; the job comes every day, so it may fail for a week. */
const daysAhead = 8
/** Mail of a first look is up to 30 days old. */
const daysBack = 2

const nameOf = (day: string): string => `message_verdict_${day.replaceAll('-', '')}`

/** Makes the partitions around `now` that are not there. Row-level security is on in each, with no policy: no door but the parent's. */
export async function ensurePartitions(owner: pg.ClientBase | pg.Pool, now: Date): Promise<void> {
  const days = Array.from({ length: daysBack + daysAhead + 1 }, (_, index) => dayIn(now, index - daysBack))
  const { rows } = await owner.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'bellwether'::regnamespace and relispartition",
  )
  const there = new Set(rows.map(({ name }) => name))
  for (const day of days) if (!there.has(nameOf(day))) await makeDay(owner, day)
}

async function makeDay(owner: pg.ClientBase | pg.Pool, day: string): Promise<void> {
  const next = dayIn(new Date(day), 1)
  const table = `bellwether.${nameOf(day)}`
  // Rows of that day may already lie in the default partition: they move first.
  await owner.query(`do $$ begin
    perform set_config('bellwether.kind', 'programme', true);
    create table ${table} (like bellwether.message_verdict including defaults including constraints);
    alter table ${table} enable row level security;
    alter table bellwether.message_verdict_other no force row level security;
    with moved as (delete from bellwether.message_verdict_other where arrived_on = '${day}' returning *) insert into ${table} select * from moved;
    alter table bellwether.message_verdict_other force row level security;
    alter table bellwether.message_verdict attach partition ${table} for values from ('${day}') to ('${next}');
    alter table ${table} force row level security;
  exception when duplicate_table then null; end $$`)
}

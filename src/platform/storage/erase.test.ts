import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import { type MadeRow, makeRows, readShapes, type TableShape } from '../../../test/support/make-rows.ts'
import { eraseSubject } from './erase.ts'
import { type EraseRule, organisationRules, personRules } from './erase-rules.ts'
import { uuid } from './ids.ts'

let database: TestDatabase
let owner: pg.Client
let app: pg.Client
let shapes: readonly TableShape[]
let rows: readonly MadeRow[]

before(async () => {
  database = await testDatabase()
  owner = new pg.Client({ connectionString: database.databaseOwnerUrl })
  app = new pg.Client({ connectionString: database.databaseUrl })
  await owner.connect()
  await app.connect()
  await app.query("select set_config('bellwether.kind', 'programme', false)")
  shapes = await readShapes(owner)
  rows = await makeRows(app, shapes)
})
after(async () => {
  await owner.end()
  await app.end()
  await database.close()
})

/** Tables with a column that names somebody: by a foreign key to them, or by the name of the column. */
async function namedIn(kind: 'person' | 'organisation'): Promise<readonly string[]> {
  const { rows: found } = await owner.query<{ name: string }>(
    `select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'bellwether'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and (a.attname = $1 || '_id' or exists (select from pg_constraint f where f.conrelid = c.oid and f.contype = 'f'
         and f.confrelid = ('bellwether.' || $1)::regclass and a.attnum = any(f.conkey)))`,
    [kind],
  )
  return found.map(({ name }) => name).sort()
}

test('no table that names people or organisations is without a rule', async () => {
  for (const [kind, rules] of [
    ['person', personRules],
    ['organisation', organisationRules],
  ] as const) {
    const ruled = new Set(rules.map(({ table }) => table))
    assert.deepEqual(
      (await namedIn(kind)).filter((table) => !ruled.has(table)),
      [],
      kind,
    )
  }
})

const certify = () => ({ id: uuid(), erasedAt: new Date(), signature: Buffer.from('signed') })

const idOf = (table: string, side: 'ours' | 'theirs'): string =>
  String(rows.find((row) => row.table === table && row.side === side)?.values.id)

async function left(rules: readonly EraseRule[], id: string): Promise<readonly string[]> {
  const still: string[] = []
  for (const rule of rules)
    if ('gone' in rule) {
      const { rowCount } = await app.query(`select from bellwether.${rule.table} where ${rule.gone}`, [id])
      if (rowCount) still.push(rule.table)
    }
  return still
}

const counted = async (): Promise<Readonly<Record<string, number>>> => {
  const counts: Record<string, number> = {}
  for (const { name } of shapes)
    counts[name] = Number((await app.query<{ count: string }>(`select count(*) from bellwether.${name}`)).rows[0]?.count)
  return counts
}

test('an erased person leaves no row but an id without a name, and nobody else loses one', async () => {
  const [person, other] = [idOf('person', 'ours'), idOf('person', 'theirs')]
  const theirs = async () => {
    const counts: string[] = []
    for (const rule of personRules)
      if ('gone' in rule)
        counts.push(`${rule.table} ${(await app.query(`select from bellwether.${rule.table} where ${rule.gone}`, [other])).rowCount}`)
    return counts
  }
  const before = await theirs()
  const erased = await eraseSubject(database, { kind: 'person', id: person }, certify)
  assert.ok((erased.consent ?? 0) > 0 && (erased.session ?? 0) > 0)
  assert.deepEqual(await left(personRules, person), [])
  assert.deepEqual(await theirs(), before)
  const kept = await app.query('select name, erased_at is not null as erased from bellwether.person where id = $1', [person])
  assert.deepEqual(kept.rows, [{ name: '–', erased: true }])
  const accounts = await app.query('select distinct address from bellwether.account where person_id = $1', [person])
  assert.deepEqual(accounts.rows, [{ address: 'removed' }])
})

test('an erased organisation leaves no row but an id without a name, and erasing it again changes nothing', async () => {
  const organisation = idOf('organisation', 'ours')
  await eraseSubject(database, { kind: 'organisation', id: organisation }, certify)
  assert.deepEqual(await left(organisationRules, organisation), [])
  const kept = await app.query('select name, domains from bellwether.organisation where id = $1', [organisation])
  assert.deepEqual(kept.rows, [{ name: '–', domains: [] }])
  const before = await counted()
  await eraseSubject(database, { kind: 'organisation', id: organisation }, certify)
  const { erasure, ...after } = await counted()
  const { erasure: _, ...earlier } = before
  assert.deepEqual(after, earlier)
  assert.ok((erasure ?? 0) >= 3)
})

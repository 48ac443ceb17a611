/**
 * Rows for every table, made from the catalogue: two sides that share nothing,
 * each with matters of its organisation (work) and of its person (personal). A
 * new table gets its rows without a word here, unless a check across columns
 * asks for one.
 */
import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { uuid } from '#storage'

export type Side = 'ours' | 'theirs'
export type Matter = 'work' | 'personal'
/** `key` finds the row again: its primary key. */
export type MadeRow = {
  readonly table: string
  readonly side: Side
  readonly matter: Matter
  readonly values: Readonly<Record<string, unknown>>
}

type Column = { readonly name: string; readonly type: string; readonly nullable: boolean; readonly generated: boolean }
type Reference = { readonly column: string; readonly to: string; readonly toColumn: string }
export type TableShape = {
  readonly name: string
  readonly columns: readonly Column[]
  readonly references: readonly Reference[]
  readonly primaryKey: readonly string[]
  /** Column → the first word its check allows. */
  readonly words: ReadonlyMap<string, string>
}

/** Every table that holds rows of its own, each after those it refers to. */
export async function readShapes(owner: pg.ClientBase): Promise<readonly TableShape[]> {
  const { rows } = await owner.query<{
    name: string
    columns: Column[]
    references: Reference[] | null
    checks: string[] | null
    primaryKey: string[]
  }>(
    `select c.relname as name,
       (select json_agg(json_build_object('name', a.attname, 'type', t.typname, 'nullable', not a.attnotnull, 'generated', a.attgenerated <> '') order by a.attnum)
        from pg_attribute a join pg_type t on t.oid = a.atttypid where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
       (select json_agg(json_build_object('column', a.attname, 'to', f.relname, 'toColumn', b.attname))
        from pg_constraint k join pg_class f on f.oid = k.confrelid
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1] join pg_attribute b on b.attrelid = f.oid and b.attnum = k.confkey[1]
        where k.conrelid = c.oid and k.contype = 'f') as "references",
       (select array_agg(pg_get_constraintdef(k.oid)) from pg_constraint k where k.conrelid = c.oid and k.contype = 'c') as checks,
       (select array_agg(a.attname::text) from pg_constraint k join pg_attribute a on a.attrelid = c.oid and a.attnum = any(k.conkey)
        where k.conrelid = c.oid and k.contype = 'p') as "primaryKey"
     from pg_class c where c.relnamespace = 'bellwether'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migration'`,
  )
  const shapes = rows.map(({ references, checks, ...row }) => ({ ...row, references: references ?? [], words: wordsOf(checks ?? []) }))
  // Some columns name a tenant without a reference: those tables wait until the tenants are there.
  const late = (shape: { name: string; references: readonly Reference[] }) => shape.references.length === 0 && !roots.has(shape.name)
  shapes.sort((one, other) => Number(late(one)) - Number(late(other)))
  const ordered: TableShape[] = []
  const isThere = (name: string) => ordered.some((shape) => shape.name === name)
  while (ordered.length < shapes.length) {
    const next = shapes.find(({ name, references }) => !isThere(name) && references.every(({ to }) => to === name || isThere(to)))
    if (!next) throw new Error('tables refer to each other in a circle')
    ordered.push(next)
  }
  return ordered
}

const roots = new Set(['organisation', 'person'])

function wordsOf(checks: readonly string[]): ReadonlyMap<string, string> {
  const found = checks.flatMap((check) => {
    const [, column, word] = /^CHECK \(\((\w+) = (?:ANY \(ARRAY\[)?'([^']*)'/.exec(check) ?? []
    return column !== undefined && word !== undefined ? [[column, word] as const] : []
  })
  return new Map(found)
}

/** Values that a check across columns asks for, and ends to grants, so that nobody was let in. */
const special: Readonly<Record<string, (matter: Matter) => Readonly<Record<string, unknown>>>> = {
  account: (matter) => ({ kind: matter }),
  access_grant: (matter) => ({ to_desk: matter === 'personal', until: new Date() }),
  simulation: () => ({ ends_at: new Date(Date.now() + 86_400_000) }),
  // Nobody vouches for themselves.
  recovery_request: () => ({ voucher: null, second: null }),
  incident: (matter) => (matter === 'work' ? { person_id: null } : {}),
  // Of the two targets a step may have.
  escalation_step: () => ({ schedule_id: null }),
  data_key: (matter) => ({ owner_kind: matter === 'work' ? 'organisation' : 'person' }),
}

/** Two rows that the migrations make, and that nobody else writes. */
const madeElsewhere = new Set(['audit_mark'])

const plain: Readonly<Record<string, () => unknown>> = {
  uuid,
  text: () => randomBytes(8).toString('hex'),
  varchar: () => randomBytes(8).toString('hex'),
  date: () => '2026-11-03',
  int4: () => 1,
  int8: () => 1,
  float4: () => 0.5,
  bool: () => false,
  timestamptz: () => new Date(),
  bytea: () => randomBytes(32),
  jsonb: () => '{}',
  _text: () => [],
  _bytea: () => [],
}

/** Makes all rows, as the programme, through `client` of the application's role. */
export async function makeRows(client: pg.ClientBase, shapes: readonly TableShape[]): Promise<readonly MadeRow[]> {
  const made: MadeRow[] = []
  for (const shape of shapes) {
    for (const side of ['ours', 'theirs'] as const) {
      for (const matter of ['work', 'personal'] as const) {
        const values = madeElsewhere.has(shape.name) ? undefined : valuesFor(shape, { side, matter, made })
        if (!values) continue
        await insert(client, shape.name, values)
        made.push({ table: shape.name, side, matter, values })
      }
    }
  }
  return made
}

type Place = { readonly side: Side; readonly matter: Matter; readonly made: readonly MadeRow[] }

/** Undefined where there is nothing of this kind: an organisation has no personal matters, and has one row. */
function valuesFor(shape: TableShape, { side, matter, made }: Place): Record<string, unknown> | undefined {
  const organisation = shape.columns.find(({ name }) => name === 'organisation_id')
  const isOnce = ['organisation', 'person'].includes(shape.name) || shape.primaryKey.join() === 'person_id'
  if (matter === 'personal' && (isOnce || organisation?.nullable === false)) return undefined
  const rowOf = (table: string) =>
    made.find((row) => row.table === table && row.side === side && row.matter === matter) ??
    made.find((row) => row.table === table && row.side === side)
  const idOf = (table: string) => rowOf(table)?.values.id
  const fixed: Record<string, unknown> = {
    organisation_id: matter === 'work' ? idOf('organisation') : null,
    person_id: idOf('person'),
    reached: idOf('person'),
    connection_id: idOf('connection'),
    owner_id: idOf(matter === 'work' ? 'organisation' : 'person'),
    ...special[shape.name]?.(matter),
    ...(shape.name === 'audit_entry' ? nextOfChain(made) : {}),
  }
  const values: Record<string, unknown> = {}
  for (const { name, type, nullable, generated } of shape.columns) {
    if (generated) continue
    const reference = shape.references.find(({ column }) => column === name)
    if (name in fixed) values[name] = fixed[name]
    else if (reference && reference.to !== shape.name) values[name] = rowOf(reference.to)?.values[reference.toColumn]
    else if (nullable) values[name] = null
    else values[name] = shape.words.get(name) ?? plain[type]?.()
  }
  return values
}

/** The log takes only the entry that goes on from its last. */
function nextOfChain(made: readonly MadeRow[]): Readonly<Record<string, unknown>> {
  const entries = made.filter(({ table }) => table === 'audit_entry')
  return { seq: entries.length + 1, previous_hash: entries.at(-1)?.values.hash ?? Buffer.alloc(32) }
}

export async function insert(client: pg.ClientBase, table: string, values: Readonly<Record<string, unknown>>): Promise<void> {
  const names = Object.keys(values)
  const marks = names.map((_, index) => `$${index + 1}`)
  await client.query(`insert into bellwether.${table} (${names.join(', ')}) values (${marks.join(', ')})`, Object.values(values))
}

/** A copy that differs in what must be unique. */
export function copyOf(row: MadeRow, shape: TableShape): Record<string, unknown> {
  const changed = { ...row.values }
  const isReference = (name: string) => shape.references.some(({ column }) => column === name) || name.endsWith('_id')
  for (const { name, type } of shape.columns) {
    if (type === 'uuid' && name === 'id') changed[name] = uuid()
    else if (type === 'bytea') changed[name] = createHash('sha256').update(uuid()).digest()
    else if (type === 'text' && !isReference(name) && !shape.words.has(name) && changed[name] !== null)
      changed[name] = randomBytes(8).toString('hex')
    else if (type === 'int8') changed[name] = 2
  }
  return changed
}

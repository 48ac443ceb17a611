/** One database with rows of two sides in every table, asked as whoever is named: which rows they see, change and add. */
import pg from 'pg'
import { type TestDatabase, testDatabase } from './database.ts'
import { copyOf, insert, type MadeRow, makeRows, readShapes, type TableShape } from './make-rows.ts'

/** As storage introduces them: `help` and `at` are a helper's. */
export type Viewer = {
  readonly kind: string
  readonly person: string
  readonly organisation: string
  readonly help?: string
  readonly at?: Date
}

export type RowsSeen = {
  readonly app: pg.Client
  readonly shapes: readonly TableShape[]
  readonly rows: readonly MadeRow[]
  /** A table's id on our side. */
  readonly ours: (table: string) => string
  readonly theirs: (table: string) => string
  readonly become: (viewer: Viewer) => Promise<void>
  readonly sees: (row: MadeRow) => Promise<boolean>
  /** `w` for a work matter that is seen, `p` for a personal one. */
  readonly seenOf: (table: string, side: 'ours' | 'theirs') => Promise<string>
  /** Runs `work` and takes it back. */
  readonly undone: <T>(work: () => Promise<T>) => Promise<T>
  readonly keyOf: (row: MadeRow) => readonly string[]
  /** How many rows a statement about `row` changed; 0 when it may not be said at all. */
  readonly changes: (statement: string, row: MadeRow) => Promise<number>
  /** Tries to add a copy of `row`, and takes it back. */
  readonly adds: (row: MadeRow, change?: Readonly<Record<string, unknown>>) => Promise<void>
  readonly close: () => Promise<void>
}

export const machinery: Viewer = { kind: 'programme', person: '', organisation: '' }
export const isForbidden = (cause: unknown): boolean => cause instanceof pg.DatabaseError && cause.code === '42501'

export async function openRows(): Promise<RowsSeen> {
  const database: TestDatabase = await testDatabase()
  const owner = new pg.Client({ connectionString: database.databaseOwnerUrl })
  const app = new pg.Client({ connectionString: database.databaseUrl })
  await owner.connect()
  await app.connect()
  const shapes = await readShapes(owner)
  const become = async ({ kind, person, organisation, help = '', at }: Viewer): Promise<void> => {
    const given = [kind, person, organisation, help, at?.toISOString() ?? '']
    const settings = ['kind', 'person', 'organisation', 'help', 'at'].map((name, n) => `set_config('bellwether.${name}', $${n + 1}, false)`)
    await app.query(`select ${settings.join(', ')}`, given)
  }
  await become(machinery)
  const rows = await makeRows(app, shapes)
  const keyOf = (row: MadeRow) => shapes.find(({ name }) => name === row.table)?.primaryKey ?? []
  const whereOf = (row: MadeRow) =>
    keyOf(row)
      .map((column, index) => `${column} = $${index + 1}`)
      .join(' and ')
  const valuesOf = (row: MadeRow) => keyOf(row).map((column) => row.values[column])
  const sees = async (row: MadeRow) =>
    (await app.query(`select from bellwether.${row.table} where ${whereOf(row)}`, valuesOf(row))).rowCount === 1
  const undone = async <T>(work: () => Promise<T>): Promise<T> => {
    await app.query('begin')
    try {
      return await work()
    } finally {
      await app.query('rollback')
    }
  }
  const idOn = (side: string) => (table: string) => String(rows.find((row) => row.table === table && row.side === side)?.values.id)
  return {
    ...{ app, shapes, rows, become, sees, undone, keyOf, ours: idOn('ours'), theirs: idOn('theirs') },
    seenOf: async (table, side) => {
      let seen = ''
      for (const row of rows.filter((made) => made.table === table && made.side === side)) if (await sees(row)) seen += row.matter[0]
      return seen
    },
    changes: (statement, row) =>
      undone(async () => (await app.query(`${statement} where ${whereOf(row)}`, valuesOf(row))).rowCount ?? 0).catch((cause: unknown) => {
        if (isForbidden(cause)) return 0
        throw cause
      }),
    adds: async (row, change = {}) => {
      const shape = shapes.find(({ name }) => name === row.table)
      if (shape) await undone(() => insert(app, row.table, { ...copyOf(row, shape), ...change }))
    },
    close: async () => {
      await owner.end()
      await app.end()
      await database.close()
    },
  }
}

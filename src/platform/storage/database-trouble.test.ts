import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { isTrouble, type TroubleKind } from '#kernel'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'

let database: TestDatabase
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

/** What the caller gets when the server answers with this code. */
async function troubleFor(code: string): Promise<[TroubleKind, string]> {
  const asking = database.asTenant({ kind: 'programme' }, (tx) =>
    sql.raw(`do $$ begin raise exception 'ana.ruiz@example.org is taken' using errcode = '${code}'; end $$`).execute(tx),
  )
  let told: [TroubleKind, string] | undefined
  await assert.rejects(asking, (trouble) => {
    assert.ok(isTrouble(trouble))
    assert.doesNotMatch(trouble.message, /ruiz/)
    told = [trouble.kind, trouble.code]
    return true
  })
  return told ?? assert.fail('nothing was thrown')
}

test('what the server says is told apart by what the caller may do, without its words', async () => {
  const table: readonly (readonly [string, TroubleKind, string])[] = [
    ['53100', 'setback', 'disk-full'],
    ['57P01', 'setback', 'database-gone'],
    ['57P03', 'setback', 'database-gone'],
    ['08006', 'setback', 'database-gone'],
    ['40001', 'setback', 'database-busy'],
    ['40P01', 'setback', 'database-busy'],
    ['53300', 'setback', 'database-busy'],
    ['57014', 'setback', 'database-busy'],
    ['23505', 'refusal', 'conflict'],
    ['23503', 'refusal', 'conflict'],
    ['22021', 'refusal', 'not-text'],
    ['22P05', 'refusal', 'not-text'],
    ['42501', 'refusal', 'not-yours'],
    ['23514', 'defect', 'bad-query'],
    ['42P01', 'defect', 'bad-query'],
  ]
  for (const [code, kind, name] of table) assert.deepEqual(await troubleFor(code), [kind, name], code)
})

test('a connection that breaks in the middle of the work is a setback', async () => {
  const work = database.asTenant({ kind: 'programme' }, (tx) => sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx))
  await assert.rejects(work, (trouble) => isTrouble(trouble, 'setback') && trouble.code === 'database-gone')
  assert.equal(await database.reachable(), true)
})

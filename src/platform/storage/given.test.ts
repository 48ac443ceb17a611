import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { isTrouble } from '#kernel'
import { silent } from '../../../test/support/database.ts'
import { type GivenPostgres, startGivenPostgres, withoutPostgres } from '../../../test/support/given-postgres.ts'
import { uuid } from './ids.ts'
import { openStorage, type StorageOptions } from './open-storage.ts'

const skip = withoutPostgres()
const dataDir = mkdtempSync(join(tmpdir(), 'bellwether-given-'))
let given: GivenPostgres
before(async () => {
  if (!skip) given = await startGivenPostgres()
})
after(async () => {
  rmSync(dataDir, { recursive: true, force: true })
  if (!skip) await given.remove()
})

const open = (options: Partial<StorageOptions>) => openStorage({ dataDir, log: silent, ...options })
const refused = (code: string) => (trouble: unknown) => isTrouble(trouble, 'refusal') && trouble.code === code

const urlWith = (url: string, change: (url: URL) => void) => {
  const changed = new URL(url)
  change(changed)
  return changed.href
}

test('without the owner an empty database is refused, and the file it names readies it', { skip }, async () => {
  const { databaseUrl, databaseOwnerUrl } = given
  let file = ''
  await assert.rejects(open({ databaseUrl }), (trouble) => {
    assert.ok(isTrouble(trouble, 'refusal') && trouble.code === 'migrations-pending')
    file = trouble.facts.file ?? ''
    assert.ok(trouble.message.includes(file))
    return true
  })
  const owner = new pg.Client({ connectionString: databaseOwnerUrl })
  await owner.connect()
  await owner.query(readFileSync(file, 'utf8'))
  await owner.end()
  const storage = await open({ databaseUrl })
  const id = uuid()
  await storage.asTenant({ kind: 'programme' }, (tx) =>
    tx.insertInto('organisation').values({ id, name: 'Ours', created_at: new Date() }).execute(),
  )
  assert.deepEqual((await storage.pool.query('select * from bellwether.organisation')).rows, [])
  assert.equal(storage.ownerUrl, undefined)
  await storage.close()
})

test('with the owner it opens again and again, and makes a role that is missing', { skip }, async () => {
  const { databaseUrl, databaseOwnerUrl } = given
  for (const url of [databaseUrl, urlWith(databaseUrl, (changed) => (changed.username = 'another_app'))]) {
    const storage = await open({ databaseUrl: url, databaseOwnerUrl })
    assert.equal(await storage.reachable(), true)
    await assert.rejects(storage.pool.query('select * from bellwether.message_verdict_other'), /permission denied/)
    await storage.close()
  }
})

test('an application role that owns the tables or stands above the policies is refused', { skip }, async () => {
  const { databaseUrl, databaseOwnerUrl } = given
  await assert.rejects(open({ databaseUrl: databaseOwnerUrl, databaseOwnerUrl }), refused('app-role-too-mighty'))
  const superuser = urlWith(databaseUrl, (changed) => (changed.username = 'postgres'))
  await assert.rejects(open({ databaseUrl: superuser, databaseOwnerUrl }), refused('app-role-too-mighty'))
})

test('a server that does not answer is told in one sentence', { skip }, async () => {
  const nowhere = urlWith(given.databaseUrl, (changed) => (changed.port = '1'))
  await assert.rejects(open({ databaseUrl: nowhere }), refused('database-not-reached'))
})

test('a server that is killed is a setback, and work goes on when it is back', { skip }, async () => {
  const { databaseUrl, databaseOwnerUrl } = given
  const storage = await open({ databaseUrl, databaseOwnerUrl })
  const names = () => storage.asTenant({ kind: 'programme' }, (tx) => tx.selectFrom('setting').select('name').execute())
  await names()
  await given.kill()
  await assert.rejects(names(), (trouble) => isTrouble(trouble, 'setback') && trouble.code === 'database-gone')
  assert.equal(await storage.reachable(), false)
  await given.start()
  assert.deepEqual(await names(), [])
  await storage.close()
})

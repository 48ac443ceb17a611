import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { daysMs } from '#kernel'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import { keptDays } from '../../../test/support/kept-days.ts'
import { uuid } from './ids.ts'
import { keepRetention } from './retention.ts'

const programme = { kind: 'programme' } as const
const now = new Date()
const ago = (days: number) => new Date(now.getTime() - daysMs(days))

let database: TestDatabase
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

test('steps that nobody took, apps that nobody confirmed and old requests to come back in go; ways in that are used stay', async () => {
  const person_id = uuid()
  const step = (days: number) => ({ token_hash: randomBytes(32), person_id, created_at: ago(days), expires_at: ago(days) })
  const app = (days: number, confirmed: boolean) => ({
    ...{ id: uuid(), person_id, name: 'Phone', sealed: randomBytes(32), created_at: ago(days) },
    confirmed_at: confirmed ? ago(days) : null,
  })
  const request = (days: number) => ({
    ...{ id: uuid(), person_id, reference: '7KQ2-M9XT', asked_at: ago(days), expires_at: ago(days) },
    ...{ stop_hash: randomBytes(32), code_hash: randomBytes(32) },
  })
  await database.asTenant(programme, async (tx) => {
    await tx.insertInto('person').values({ id: person_id, name: 'Ana', created_at: now }).execute()
    await tx
      .insertInto('second_step')
      .values([step(0.5), step(2)])
      .execute()
    await tx
      .insertInto('totp')
      .values([app(0.5, false), app(2, false), app(900, true)])
      .execute()
    await tx
      .insertInto('recovery_code')
      .values({ id: uuid(), person_id, salt: randomBytes(16), code_hash: randomBytes(32), created_at: ago(3000) })
      .execute()
    await tx
      .insertInto('recovery_request')
      .values([request(700), request(731)])
      .execute()
  })
  const letGo = await keepRetention(database, keptDays, now)
  assert.deepEqual([letGo['second steps'], letGo['apps never confirmed'], letGo['recovery requests']], [1, 1, 1])
  const left = await database.asTenant(programme, async (tx) => [
    (await tx.selectFrom('totp').select('id').execute()).length,
    (await tx.selectFrom('recovery_code').select('id').execute()).length,
  ])
  assert.deepEqual(left, [2, 1])
})

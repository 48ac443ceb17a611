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

test('tokens go when the log that names them does; events that were sent after a month, those that wait never', async () => {
  const token = (ended: Date, revoked: Date | null) => ({
    ...{ id: uuid(), organisation_id: null, name: 'T', token_hash: randomBytes(32), made_by: uuid(), created_at: ago(9000) },
    ...{ ends_at: ended, last_used_at: null, revoked_at: revoked, revoked_by: null },
  })
  const endpoint = (removed: Date | null) => ({
    ...{ id: uuid(), organisation_id: null, url: 'https://hooks.example/', sealed: randomBytes(32), made_by: null, created_at: ago(90) },
    ...{ failing_since: null, stopped_at: null, removed_at: removed },
  })
  const [kept, removed, busy] = [endpoint(null), endpoint(ago(31)), endpoint(ago(31))]
  const delivery = (endpoint_id: string, made: Date, state: 'waiting' | 'delivered') => ({
    ...{ id: uuid(), endpoint_id, organisation_id: null, event_id: uuid(), event: 'person.joined', body: '{}', state, created_at: made },
    ...{ tried_at: null, next_at: null },
  })
  await database.asTenant(programme, async (tx) => {
    await tx
      .insertInto('api_token')
      .values([token(ago(3651), null), token(ago(-1), ago(3651)), token(ago(3649), null), token(ago(-1), null)])
      .execute()
    await tx.insertInto('webhook_endpoint').values([kept, removed, busy]).execute()
    await tx
      .insertInto('webhook_delivery')
      .values([
        delivery(kept.id, ago(31), 'delivered'),
        delivery(kept.id, ago(29), 'delivered'),
        delivery(removed.id, ago(31), 'delivered'),
        delivery(busy.id, ago(31), 'waiting'),
      ])
      .execute()
  })
  const letGo = await keepRetention(database, keptDays, now)
  assert.deepEqual([letGo.tokens, letGo['events that were sent'], letGo['addresses that are told no more']], [2, 2, 1])
})

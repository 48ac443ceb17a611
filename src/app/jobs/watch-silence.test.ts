import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type Storage, uuid } from '#storage'
import { testDatabase } from '../../../test/support/database.ts'
import { openSilenceWatch } from './watch-silence.ts'

const storage = await testDatabase()
after(() => storage.close())
const programme = { kind: 'programme' } as const
const now = new Date('2026-03-02T10:00:00Z')
const watch = openSilenceWatch({ storage, clock: { now: () => now } })
const run = () => watch({}, { id: '1', attempts: 1, signal: AbortSignal.timeout(5000) })

/** A personal mailbox that was last seen at `seenAt`. */
async function connect(into: Storage, seenAt: Date): Promise<string> {
  const [personId, accountId, id] = [uuid(), uuid(), uuid()]
  await into.asTenant(programme, async (tx) => {
    await tx.insertInto('person').values({ id: personId, name: 'Ada Dahl', created_at: seenAt }).execute()
    const address = `${personId}@mail.example`
    await tx
      .insertInto('account')
      .values({ id: accountId, person_id: personId, kind: 'personal', address, address_folded: address, created_at: seenAt })
      .execute()
    await tx
      .insertInto('connection')
      .values({
        id,
        account_id: accountId,
        person_id: personId,
        kind: 'imap',
        settings: '{}',
        state: 'watching',
        last_seen_at: seenAt,
        created_at: seenAt,
      })
      .execute()
  })
  return id
}

const open = () =>
  storage.asTenant(programme, (tx) => tx.selectFrom('operator_alert').select(['subject', 'says']).where('closed_at', 'is', null).execute())
const seen = (id: string, at: Date) =>
  storage.asTenant(programme, (tx) => tx.updateTable('connection').set({ last_seen_at: at }).where('id', '=', id).execute())

test('a mailbox that is silent beyond its promise is an alert until it answers again', async () => {
  const quiet = await connect(storage, new Date('2026-03-02T09:00:00Z'))
  await connect(storage, new Date('2026-03-02T09:59:00Z'))
  await run()
  await run()
  const alerts = await open()
  assert.deepEqual(
    alerts.map(({ subject }) => subject),
    [`connection/${quiet}`],
  )
  assert.match(alerts[0]?.says ?? '', /60 minutes.*may be missed/)
  await seen(quiet, now)
  await run()
  assert.deepEqual(await open(), [])
})

test('when many are silent at once, one alert says that it is us', async () => {
  const ids = await Promise.all(Array.from({ length: 25 }, () => connect(storage, new Date('2026-03-02T08:00:00Z'))))
  await run()
  const alerts = await open()
  assert.equal(alerts.length, 1)
  assert.match(alerts[0]?.says ?? '', /25 mailboxes.*ingest/)
  await Promise.all(ids.map((id) => seen(id, now)))
  await run()
  assert.deepEqual(await open(), [])
})

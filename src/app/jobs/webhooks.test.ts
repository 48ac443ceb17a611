import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { runJobs } from '#jobs'
import { addEndpoint, deliveriesOf, endpoint, sendTest } from '#webhooks'
import { silent } from '../../../test/support/database.ts'
import { lettersAsked } from '../../../test/support/letters-asked.ts'
import { openWorld, programme, type World } from '../../../test/support/programme.ts'
import { until } from '../../../test/support/until.ts'
import { readConfig } from '../config.ts'
import { tellOfStopped, webhookHandlers } from './webhooks.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.storage.close())

const stop = (organisationId: string | null, why: 'gone' | 'failing') =>
  world.storage.asTenant(programme, (tx) =>
    tellOfStopped(tx, world.clock, { endpointId: world.organisationId, organisationId, host: 'hooks.example', why }),
  )
const alerts = () => world.storage.asTenant(programme, (tx) => tx.selectFrom('operator_alert').select(['kind', 'says']).execute())

test('an organisation’s administrators are written to at their proven work address, and nobody else', async () => {
  await stop(world.organisationId, 'failing')
  assert.deepEqual(await lettersAsked(world.storage), [])
  await world.storage.asTenant(programme, (tx) =>
    tx.updateTable('account').set({ proven_at: world.clock.now() }).where('organisation_id', '=', world.organisationId).execute(),
  )
  await stop(world.organisationId, 'failing')
  const letters = await lettersAsked(world.storage)
  assert.deepEqual(
    letters.map(({ letter, accountId }) => [letter, accountId]),
    [['webhook-stopped', world.david.accountId]],
  )
  assert.deepEqual(await alerts(), [])
})

test('of the programme’s own the operator is told, once, and in what way it ended', async () => {
  await stop(null, 'gone')
  await stop(null, 'failing')
  assert.deepEqual(await alerts(), [
    { kind: 'webhook-stopped', says: 'hooks.example says that it wants no more news of enrolment, so nothing is sent there.' },
  ])
})

test('a worker sends by the guarded way out and tries again by itself: with DNS off nothing is dialled, ten times', async () => {
  const who = { kind: 'administrator', personId: world.david.personId, organisationId: world.organisationId } as const
  const { id } = await addEndpoint(world, who, { url: 'https://hooks.example/in', events: ['person.joined'] })
  await sendTest(world, who, id)
  const handlers = webhookHandlers({ members: world, config: { ...readConfig({}, { cores: 1 }), dns: 'off' }, clock: world.clock })
  const jobs = await runJobs({
    ...{ storage: world.storage, clock: world.clock, log: silent, handlers, concurrency: 2, random: () => 0 },
    onGaveUp: (_job, error) => assert.fail(String(error)),
  })
  try {
    const sent = async () => (await deliveriesOf(world, who, id, { after: undefined, most: 1 }))?.rows[0]
    // The clock of this world stands still in the past, so each next try is due at once.
    await until('the last try was made', async () => (await sent())?.state === 'failed')
    const last = await sent()
    assert.deepEqual([last?.tries, last?.answered], [10, 'no such name'])
    assert.equal((await endpoint(world, who, id))?.state, 'stopped')
  } finally {
    await jobs.stop()
  }
})

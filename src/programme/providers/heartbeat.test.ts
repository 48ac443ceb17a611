import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { daysMs, hoursMs } from '#kernel'
import { removeAccount } from '#members'
import { lettersAsked } from '../../../test/support/letters-asked.ts'
import { openWorld, programme, provenAddress, type World } from '../../../test/support/programme.ts'
import { blindToMail, keepBeating, sendTestMail } from './heartbeat.ts'
import { makeWatchAddress, watching } from './watch-address.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.storage.close())

const marta = () => ({ kind: 'person', personId: world.marta.personId }) as const

/** An address of its own for each test; the others are closed first, so that counts are this test's. */
async function made(address: string, way: 'forward' | 'contact' = 'forward'): Promise<{ readonly accountId: string; readonly id: string }> {
  const at = world.clock.now()
  await world.storage.asTenant(programme, async (tx) => {
    await tx.updateTable('watch_address').set({ closed_at: at }).where('closed_at', 'is', null).execute()
    await tx.updateTable('account').set({ removed_at: at }).where('kind', '=', 'personal').where('removed_at', 'is', null).execute()
  })
  const accountId = await provenAddress(world, world.marta.personId, address)
  await makeWatchAddress(world, marta(), { accountId, way, version: 'test' })
  const seen = await watching(world, marta(), accountId)
  assert.ok(seen)
  return { accountId, id: seen.id }
}

const comesBack = (id: string) =>
  world.storage.asTenant(programme, (tx) =>
    tx
      .updateTable('watch_address')
      .set({ beat_back_at: world.clock.now(), blind_since: null, reminded_at: null })
      .where('id', '=', id)
      .execute(),
  )
const asked = async (id: string) =>
  (await lettersAsked(world.storage)).filter((one) => one['watchAddressId'] === id).map(({ letter }) => letter)

test('the first test mail goes after a day, the next after a month, and what comes back is good', async () => {
  const { accountId, id } = await made('calm@gmail.com')
  assert.deepEqual(await keepBeating(world), { sent: 0, blind: 0 })
  world.later(daysMs(1) + 1)
  assert.deepEqual(await keepBeating(world), { sent: 1, blind: 0 })
  assert.deepEqual(await keepBeating(world), { sent: 0, blind: 0 })
  await comesBack(id)
  world.later(hoursMs(49))
  assert.deepEqual(await keepBeating(world), { sent: 0, blind: 0 })
  world.later(daysMs(29))
  assert.deepEqual(await keepBeating(world), { sent: 1, blind: 0 })
  assert.equal((await watching(world, marta(), accountId))?.blindSince, undefined)
})

test('where none ever comes back we say that we may be blind since the beginning, and remind once', async () => {
  const { accountId, id } = await made('never@gmail.com')
  const begun = world.clock.now()
  world.later(daysMs(1) + 1)
  await keepBeating(world)
  world.later(hoursMs(47))
  assert.deepEqual(await keepBeating(world), { sent: 0, blind: 0 })
  world.later(hoursMs(2))
  assert.deepEqual(await keepBeating(world), { sent: 0, blind: 1 })
  assert.deepEqual((await watching(world, marta(), accountId))?.blindSince, begun)
  for (let month = 0; month < 3; month++) {
    world.later(daysMs(31))
    await keepBeating(world)
  }
  // One job of each kind waits for its letter at a time.
  assert.deepEqual(await asked(id), ['heartbeat', 'watch-blind'])
})

test('blind is said from the last sign of life on, and not while the provider’s own mails come', async () => {
  const { accountId, id } = await made('once@gmail.com')
  world.later(daysMs(2))
  await keepBeating(world)
  world.later(hoursMs(1))
  await comesBack(id)
  const back = world.clock.now()
  world.later(daysMs(31))
  await keepBeating(world)
  world.later(hoursMs(1))
  await world.storage.asTenant(programme, (tx) =>
    tx.updateTable('watch_address').set({ heard_at: world.clock.now() }).where('id', '=', id).execute(),
  )
  world.later(hoursMs(50))
  assert.equal((await keepBeating(world)).blind, 0)
  await world.storage.asTenant(programme, (tx) => tx.updateTable('watch_address').set({ heard_at: null }).where('id', '=', id).execute())
  assert.equal((await keepBeating(world)).blind, 1)
  assert.deepEqual((await watching(world, marta(), accountId))?.blindSince, back)
})

test('a person tries the rule themselves, not twice in ten minutes, and only their own', async () => {
  const { accountId } = await made('try@gmail.com')
  assert.equal(await sendTestMail(world, { kind: 'person', personId: world.david.personId }, accountId), false)
  assert.equal(await sendTestMail(world, marta(), accountId), true)
  await assert.rejects(sendTestMail(world, marta(), accountId), { code: 'test-mail-just-sent' })
  world.later(600_001)
  assert.equal(await sendTestMail(world, marta(), accountId), true)
})

test('where only the provider can write, no test mail goes and nobody is called blind', async () => {
  const { accountId } = await made('contact@outlook.com', 'contact')
  assert.equal(await sendTestMail(world, marta(), accountId), false)
  world.later(daysMs(90))
  assert.deepEqual(await keepBeating(world), { sent: 0, blind: 0 })
})

test('the reminder goes to the person’s other personal address, never to work, and to none once the address is closed', async () => {
  const { accountId, id } = await made('quiet@gmail.com')
  await world.storage.asTenant(programme, (tx) =>
    tx.updateTable('watch_address').set({ blind_since: world.clock.now() }).where('id', '=', id).execute(),
  )
  const remind = () => world.storage.asTenant(programme, (tx) => blindToMail(tx, id))
  assert.deepEqual((await remind())?.addresses, ['quiet@gmail.com'])
  await provenAddress(world, world.marta.personId, 'other@home.example')
  assert.deepEqual((await remind())?.addresses, ['other@home.example'])
  await removeAccount(world, marta(), accountId)
  assert.equal(await remind(), undefined)
})

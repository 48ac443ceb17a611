import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { daysMs } from '#kernel'
import { openWorld, programme, provenAddress, type World } from '../../../test/support/programme.ts'
import { answerSelfCheck, type CheckAnswerGiven, checkDue, checkSteps, selfCheck, tellDesk } from './self-check.ts'
import { makeWatchAddress } from './watch-address.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.storage.close())

const marta = () => ({ kind: 'person', personId: world.marta.personId }) as const
const david = () => ({ kind: 'person', personId: world.david.personId }) as const

/** Marta's only personal account from here on. */
async function only(address: string): Promise<string> {
  await world.storage.asTenant(programme, (tx) =>
    tx
      .updateTable('account')
      .set({ removed_at: world.clock.now() })
      .where('kind', '=', 'personal')
      .where('removed_at', 'is', null)
      .execute(),
  )
  return provenAddress(world, world.marta.personId, address)
}
const answerAll = async (accountId: string, answer: CheckAnswerGiven = 'good') => {
  for (const step of checkSteps) assert.equal(await answerSelfCheck(world, marta(), { accountId, step, answer }), true)
}

test('each answer is kept when it is given, and the fifth ends the look', async () => {
  const accountId = await only('kept@gmail.com')
  assert.equal(await selfCheck(world, marta(), accountId), undefined)
  const began = world.clock.now()
  await answerSelfCheck(world, marta(), { accountId, step: 'devices', answer: 'unsure' })
  assert.deepEqual(await selfCheck(world, marta(), accountId), { answers: { devices: 'unsure' }, beganAt: began })
  await answerSelfCheck(world, marta(), { accountId, step: 'devices', answer: 'good' })
  world.later(60_000)
  await answerAll(accountId)
  const done = await selfCheck(world, marta(), accountId)
  assert.deepEqual([done?.finishedAt, Object.keys(done?.answers ?? {}).length], [world.clock.now(), 5])
})

test('two answers at once are both kept, in one look', async () => {
  const accountId = await only('both@gmail.com')
  await Promise.all((['activity', 'devices'] as const).map((step) => answerSelfCheck(world, marta(), { accountId, step, answer: 'good' })))
  assert.deepEqual((await selfCheck(world, marta(), accountId))?.answers, { activity: 'good', devices: 'good' })
})

test('a work mailbox and somebody else’s account are not looked at', async () => {
  const accountId = await only('mine@gmail.com')
  const given = { step: 'devices', answer: 'good' } as const
  assert.equal(await answerSelfCheck(world, marta(), { ...given, accountId: world.marta.accountId }), false)
  assert.equal(await answerSelfCheck(world, david(), { ...given, accountId }), false)
  await answerSelfCheck(world, marta(), { ...given, accountId })
  assert.equal(await selfCheck(world, david(), accountId), undefined)
})

test('a look is asked for again after ninety days, and one that was left half done on the next day', async () => {
  const accountId = await only('again@gmail.com')
  const due = { kind: 'check-provider', accountId, address: 'again@gmail.com' }
  assert.equal(await checkDue(world, marta()), undefined)
  await answerSelfCheck(world, marta(), { accountId, step: 'devices', answer: 'good' })
  assert.equal(await checkDue(world, marta()), undefined)
  world.later(daysMs(1))
  assert.deepEqual(await checkDue(world, marta()), due)
  await answerAll(accountId)
  world.later(daysMs(89))
  assert.equal(await checkDue(world, marta()), undefined)
  world.later(daysMs(1))
  assert.deepEqual(await checkDue(world, marta()), due)
})

test('where no test mail can be sent, the look is asked for; and one account at a time, the longest due first', async () => {
  const first = await only('contact@outlook.com')
  await makeWatchAddress(world, marta(), { accountId: first, way: 'contact', version: 'test' })
  world.later(daysMs(1))
  const second = await provenAddress(world, world.marta.personId, 'second@outlook.com')
  await makeWatchAddress(world, marta(), { accountId: second, way: 'contact', version: 'test' })
  world.later(daysMs(2))
  assert.equal((await checkDue(world, marta()))?.accountId, first)
  await answerAll(first)
  assert.equal((await checkDue(world, marta()))?.accountId, second)
})

test('the desk is told once, only of what is not theirs, and only by its person', async () => {
  const accountId = await only('help@gmail.com')
  const tell = (who = marta()) => world.storage.asTenant(programme, (tx) => tellDesk(tx, world, who, accountId))
  await answerSelfCheck(world, marta(), { accountId, step: 'activity', answer: 'unsure' })
  assert.equal(await tell(), undefined)
  await answerSelfCheck(world, marta(), { accountId, step: 'forwarding', answer: 'not-mine' })
  assert.equal(await tell(david()), undefined)
  const told = await tell()
  assert.deepEqual([told?.name, told?.steps], ['Marta Ruiz', ['forwarding']])
  assert.equal(await tell(), undefined)
  assert.deepEqual((await selfCheck(world, marta(), accountId))?.toldAt, world.clock.now())
})

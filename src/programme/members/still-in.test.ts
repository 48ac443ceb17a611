import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { daysMs, type Who } from '#kernel'
import { lastDayToday } from '../../../test/support/last-day.ts'
import { openWorld, programme, provenAddress, type World } from '../../../test/support/programme.ts'
import { addPersonal, removeAccount } from './accounts.ts'
import { beginSession } from './sessions.ts'
import { visitorOf } from './visitor.ts'

let world: World
let marta: Who
before(async () => {
  world = await openWorld()
  marta = { kind: 'person', personId: world.marta.personId }
})
after(() => world.storage.close())

const signIn = (personId: string) =>
  world.storage.asTenant(programme, (tx) => beginSession(tx, world, { personId, method: 'mail-code', userAgent: '' }))

test('whoever came in by a mailbox is out once its person let it go, and the person stays', async () => {
  const accountId = await provenAddress(world, world.marta.personId, 'marta@home.example')
  await provenAddress(world, world.marta.personId, 'marta@other.example')
  const [thief, own] = [await signIn(world.marta.personId), await signIn(world.marta.personId)]
  assert.equal(await removeAccount(world, marta, accountId, own.token), true)
  assert.equal(await visitorOf(world, thief.token), undefined)
  assert.ok(await visitorOf(world, own.token))
})

test('the address that is the only way in is not let go, unless all of its person goes', async () => {
  const { personId } = world.david
  const accountId = await provenAddress(world, personId, 'david@home.example')
  const { token } = await signIn(personId)
  await assert.rejects(removeAccount(world, { kind: 'person', personId }, accountId, token), { code: 'last-way-in' })
  assert.ok(await visitorOf(world, token))
  await provenAddress(world, personId, 'david@other.example')
  assert.equal(await removeAccount(world, { kind: 'person', personId }, accountId, token), true)
})

test('an address that was never proven was no way in, so nobody is signed out with it', async () => {
  const { accountId } = await addPersonal(world, marta, 'marta@elsewhere.example')
  const session = await signIn(world.marta.personId)
  await removeAccount(world, marta, accountId)
  assert.ok(await visitorOf(world, session.token))
})

test('the day after their last day nobody acts for an organisation, also while nothing has ended their part', async () => {
  const personId = await lastDayToday(world)
  const { token } = await signIn(personId)
  assert.equal((await visitorOf(world, token))?.organisations.length, 1, 'the last day is hers')
  world.later(daysMs(1))
  const { token: later } = await signIn(personId)
  assert.deepEqual((await visitorOf(world, later))?.organisations, [])
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hoursMs, type Who } from '#kernel'
import { openWorld, programme, provenAddress, type World } from '../../../test/support/programme.ts'
import { removeAccount } from './accounts.ts'
import { exportMine } from './export-mine.ts'
import { acceptHouseholdLink, endShare, householdLink, makeHouseholdLink, sharedWithMe, sharersOf, toldToo } from './household.ts'

let world: World
let accountId: string
let marta: Who
let david: Who
before(async () => {
  world = await openWorld()
  accountId = await provenAddress(world, world.marta.personId, 'the.ruizes@home.example')
  marta = { kind: 'person', personId: world.marta.personId }
  david = { kind: 'person', personId: world.david.personId }
})
after(() => world.storage.close())

const told = () => world.storage.asTenant(programme, (tx) => toldToo(tx, accountId))
const link = async () => (await makeHouseholdLink(world, marta, accountId))?.token ?? ''

test('another of the household is told once both have said yes, and either of them ends it', async () => {
  const token = await link()
  assert.deepEqual(await told(), [])
  assert.equal((await householdLink(world, token))?.address, 'the.ruizes@home.example')
  await acceptHouseholdLink(world, david, token)
  assert.deepEqual(await told(), [world.david.personId])
  assert.deepEqual(
    (await sharersOf(world, marta, accountId))?.map(({ personId }) => personId),
    [world.david.personId],
  )
  assert.equal((await sharedWithMe(world, david))[0]?.address, 'the.ruizes@home.example')
  await assert.rejects(acceptHouseholdLink(world, david, token), { code: 'link-not-good' })
  assert.equal(await endShare(world, david, { accountId, sharer: world.david.personId }), true)
  assert.deepEqual(await told(), [])
  await acceptHouseholdLink(world, david, await link())
  assert.equal(await endShare(world, marta, { accountId, sharer: world.david.personId }), true)
  assert.deepEqual(await told(), [])
})

test('only the account’s own person makes a link, and only for a personal address that is proven', async () => {
  assert.equal(await makeHouseholdLink(world, david, accountId), undefined)
  assert.equal(await sharersOf(world, david, accountId), undefined)
  assert.equal(await makeHouseholdLink(world, marta, world.marta.accountId), undefined)
})

test('a link works once, for three days, and a newer one ends it; nobody accepts their own', async () => {
  const first = await link()
  const second = await link()
  assert.equal(await householdLink(world, first), undefined)
  await assert.rejects(acceptHouseholdLink(world, marta, second), { code: 'share-is-yours' })
  assert.ok(await householdLink(world, second))
  world.later(hoursMs(73))
  await assert.rejects(acceptHouseholdLink(world, david, second), { code: 'link-not-good' })
})

test('two who open one link at the same moment do not both come in', async () => {
  const token = await link()
  const olga: Who = { kind: 'person', personId: 'personId' in world.analyst ? world.analyst.personId : '' }
  const outcomes = await Promise.allSettled([acceptHouseholdLink(world, david, token), acceptHouseholdLink(world, olga, token)])
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
  for (const sharer of await told()) await endShare(world, marta, { accountId, sharer })
})

test('a stranger ends nothing between two others, and the organisation sees nothing of it', async () => {
  await acceptHouseholdLink(world, david, await link())
  const stranger: Who = { kind: 'person', personId: 'personId' in world.analyst ? world.analyst.personId : '' }
  assert.equal(await endShare(world, stranger, { accountId, sharer: world.david.personId }), false)
  const administrator: Who = { kind: 'administrator', personId: world.david.personId, organisationId: world.organisationId }
  for (const who of [world.analyst, { ...administrator, personId: stranger.kind === 'person' ? stranger.personId : '' }]) {
    const seen = await world.storage.asTenant(who, (tx) => tx.selectFrom('account_share').selectAll().where('until', 'is', null).execute())
    assert.deepEqual(seen, [], who.kind)
  }
})

test('what is shared stands in the export of both', async () => {
  for (const who of [marta, david]) assert.match(JSON.stringify(await exportMine(world, who)), new RegExp(`"account_id":"${accountId}"`))
})

test('whoever lets the account go ends the sharing with it', async () => {
  assert.equal((await told()).length, 1)
  await removeAccount(world, marta, accountId)
  assert.deepEqual(await told(), [])
  assert.deepEqual(await sharedWithMe(world, david), [])
})

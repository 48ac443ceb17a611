import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { consentsOf, removeAccount, withdrawConsent } from '#members'
import { uuid } from '#storage'
import { openWorld, programme, provenAddress, type World } from '../../../test/support/programme.ts'
import { makeWatchAddress, replaceWatchAddress, watchedBy, watching } from './watch-address.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.storage.close())

const marta = () => ({ kind: 'person', personId: world.marta.personId }) as const
const david = () => ({ kind: 'person', personId: world.david.personId }) as const

async function made(
  address: string,
): Promise<{ readonly accountId: string; readonly localPart: string; readonly consentId: string; readonly id: string }> {
  const accountId = await provenAddress(world, world.marta.personId, address)
  assert.equal(await makeWatchAddress(world, marta(), { accountId, way: 'forward', version: 'test' }), true)
  const seen = await watching(world, marta(), accountId)
  assert.ok(seen)
  return { accountId, ...seen }
}

test('a secret address is made with its own consent, once', async () => {
  const { accountId, localPart, consentId, id } = await made('one@gmail.com')
  assert.match(localPart, /^watch-[0-9a-f]{20}$/)
  assert.deepEqual(await watchedBy(world, localPart), { personId: world.marta.personId, watchAddressId: id })
  assert.equal(await makeWatchAddress(world, marta(), { accountId, way: 'forward', version: 'test' }), false)
  const { consents } = await consentsOf(world, marta())
  assert.deepEqual(
    consents.filter((one) => one.id === consentId).map(({ purpose, address }) => [purpose, address]),
    [['watch-sign-ins', 'one@gmail.com']],
  )
})

test('two forms at once make one address', async () => {
  const accountId = await provenAddress(world, world.marta.personId, 'two@gmail.com')
  const asked = { accountId, way: 'forward', version: 'test' } as const
  const both = await Promise.all([makeWatchAddress(world, marta(), asked), makeWatchAddress(world, marta(), asked)])
  assert.deepEqual(both.sort(), [false, true])
})

test('a work mailbox, somebody else’s account and one that is not proven get none', async () => {
  const version = 'test'
  assert.equal(await makeWatchAddress(world, marta(), { accountId: world.marta.accountId, way: 'forward', version }), false)
  const theirs = await provenAddress(world, world.david.personId, 'david@gmail.com')
  assert.equal(await makeWatchAddress(world, marta(), { accountId: theirs, way: 'forward', version }), false)
  const unproven = await provenAddress(world, world.marta.personId, 'unproven@gmail.com')
  await world.storage.asTenant(programme, (tx) => tx.updateTable('account').set({ proven_at: null }).where('id', '=', unproven).execute())
  await assert.rejects(makeWatchAddress(world, marta(), { accountId: unproven, way: 'forward', version }), { code: 'account-not-proven' })
})

test('taking the consent back closes the address at once, and what came to it is gone', async () => {
  const { accountId, localPart, consentId, id } = await made('three@gmail.com')
  const at = world.clock.now()
  const person_id = world.marta.personId
  await world.storage.asTenant(programme, async (tx) => {
    await tx
      .insertInto('report_spool')
      .values({ id: uuid(), person_id, sealed: Buffer.from('x'), received_at: at, watch_address_id: id })
      .execute()
    await tx
      .insertInto('provider_mail')
      .values({
        ...{ id: uuid(), person_id, account_id: accountId, provider: 'google', shown_by: 'signature', arrived_at: at },
        ...{ message_hash: Buffer.from('h'), sealed: Buffer.from('s') },
      })
      .execute()
  })
  assert.equal(await withdrawConsent(world, marta(), consentId), true)
  assert.equal(await watchedBy(world, localPart), undefined)
  assert.equal(await watching(world, marta(), accountId), undefined)
  const left = await world.storage.asTenant(programme, async (tx) => [
    ...(await tx.selectFrom('report_spool').select('id').where('watch_address_id', '=', id).execute()),
    ...(await tx.selectFrom('provider_mail').select('id').where('account_id', '=', accountId).execute()),
  ])
  assert.deepEqual(left, [])
})

test('letting the account go closes its secret address and ends the consent', async () => {
  const { accountId, localPart, consentId } = await made('four@gmail.com')
  assert.equal(await removeAccount(world, marta(), accountId), true)
  assert.equal(await watchedBy(world, localPart), undefined)
  const { consents } = await consentsOf(world, marta())
  assert.ok(consents.find(({ id }) => id === consentId)?.withdrawnAt)
})

test('a replaced address stops, and the new one stands on the same consent', async () => {
  const { accountId, localPart, consentId } = await made('five@gmail.com')
  assert.equal(await replaceWatchAddress(world, david(), accountId), false)
  assert.equal(await replaceWatchAddress(world, marta(), accountId), true)
  const now = await watching(world, marta(), accountId)
  assert.equal(await watchedBy(world, localPart), undefined)
  assert.equal(now?.consentId, consentId)
  assert.notEqual(now?.localPart, localPart)
  assert.ok(await watchedBy(world, now?.localPart ?? ''))
})

test('the address of somebody who was erased is nobody’s', async () => {
  const { localPart } = await made('erased@gmail.com')
  const erase = (erased_at: Date | null) =>
    world.storage.asTenant(programme, (tx) => tx.updateTable('person').set({ erased_at }).where('id', '=', world.marta.personId).execute())
  await erase(world.clock.now())
  assert.equal(await watchedBy(world, localPart), undefined)
  await erase(null)
  assert.ok(await watchedBy(world, localPart))
})

test('neither the organisation’s administrator nor the desk finds that there is such an address', async () => {
  await made('six@gmail.com')
  const administrator = { kind: 'administrator', personId: world.david.personId, organisationId: world.organisationId } as const
  for (const who of [administrator, world.analyst, david()]) {
    const seen = await world.storage.asTenant(who, async (tx) => [
      ...(await tx.selectFrom('watch_address').select('id').execute()),
      ...(await tx.selectFrom('provider_mail').select('id').execute()),
      ...(await tx.selectFrom('self_check').select('id').execute()),
      ...(await tx.selectFrom('consent').select('id').where('purpose', '=', 'watch-sign-ins').execute()),
    ])
    assert.deepEqual(seen, [], who.kind)
  }
})

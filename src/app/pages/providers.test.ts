import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openAlerts } from '#alerts'
import { openWorld, provenAddress, type World } from '../../../test/support/programme.ts'
import { openSettings } from '../settings/settings.ts'
import { providersOf } from './providers.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.storage.close())

const deskOf = async (fixed: { readonly intakeDomain?: string }) =>
  providersOf({ ...world, members: world, settings: await openSettings({ ...world, fixed, localAddress: 'http://localhost:1' }) })
const marta = () => ({ kind: 'person', personId: world.marta.personId }) as const

test('where the operator receives no mail there is no secret address, and the rest stands', async () => {
  const accountId = await provenAddress(world, world.marta.personId, 'none@gmail.com')
  const desk = await deskOf({})
  assert.equal(await desk.makeAddress(marta(), { accountId, way: 'forward', version: 'test' }), false)
  const sight = await desk.sight(marta(), accountId)
  assert.deepEqual([sight?.mayWatch, sight?.watching, sight?.providerName], [false, undefined, 'Google'])
})

test('a work mailbox has no such page', async () => {
  assert.equal(await (await deskOf({})).sight(marta(), world.marta.accountId), undefined)
})

test('who asks the desk for help tells it a name and what was marked, and neither the address nor the provider', async () => {
  const accountId = await provenAddress(world, world.marta.personId, 'marta.secret@gmail.com')
  const desk = await deskOf({ intakeDomain: 'in.protect.example' })
  assert.equal(await desk.tellDesk(marta(), accountId), false)
  await desk.answerSelfCheck(marta(), { accountId, step: 'apps', answer: 'not-mine' })
  assert.deepEqual(await openAlerts(world, world.analyst), [])
  assert.equal(await desk.tellDesk(marta(), accountId), true)
  const [alert, ...others] = await openAlerts(world, world.analyst)
  assert.deepEqual([others.length, alert?.kind, alert?.severity], [0, 'help-asked', 'high'])
  assert.match(alert?.says ?? '', /Marta Ruiz.*an app with access/)
  assert.doesNotMatch(alert?.says ?? '', /gmail|google|secret/i)
  const administrator = { kind: 'administrator', personId: world.david.personId, organisationId: world.organisationId } as const
  assert.deepEqual(await openAlerts(world, administrator), [])
})

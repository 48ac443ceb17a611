import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Staff, Who } from '#kernel'
import { uuid } from '#storage'
import { openWorld, programme, type World } from '../../../test/support/programme.ts'
import { escalation, keepEscalation, nextPage } from './escalation.ts'
import { keepLayer, type LayerTyped, removeLayer } from './layers.ts'
import { whoIsOnCall } from './rota/who-is-on-call.ts'
import { addSchedule, removeSchedule, rotas } from './schedules.ts'
import { removeTakeOver, takeOver } from './take-overs.ts'

let world: World
let who: Staff
let bo: string
let cem: string

before(async () => {
  world = await openWorld()
  if (world.analyst.kind !== 'analyst') assert.fail()
  who = world.analyst
  bo = await colleague('Bo Desk')
  cem = await colleague('Cem Desk')
})
after(() => world.storage.close())

async function colleague(name: string): Promise<string> {
  const id = uuid()
  const now = world.clock.now()
  await world.storage.asTenant(programme, async (tx) => {
    await tx.insertInto('person').values({ id, name, created_at: now, erased_at: null }).execute()
    await tx.insertInto('staff').values({ person_id: id, role: 'analyst', since: now, until: null }).execute()
  })
  return id
}

const end = (personId: string) =>
  world.storage.asTenant(programme, (tx) =>
    tx.updateTable('staff').set({ until: world.clock.now() }).where('person_id', '=', personId).execute(),
  )

const typed = (more: Partial<LayerTyped> = {}): LayerTyped => ({
  ...{ name: 'Days', zone: 'Europe/Berlin', startsOn: '2026-05-01', handover: '09:00', every: '1', unit: 'days' },
  ...{ people: [who.personId, bo, ''], hours: '', place: '' },
  ...more,
})

async function rota(name: string) {
  return (await rotas(world, who)).schedules.find((one) => one.name === name) ?? assert.fail()
}
const onCall = async (name: string, at: string) => whoIsOnCall(await rota(name), new Date(at)).personId

const audited = (action: string) =>
  world.storage.asTenant(
    programme,
    async (tx) => (await tx.selectFrom('audit_entry').select('action').where('action', '=', action).execute()).length,
  )

test('a rota is kept with its layers, and says who is on call', async () => {
  const scheduleId = await addSchedule(world, who, ' Desk ')
  assert.equal(await onCall('Desk', '2026-05-04T12:00Z'), null)
  assert.ok(await keepLayer(world, who, { scheduleId, typed: typed({ hours: 'Mon-Fri 08:00-18:00' }) }))
  assert.ok(await keepLayer(world, who, { scheduleId, typed: typed({ name: 'Nights', people: [cem], every: '2', unit: 'weeks' }) }))
  assert.equal(await onCall('Desk', '2026-05-04T12:00Z'), bo)
  assert.equal(await onCall('Desk', '2026-05-04T20:00Z'), cem)
  const [days = assert.fail(), nights = assert.fail()] = (await rota('Desk')).layers
  assert.deepEqual([days.name, nights.name], ['Days', 'Nights'])

  assert.ok(await keepLayer(world, who, { scheduleId, layerId: nights.id, typed: typed({ name: 'Nights', people: [cem], place: '1' }) }))
  assert.equal(await onCall('Desk', '2026-05-04T12:00Z'), cem, 'the first layer decides')
  assert.ok(await removeLayer(world, who, { scheduleId, layerId: nights.id }))
  assert.equal(await onCall('Desk', '2026-05-04T20:00Z'), null)
  assert.equal(await removeLayer(world, who, { scheduleId, layerId: nights.id }), false)
  assert.equal(await audited('rota.layer'), 3)
  assert.equal(await audited('rota.layer-remove'), 1)
})

test('what is not right is refused with its reason, and nothing is kept of it', async () => {
  const scheduleId = await addSchedule(world, who, 'Refused')
  const refused: readonly (readonly [Partial<LayerTyped>, string])[] = [
    [{ name: ' ' }, 'rota-name-needed'],
    [{ zone: 'Mars/Olympus' }, 'zone-not-known'],
    [{ startsOn: '2026-02-30' }, 'layer-day-not-right'],
    [{ handover: 'noon' }, 'handover-not-right'],
    [{ every: '0' }, 'every-not-right'],
    [{ unit: 'months' }, 'every-not-right'],
    [{ hours: 'always' }, 'hours-not-right'],
    [{ people: ['', ''] }, 'nobody-in-layer'],
    [{ people: [world.marta.personId] }, 'not-on-staff'],
    [{ people: ['no id'] }, 'not-on-staff'],
  ]
  for (const [more, code] of refused) await assert.rejects(keepLayer(world, who, { scheduleId, typed: typed(more) }), { code })
  assert.deepEqual((await rota('Refused')).layers, [])
  await assert.rejects(addSchedule(world, who, 'Refused'), { code: 'rota-name-taken' })
  await assert.rejects(addSchedule(world, who, ' '), { code: 'rota-name-needed' })
  assert.equal(await keepLayer(world, who, { scheduleId: uuid(), typed: typed() }), false)
  const other = (await rota('Desk')).layers[0]?.id ?? assert.fail()
  assert.equal(await keepLayer(world, who, { scheduleId, layerId: other, typed: typed() }), false, 'a layer of another rota')
})

test('somebody takes over on the clock they named; two cannot at once, and what is over is forgotten by the page', async () => {
  const { id: scheduleId } = await rota('Desk')
  const given = { personId: cem, from: '2026-05-04 10:00', until: '2026-05-04 12:00', zone: 'Europe/Berlin' }
  assert.ok(await takeOver(world, who, { scheduleId, typed: given }))
  assert.deepEqual(
    [await onCall('Desk', '2026-05-04T07:59Z'), await onCall('Desk', '2026-05-04T08:00Z'), await onCall('Desk', '2026-05-04T10:00Z')],
    [bo, cem, bo],
  )
  const refused = async (more: Partial<typeof given>, code: string) =>
    assert.rejects(takeOver(world, who, { scheduleId, typed: { ...given, ...more } }), { code })
  await refused({ from: '2026-05-04 11:59', until: '2026-05-04 13:00' }, 'taken-over-already')
  await refused({ until: '2026-05-04 10:00' }, 'times-not-right')
  await refused({ from: '2026-05-01 10:00', until: '2026-05-02 10:00' }, 'times-not-right')
  await refused({ until: '2026-12-04 10:00' }, 'times-not-right')
  await refused({ from: 'tomorrow' }, 'times-not-right')
  await refused({ from: '2026-05-04 12:00', until: '2026-05-04 13:00', personId: world.marta.personId }, 'not-on-staff')
  await refused({ zone: 'Berlin' }, 'zone-not-known')
  assert.ok(
    await takeOver(world, who, { scheduleId, typed: { ...given, from: '2026-05-04 12:00', until: '2026-05-04 13:00' } }),
    'right after',
  )
  const [first = assert.fail(), second = assert.fail()] = (await rota('Desk')).takeOvers
  assert.ok(await removeTakeOver(world, who, { scheduleId, takeOverId: second.id }))
  assert.equal(await removeTakeOver(world, who, { scheduleId, takeOverId: second.id }), false)
  assert.equal((await rota('Desk')).takeOvers.length, 1)
  world.later(first.until.getTime() - world.clock.now().getTime())
  assert.equal((await rota('Desk')).takeOvers.length, 0)
})

test('whoever answers last is paged by the steps, at the time when each is due', async () => {
  const { id: scheduleId } = await rota('Desk')
  assert.deepEqual(await escalation(world, who), { steps: [], repeats: 0 })
  const next = (given: Parameters<typeof nextPage>[2]) => world.storage.asTenant(programme, (tx) => nextPage(tx, world, given))
  const since = new Date('2026-05-04T11:55:00Z')
  assert.equal(await next({ since }), undefined, 'nothing is set up')

  const steps = [
    { target: `schedule:${scheduleId}`, thenMinutes: '10' },
    { target: '', thenMinutes: '' },
    { target: `person:${cem}`, thenMinutes: '0' },
  ]
  await keepEscalation(world, who, { steps, repeats: '1' })
  assert.equal((await escalation(world, who)).steps.length, 2)
  const first = (await next({ since })) ?? assert.fail()
  assert.deepEqual([first.step, first.people, first.dueAt], [0, [bo], since])
  const second = (await next({ since, taken: { step: 0, round: 0, at: since } })) ?? assert.fail()
  assert.deepEqual([second.people, second.dueAt.getTime() - since.getTime()], [[cem], 600_000])
  await end(cem)
  const passedOver = (await next({ since, taken: { step: 0, round: 0, at: since } })) ?? assert.fail()
  assert.deepEqual([passedOver.round, passedOver.people], [1, [bo]])

  const refused = async (target: string, thenMinutes: string, code: string) =>
    assert.rejects(keepEscalation(world, who, { steps: [{ target, thenMinutes }], repeats: '0' }), { code })
  await refused(`schedule:${uuid()}`, '5', 'step-not-right')
  await refused(`schedule:${scheduleId}`, '', 'step-not-right')
  await refused(`person:${cem}`, '5', 'not-on-staff')
  await refused('the desk', '5', 'step-not-right')
  await assert.rejects(keepEscalation(world, who, { steps: [], repeats: '10' }), { code: 'repeats-not-right' })
  assert.equal((await escalation(world, who)).steps.length, 2, 'what was refused changed nothing')
})

test('the turns of whoever left are gaps that are shown, and nobody else’s turn moves', async () => {
  const { id: scheduleId, layers } = await rota('Desk')
  await keepLayer(world, who, { scheduleId, layerId: layers[0]?.id ?? '', typed: typed() })
  const before = await onCall('Desk', '2026-06-01T12:00Z')
  await end(bo)
  const { colleagues } = await rotas(world, who)
  assert.deepEqual(
    colleagues.map(({ name }) => name),
    ['Ana Desk'],
  )
  const days = ['2026-06-01T12:00Z', '2026-06-02T12:00Z']
  const found = [await onCall('Desk', days[0] ?? ''), await onCall('Desk', days[1] ?? '')]
  assert.deepEqual(new Set(found), new Set([who.personId, null]))
  assert.equal(found[0], before === bo ? null : before)
})

test('a rota goes with all that hangs on it, and nobody but the desk reads or changes any', async () => {
  const { id } = await rota('Desk')
  const person: Who = { kind: 'person', personId: world.marta.personId }
  const seen = await world.storage.asTenant(person, (tx) => tx.selectFrom('on_call_schedule').select('id').execute())
  assert.deepEqual(seen, [])
  assert.ok(await removeSchedule(world, who, id))
  assert.equal(await removeSchedule(world, who, id), false)
  assert.deepEqual((await escalation(world, who)).steps.length, 1, 'the step that paged it went with it')
  assert.equal(await audited('rota.remove'), 1)
})

/** A registered test from the desk to somebody's page, and the same mail once it is none. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Staff } from '#kernel'
import type { Inspection } from '#mail'
import { endSimulation, openRegisteredTests, registerSimulation, type SimulationTyped, simulations, testTold } from '#simulations'
import { connectedMailbox, hostile, openWorld, programme, type World } from '../../../test/support/programme.ts'
import { receive } from './receive.ts'
import type { Teller } from './telling.ts'

let world: World
let staff: Staff
let connectionId: string
let told = 0
let uid = 0
before(async () => {
  world = await openWorld()
  staff = { kind: 'analyst', personId: 'personId' in world.analyst ? world.analyst.personId : '' }
  connectionId = await connectedMailbox(world, world.marta)
})
after(() => world.storage.close())

const ours = async () => ({
  domains: ['protect.example'],
  names: ['Shield Programme'],
  phrases: ['Targeted: somebody sent you a mail that tries to trick you.'],
})
const typed: SimulationTyped = {
  name: 'Tests and Drills Ltd',
  from: '2026-05-03 12:00',
  until: '2026-05-04 12:00',
  senders: 'drill.tests.example',
  linkHosts: 'login.tests.example',
  subjectWords: 'Parcel',
  contact: 'Olga Fuchs, 555 0133',
}
const register = (over: Partial<SimulationTyped> = {}) =>
  registerSimulation({ ...world, ours }, staff, { organisationId: world.organisationId, typed: { ...typed, ...over } })

const drill = (): Inspection => {
  const mail = hostile({ subject: 'parcel', payload: 'login.tests.example', sender: 'drill' })
  return {
    ...mail,
    traces: [{ kind: 'sender', value: 'post@drill.tests.example' }],
    authentication: { dmarc: 'pass', spf: 'pass', dkim: 'pass', signedBy: ['drill.tests.example'], saidBy: 'service' },
    view: {
      ...mail.view,
      subject: 'Your parcel waits',
      links: [{ text: '', shownAs: '', target: '', innermostHost: 'login[.]tests[.]example' }],
    },
  }
}

const arrive = (inspection = drill(), organisationId: string | null = world.organisationId) => {
  uid += 1
  const teller: Teller = async () => async () => {
    told += 1
  }
  const deps = { ...world, teller, registeredTest: openRegisteredTests({ ours }) }
  const place = { connectionId, folder: 'INBOX', uidValidity: 1, uid }
  return receive(deps, {
    reached: { ...world.marta, organisationId },
    place,
    inJunk: false,
    firstLook: false,
    arrivedAt: world.clock.now(),
    bytes: Buffer.from(`mail ${uid}`),
    inspection,
  })
}
const marta = () => ({ kind: 'person', personId: world.marta.personId }) as const

test('a mail that looks like a test and was not registered is an attack', async () => {
  assert.equal((await arrive()).outcome, 'opened')
  assert.equal(told, 1)
  assert.equal(await testTold(world, marta()), undefined)
})

test('a registered test opens no incident, interrupts nobody, and stands on its person’s page at once', async () => {
  world.later(60_000)
  assert.equal(await register(), true)
  const before = told
  assert.equal((await arrive()).outcome, 'registered-test')
  assert.equal(told, before)
  assert.deepEqual(await testTold(world, marta()), {
    organisation: 'Ruiz for Mayor',
    arrivedAt: world.clock.now(),
    contact: typed.contact,
  })
  assert.equal(await testTold(world, { kind: 'person', personId: world.david.personId }), undefined)
  const marked = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('message_verdict').select(['verdict', 'simulation_id']).where('uid', '=', uid).executeTakeFirstOrThrow(),
  )
  const [seen] = await simulations(world, staff, world.organisationId)
  assert.deepEqual(marked, { verdict: 'dangerous', simulation_id: seen?.id })
  assert.deepEqual([seen?.state, seen?.mails], ['running', 1])
})

test('an attack that arrives while a test runs is told as one', async () => {
  const before = told
  const forged = drill()
  const attack = await arrive({ ...forged, authentication: { ...forged.authentication, dmarc: 'fail' } })
  assert.notEqual(attack.outcome, 'registered-test')
  assert.equal(told, before + 1)
})

test('a personal mailbox is nobody’s to test', async () => {
  assert.notEqual((await arrive(drill(), null)).outcome, 'registered-test')
})

test('whom it may reach does not see it ahead; staff end it, and its mails are attacks again', async () => {
  const ahead = await world.storage.asTenant({ kind: 'person', personId: world.david.personId }, (tx) =>
    tx.selectFrom('simulation').selectAll().execute(),
  )
  assert.deepEqual(ahead, [])
  world.later(60_000)
  const [running] = await simulations(world, staff)
  assert.equal(await endSimulation(world, staff, running?.id ?? ''), true)
  assert.equal(await endSimulation(world, staff, running?.id ?? ''), false)
  world.later(60_000)
  assert.notEqual((await arrive()).outcome, 'registered-test')
  const log = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('audit_entry').select('action').where('action', 'like', 'simulation.%').orderBy('seq').execute(),
  )
  assert.deepEqual(
    log.map(({ action }) => action),
    ['simulation.register', 'simulation.end'],
  )
})

const refused: readonly (readonly [string, Partial<SimulationTyped>, string])[] = [
  ['our own domain as its sender', { senders: 'protect.example' }, 'test-poses-as-us'],
  ['an address of ours', { senders: 'notices@protect.example' }, 'test-poses-as-us'],
  ['a domain below ours', { senders: 'tests.protect.example' }, 'test-poses-as-us'],
  ['a lookalike of our domain', { senders: 'pr0tect.example' }, 'test-poses-as-us'],
  ['our domain with a word added', { senders: 'protect-example.com' }, 'test-poses-as-us'],
  ['our domain under another ending', { linkHosts: 'protect.test' }, 'test-poses-as-us'],
  ['our domain written into another', { linkHosts: 'protect.example.tests.example' }, 'test-poses-as-us'],
  ['our name in its subjects', { subjectWords: 'A notice from the SHIELD  programme' }, 'test-poses-as-us'],
  ['our name as its holder', { name: 'Shield Programme' }, 'test-poses-as-us'],
  ['the words of our notices', { subjectWords: 'targeted — somebody sent you a mail that tries to trick you' }, 'test-poses-as-us'],
  ['a house where everybody has an address', { senders: 'gmail.com' }, 'test-sender-not-right'],
  ['a suffix as its sender', { senders: 'co.uk' }, 'test-sender-not-right'],
  ['a suffix as its host', { linkHosts: 'github.io' }, 'test-host-not-right'],
  ['no sender', { senders: ' ' }, 'test-sender-not-right'],
  ['a star for all hosts', { linkHosts: '*.tests.example' }, 'test-host-not-right'],
  ['an end before its beginning', { until: '2026-05-01 12:00' }, 'test-times-not-right'],
  ['more than a month', { until: '2026-07-01 12:00' }, 'test-times-not-right'],
  ['nobody to call', { contact: '' }, 'test-contact-needed'],
]
for (const [what, over, code] of refused)
  test(`a test is not registered with ${what}`, async () => {
    await assert.rejects(register(over), { kind: 'refusal', code })
  })

test('no test is registered for an organisation that is not there', async () => {
  assert.equal(
    await registerSimulation({ ...world, ours }, staff, { organisationId: '01990000-0000-7000-8000-00000000dead', typed }),
    false,
  )
})

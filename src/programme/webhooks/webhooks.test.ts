import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { Webhook } from 'standardwebhooks'
import { createAsker } from '#fetch'
import { type Administrator, daysMs, hoursMs, isTrouble, minutesMs, secondsMs, type Who } from '#kernel'
import {
  acceptInvitation,
  addPerson,
  consentsOf,
  createOrganisation,
  enrolmentEventTask,
  giveConsent,
  invite,
  removePerson,
  takeBack,
  withdrawConsent,
} from '#members'
import { type HookReceiver, startHookReceiver } from '../../../test/support/hook-receiver.ts'
import { openWorld, programme, provenAddress, type World } from '../../../test/support/programme.ts'
import { openWaitingJobs, type WaitingJobs, waitingIn } from '../../../test/support/waiting-jobs.ts'
import { deliveriesOf, resend, sendTest } from './deliveries.ts'
import type { SendDeps, Stopped } from './deps.ts'
import { addEndpoint, endpoint, listEndpoints, removeEndpoint, startEndpoint } from './endpoints.ts'
import { organisationEvents, programmeEvents } from './events.ts'
import { sendWebhook } from './send.ts'
import { sendWebhookTask } from './send-job.ts'
import { tellEndpoints } from './tell.ts'

let world: World
let receiver: HookReceiver
let deps: SendDeps
let jobs: WaitingJobs
let david: Administrator
let stopped: Stopped[]

before(async () => {
  world = await openWorld()
  receiver = await startHookReceiver()
  stopped = []
  deps = {
    ...world,
    mayBe: ({ protocol }) => protocol === 'http:',
    ask: createAsker({ lookUp: async () => ['127.0.0.1'], mayDial: (address) => address === '127.0.0.1', timeMs: 500 }),
    onStopped: async (_tx, one) => void stopped.push(one),
  }
  const handlers = { [enrolmentEventTask]: tellEndpoints(deps), [sendWebhookTask]: sendWebhook(deps) }
  jobs = await openWaitingJobs(world.storage.databaseOwnerUrl, () => world.clock.now(), handlers)
  david = { kind: 'administrator', personId: world.david.personId, organisationId: world.organisationId }
})
after(async () => {
  await jobs.close()
  await receiver.close()
  await world.storage.close()
})

/** Nothing is left of the test before. */
beforeEach(async () => {
  await jobs.run()
  for (const who of [david, world.analyst])
    for (const { id } of (await listEndpoints(deps, who, all)).rows) await removeEndpoint(deps, who, id)
  receiver.received.length = 0
  receiver.answer = { status: 204 }
  stopped.length = 0
  world.later(1000)
})

const all = { after: undefined, most: 200 }
const add = (who: Who, events: readonly string[], url = receiver.url) => addEndpoint(deps, who, { url, events })
const typesHeard = () => receiver.received.map(({ body }) => JSON.parse(body).type as unknown)
const dataHeard = () => receiver.received.map(({ body }) => JSON.parse(body).data as Readonly<Record<string, string>>)
const refused = (code: string) => (thrown: unknown) => isTrouble(thrown, 'refusal') && thrown.code === code
let made = 0
async function newPerson(organisationId = world.organisationId): Promise<string> {
  made += 1
  const given = { name: `P ${made}`, address: `p${made}@ruiz.example`, title: '', role: 'member' } as const
  return (await addPerson(world, world.analyst, organisationId, given))?.personId ?? assert.fail()
}

test('a message is signed as Standard Webhooks asks: its library believes it, and nothing that was changed', async () => {
  const { secret } = await add(david, ['person.left'])
  assert.match(secret, /^whsec_[A-Za-z0-9+/]{43}=$/)
  const personId = await newPerson()
  await removePerson(world, david, { organisationId: world.organisationId, personId })
  await jobs.run()
  const [message = assert.fail()] = receiver.received
  assert.equal(message.path, '/in?of=us')
  assert.equal(message.headers['content-type'], 'application/json')
  // The library holds the time against the machine's clock, and this one stands still.
  const age = Math.floor(Date.now() / 1000) - Number(message.headers['webhook-timestamp'])
  const verify = (body: string, key = secret) => {
    const real = Date.now
    Date.now = () => real() - age * 1000
    try {
      return new Webhook(key).verify(body, message.headers)
    } finally {
      Date.now = real
    }
  }
  assert.deepEqual(verify(message.body), {
    type: 'person.left',
    timestamp: world.clock.now().toISOString(),
    data: { organisation: world.organisationId, person: personId },
  })
  assert.throws(() => verify(message.body.replace('left', 'came')))
  assert.throws(() => verify(message.body, `whsec_${Buffer.alloc(32).toString('base64')}`))
})

test('the secret is sealed, and goes with its endpoint', async () => {
  const { id, secret } = await add(david, ['person.left'])
  const row = () =>
    world.storage.asTenant(programme, (tx) => tx.selectFrom('webhook_endpoint').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
  const bytes = Buffer.from(secret.slice('whsec_'.length), 'base64')
  assert.equal((await row()).sealed.includes(bytes), false)
  assert.equal(JSON.stringify(await listEndpoints(deps, david, all)).includes(secret), false)
  await removeEndpoint(deps, david, id)
  assert.equal((await row()).sealed.length, 0)
})

test('what happens is told in the transaction in which it happens, or not at all', async () => {
  await add(david, organisationEvents)
  const personId = await newPerson()
  await assert.rejects(
    world.storage.asTenant(programme, async (tx) => {
      const { tellOfEnrolment } = await import('#members')
      await tellOfEnrolment(tx, world.clock, { event: 'person.left', organisationId: world.organisationId, personId })
      throw new Error('taken back')
    }),
  )
  assert.equal(await jobs.run(), 0)
  assert.deepEqual(receiver.received, [])
})

test('an organisation hears of its people, the programme of who comes, and each of nothing that is not theirs to know', async () => {
  await add(david, [...organisationEvents, ...programmeEvents])
  await add(world.analyst, [...organisationEvents, ...programmeEvents], `${receiver.url}&who=programme`)
  const { id: other } = await createOrganisation(world, world.analyst, { name: 'Other', kind: 'charity', domains: [] })
  const stranger = await newPerson(other)
  await invite(world, world.analyst, { organisationId: other, personId: stranger })
  const personId = await newPerson()
  await invite(world, david, { organisationId: world.organisationId, personId })
  await jobs.run()
  const heard = (of: boolean) =>
    receiver.received
      .filter(({ path }) => path.includes('programme') === of)
      .map(({ body }) => JSON.parse(body) as { type: string; data: unknown })
  assert.deepEqual(
    heard(false).map(({ type, data }) => [type, data]),
    [['person.invited', { organisation: world.organisationId, person: personId }]],
  )
  assert.deepEqual(
    heard(true)
      .map(({ type }) => type)
      .sort(),
    ['organisation.joined', 'person.invited', 'person.invited'],
  )
})

test('of permissions an organisation hears of its own, and the programme of none', async () => {
  await add(david, ['consent.changed'])
  await assert.rejects(add(world.analyst, ['consent.changed']), refused('no-events'))
  await add(world.analyst, programmeEvents, `${receiver.url}&who=programme`)
  const marta: Who = { kind: 'person', personId: world.marta.personId }
  await provenAddress(world, world.marta.personId, 'marta@home.example')
  const { organisationId } = world
  await giveConsent(world, marta, { purpose: 'desk-sees-findings', version: '1' })
  await giveConsent(world, marta, { purpose: 'organisation-is-told', organisationId, version: '1' })
  for (const { id } of (await consentsOf(world, marta)).consents) await withdrawConsent(world, marta, id)
  await jobs.run()
  const about = { organisation: organisationId, person: world.marta.personId, consent: 'organisation-is-told' }
  assert.deepEqual(dataHeard(), [
    { ...about, state: 'given' },
    { ...about, state: 'withdrawn' },
  ])
})

test('a body holds ids and a few words, and nothing of anybody’s own', async () => {
  await add(david, organisationEvents)
  await add(world.analyst, programmeEvents)
  const personId = await newPerson()
  await provenAddress(world, personId, 'secret@home.example')
  const { organisationId } = world
  await invite(world, david, { organisationId, personId: await newPerson() })
  await giveConsent(world, { kind: 'person', personId }, { purpose: 'organisation-is-told', organisationId, version: '1' })
  await removePerson(world, david, { organisationId, personId })
  await jobs.run()
  assert.ok(receiver.received.length >= 5)
  const few = new Set(['given', 'withdrawn', 'organisation-is-told', 'accepted', 'refused'])
  for (const data of dataHeard()) for (const value of Object.values(data)) assert.ok(few.has(value) || /^[0-9a-f-]{36}$/.test(value), value)
  assert.doesNotMatch(JSON.stringify(receiver.received), /home\.example|@|P \d/)
})

test('whoever had joined and is taken back joins again; whoever never did is no news', async () => {
  await add(david, organisationEvents)
  const { organisationId } = world
  const [joined, waiting] = [await newPerson(), await newPerson()]
  const link = (await invite(world, david, { organisationId, personId: joined })) ?? assert.fail()
  await acceptInvitation(world, { token: link.token, name: 'Back', language: 'en', consentVersion: '1' })
  for (const personId of [joined, waiting]) {
    await removePerson(world, david, { organisationId, personId })
    assert.equal(await takeBack(world, david, { organisationId, personId, endsOn: '' }), true)
  }
  await jobs.run()
  const heard = (of: string) => receiver.received.map(({ body }) => JSON.parse(body)).filter(({ data }) => data.person === of)
  assert.deepEqual(
    heard(joined)
      .map(({ type }) => type)
      .sort(),
    ['person.invited', 'person.joined', 'person.joined', 'person.left'],
  )
  assert.deepEqual(
    heard(waiting).map(({ type }) => type),
    ['person.left'],
  )
})

test('told twice by a crash, it is the same message: the receiver knows it by its id', async () => {
  await add(david, ['person.left'])
  await removePerson(world, david, { organisationId: world.organisationId, personId: await newPerson() })
  await jobs.run({ twice: true })
  assert.equal(receiver.received.length, 1)
})

test('what does not arrive is tried again, later and later, under the same id and a new time', async () => {
  const { id } = await add(david, ['person.left'])
  receiver.answer = { status: 500 }
  await removePerson(world, david, { organisationId: world.organisationId, personId: await newPerson() })
  await jobs.run()
  assert.equal(receiver.received.length, 1)
  world.later(secondsMs(4))
  await jobs.run()
  assert.equal(receiver.received.length, 1, 'not before its time')
  world.later(secondsMs(1))
  await jobs.run()
  assert.equal(receiver.received.length, 2)
  assert.equal((await endpoint(deps, david, id))?.state, 'failing')
  receiver.answer = { status: 200 }
  world.later(minutesMs(5))
  await jobs.run()
  const ids = receiver.received.map(({ headers }) => headers['webhook-id'])
  const times = receiver.received.map(({ headers }) => headers['webhook-timestamp'])
  assert.deepEqual([receiver.received.length, new Set(ids).size, new Set(times).size], [3, 1, 3])
  assert.equal((await endpoint(deps, david, id))?.state, 'working')
  const [delivery] = (await deliveriesOf(deps, david, id, all))?.rows ?? []
  assert.deepEqual([delivery?.state, delivery?.tries, delivery?.answered], ['delivered', 3, '200'])
})

test('a redirect is not followed and is no arrival', async () => {
  const { id } = await add(david, ['person.left'])
  receiver.answer = { status: 302, headers: { location: receiver.url } }
  await removePerson(world, david, { organisationId: world.organisationId, personId: await newPerson() })
  await jobs.run()
  assert.equal(receiver.received.length, 1)
  assert.equal((await deliveriesOf(deps, david, id, all))?.rows[0]?.answered, '302')
})

test('after three days without an arrival nothing more is sent, whoever looks after it is told once, and it can be started again', async () => {
  const { id } = await add(david, ['person.left'])
  receiver.answer = { status: 503 }
  await removePerson(world, david, { organisationId: world.organisationId, personId: await newPerson() })
  await jobs.run()
  for (let hours = 0; hours < 80; hours++) {
    world.later(hoursMs(1))
    await jobs.run()
  }
  assert.equal(receiver.received.length, 10)
  assert.deepEqual(stopped, [{ endpointId: id, organisationId: world.organisationId, host: new URL(receiver.url).host, why: 'failing' }])
  assert.equal((await endpoint(deps, david, id))?.state, 'stopped')
  receiver.answer = { status: 204 }
  await removePerson(world, david, { organisationId: world.organisationId, personId: await newPerson() })
  await jobs.run()
  assert.equal(receiver.received.length, 10)
  await assert.rejects(sendTest(deps, david, id), refused('endpoint-stopped'))
  const [delivery = assert.fail()] = (await deliveriesOf(deps, david, id, all))?.rows ?? []
  await assert.rejects(resend(deps, david, { endpointId: id, deliveryId: delivery.id }), refused('endpoint-stopped'))
  assert.equal(await startEndpoint(deps, david, id), true)
  assert.equal(await resend(deps, david, { endpointId: id, deliveryId: delivery.id }), true)
  await jobs.run()
  assert.equal(receiver.received.length, 11)
  assert.equal(receiver.received[10]?.headers['webhook-id'], receiver.received[0]?.headers['webhook-id'])
})

test('whoever answers “gone” is told nothing more at once', async () => {
  const { id } = await add(david, organisationEvents)
  receiver.answer = { status: 410 }
  await removePerson(world, david, { organisationId: world.organisationId, personId: await newPerson() })
  await jobs.run()
  assert.equal((await endpoint(deps, david, id))?.state, 'stopped')
  assert.deepEqual(
    stopped.map(({ why }) => why),
    ['gone'],
  )
})

test('one that fails now and then is not stopped', async () => {
  const { id } = await add(david, ['person.left'])
  for (let day = 0; day < 6; day++) {
    receiver.answer = { status: day % 2 === 0 ? 500 : 204 }
    await removePerson(world, david, { organisationId: world.organisationId, personId: await newPerson() })
    await jobs.run()
    world.later(daysMs(0.4))
    await jobs.run()
  }
  assert.notEqual((await endpoint(deps, david, id))?.state, 'stopped')
  assert.deepEqual(stopped, [])
})

test('a test says nothing and shows whether it arrives', async () => {
  const { id } = await add(david, ['person.left'])
  await sendTest(deps, david, id)
  await jobs.run()
  assert.deepEqual(typesHeard(), ['webhook.test'])
  assert.deepEqual(dataHeard(), [{}])
  assert.equal((await deliveriesOf(deps, david, id, all))?.rows[0]?.state, 'delivered')
})

test('what waits for an address that was removed is not sent', async () => {
  const { id } = await add(david, ['person.left'])
  await removePerson(world, david, { organisationId: world.organisationId, personId: await newPerson() })
  await removeEndpoint(deps, david, id)
  await jobs.run()
  assert.deepEqual(receiver.received, [])
  assert.equal(await deliveriesOf(deps, david, id, all), undefined)
})

test('nobody looks after the addresses of another organisation, or of the programme', async () => {
  const { id: organisationId } = await createOrganisation(world, world.analyst, { name: 'Third', kind: 'charity', domains: [] })
  const other: Who = { kind: 'administrator', personId: world.marta.personId, organisationId }
  const token: Who = { kind: 'token', tokenId: world.marta.personId, organisationId }
  const { id } = await add(david, ['person.left'])
  const { id: ofAll } = await add(world.analyst, ['person.left'])
  await sendTest(deps, david, id)
  await jobs.run()
  const deliveryId = (await deliveriesOf(deps, david, id, all))?.rows[0]?.id ?? assert.fail()
  for (const who of [other, token, world.analyst]) {
    assert.ok((await listEndpoints(deps, who, all)).rows.every((one) => one.id !== id))
    assert.equal(await endpoint(deps, who, id), undefined)
    assert.equal(await deliveriesOf(deps, who, id, all), undefined)
    assert.equal(await sendTest(deps, who, id), undefined)
    assert.equal(await resend(deps, who, { endpointId: id, deliveryId }), false)
    assert.equal(await startEndpoint(deps, who, id), false)
    assert.equal(await removeEndpoint(deps, who, id), false)
  }
  assert.equal(await endpoint(deps, david, ofAll), undefined)
  assert.equal(await removeEndpoint(deps, david, ofAll), false)
  assert.equal((await endpoint(deps, david, id))?.state, 'working')
})

test('an address that is not https, or holds a password, is refused in one sentence', async () => {
  const { mayBe: _, ...usual } = deps
  for (const url of [
    'http://hooks.example/',
    'https://hooks.example:8443/',
    'https://a:b@hooks.example/',
    'ftp://x.example/',
    'hooks',
    '',
    'javascript:alert(1)',
  ])
    await assert.rejects(addEndpoint(usual, david, { url, events: ['person.left'] }), refused('hook-address-not-right'), url)
  const { id } = await addEndpoint(usual, david, { url: ' https://hooks.example/in#x ', events: ['person.left'] })
  assert.equal((await endpoint(usual, david, id))?.url, 'https://hooks.example/in')
})

test('an address that leads into the house is not asked', async () => {
  const { id } = await add(david, ['person.left'])
  await sendTest(deps, david, id)
  const guarded = sendWebhook({ ...deps, ask: createAsker({ lookUp: async () => ['127.0.0.1'] }) })
  const held = await openWaitingJobs(world.storage.databaseOwnerUrl, () => world.clock.now(), { [sendWebhookTask]: guarded })
  await held.run()
  await held.close()
  assert.deepEqual(receiver.received, [])
  assert.equal((await deliveriesOf(deps, david, id, all))?.rows[0]?.answered, 'not on the open internet')
})

test('an address that keeps us waiting, or no longer answers, holds up only those like it', async () => {
  const { id: slow } = await add(david, ['person.left'], `${receiver.url}&slow`)
  const { id: quick } = await add(david, ['person.left'])
  const waits: SendDeps = {
    ...deps,
    ask: async (url, question) => {
      if (url.endsWith('slow')) world.later(secondsMs(2))
      return deps.ask(url, question)
    },
  }
  const send = sendWebhook(waits)
  const ours = new Set<string>()
  const inLanes = async () =>
    Object.fromEntries(
      (await waitingIn(world.storage.databaseOwnerUrl)).flatMap(({ queue, deliveries }) => {
        const mine = deliveries.filter((one) => ours.has(one))
        return mine.length > 0 ? [[queue, mine.length]] : []
      }),
    )
  const tellAll = async (people: number) => {
    for (let count = 0; count < people; count++)
      await removePerson(world, david, { organisationId: world.organisationId, personId: await newPerson() })
    const told = await openWaitingJobs(world.storage.databaseOwnerUrl, () => world.clock.now(), {
      [enrolmentEventTask]: tellEndpoints(waits),
    })
    await told.run()
    await told.close()
    for (const one of [slow, quick]) for (const id of await idsOf(one)) ours.add(id)
  }
  const idsOf = async (endpointId: string) => (await deliveriesOf(deps, david, endpointId, all))?.rows.map(({ id }) => id) ?? []
  const once = { id: '1', attempts: 1, signal: new AbortController().signal }
  await tellAll(3)
  assert.deepEqual(await inLanes(), { webhooks: 6 })
  const [first = '', second = '', third = ''] = await idsOf(slow)
  await send({ deliveryId: first, lane: 'prompt' }, once)
  await send({ deliveryId: second, lane: 'prompt' }, once)
  assert.equal(receiver.received.length, 1, 'the second one only changed lanes')
  assert.deepEqual(await inLanes(), { webhooks: 5, 'webhooks-slow': 1 })
  for (const deliveryId of await idsOf(quick)) await send({ deliveryId, lane: 'prompt' }, once)
  assert.equal(receiver.received.length, 4)

  receiver.answer = { status: 500 }
  await send({ deliveryId: third, lane: 'slow' }, once)
  await send({ deliveryId: second, lane: 'slow' }, once)
  assert.deepEqual(await inLanes(), { webhooks: 4, 'webhooks-late': 2 })
  receiver.answer = { status: 204 }
  await send({ deliveryId: second, lane: 'late' }, once)
  assert.equal((await endpoint(deps, david, slow))?.state, 'working')
  world.later(hoursMs(1))
  await tellAll(1)
  assert.deepEqual(await inLanes(), { webhooks: 6, 'webhooks-late': 2 }, 'after an hour it is among the others')
})

test('the eleventh address is refused', async () => {
  for (let count = 0; count < 10; count++) await add(david, ['person.left'])
  await assert.rejects(add(david, ['person.left']), refused('too-many-endpoints'))
})

import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { close, openAlerts, raise } from '#alerts'
import { daysMs, isTrouble, minutesMs, type Severity, type Staff } from '#kernel'
import { addSchedule, keepEscalation, keepLayer } from '#on-call'
import { uuid } from '#storage'
import { openWorld, programme, provenAddress, type World } from '../../../../test/support/programme.ts'
import { onKey } from '../answers/on-key.ts'
import { openReplies } from '../answers/on-reply.ts'
import type { Channel, Message, Sent } from '../channels/channel.ts'
import { openCheck } from '../check-code.ts'
import { hashOfAddress } from '../contact-address.ts'
import type { NotifyDeps } from '../deps.ts'
import { onReport } from '../on-report.ts'
import { pageOnCall } from './page-on-call.ts'
import { pagesSeen } from './pages-seen.ts'
import { sendPage } from './send-page.ts'
import { takeAlert } from './take-alert.ts'

/** What a fake gateway was handed, and what it says to it. It keeps nothing else and reaches nobody. */
type FakeGateway = Channel & { readonly handed: { to: string; message: Message }[]; says: Sent }

const fakeGateway = (name: Channel['name']): FakeGateway => {
  const handed: { to: string; message: Message }[] = []
  const fake: FakeGateway = {
    ...{ name, atOnce: 1, handed, says: { kind: 'taken', answer: 'accepted' } },
    isSetUp: async () => true,
    readAddress: (typed) => typed,
    masked: (address) => address,
    send: async (to, message) => {
      handed.push({ to, message })
      return fake.says
    },
    close: async () => undefined,
  }
  return fake
}

let world: World
let deps: NotifyDeps & { readonly channels: readonly Channel[] }
let who: Staff
let bo: string
let cem: string
let [sms, voice, mail] = [fakeGateway('sms'), fakeGateway('voice'), fakeGateway('mail')]
const numbers = new Map<string, string>()

before(async () => {
  world = await openWorld()
  if (world.analyst.kind !== 'analyst') assert.fail('the world has staff')
  who = world.analyst
  bo = await employ('Bo', '+4915200000001')
  cem = await employ('Cem', '+4915200000002')
  await provenAddress(world, who.personId, 'ana@desk.example')
  const scheduleId = await addSchedule(world, who, 'Desk')
  const layer = { name: 'All', zone: 'Europe/Berlin', startsOn: '2026-01-05', handover: '09:00', every: '1', unit: 'weeks', hours: '' }
  await keepLayer(world, who, { scheduleId, typed: { ...layer, people: [bo], place: '1' } })
  const steps = [
    { target: `schedule:${scheduleId}`, thenMinutes: '5' },
    { target: `person:${cem}`, thenMinutes: '5' },
  ]
  await keepEscalation(world, who, { steps, repeats: '0' })
})
after(() => world.storage.close())

beforeEach(async () => {
  await world.storage.asTenant(programme, (tx) =>
    tx.updateTable('operator_alert').set({ closed_at: world.clock.now() }).where('closed_at', 'is', null).execute(),
  )
  world.later(daysMs(1))
  ;[sms, voice, mail] = [fakeGateway('sms'), fakeGateway('voice'), fakeGateway('mail')]
  deps = { ...world, channels: [sms, voice, mail], sender }
})

const sender: NotifyDeps['sender'] = async () => ({
  ...{ name: 'Bellwether', publicAddress: 'https://protect.example', fromAddress: 'notices@protect.example', helpContact: '' },
  ...{ intakeDomain: '', relay: null },
})

/** Somebody of the staff with a telephone, for texts and calls, and a mailbox. */
async function employ(name: string, number: string): Promise<string> {
  const id = uuid()
  await world.storage.asTenant(programme, async (tx) => {
    await tx.insertInto('person').values({ id, name, created_at: world.clock.now() }).execute()
    await tx.insertInto('staff').values({ person_id: id, role: 'analyst', since: world.clock.now() }).execute()
  })
  const sealer = await world.vault.sealer({ kind: 'person', id })
  const now = world.clock.now()
  await world.storage.asTenant(programme, (tx) =>
    tx
      .insertInto('contact_method')
      .values(
        (['sms', 'voice'] as const).map((channel) => {
          const methodId = uuid()
          return {
            ...{ id: methodId, person_id: id, organisation_id: null, channel, masked: '…', created_at: now, proven_at: now },
            sealed: sealer.seal(number, `contact-method/${methodId}`),
            address_hash: hashOfAddress(world.vault, channel, number),
          }
        }),
      )
      .execute(),
  )
  await provenAddress(world, id, `${name.toLowerCase()}@desk.example`)
  numbers.set(id, number)
  return id
}

async function alert(severity: Severity = 'critical'): Promise<string> {
  const subject = `connection/${uuid()}`
  const says = 'A mailbox has not answered for 60 minutes.'
  await world.storage.asTenant(programme, (tx) => raise(tx, world.clock, { kind: 'connection-silent', subject, severity, says }))
  return subject
}

const rowOf = (subject: string) =>
  world.storage.asTenant(programme, (tx) =>
    tx
      .selectFrom('operator_alert')
      .select(['id', 'acknowledged_at', 'acknowledged_by'])
      .where('subject', '=', subject)
      .executeTakeFirstOrThrow(),
  )
const pagesOf = async (subject: string) => {
  const { id } = await rowOf(subject)
  return world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('on_call_page').selectAll().where('alert_id', '=', id).orderBy('due_at').orderBy('channel').execute(),
  )
}

/** The jobs that wait, as a worker would do them. */
async function work(): Promise<void> {
  await pageOnCall(deps)()
  const waiting = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('on_call_page').select('id').where('state', '=', 'queued').where('told_with', 'is', null).execute(),
  )
  for (const { id } of waiting) await sendPage(deps)({ pageId: id }).catch((thrown: unknown) => assert.ok(isTrouble(thrown, 'setback')))
}

const later = async (minutes: number) => {
  world.later(minutesMs(minutes))
  await work()
}
const told = (gateway: FakeGateway) => gateway.handed.map(({ to }) => to)
const numberOf = (personId: string) => numbers.get(personId) ?? assert.fail('no number')

test('a critical alert pages the first, then the second after five minutes, and an answer by text message ends it', async () => {
  const subject = await alert()
  await work()
  assert.deepEqual([told(sms), told(voice), told(mail)], [[numberOf(bo)], [numberOf(bo)], ['bo@desk.example']])
  await later(4)
  assert.equal(sms.handed.length, 1, 'the first still has time')
  await later(1)
  assert.deepEqual(told(sms), [numberOf(bo), numberOf(cem)])
  assert.equal(await openReplies(world)({ from: numberOf(cem), text: ' 1 ' }), 'acknowledged')
  assert.equal((await rowOf(subject)).acknowledged_by, cem)
  await later(60)
  assert.equal(sms.handed.length, 2, 'nobody is paged any more')
  assert.deepEqual(
    (await pagesOf(subject)).map(({ channel, answered_by, person_id }) => `${channel} ${person_id === cem} ${answered_by}`),
    ['mail false null', 'sms false null', 'voice false null', 'mail true sms', 'sms true sms', 'voice true sms'],
  )
})

test('the desk sees who was paged, by which ways, and who answered', async () => {
  const subject = await alert()
  await work()
  await later(5)
  await openReplies(world)({ from: numberOf(cem), text: 'ok' })
  const { id } = await rowOf(subject)
  const pages = (await pagesSeen(world, who, [id])).get(id) ?? []
  assert.deepEqual(
    pages.map(({ name, channels, became }) => ({ name, channels, became })),
    [
      { name: 'Bo', channels: ['mail', 'sms', 'voice'], became: 'sent' },
      { name: 'Cem', channels: ['mail', 'sms', 'voice'], became: 'answered' },
    ],
  )
  const open = await openAlerts(world, who)
  assert.equal(open.find((one) => one.id === id)?.taken?.name, 'Cem')
})

test('nobody answers: all operators are told by letter, once', async () => {
  await alert()
  await work()
  await later(5)
  await later(14)
  assert.ok(!told(mail).includes('ana@desk.example'))
  await later(1)
  await later(30)
  assert.equal(told(mail).filter((to) => to === 'ana@desk.example').length, 1)
})

test('what is not critical goes to the first of their channels and by letter', async () => {
  await alert('high')
  await work()
  assert.deepEqual([told(sms), told(voice), told(mail)], [[numberOf(bo)], [], ['bo@desk.example']])
  await alert('medium')
  await work()
  assert.equal(sms.handed.length, 1, 'this waits on the desk')
})

test('an alert that is over, or that somebody took at the desk, pages nobody', async () => {
  const subject = await alert()
  await world.storage.asTenant(programme, (tx) => close(tx, world.clock, { kind: 'connection-silent', subject }))
  await work()
  const { id } = await rowOf(await alert())
  assert.equal(await takeAlert(world, who, id), true)
  assert.equal(await takeAlert(world, who, id), false)
  await work()
  assert.deepEqual([sms.handed, mail.handed], [[], []])
})

test('a gateway that takes nothing is tried again under the same key, until the alert is taken', async () => {
  sms.says = { kind: 'later', answer: '503', everybody: true }
  const subject = await alert()
  await work()
  await work()
  const [first, second] = sms.handed.map(({ message }) => message)
  assert.deepEqual([second?.key, second?.messageId, second?.code], [first?.key, first?.messageId, first?.code])
  assert.equal((await pagesOf(subject)).find(({ channel }) => channel === 'sms')?.answer, '503')
  await takeAlert(world, who, (await rowOf(subject)).id)
  await work()
  assert.equal(sms.handed.length, 2)
  assert.equal((await pagesOf(subject)).find(({ channel }) => channel === 'sms')?.state, 'not-needed')
})

test('many alerts at once are one message each way, and its answer takes them all', async () => {
  const subjects = [await alert(), await alert(), await alert(), await alert(), await alert()]
  await work()
  assert.deepEqual(told(sms), [numberOf(bo)])
  assert.match(sms.handed[0]?.message.short ?? '', /4 more alerts are open/)
  await openReplies(world)({ from: numberOf(bo), text: 'Sí' })
  for (const subject of subjects) assert.equal((await rowOf(subject)).acknowledged_by, bo)
})

test('the short form says what is wrong, how to take it and its code, in 300 characters and without a link', async () => {
  await alert()
  await work()
  const { short, text, spoken } = sms.handed[0]?.message ?? assert.fail('nothing was handed over')
  assert.match(short, /critical alert: A mailbox has not answered for 60 minutes\. Answer 1 to take it\. Code [0-9A-Z]{4}-[0-9A-Z]{4}\.$/)
  assert.ok(short.length <= 300)
  for (const form of [short, text, ...spoken]) assert.doesNotMatch(form, /https?:|www\./)
})

test('the code of a page is told as ours on the check page', async () => {
  await alert()
  await work()
  const check = openCheck({ ...world, rest: async () => undefined })
  const { code } = sms.handed[0]?.message ?? assert.fail('nothing was handed over')
  assert.deepEqual(await check(code, '198.51.100.7'), { answer: 'page', decidedAt: world.clock.now() })
})

test('a key on the telephone takes it, another does not', async () => {
  const subject = await alert()
  await work()
  const key = voice.handed[0]?.message.key ?? ''
  assert.equal(await onKey(world, { key, digit: '5' }), false)
  assert.equal((await rowOf(subject)).acknowledged_at, null)
  assert.equal(await onKey(world, { key, digit: '1' }), true)
  assert.equal((await rowOf(subject)).acknowledged_by, bo)
  assert.equal(await onKey(world, { key: uuid(), digit: '1' }), false)
})

test('a report of the gateway settles a page as it settles a notice', async () => {
  sms.says = { kind: 'taken', answer: 'accepted', reference: 'SM-1' }
  const subject = await alert()
  await work()
  assert.ok(await onReport(world, { channel: 'sms', of: { reference: 'SM-1' }, state: 'delivered', answer: 'DELIVRD' }))
  assert.equal((await pagesOf(subject)).find(({ channel }) => channel === 'sms')?.state, 'delivered')
})

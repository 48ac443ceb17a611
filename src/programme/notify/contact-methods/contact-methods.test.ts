import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { minutesMs, type Who } from '#kernel'
import { uuid } from '#storage'
import { as } from '../../../../test/support/door.ts'
import { newBrowserKeys, subscriptionOf } from '../../../../test/support/fakes/push-browser.ts'
import { lettersAsked } from '../../../../test/support/letters-asked.ts'
import { openWorld, programme, provenAddress, type World } from '../../../../test/support/programme.ts'
import { openWays } from '../../../../test/support/ways-world.ts'
import { addBrowser, addPhone, renewBrowser } from './add-way.ts'
import { myWays } from './my-ways.ts'
import { moveChannel, setQuiet } from './preference.ts'
import { proveWay, sendDigits } from './prove-way.ts'
import { removeWay } from './remove-way.ts'

let world: World
let ways: Awaited<ReturnType<typeof openWays>>
let marta: Who
let david: Who
before(async () => {
  world = await openWorld()
  ways = await openWays(world)
  marta = as(world.marta.personId)
  david = as(world.david.personId)
  await provenAddress(world, world.marta.personId, 'marta@home.example')
})
after(async () => {
  await ways.close()
  await world.storage.close()
})
beforeEach(async () => {
  await world.storage.asTenant(programme, (tx) =>
    tx.updateTable('contact_method').set({ removed_at: world.clock.now() }).where('removed_at', 'is', null).execute(),
  )
  ways.rung.length = 0
  ways.turn.next = undefined
})

const number = '+15555550142'
const digitsOf = (text = ''): string => /\b\d{3} \d{3}\b/.exec(text)?.[0] ?? ''
const newestDigits = (): string => digitsOf(ways.rung.at(-1)?.message.short)

async function add(who = marta, channel: 'sms' | 'voice' = 'sms', typed = number): Promise<string> {
  const { id } = await addPhone(ways.deps(), who, { channel, number: typed })
  await ways.run()
  return id
}
async function addProven(who = marta, channel: 'sms' | 'voice' = 'sms', typed = number): Promise<string> {
  const id = await add(who, channel, typed)
  assert.equal(await proveWay(ways.deps(), who, { id, typed: newestDigits() }), true)
  return id
}
const states = async (who = marta) =>
  (await myWays(ways.deps(), who)).ways.map(({ channel, shown, state }) => `${channel} ${shown} ${state}`)
const row = (id: string) =>
  world.storage.asTenant(programme, (tx) => tx.selectFrom('contact_method').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
const news = async () => (await lettersAsked(world.storage)).flatMap(({ news: one }) => (one?.startsWith('way-') ? [one] : []))

test('a telephone is told from then on when the six digits that were sent there are typed, with or without their space', async () => {
  const id = await add(marta, 'sms', '+1 (555) 555-0142')
  assert.deepEqual(await states(), ['sms ••• 142 waiting', 'mail marta@home.example proven'])
  const [{ number: rung, message } = assert.fail('no message')] = ways.rung
  assert.equal(rung, number)
  assert.match(message.short, /is your code from Bellwether\. Type it on the page/)
  assert.equal(await proveWay(ways.deps(), marta, { id, typed: newestDigits().replace(' ', '') }), true)
  assert.deepEqual(await states(), ['sms ••• 142 proven', 'mail marta@home.example proven'])
})

test('whoever gets a call hears each digit, twice', async () => {
  await add(marta, 'voice')
  const { spoken, short } = ways.rung[0]?.message ?? assert.fail('no call')
  const digits = [...digitsOf(short).replace(' ', '')].join(', ')
  assert.equal(spoken.join(' ').split(digits).length, 3)
})

test('nothing that is kept, and no job, holds the number or the digits', async () => {
  const { id } = await addPhone(ways.deps(), marta, { channel: 'sms', number })
  const kept = await row(id)
  await ways.run()
  const text = Object.values(kept)
    .map((value) => (Buffer.isBuffer(value) ? `${value.toString('latin1')}${value.toString('hex')}` : String(value)))
    .join(' ')
  for (const secret of [number, number.slice(1), newestDigits().replace(' ', '')]) assert.ok(!text.includes(secret), secret)
})

test('wrong digits are refused, and after five tries also the right ones, until others are asked for', async () => {
  const id = await add()
  const right = newestDigits()
  const wrong = right === '000 000' ? '111111' : '000000'
  for (let tries = 0; tries < 5; tries += 1)
    await assert.rejects(proveWay(ways.deps(), marta, { id, typed: wrong }), { code: 'wrong-digits' })
  await assert.rejects(proveWay(ways.deps(), marta, { id, typed: right }), { code: 'wrong-digits' })
  assert.equal(await sendDigits(ways.deps(), marta, id), true)
  world.later(1)
  await ways.run()
  assert.equal(await proveWay(ways.deps(), marta, { id, typed: newestDigits() }), true)
})

test('digits live ten minutes, work once, and newer ones end them', async () => {
  const id = await add()
  const first = newestDigits()
  world.later(1000)
  await sendDigits(ways.deps(), marta, id)
  await ways.run()
  const second = newestDigits()
  if (first !== second) await assert.rejects(proveWay(ways.deps(), marta, { id, typed: first }), { code: 'wrong-digits' })
  world.later(minutesMs(10))
  await assert.rejects(proveWay(ways.deps(), marta, { id, typed: second }), { code: 'wrong-digits' })
  world.later(1000)
  await sendDigits(ways.deps(), marta, id)
  await ways.run()
  const third = newestDigits()
  assert.equal(await proveWay(ways.deps(), marta, { id, typed: third }), true)
  await assert.rejects(proveWay(ways.deps(), marta, { id, typed: third }), { code: 'wrong-digits' })
})

test('digits that became too old while the far end was silent are not sent, nor those of a way that was removed', async () => {
  await addPhone(ways.deps(), marta, { channel: 'sms', number })
  world.later(minutesMs(10))
  await ways.run()
  const { id } = await addPhone(ways.deps(), marta, { channel: 'voice', number })
  await removeWay(ways.deps(), marta, id)
  await ways.run()
  assert.deepEqual(ways.rung, [])
})

test('a far end that takes nothing just now is tried again, and one that knows no such number is said on the page', async () => {
  ways.turn.next = { kind: 'later', answer: '503', everybody: true }
  await addPhone(ways.deps(), marta, { channel: 'sms', number })
  await assert.rejects(ways.run(), { code: 'proof-not-sent' })
  ways.turn.next = { kind: 'gone', answer: 'no such number' }
  await add(marta, 'voice')
  assert.deepEqual(await states(), ['sms ••• 142 waiting', 'mail marta@home.example proven', 'voice ••• 142 gone'])
})

test('what cannot be added is refused in words', async () => {
  const phone = (channel: 'sms' | 'signal', typed: string) => addPhone(ways.deps(), marta, { channel, number: typed })
  await assert.rejects(phone('sms', '5550142'), { code: 'number-not-valid' })
  await assert.rejects(phone('sms', ''), { code: 'number-not-valid' })
  await assert.rejects(phone('signal', number), { code: 'way-not-set-up' })
  await assert.rejects(addBrowser(ways.deps(), marta, { subscription: '{"endpoint":"http://x"}', knownAs: undefined }), {
    code: 'browser-not-valid',
  })
  await assert.rejects(addBrowser({ ...ways.deps(), channels: [] }, marta, { subscription: '', knownAs: undefined }), {
    code: 'way-not-set-up',
  })
  assert.deepEqual((await myWays(ways.deps(), marta)).offered, ['sms', 'voice', 'push'])
})

test('what works already is not added again; what waits or is gone gets new digits under the same entry', async () => {
  const id = await add()
  assert.equal(await add(), id)
  assert.equal(await proveWay(ways.deps(), marta, { id, typed: newestDigits() }), true)
  await assert.rejects(add(), { code: 'way-already-there' })
  await world.storage.asTenant(programme, (tx) =>
    tx.updateTable('contact_method').set({ gone_since: world.clock.now() }).where('id', '=', id).execute(),
  )
  assert.equal(await addProven(), id)
  assert.equal((await row(id)).gone_since, null)
})

test('ten are the most, also when they are added at once', async () => {
  const tries = Array.from({ length: 14 }, (_, at) => addPhone(ways.deps(), marta, { channel: 'sms', number: `+155555501${10 + at}` }))
  const refused = (await Promise.allSettled(tries)).filter(({ status }) => status === 'rejected')
  assert.equal(refused.length, 4)
  for (const one of refused) assert.equal(one.status === 'rejected' && one.reason.code, 'too-many-ways')
})

test('nobody’s telephone rings all day: digits are counted by person and by number', async () => {
  const counted = new Map<string, number>()
  const limit = {
    count: async (key: string) => {
      counted.set(key, (counted.get(key) ?? 0) + 1)
      return (counted.get(key) ?? 0) > 2 ? 60 : 0
    },
  }
  const { id } = await addPhone(ways.deps(limit), marta, { channel: 'sms', number })
  assert.equal(await sendDigits(ways.deps(limit), marta, id), true)
  await assert.rejects(sendDigits(ways.deps(limit), marta, id), { code: 'too-many-digits' })
  // Somebody else who names the same number.
  await assert.rejects(addPhone(ways.deps(limit), david, { channel: 'sms', number }), { code: 'too-many-digits' })
})

test('a browser is told at once, once however often it is added, and only it can put another address in the place of its own', async () => {
  const [browser, renewed] = [newBrowserKeys(), newBrowserKeys()]
  const endpoint = 'https://push.example/wpush/secret'
  const added = { subscription: subscriptionOf(browser, endpoint), knownAs: 'Firefox, Windows' }
  await addBrowser(ways.deps(), marta, added)
  await addBrowser(ways.deps(), marta, added)
  assert.deepEqual(await states(), ['push Firefox, Windows proven', 'mail marta@home.example proven'])
  const subscription = subscriptionOf(renewed, 'https://push.example/wpush/another')
  const renew = (who: Who, oldEndpoint: string) => renewBrowser(ways.deps(), who, { oldEndpoint, subscription })
  assert.equal(await renew(marta, 'https://push.example/wpush/guessed'), false)
  assert.equal(await renew(david, endpoint), false)
  assert.equal(await renew(marta, endpoint), true)
  assert.equal(await renew(marta, endpoint), false)
  assert.deepEqual(await states(), ['push Firefox, Windows proven', 'mail marta@home.example proven'])
})

test('a way that is removed is gone from the list, and adding it again is the way back', async () => {
  const id = await addProven()
  assert.equal(await removeWay(ways.deps(), marta, id), true)
  assert.equal(await removeWay(ways.deps(), marta, id), false)
  assert.deepEqual(await states(), ['mail marta@home.example proven'])
  assert.notEqual(await addProven(), id)
})

test('what is somebody else’s is not there', async () => {
  const id = await add()
  const typed = newestDigits()
  for (const other of [id, uuid()]) {
    assert.equal(await proveWay(ways.deps(), david, { id: other, typed }), false)
    assert.equal(await sendDigits(ways.deps(), david, other), false)
    assert.equal(await removeWay(ways.deps(), david, other), false)
  }
  assert.deepEqual(await states(david), [])
})

test('each coming and going is told by mail and written down without the number', async () => {
  const before = (await news()).length
  const id = await addProven()
  await removeWay(ways.deps(), marta, id)
  await removeWay(ways.deps(), marta, await add(marta, 'voice'))
  assert.deepEqual((await news()).slice(before), ['way-added', 'way-removed'])
  const entries = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('audit_entry').selectAll().where('subject', '=', `contact-method/${id}`).orderBy('seq').execute(),
  )
  assert.deepEqual(
    entries.map(({ action }) => action),
    ['contact-method.ask', 'contact-method.add', 'contact-method.remove'],
  )
  assert.ok(!JSON.stringify(entries).includes('0142'))
})

test('what is moved up is tried first, and an end is an end', async () => {
  await addProven()
  const move = (channel: 'sms' | 'mail', to: 'up' | 'down') => moveChannel(ways.deps(), marta, { channel, to, among: ['sms', 'mail'] })
  const order = async () => (await myWays(ways.deps(), marta)).ways.map(({ channel }) => channel)
  assert.deepEqual(await order(), ['sms', 'mail'])
  await move('mail', 'up')
  assert.deepEqual(await order(), ['mail', 'sms'])
  await move('mail', 'up')
  await move('sms', 'down')
  assert.deepEqual(await order(), ['mail', 'sms'])
  await move('mail', 'down')
  assert.deepEqual(await order(), ['sms', 'mail'])
  // Whoever only says an order has not asked for quiet.
  assert.equal((await myWays(ways.deps(), marta)).quiet, undefined)
})

test('quiet hours are kept in the zone of the person, and two times alike end them', async () => {
  await setQuiet(ways.deps(), marta, { from: '22:30', until: '7:00', zone: 'Europe/Madrid' })
  const { quiet, zone } = await myWays(ways.deps(), marta)
  assert.deepEqual([quiet, zone], [{ from: 1350, until: 420 }, 'Europe/Madrid'])
  await setQuiet(ways.deps(), marta, { from: '00:00', until: '00:00', zone: 'Europe/Madrid' })
  assert.equal((await myWays(ways.deps(), marta)).quiet, undefined)
  for (const from of ['', '25:00', '22', 'ten'])
    await assert.rejects(setQuiet(ways.deps(), marta, { from, until: '07:00', zone: 'UTC' }), { code: 'hours-not-valid' })
  await assert.rejects(setQuiet(ways.deps(), marta, { from: '22:00', until: '07:00', zone: 'Mars/Olympus' }), { code: 'zone-not-valid' })
})

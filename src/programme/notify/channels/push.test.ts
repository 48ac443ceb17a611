import assert from 'node:assert/strict'
import { createECDH, generateKeyPairSync } from 'node:crypto'
import { after, test } from 'node:test'
import { createAsker, openConnections } from '#fetch'
import { openStand } from '../../../../test/support/channel-stand.ts'
import { decrypted, newBrowserKeys, subscriptionOf } from '../../../../test/support/fakes/push-browser.ts'
import { pushOrigin, startPushService, vapidClaims } from '../../../../test/support/fakes/push-service.ts'
import type { VapidKey } from '../web-push/vapid-key.ts'
import type { Message } from './channel.ts'
import { conforms } from './conformance.test-suite.ts'
import { pushChannel } from './push.ts'

const service = await startPushService()
const connections = openConnections(16)
after(async () => {
  connections.close()
  await service.close()
})

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
const ours = createECDH('prime256v1')
ours.setPrivateKey(Buffer.from(privateKey.export({ format: 'jwk' }).d ?? '', 'base64url'))
const vapidKey: VapidKey = { publicKey: ours.getPublicKey('base64url'), privateKey }

let now = new Date()
const onLoopback = createAsker({ lookUp: async () => ['127.0.0.1'], mayDial: (address) => address === '127.0.0.1', connections })
const channel = pushChannel({
  askTyped: service.leading(onLoopback),
  clock: { now: () => now },
  vapid: async () => vapidKey,
  sender: async () => ({ fromAddress: 'notices@protect.example' }),
})

const message = (changes: Partial<Message> = {}): Message => ({
  key: '00000000-0000-4000-8000-000000000001',
  messageId: '<1@protect.example>',
  language: 'fr',
  level: 'confirmed-access',
  subject: 'Quelqu’un est entré',
  text: 'The whole letter.',
  short: 'Quelqu’un est entré. Fermez les sessions. Code 7KQ2-M9XT.',
  spoken: [],
  code: '7KQ2M9XT',
  decidedAt: now,
  ...changes,
})

const opened = (): { readonly browser: ReturnType<typeof newBrowserKeys>; readonly address: string; readonly path: string } => {
  const browser = newBrowserKeys()
  const path = `/wpush/${browser.auth.toString('hex')}`
  return { browser, address: channel.readAddress(subscriptionOf(browser, pushOrigin + path)) ?? '', path }
}
const arrived = (path: string) => service.waiting().filter((one) => one.path === path)

test('a notice reaches its browser, and nobody on the way reads it', async () => {
  const { browser, address, path } = opened()
  assert.deepEqual(await channel.send(address, message()), { kind: 'taken', answer: '201' })
  const [pushed] = arrived(path)
  assert.ok(pushed)
  const { tag, ...shown } = JSON.parse(decrypted(browser, pushed.bytes))
  assert.deepEqual(shown, {
    title: 'Quelqu’un est entré',
    body: 'Quelqu’un est entré. Fermez les sessions. Code 7KQ2-M9XT.',
    code: '7KQ2-M9XT',
  })
  assert.equal(tag, pushed.headers.topic)
  assert.ok(!pushed.bytes.toString('latin1').includes('7KQ2'))
  assert.equal(vapidClaims(pushed.headers.authorization ?? '')?.sub, 'mailto:notices@protect.example')
})

test('the same notice sent again takes the place of the first, and another one stands beside it', async () => {
  const { address, path } = opened()
  for (const key of ['a', 'a', 'b']) await channel.send(address, message({ key }))
  assert.equal(arrived(path).length, 2)
})

test('where somebody may be in, the push service keeps it for four weeks and hurries; else for a day', async () => {
  const { address, path } = opened()
  const levels = ['confirmed-access', 'possible-access', 'attempt-blocked', 'targeted'] as const
  for (const level of levels) await channel.send(address, message({ key: level, level }))
  assert.deepEqual(
    arrived(path).map(({ headers }) => `${headers.urgency} ${headers.ttl}`),
    ['high 2419200', 'high 2419200', 'normal 86400', 'normal 86400'],
  )
})

test('a push service is shown one token for hours, and a new one before it is too old', async () => {
  const { address, path } = opened()
  const begun = now
  for (const minutes of [0, 1, 659, 661]) {
    now = new Date(begun.getTime() + minutes * 60_000)
    await channel.send(address, message({ key: String(minutes) }))
  }
  now = begun
  const tokens = arrived(path).map(({ headers }) => headers.authorization ?? '')
  assert.deepEqual(
    tokens.map((token) => tokens.indexOf(token)),
    [0, 0, 0, 3],
  )
})

test('what a push service answers is said in four words', async () => {
  const { address } = opened()
  const cases = [
    [{ status: 201 }, { kind: 'taken' }],
    [{ status: 202 }, { kind: 'taken' }],
    [{ status: 404 }, { kind: 'gone' }],
    [{ status: 410 }, { kind: 'gone' }],
    [{ status: 403 }, { kind: 'gone' }],
    [{ status: 413 }, { kind: 'refused' }],
    [
      { status: 429, headers: { 'retry-after': '120' } },
      { kind: 'later', everybody: false, afterMs: 120_000 },
    ],
    [
      { status: 503, headers: { 'retry-after': new Date(now.getTime() + 61_000).toUTCString() } },
      { kind: 'later', everybody: false },
    ],
    [{ status: 500 }, { kind: 'later', everybody: false }],
    [{ status: 401 }, { kind: 'later', everybody: false }],
    [{ status: 302, headers: { location: 'http://127.0.0.1/' } }, { kind: 'refused' }],
  ] as const
  for (const [answer, wanted] of cases) {
    service.next(answer)
    assert.partialDeepStrictEqual(await channel.send(address, message()), wanted, String(answer.status))
  }
})

test('an answer that is kept names nobody', async () => {
  const { address, path } = opened()
  service.next({ status: 410 })
  assert.ok(!(await channel.send(address, message())).answer.includes(path))
})

test('the longest notice fits, whatever its letters', async () => {
  const { browser, address, path } = opened()
  const sent = await channel.send(address, message({ subject: '🙂'.repeat(500), short: '🙂'.repeat(150) }))
  assert.equal(sent.kind, 'taken')
  const shown = JSON.parse(decrypted(browser, arrived(path)[0]?.bytes ?? Buffer.alloc(0)))
  assert.equal(shown.code, '7KQ2-M9XT')
})

test('a subscription is read as it is kept, and nothing else is taken for one', () => {
  const browser = newBrowserKeys()
  const kept = channel.readAddress(subscriptionOf(browser, `${pushOrigin}/a`)) ?? ''
  assert.equal(channel.readAddress(kept), kept)
  assert.match(channel.masked(kept), /^push\.example … .{3}$/)
  const another = { ...browser, p256dh: Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 7)]) }
  const bad = [
    ...['', 'x', '{}', '[]', '"https://push.example/"', 'x'.repeat(9000)],
    subscriptionOf(browser, 'http://push.example/a'),
    subscriptionOf(browser, 'https://me:secret@push.example/a'),
    subscriptionOf(browser, 'javascript:alert(1)'),
    subscriptionOf(browser, `https://push.example/${'x'.repeat(3000)}`),
    // No point of the curve: whoever sent it would learn of our key.
    subscriptionOf(another, 'https://push.example/a'),
    subscriptionOf({ ...browser, auth: Buffer.alloc(15) }, 'https://push.example/a'),
    subscriptionOf({ ...browser, p256dh: browser.p256dh.subarray(1) }, 'https://push.example/a'),
  ]
  for (const typed of bad) assert.equal(channel.readAddress(typed), undefined, typed.slice(0, 90))
})

test('a subscription that leads into the house is not asked', async () => {
  const guarded = pushChannel({
    askTyped: createAsker({ lookUp: async () => ['127.0.0.1'] }),
    clock: { now: () => now },
    vapid: async () => vapidKey,
    sender: async () => ({ fromAddress: 'notices@protect.example' }),
  })
  const before = service.asked.length
  const sent = await guarded.send(opened().address, message())
  assert.deepEqual(sent, { kind: 'later', answer: 'not on the open internet', everybody: false })
  assert.equal(service.asked.length, before)
})

test('many messages to one push service share a few connections', async () => {
  const browsers = Array.from({ length: 200 }, opened)
  const sent = await Promise.all(browsers.map(({ address }) => channel.send(address, message())))
  assert.ok(sent.every(({ kind }) => kind === 'taken'))
  assert.ok(service.sockets() <= 16, `${service.sockets()} connections`)
})

conforms('Web Push', async () => {
  const there = await startPushService()
  const here = openStand({})
  const browser = newBrowserKeys()
  const good = subscriptionOf(browser, `${pushOrigin}/wpush/secret-of-the-browser`)
  const web = pushChannel({
    askTyped: there.leading(here.deps.askTyped),
    clock: here.deps.clock,
    vapid: async () => vapidKey,
    sender: async () => ({ fromAddress: 'notices@protect.example' }),
  })
  const later = { kind: 'later', everybody: false } as const
  return {
    ...{ channel: web, address: web.readAddress(good) ?? '', form: 'short', isIdempotent: true },
    typed: { good, bad: [good.replace('https', 'http'), '{}'] },
    turn: there.turn,
    moods: {
      ...{ silent: later, switches: later, endless: later },
      ...{ gone: { kind: 'gone' }, refuses: { kind: 'refused' }, later: { ...later, afterMs: 2000 } },
    },
    // As the service worker shows it.
    shown: () => there.waiting().map(({ bytes }) => JSON.parse(decrypted(browser, bytes)).body),
    secrets: ['secret-of-the-browser', browser.auth.toString('base64url')],
    logged: here.logged,
    sockets: there.sockets,
    close: async () => {
      here.close()
      await there.close()
    },
  }
})

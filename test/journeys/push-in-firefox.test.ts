/**
 * A person adds their Firefox on our page, and a notice that leaves through our
 * channel is decrypted by that Firefox and shown by our service worker, while
 * the page is closed. Only Mozilla's push service is a fake.
 */
import assert from 'node:assert/strict'
import { createECDH, generateKeyPairSync } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { createAsker, openConnections } from '#fetch'
import { type Http, startHttp } from '#http'
import { type Channel, pushChannel } from '#notify'
import { createWeb } from '#web'
import { startAutopush } from '../support/fakes/autopush.ts'
import { inventedProgramme, sessions } from '../support/invented-programme.ts'
import { findPart, needs } from '../support/system-parts.ts'
import { until } from '../support/until.ts'

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
const ours = createECDH('prime256v1')
ours.setPrivateKey(Buffer.from(privateKey.export({ format: 'jwk' }).d ?? '', 'base64url'))
const publicKey = ours.getPublicKey('base64url')

const notice = (key: string, short: string): Parameters<Channel['send']>[1] => ({
  ...{ key, messageId: `<${key}@protect.example>`, language: 'en', level: 'confirmed-access', text: '', spoken: [] },
  ...{ subject: 'Confirmed access: a notice from Bellwether', short, code: '7KQ2M9XT', decidedAt: new Date() },
})

describe('Web Push in Firefox', needs('firefox'), () => {
  let autopush: Awaited<ReturnType<typeof startAutopush>>
  let browser: Browser
  let http: Http
  let page: Page
  let added: { readonly subscription: string; readonly userAgent: string } | undefined
  const connections = openConnections(4)

  before(async () => {
    autopush = await startAutopush()
    const { deps } = inventedProgramme()
    const howTold = {
      ...deps.howTold,
      pushKey: async () => publicKey,
      addBrowser: async (_: unknown, browserAdded: NonNullable<typeof added>) => {
        added = browserAdded
      },
    }
    http = await startHttp({ host: '127.0.0.1', port: 0, fetch: createWeb({ ...deps, howTold }).fetch })
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: findPart('firefox') ?? 'firefox-esr',
      headless: true,
      extraPrefsFirefox: {
        'dom.push.serverURL': autopush.serverUrl,
        'dom.push.testing.allowInsecureServerURL': true,
        'dom.push.connection.enabled': true,
        'permissions.default.desktop-notification': 1,
        // Without a desktop there is nobody who shows them but Firefox itself; they stay until they are looked at.
        'alerts.useSystemBackend': false,
        'dom.webnotifications.requireinteraction.enabled': true,
      },
    })
    await browser.setCookie({ name: 'bellwether', value: sessions.person, domain: 'localhost', path: '/' })
    page = await browser.newPage()
  })
  after(async () => {
    await browser?.close()
    connections.close()
    await http?.close(0)
    await autopush?.close()
  })

  const shownIn = (at: Page) =>
    at.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration('/')
      return ((await registration?.getNotifications()) ?? []).map(({ title, body }) => ({ title, body }))
    })

  test('a person adds this browser with one button, and a notice is shown there, the same one once, also while no page of ours is open', async () => {
    await page.goto(`http://localhost:${http.port}/how-told`)
    await page.waitForSelector('form[data-push-key]:not([hidden])')
    await page.locator('form[data-push-key] button').click()
    await until('the browser was added', () => added !== undefined)
    assert.match(added?.userAgent ?? '', /Firefox/)
    await page.goto('about:blank')

    const onLoopback = createAsker({ lookUp: async () => ['127.0.0.1'], mayDial: (address) => address === '127.0.0.1', connections })
    const channel = pushChannel({
      askTyped: autopush.leading(onLoopback),
      clock: { now: () => new Date() },
      vapid: async () => ({ publicKey, privateKey }),
      sender: async () => ({ fromAddress: 'notices@protect.example' }),
    })
    const address = channel.readAddress(added?.subscription ?? '') ?? assert.fail('no subscription')
    for (const [key, short] of [
      ['a', 'Somebody got into your account. Code 7KQ2-M9XT.'],
      ['a', 'Somebody got into your account. Code 7KQ2-M9XT.'],
      ['b', '¿Quién? 🙂 Another one.'],
    ] as const)
      assert.equal((await channel.send(address, notice(key, short))).kind, 'taken')
    await until('Firefox decrypted all three', () => autopush.decrypted() === 3)

    await page.goto(`http://localhost:${http.port}/how-told`)
    const shown = await until('both are shown', async () => {
      const all = await shownIn(page)
      return all.length >= 2 && all
    })
    assert.deepEqual(
      shown.toSorted((one, other) => one.body.localeCompare(other.body)),
      [
        { title: 'Confirmed access: a notice from Bellwether', body: '¿Quién? 🙂 Another one.' },
        { title: 'Confirmed access: a notice from Bellwether', body: 'Somebody got into your account. Code 7KQ2-M9XT.' },
      ],
    )
  })
})

/**
 * Ways in, in a real browser on the real product: a passkey; a code app added
 * and used without JavaScript; a recovery code; a proof before what matters,
 * with the form carried along; a session ended elsewhere; two people who help
 * somebody back in who lost everything; and a desk that only a passkey opens.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { generateSync } from 'otplib'
import type { Browser, Page } from 'playwright-core'
import { atTheScreen, type Screen } from '../support/at-the-screen.ts'
import { openBrowser } from '../support/browser.ts'
import { freePort } from '../support/free-port.ts'
import { givePasskeyDevice } from '../support/passkey-device.ts'
import { newDataDir, type Product, startProduct } from '../support/product.ts'
import { ask } from '../support/product-database.ts'
import { openHouseFor, seedOrganisation, seedRelay } from '../support/seed.ts'
import { type Received, type SmtpSink, startSmtpSink, textOf } from '../support/smtp-sink.ts'
import { needs } from '../support/system-parts.ts'
import { until } from '../support/until.ts'

type World = { readonly product: Product; readonly browser: Browser; readonly sink: SmtpSink }
type Seat = { readonly page: Page; readonly screen: Screen }

async function seat({ browser, product }: World, { javaScriptEnabled = true } = {}): Promise<Seat> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 800 } })
  const page = await context.newPage()
  if (javaScriptEnabled) await givePasskeyDevice(page)
  return { page, screen: atTheScreen(page, product.address) }
}

const bodyOf = (letter: Received): string => textOf(letter).split('\r\n\r\n').slice(1).join('\n')
const sixDigits = /^\s*\b(\d{3} ?\d{3})\b/
const asked = new Map<string, number>()

/** The six digits of the next letter to an address that has some. */
async function digits(sink: SmtpSink, address: string): Promise<string> {
  const count = (asked.get(address) ?? 0) + 1
  asked.set(address, count)
  const letters = await sink.waitFor(count, { match: (letter) => letter.to.includes(address) && sixDigits.test(bodyOf(letter)) })
  return sixDigits.exec(bodyOf(letters.at(-1) ?? assert.fail()))?.[1] ?? assert.fail('no six digits')
}

async function enterByMail({ sink, product }: World, { screen }: Seat, address: string): Promise<void> {
  // They all sit at one machine, whose share of a minute is smaller than this morning.
  await ask(product, 'delete from bellwether.rate_limit')
  await screen.open('/sign-in')
  await screen.fill({ 'Mail address': address })
  await screen.press('Mail me a code')
  await screen.fill({ 'Six digits': await digits(sink, address) })
  await screen.press('Sign in')
}

/** Each code of an app is taken once: waits for one that was not yet. */
let lastCode = ''
async function nextCode(secret: string): Promise<string> {
  const code = await until(
    'the app shows a new code',
    () => {
      const now = generateSync({ secret })
      return now === lastCode ? undefined : now
    },
    40_000,
  )
  lastCode = code
  return code
}

test('ways in, and what they protect', { skip: needs('chromium').skip, timeout: 240_000 }, async (t) => {
  const dataDir = await newDataDir()
  const [sink, browser] = await Promise.all([startSmtpSink(), openBrowser()])
  t.after(() => Promise.all([sink.stop(), browser.close()]))
  const house = await openHouseFor(dataDir)
  const people = await seedOrganisation(house, {
    organisation: 'Westlake Office',
    domain: 'westlake-office.example',
    people: ['Ana Ruiz', 'Ben Okafor', 'Cleo Park'],
    imap: { host: '127.0.0.1', port: 9 },
  })
  const [ana = assert.fail(), ben = assert.fail(), cleo = assert.fail()] = people
  await seedRelay(house, sink)
  // A passkey is bound to where the pages are.
  const port = await freePort()
  const settings = await house.settings.read()
  await house.settings.save({ kind: 'programme' }, { ...settings, publicAddress: `http://localhost:${port}` })
  await house.storage.asTenant({ kind: 'programme' }, (tx) =>
    tx.updateTable('membership').set({ role: 'administrator' }).where('person_id', 'in', [ben.personId, cleo.personId]).execute(),
  )
  await house.close()
  const product = await startProduct({ dataDir, port })
  t.after(() => product.remove())
  const world: World = { product, browser, sink }

  // Without JavaScript: a code app, its square and its letters, a first code, ten codes on paper.
  const plain = await seat(world, { javaScriptEnabled: false })
  await enterByMail(world, plain, ana.personal)
  await plain.screen.reads(/to do, Ana/)
  await plain.screen.open('/security')
  await plain.screen.follow('Open: Code app')
  await plain.screen.fill({ 'Name of this app': 'My phone' })
  await plain.screen.press('Start')
  await plain.screen.reads('Add this to your app')
  assert.ok(await plain.page.locator('svg.square-code path').isVisible())
  const secret = (await plain.page.locator('.secret').innerText()).replaceAll(' ', '')
  await plain.screen.fill({ 'Six digits from the app': '000000' })
  await plain.screen.press('Confirm')
  assert.match(await plain.screen.text(), /not the code that the app shows now/)
  await plain.screen.fill({ 'Six digits from the app': await nextCode(secret) })
  await plain.screen.press('Confirm')
  await plain.screen.reads('Recovery codes')
  await plain.screen.press('Make ten codes')
  const paper = (await plain.screen.text()).match(/\b\w{4}-\w{4}-\w{4}\b/g) ?? []
  assert.equal(new Set(paper).size, 10)
  await sink.waitFor(1, { match: (letter) => letter.to.includes(ana.personal) && /app that shows codes was added/.test(bodyOf(letter)) })

  // Signing in with it: the mailbox alone opens nothing.
  const second = await seat(world, { javaScriptEnabled: false })
  await enterByMail(world, second, ana.personal)
  await second.screen.reads('One more step')
  await second.screen.fill({ Code: '123456' })
  await second.screen.press('Sign in')
  assert.match(await second.screen.text(), /not right, or it was used before/)
  await second.screen.fill({ Code: await nextCode(secret) })
  await second.screen.press('Sign in')
  await second.screen.reads(/to do, Ana/)

  // A session ended elsewhere.
  await plain.screen.open('/sessions')
  assert.match(await plain.screen.text(), /Chrome on Linux/)
  await plain.screen.press('Sign out all others')
  assert.match(await plain.screen.text(), /All others are signed out/)
  await second.screen.open('/home')
  await second.screen.reads('Sign in')

  // A proof before what matters: what was typed goes on afterwards.
  const where = { dataDir }
  const goStale = () => ask(where, "update bellwether.session set proved_at = now() - interval '11 minutes'")
  await plain.screen.open('/privacy')
  await goStale()
  await plain.page.locator('form[action="/privacy/give"] button').first().press('Enter')
  await plain.screen.reads('Confirm that it is you')
  await plain.screen.fill({ 'Code of your app': await nextCode(secret) })
  await plain.screen.press('Confirm')
  assert.match(await plain.screen.text(), /Your permission is kept/)

  // A recovery code, on another device; then a passkey, and in with it.
  const laptop = await seat(world)
  await enterByMail(world, laptop, ana.personal)
  await laptop.screen.reads('One more step')
  await laptop.screen.fill({ Code: paper[0]?.toLowerCase() ?? '' })
  await laptop.screen.press('Sign in')
  await laptop.screen.reads(/to do, Ana/)
  await plain.screen.open('/home')
  await plain.screen.reads('Sign in')
  await laptop.screen.open('/passkeys')
  await laptop.screen.fill({ 'Name of this passkey': 'My laptop' })
  await laptop.screen.press('Add a passkey')
  await laptop.screen.reads(/to do, Ana/)
  await laptop.screen.press('Sign out')
  await laptop.screen.press('Use a passkey')
  await laptop.screen.reads(/to do, Ana/)
  await goStale()
  await laptop.screen.open('/recovery-codes')
  await laptop.screen.reads('Confirm that it is you')
  await laptop.screen.press('Use a passkey')
  await laptop.screen.reads('Recovery codes')
  assert.match(await laptop.screen.text(), /9 of 10 are left/)

  // She works at the desk for a while: it opens with her passkey, and never without it.
  const her = `'${ana.personId}'`
  await ask(where, `insert into bellwether.staff (person_id, role, since) values (${her}, 'analyst', now())`)
  await laptop.screen.open('/queue')
  await laptop.screen.reads('Queue')
  await laptop.screen.press('Sign out')
  await enterByMail(world, laptop, ana.personal)
  await laptop.screen.reads('One more step')
  await laptop.screen.fill({ Code: await nextCode(secret) })
  await laptop.screen.press('Sign in')
  await laptop.screen.reads('This part opens with a passkey')
  await laptop.screen.follow('Your own page is open as ever')
  await laptop.screen.reads(/to do, Ana/)
  await laptop.screen.open('/organisations')
  await laptop.screen.press('Use a passkey')
  await laptop.screen.reads('Organisations')
  await laptop.screen.open('/passkeys')
  await laptop.screen.follow('Remove “My laptop”')
  await laptop.screen.press('Remove')
  await laptop.screen.open('/organisations')
  await laptop.screen.reads('This part opens with a passkey')
  await laptop.screen.follow('Add a passkey')
  await laptop.screen.fill({ 'Name of this passkey': 'My laptop, anew' })
  await laptop.screen.press('Add a passkey')
  await laptop.screen.reads('Organisations')
  await ask(where, `delete from bellwether.staff where person_id = ${her}`)

  // Everything is lost: two people help her back in.
  await laptop.page.context().close()
  const lost = await seat(world)
  await lost.screen.open('/sign-in')
  await lost.screen.follow('Lost every way in?')
  await lost.screen.fill({ 'Mail address': ana.work })
  await lost.screen.press('Ask for it')
  const [reference = assert.fail()] = /\b\w{4}-\w{4}\b/.exec(await lost.screen.text()) ?? []
  const helpers: Seat[] = []
  for (const helper of [ben, cleo]) {
    const own = await seat(world, { javaScriptEnabled: false })
    await enterByMail(world, own, helper.personal)
    await own.screen.open('/organisation')
    await own.screen.follow('Help somebody back in')
    assert.ok((await own.screen.text()).includes(reference))
    await own.screen.follow('Ana Ruiz')
    await own.screen.press(helper === ben ? 'I called them' : 'I agree')
    helpers.push(own)
  }
  const stops = await sink.waitFor(2, {
    match: (letter) => letter.to.includes(ana.personal) && /\b\w{4}-\w{4}-\w{4}\b/.test(bodyOf(letter)),
  })
  assert.doesNotMatch(stops.map(bodyOf).join(), /https?:/)
  await ask(where, "update bellwether.recovery_request set opens_at = now() - interval '1 minute'")
  const halves = []
  for (const helper of helpers) {
    await helper.page.reload()
    halves.push(await helper.page.locator('#step .secret').innerText())
  }
  await lost.screen.open('/recover/finish')
  await lost.screen.fill({ 'Half from one person': halves[1] ?? '', 'Half from the other person': halves[0] ?? '' })
  await lost.screen.press('Sign in')
  await lost.screen.reads('Passkeys')
  await lost.screen.fill({ 'Name of this passkey': 'New phone' })
  await lost.screen.press('Add a passkey')
  await lost.screen.reads(/to do, Ana/)
})

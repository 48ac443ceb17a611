/**
 * The first day of a programme, in a real browser: the printed link, a passkey,
 * the settings, an organisation with two people; one of them connects a real
 * mailbox, is attacked, is told on another address, and the desk sees why.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { atTheScreen, type Screen } from '../support/at-the-screen.ts'
import { openBrowser } from '../support/browser.ts'
import { type Dovecot, startDovecot } from '../support/dovecot.ts'
import { freePort } from '../support/free-port.ts'
import { attackLetter, chance } from '../support/letters.ts'
import { givePasskeyDevice } from '../support/passkey-device.ts'
import { type Product, startProduct } from '../support/product.ts'
import { type Received, type SmtpSink, startSmtpSink, textOf } from '../support/smtp-sink.ts'
import { needs } from '../support/system-parts.ts'
import { grounds } from '../support/two-databases.ts'
import { until } from '../support/until.ts'

const ana = { name: 'Ana Ruiz', work: 'ana.ruiz@westlake-office.example', personal: 'ana@home.example', password: 'correct horse battery' }
const ben = { name: 'Ben Okafor', work: 'ben.okafor@westlake-office.example' }
const promiseMs = 5000
const noticeCode = /\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/

type World = { readonly product: Product; readonly browser: Browser; readonly dovecot: Dovecot; readonly sink: SmtpSink }
type Seat = { readonly page: Page; readonly screen: Screen }

/** A browser of somebody's own, with or without JavaScript. */
async function seat({ browser, product }: World, { javaScriptEnabled = true } = {}): Promise<Seat> {
  const context = await browser.newContext({ javaScriptEnabled })
  const page = await context.newPage()
  if (javaScriptEnabled) await givePasskeyDevice(page)
  return { page, screen: atTheScreen(page, product.address) }
}

const bodyOf = (letter: Received): string => textOf(letter).split('\r\n\r\n').slice(1).join('\n')
const sixDigits = /^\s*\b(\d{3} ?\d{3})\b/

/** The six digits in the newest letter to an address that opens with some, once there are `count` of them. */
async function digits(sink: SmtpSink, address: string, count: number): Promise<string> {
  const letters = await sink.waitFor(count, { match: (letter) => letter.to.includes(address) && sixDigits.test(bodyOf(letter)) })
  return sixDigits.exec(bodyOf(letters.at(-1) ?? assert.fail()))?.[1] ?? assert.fail('the letter has no six digits')
}

/** The printed link, a name, a passkey, the relay, an organisation, two people; answers the link of each. */
async function setUp(world: World, { page, screen }: Seat): Promise<readonly string[]> {
  const { product, sink } = world
  await screen.open(await until('a first link is printed', () => product.firstLink()))
  await screen.fill({ 'Your name': 'Olga Operator' })
  await screen.press('Continue')
  await screen.fill({ 'Name of this passkey': 'My laptop' })
  await screen.press('Add a passkey')
  await screen.reads('Settings')

  const mail = atTheScreen(page, product.address, '#mail')
  const nobodyThere = String(await freePort())
  await mail.fill({ Relay: sink.host, Port: nobodyThere, 'Address that all letters come from': 'notices@programme.example' })
  await mail.choose('Protection', 'none')
  await mail.press('Check and save')
  assert.match(await mail.text(), new RegExp(`127\\.0\\.0\\.1.*${nobodyThere}.*\\.`))
  await until('the log has a line of it', () => product.printed().split('settings were refused').length === 2)
  await mail.fill({ Port: String(sink.port) })
  await mail.press('Check and save')
  assert.match(await mail.text(), /127\.0\.0\.1 takes our mail\./)

  await screen.open('/organisations')
  await screen.follow('Add an organisation')
  await screen.fill({ Name: 'Westlake Office', 'Domains of its work mail': 'westlake-office.example' })
  await screen.press('Add')
  for (const person of [ana, ben]) {
    await screen.fill({ Name: person.name, 'Work mail address': person.work })
    await screen.press('Add')
  }
  const links = []
  for (const person of [ana, ben]) {
    await screen.press(`Make a link for ${person.name}`)
    links.push(await page.getByLabel('Link', { exact: true }).inputValue())
    await screen.follow('Back to the people')
  }
  return links
}

/** Ana joins by her link, connects her work mailbox, proves another address, makes a passkey; answers one of her codes on paper. */
async function joinAndConnect({ dovecot, sink }: World, { page, screen }: Seat, link: string): Promise<string> {
  await screen.open(link)
  await screen.reads('Westlake Office invites you')
  await screen.tick('I have read this and want to take part.')
  await screen.press('Take part')
  await screen.reads(`Connect ${ana.work}`)
  await screen.fill({ Password: ana.password, 'IMAP server': dovecot.host, Port: String(dovecot.port) })
  await screen.choose('Protection', 'none')
  await screen.tick(
    'A program may read new mail in this mailbox to find hostile mail, and the headers of old and sent mail to know who writes with me. I can take this back at any time.',
  )
  await screen.press('Connect')
  await screen.reads('Two things to do, Ana')

  await screen.follow('Add a personal address')
  await screen.fill({ 'Personal mail address': ana.personal })
  await screen.press('Send the code')
  await screen.fill({ 'Six digits': await digits(sink, ana.personal, 1) })
  await screen.press('Prove this address')
  await screen.reads('One thing to do, Ana')

  await screen.follow('Start: Add a passkey')
  await screen.fill({ 'Name of this passkey': 'My phone' })
  await screen.press('Add a passkey')
  await screen.reads('One thing to do, Ana')

  await screen.follow('Start: Put recovery codes on paper')
  await screen.press('Make ten codes')
  await screen.reads('Your ten recovery codes')
  const [code = assert.fail('there are no codes')] = /\b\w{4}-\w{4}-\w{4}\b/.exec(await screen.text()) ?? []
  await screen.follow('I have them on paper')
  await screen.reads('Nothing to do, Ana')
  await until('the mailbox is watched', async () => {
    await page.reload()
    return /Watched/.test(await screen.text())
  })
  return code
}

/** A phishing mail arrives; answers the code of the notice that reaches the other address in time. */
async function attack({ dovecot, sink }: World): Promise<string> {
  const letter = attackLetter('unusual-sign-in', chance(7), { name: ana.name, address: ana.work })
  const isNotice = (one: Received) => noticeCode.test(bodyOf(one))
  const before = (await sink.received()).filter(isNotice).length
  const sentAt = Date.now()
  await dovecot.deliver(ana.work, letter.bytes)
  const told = (await sink.waitFor(before + 1, { match: isNotice })).at(-1) ?? assert.fail()
  const waited = Date.parse(told.at) - sentAt
  assert.ok(waited <= promiseMs, `told within ${promiseMs} ms; it took ${waited} ms`)
  assert.deepEqual(told.to, [ana.personal])
  const body = bodyOf(told)
  assert.doesNotMatch(body, /https?:|www\.|click/i, 'no link')
  assert.ok((await dovecot.flags(ana.work)).every((flags) => flags === ''))
  return noticeCode.exec(body)?.[0] ?? assert.fail('the notice has no code')
}

/** Nobody in particular types the code, then one that is not ours. */
async function checkCodes(world: World, code: string): Promise<void> {
  const { page, screen } = await seat(world, { javaScriptEnabled: false })
  const form = async () => (await page.locator('form[action="/check"]').innerHTML()).replaceAll(/value="[^"]*"/g, 'value=""')
  await screen.open('/check')
  await screen.fill({ Code: code.toLowerCase().replace('-', ' ') })
  await screen.press('Check')
  await screen.reads('Yes, this notice is ours')
  const today = new Date().getUTCFullYear()
  assert.match(await screen.text(), new RegExp(`We sent it on .*${today}.*Its level is “Targeted”`))
  assert.doesNotMatch(await screen.text(), /Ana|westlake|Microsoft/i, 'what it says is for its reader alone')
  const genuine = await form()
  await screen.fill({ Code: code === '0000-0000' ? '1111-1111' : '0000-0000' })
  await screen.press('Check')
  await screen.reads('We did not send a notice with this code')
  assert.equal(await form(), genuine, 'the same form')
}

/** The desk reads the incident and confirms it. */
async function decide({ page, screen }: Seat): Promise<void> {
  await screen.open('/queue')
  assert.match(await screen.text(), /Ana Ruiz/)
  await page.locator('table.incidents th a').press('Enter')
  await screen.reads('Why we say so')
  const shown = await screen.text()
  assert.match(shown, /Unusual sign-in activity/)
  assert.match(shown, /hxxps:\/\/rnicrosoft/, 'links are made harmless')
  const markup = await page.content()
  assert.doesNotMatch(markup, /https?:\/\/rnicrosoft/, "the attacker's link is nowhere")
  assert.doesNotMatch(markup, /<p>Microsoft account<\/p>/, "nor the attacker's HTML")
  await screen.press('Confirm')
  assert.match(await screen.text(), /Recorded\./)
  assert.match(await screen.text(), /Olga Operator confirmed it/)
}

for (const ground of grounds) {
  test(`the first day of a programme, on ${ground.name}`, {
    skip: needs('dovecot', 'chromium').skip || ground.without(),
    timeout: 180_000,
  }, async (t) => {
    const [dovecot, sink, on, browser] = await Promise.all([
      startDovecot({ boxes: { [ana.work]: ana.password } }),
      startSmtpSink(),
      ground.open(),
      openBrowser(),
    ])
    t.after(() => Promise.all([dovecot.remove(), sink.stop(), on.remove(), browser.close()]))
    const product = await startProduct({ environment: on.environment })
    t.after(() => product.remove())
    const world = { product, browser, dovecot, sink }

    const operator = await seat(world)
    const [hers = assert.fail()] = await setUp(world, operator)
    const person = await seat(world)
    const paper = await joinAndConnect(world, person, hers)

    const code = await attack(world)
    await checkCodes(world, code)
    await person.screen.open('/home')
    await person.screen.follow('Read: Read what we told you')
    assert.ok((await person.screen.text()).includes(code), 'her own page shows the same code')
    await decide(operator)

    await operator.screen.press('Sign out')
    await operator.screen.press('Use a passkey')
    await operator.screen.open('/queue')
    await operator.screen.reads('Queue')

    const { screen } = await seat(world, { javaScriptEnabled: false })
    await screen.open('/sign-in')
    await screen.fill({ 'Mail address': ana.personal })
    await screen.press('Mail me a code')
    await screen.fill({ 'Six digits': await digits(sink, ana.personal, 2) })
    await screen.press('Sign in')
    await screen.reads('One more step')
    await screen.fill({ Code: paper.toLowerCase() })
    await screen.press('Sign in')
    await screen.reads(/to do, Ana/)
  })
}

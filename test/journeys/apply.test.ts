/**
 * An organisation joins, on a phone and without scripts: the rules are asked, the application is written in its steps,
 * the domain is proved in a real name server that others see otherwise, both administrators are invited, and one of them
 * brings twelve others in by a list. One of them enrols at work and at home, allows something and takes it back; then the organisation says goodbye, and
 * what is that person's own goes on.
 * Screens, questions and keys are counted: it must not take a slow reader more than ten minutes.
 */
import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { atTheScreen, type Screen } from '../support/at-the-screen.ts'
import { openBrowser } from '../support/browser.ts'
import { type NameServer, startNameServer } from '../support/name-server.ts'
import { newDataDir, type Product, startProduct } from '../support/product.ts'
import { ask } from '../support/product-database.ts'
import { openHouseFor, seedRelay } from '../support/seed.ts'
import { type Received, type SmtpSink, startSmtpSink, textOf } from '../support/smtp-sink.ts'
import { needs } from '../support/system-parts.ts'
import { until } from '../support/until.ts'

const zone = 'harbour-watch.example'
const contact = `lee@${zone}`
const other = `kim@${zone}`
/** A slow reader: 130 words a minute, a key a second (Card, Moran and Newell's poorest typist). */
const wordsAMinute = 130
const keysAMinute = 60
const secondsAList = 10

const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length

describe('an organisation applies', needs('chromium', 'knot'), () => {
  let names: NameServer[]
  let sink: SmtpSink
  let product: Product
  let browser: Browser
  let dataDir: string

  before(async () => {
    dataDir = await newDataDir()
    ;[names, sink, browser] = await Promise.all([
      Promise.all([1, 2, 3].map(() => startNameServer({ [zone]: [`@ MX 10 mail.${zone}.`] }))),
      startSmtpSink(),
      openBrowser(),
    ])
    const house = await openHouseFor(dataDir, {})
    await seedRelay(house, sink)
    await house.close()
    product = await startProduct({
      dataDir,
      environment: { BELLWETHER_DNS: 'system', BELLWETHER_RESOLVERS: names.map(({ server }) => server).join(',') },
    })
  })
  after(async () => {
    await browser?.close()
    await product?.stop()
    await Promise.all([...(names ?? []).map((one) => one.remove()), sink?.stop()])
    await rm(dataDir, { recursive: true, force: true })
  })

  const letterTo = async (address: string, isRight: (text: string) => boolean): Promise<string> => {
    const letters = await sink.waitFor(1, { match: (letter: Received) => letter.to.includes(address) && isRight(textOf(letter)) })
    return textOf(letters.at(-1) ?? assert.fail())
  }

  /** What axe finds on the same page; it needs scripts, so it looks with a browser that has them. */
  async function violationsAt(page: Page): Promise<readonly string[]> {
    const context = await browser.newContext({ viewport: { width: 360, height: 780 } })
    await context.addCookies(await page.context().cookies())
    const copy = await context.newPage()
    await copy.goto(page.url())
    const { violations } = await new AxeBuilder({ page: copy }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
    await context.close()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)
  }

  /** What is on the screen is for everybody, asks at most two things, and is counted. */
  async function look(page: Page, counted: { screens: number; words: number; seconds: number }): Promise<void> {
    assert.deepEqual(await violationsAt(page), [])
    const asks = await page.locator('main form').first().locator('input:not([type=hidden]):not([type=submit]), select, textarea').count()
    assert.ok(asks <= 2, `${page.url()} asks ${asks} things`)
    counted.screens += 1
    // Nobody reads a list of countries: it is searched.
    const lists = await page.locator('main select').allInnerTexts()
    counted.words += wordsIn(await page.locator('main').innerText()) - lists.reduce((sum, list) => sum + wordsIn(list), 0)
    counted.seconds += lists.length * secondsAList
  }

  test('from the first page to twelve people in minutes, and from one of them to the goodbye', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } })
    const page = await context.newPage()
    page.setDefaultTimeout(8000)
    const screen: Screen = atTheScreen(page, product.address)
    const counted = { screens: 0, words: 0, keys: 0, seconds: 0 }
    const typed = async (fields: Readonly<Record<string, string>>) => {
      counted.keys += Object.values(fields).reduce((sum, value) => sum + value.length + 1, 0)
      await screen.fill(fields)
    }
    const on = async () => {
      await look(page, counted)
      counted.keys += 1
      await screen.press('Save and go on')
    }

    await screen.open('/')
    await screen.follow('Apply to join')
    await screen.press('Begin')
    await screen.choose('What your organisation is', 'charity')
    await on()
    await screen.choose('Country', 'US')
    await on()
    await screen.choose('What your mail runs on', 'other')
    await on()
    await screen.reads('Yes, you may join')
    await screen.follow('Save and go on')
    await typed({ 'Name of the organisation': 'Harbour Watch', 'Its domain': zone })
    await on()
    await typed({ Name: 'Lee Marsh', 'Mail address': contact })
    await on()
    const digits = /\b(\d{3} \d{3})\b/.exec(await letterTo(contact, (text) => /\d{3} \d{3}/.test(text)))?.[1] ?? assert.fail()
    await typed({ 'Six digits': '000000' })
    await screen.press('Save and go on')
    assert.match(await screen.text(), /not the code we sent/)
    await typed({ 'Six digits': digits })
    await on()
    await typed({ Name: 'Kim Ode', 'Mail address': contact })
    await screen.press('Save and go on')
    assert.match(await screen.text(), /address of their own/)
    await typed({ Name: 'Kim Ode', 'Mail address': other })
    await on()
    await on()
    await screen.reads('Is all of this right?')
    await look(page, counted)
    await screen.tick('We accept the terms.')
    await screen.press('Send it in')
    await screen.reads('We need to see that it is you')
    await look(page, counted)
    const line = /bellwether-domain-proof=[\w-]+/.exec(await screen.text())?.[0] ?? assert.fail('no line to publish')

    // One resolver of three sees it: that is a dispute, and no proof.
    await names[0]?.rewrite(zone, [`_bellwether-challenge TXT "${line}"`])
    await screen.press('Look now')
    assert.match(await screen.text(), /Answers differ/)
    await names[1]?.rewrite(zone, [`_bellwether-challenge TXT "${line}"`])
    await screen.press('Look now')
    await until('it is decided', async () => {
      await page.reload()
      return /You are accepted/.test(await screen.text())
    })
    await letterTo(contact, (text) => /accepted/.test(text))
    for (const address of [contact, other]) assert.match(await letterTo(address, (text) => /\/join\//.test(text)), /\/join\/[\w-]{20,}/)

    const minutes = counted.words / wordsAMinute + counted.keys / keysAMinute + counted.seconds / 60
    console.log(
      `# ${counted.screens} screens, ${counted.words} words, ${counted.keys} keys: ${minutes.toFixed(1)} minutes of a slow reader`,
    )
    assert.ok(minutes <= 10, `${minutes.toFixed(1)} minutes`)

    // The administrator joins and brings twelve others in by a list, of whom one enrols at work and at home and leaves again.
    const [, link = assert.fail('no link')] = /(\/join\/[\w-]{20,})/.exec(await letterTo(contact, (text) => /\/join\//.test(text))) ?? []
    await screen.open(link)
    await screen.tick('I have read this and want to take part.')
    await screen.press('Take part')
    await screen.open('/organisation')
    await screen.follow('Add many people')
    const people = Array.from({ length: 12 }, (_, place) => `Person ${place},p${place}@${zone}`)
    await screen.fill({ 'The list': ['Name,Mail', ...people, 'Odd,=cmd'].join('\n') })
    await screen.press('See what it does')
    assert.match(await screen.text(), /Row 14: this looks like a formula/)
    await screen.fill({ 'The list': ['Name,Mail', ...people].join('\n') })
    await screen.press('See what it does')
    assert.match(await screen.text(), /12 people would be added and invited\. 0 are there already/)
    await screen.tick('Mail each of them the invitation now.')
    await screen.press('Add 12 people')
    await screen.reads('Harbour Watch')
    await sink.waitFor(12, { match: (letter: Received) => /p\d+@/.test(letter.to.join()) && /\/join\//.test(textOf(letter)) })

    const member = await oneEnrols(screen)
    await saysGoodbye(screen, member)
    await context.close()
  })

  /** The three words, the link, the work address, an address at home; a permission that is given and taken back. */
  async function oneEnrols(administrator: Screen): Promise<Screen> {
    await administrator.open('/organisation/invitations')
    const [, words = assert.fail('no words')] = /Person 0\s+p0@\S+\s+([a-z]+ [a-z]+ [a-z]+)/.exec(await administrator.text()) ?? []
    const letter = await letterTo(`p0@${zone}`, (text) => /\/join\//.test(text))
    assert.match(letter, new RegExp(`Your three words: ${words}`))

    const counted = { screens: 0, words: 0, keys: 0, seconds: 0 }
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } })
    const page = await context.newPage()
    page.setDefaultTimeout(8000)
    const screen = atTheScreen(page, product.address)
    await screen.open(/(\/join\/[\w-]{20,})/.exec(letter)?.[1] ?? assert.fail('no link'))
    assert.match(await screen.text(), new RegExp(words))
    await screen.tick('I have read this and want to take part.')
    await look(page, counted)
    await screen.press('Take part')
    await screen.follow('Do this later')
    await screen.open('/accounts/personal')
    await look(page, counted)
    counted.keys += 16
    await screen.fill({ 'Personal mail address': 'p0@home.example' })
    await screen.press('Send the code')
    const code =
      /\b(\d{3} \d{3})\b/.exec(await letterTo('p0@home.example', (text) => /\d{3} \d{3}/.test(text)))?.[1] ?? assert.fail('no code')
    counted.keys += 7
    await look(page, counted)
    await screen.fill({ 'Six digits': code })
    await screen.press('Prove this address')
    const minutes = counted.words / wordsAMinute + counted.keys / keysAMinute
    console.log(
      `# a member: ${counted.screens} screens, ${counted.words} words, ${counted.keys} keys: ${minutes.toFixed(1)} minutes of a slow reader`,
    )
    assert.ok(minutes <= 10, `${minutes.toFixed(1)} minutes`)

    const sees = async (what: string): Promise<string> => {
      await screen.open('/privacy/who-sees')
      return (await page.locator('tr', { hasText: what }).innerText()).replace(/\s+/g, ' ')
    }
    assert.match(await sees('Your own addresses'), /all 1 .*nothing .*nothing .*nothing/)
    const told = 'Allow: Harbour Watch is told when something happens to your personal accounts'
    await screen.open('/privacy')
    await page.getByRole('button', { name: told, exact: true }).press('Enter')
    await page.getByText('Harbour Watch is told when').first().waitFor()
    await page.getByRole('button', { name: told.replace('Allow', 'Take back'), exact: true }).press('Enter')
    await page.getByRole('button', { name: told, exact: true }).waitFor()
    assert.match(await sees('Your own addresses'), /all 1 .*nothing .*nothing .*nothing/)
    return screen
  }

  /** The last day is today; when it is over, the organisation is gone and the member's own page is as it was, without the work. */
  async function saysGoodbye(administrator: Screen, member: Screen): Promise<void> {
    await administrator.open('/organisation/season')
    await administrator.follow('Leave the programme')
    await administrator.fill({ 'Last day': new Date().toISOString().slice(0, 10) })
    await administrator.press('Say goodbye')
    await administrator.press('Stay after all')
    await administrator.open('/organisation/leave')
    await administrator.fill({ 'Last day': new Date().toISOString().slice(0, 10) })
    await administrator.press('Say goodbye')
    await member.open('/home')
    assert.match(await member.text(), new RegExp(`p0@${zone}`))

    await ask(product, 'update bellwether.off_boarding set leaves_on = leaves_on - 1')
    await ask(product, "select graphile_worker.add_job('keep-season')")
    await until(
      'the day is over',
      async () => (await ask(product, 'select from bellwether.organisation where closed_at is not null')).length === 1,
    )
    await administrator.open('/organisation')
    assert.doesNotMatch(await administrator.text(), /Harbour Watch/)
    await member.open('/home')
    const home = await member.text()
    assert.match(home, /p0@home\.example/)
    assert.doesNotMatch(home, new RegExp(`p0@${zone}`))
  }
})

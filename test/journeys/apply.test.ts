/**
 * An organisation joins, on a phone, once without scripts and once with them: the rules are asked, the application is written in its steps,
 * the domain is proved in a real name server that others see otherwise, one of them through a resolver that remembers; both administrators are invited, and one of them
 * brings twelve others in by a list. One of them enrols at work and at home, allows something and takes it back; then the organisation says goodbye, and
 * what is that person's own goes on.
 * Screens, questions and keys are counted: it must not take a slow reader more than ten minutes.
 */
import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { atTheScreen, type Screen } from '../support/at-the-screen.ts'
import { openBrowser } from '../support/browser.ts'
import { freePort } from '../support/free-port.ts'
import { type NameServer, startNameServer } from '../support/name-server.ts'
import { givePasskeyDevice } from '../support/passkey-device.ts'
import { newDataDir, type Product, startProduct } from '../support/product.ts'
import { ask } from '../support/product-database.ts'
import { type Resolver, startResolver } from '../support/resolver.ts'
import { openHouseFor, seedRelay } from '../support/seed.ts'
import { type Counted, lookAt, minutesOf, nothingYet, toldOf } from '../support/slow-reader.ts'
import { type Received, type SmtpSink, startSmtpSink, textOf } from '../support/smtp-sink.ts'
import { needs } from '../support/system-parts.ts'
import { until } from '../support/until.ts'

type Story = {
  readonly how: string
  readonly scripts: boolean
  readonly organisation: string
  readonly zone: string
  /** Its two administrators. */
  readonly first: string
  readonly second: string
}
const stories: readonly Story[] = [
  {
    how: 'without scripts',
    scripts: false,
    organisation: 'Harbour Watch',
    zone: 'harbour-watch.example',
    first: 'Lee Marsh',
    second: 'Kim Ode',
  },
  {
    how: 'with scripts and a passkey',
    scripts: true,
    organisation: 'Lantern Trust',
    zone: 'lantern-trust.example',
    first: 'Ida Roth',
    second: 'Max Bell',
  },
]
const zones = stories.map(({ zone }) => zone)
const addressOf = (name: string, { zone }: Story): string => `${name.split(' ')[0]?.toLowerCase()}@${zone}`
describe('an organisation applies', needs('chromium', 'knot', 'unbound'), () => {
  let names: NameServer[]
  let between: Resolver
  let sink: SmtpSink
  let product: Product
  let browser: Browser
  let dataDir: string

  before(async () => {
    dataDir = await newDataDir()
    ;[names, sink, browser] = await Promise.all([
      Promise.all([1, 2, 3].map(() => startNameServer(Object.fromEntries(zones.map((zone) => [zone, [`@ MX 10 mail.${zone}.`]]))))),
      startSmtpSink(),
      openBrowser(),
    ])
    between = await startResolver(zones, names[1]?.server ?? '')
    const house = await openHouseFor(dataDir, {})
    await seedRelay(house, sink)
    // A passkey is bound to where the pages are.
    const port = await freePort()
    const settings = await house.settings.read()
    await house.settings.save({ kind: 'programme' }, { ...settings, publicAddress: `http://localhost:${port}` })
    await house.close()
    product = await startProduct({
      ...{ dataDir, port },
      environment: {
        BELLWETHER_DNS: 'system',
        BELLWETHER_RESOLVERS: [names[0], between, names[2]].map((one) => one?.server).join(','),
      },
    })
  })
  after(async () => {
    await browser?.close()
    await product?.stop()
    await Promise.all([between?.remove(), ...(names ?? []).map((one) => one.remove()), sink?.stop()])
    await rm(dataDir, { recursive: true, force: true })
  })

  const letterTo = async (address: string, isRight: (text: string) => boolean): Promise<string> => {
    const letters = await sink.waitFor(1, { match: (letter: Received) => letter.to.includes(address) && isRight(textOf(letter)) })
    return textOf(letters.at(-1) ?? assert.fail())
  }

  const look = (page: Page, counted: Counted) => lookAt(browser, page, counted)

  /** A phone of somebody's own; one with scripts can make passkeys. */
  async function takePhone({ scripts }: Story): Promise<{ readonly page: Page; readonly screen: Screen }> {
    const context = await browser.newContext({ javaScriptEnabled: scripts, viewport: { width: 360, height: 780 } })
    const page = await context.newPage()
    page.setDefaultTimeout(8000)
    if (scripts) await givePasskeyDevice(page)
    return { page, screen: atTheScreen(page, product.address) }
  }

  for (const story of stories) {
    test(`from the first page to twelve people in minutes, and from one of them to the goodbye, ${story.how}`, () => tell(story))
  }

  async function tell(story: Story): Promise<void> {
    const { zone, organisation } = story
    const [contact, other] = [addressOf(story.first, story), addressOf(story.second, story)]
    const { page, screen } = await takePhone(story)
    const counted = nothingYet()
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
    await typed({ 'Name of the organisation': organisation, 'Its domain': zone })
    await on()
    await typed({ Name: story.first, 'Mail address': contact })
    await on()
    const digits = /\b(\d{3} \d{3})\b/.exec(await letterTo(contact, (text) => /\d{3} \d{3}/.test(text)))?.[1] ?? assert.fail()
    await typed({ 'Six digits': '000000' })
    await screen.press('Save and go on')
    assert.match(await screen.text(), /not the code we sent/)
    await typed({ 'Six digits': digits })
    await on()
    await typed({ Name: story.second, 'Mail address': contact })
    await screen.press('Save and go on')
    assert.match(await screen.text(), /address of their own/)
    await typed({ Name: story.second, 'Mail address': other })
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

    assert.ok(minutesOf(counted) <= 10, toldOf(counted))
    console.log(`# ${toldOf(counted)}`)

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
    await screen.reads(organisation)
    await sink.waitFor(12, {
      match: (letter: Received) => letter.to.some((to) => /^p\d+@/.test(to) && to.endsWith(zone)) && /\/join\//.test(textOf(letter)),
    })

    const member = await oneEnrols(story, screen)
    await saysGoodbye(story, screen, member.screen)
    await Promise.all([page, member.page].map((one) => one.context().close()))
  }

  /** The three words, the link, the work address, an address at home; a permission that is given and taken back. */
  async function oneEnrols(story: Story, administrator: Screen): Promise<{ readonly page: Page; readonly screen: Screen }> {
    const { zone, organisation } = story
    const home = `p0@home-of-${zone}`
    await administrator.open('/organisation/invitations')
    const [, words = assert.fail('no words')] = /Person 0\s+p0@\S+\s+([a-z]+ [a-z]+ [a-z]+)/.exec(await administrator.text()) ?? []
    const letter = await letterTo(`p0@${zone}`, (text) => /\/join\//.test(text))
    assert.match(letter, new RegExp(`Your three words: ${words}`))

    const counted = nothingYet()
    const { page, screen } = await takePhone(story)
    await screen.open(/(\/join\/[\w-]{20,})/.exec(letter)?.[1] ?? assert.fail('no link'))
    assert.match(await screen.text(), new RegExp(words))
    await screen.tick('I have read this and want to take part.')
    await look(page, counted)
    await screen.press('Take part')
    await screen.follow('Do this later')
    if (story.scripts) await comesBackByPasskey(screen)
    await screen.open('/accounts/personal')
    await look(page, counted)
    counted.keys += home.length + 1
    await screen.fill({ 'Personal mail address': home })
    await screen.press('Send the code')
    const code = /\b(\d{3} \d{3})\b/.exec(await letterTo(home, (text) => /\d{3} \d{3}/.test(text)))?.[1] ?? assert.fail('no code')
    counted.keys += 7
    await look(page, counted)
    await screen.fill({ 'Six digits': code })
    await screen.press('Prove this address')
    assert.ok(minutesOf(counted) <= 10, toldOf(counted))
    console.log(`# a member: ${toldOf(counted)}`)

    const sees = async (what: string): Promise<string> => {
      await screen.open('/privacy/who-sees')
      return (await page.locator('tr', { hasText: what }).innerText()).replace(/\s+/g, ' ')
    }
    assert.match(await sees('Your own addresses'), /all 1 .*nothing .*nothing .*nothing/)
    const told = `Allow: ${organisation} is told when something happens to your personal accounts`
    await screen.open('/privacy')
    await page.getByRole('button', { name: told, exact: true }).press('Enter')
    await page.getByText(`${organisation} is told when`).first().waitFor()
    await page.getByRole('button', { name: told.replace('Allow', 'Take back'), exact: true }).press('Enter')
    await page.getByRole('button', { name: told, exact: true }).waitFor()
    assert.match(await sees('Your own addresses'), /all 1 .*nothing .*nothing .*nothing/)
    return { page, screen }
  }

  /** What only scripts can: a passkey is made, and the next sign-in needs no letter. */
  async function comesBackByPasskey(screen: Screen): Promise<void> {
    await screen.open('/passkeys')
    await screen.fill({ 'Name of this passkey': 'My phone' })
    await screen.press('Add a passkey')
    assert.match(await screen.text(), /The passkey is added/)
    await screen.open('/home')
    await screen.press('Sign out')
    await screen.open('/sign-in')
    await screen.press('Use a passkey')
    await screen.reads(/Person/)
  }

  /** The last day is today; when it is over, the organisation is gone and the member's own page is as it was, without the work. */
  async function saysGoodbye({ zone, organisation }: Story, administrator: Screen, member: Screen): Promise<void> {
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
      async () =>
        (await ask(product, `select from bellwether.organisation where closed_at is not null and name = '${organisation}'`)).length === 1,
    )
    await administrator.open('/organisation')
    assert.doesNotMatch(await administrator.text(), new RegExp(organisation))
    await member.open('/home')
    const home = await member.text()
    assert.match(home, new RegExp(`p0@home-of-${zone}`))
    assert.doesNotMatch(home, new RegExp(`p0@${zone}`))
  }
})

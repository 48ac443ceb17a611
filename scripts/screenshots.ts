/**
 * Starts the demo and photographs it. By hand, after a change of the look:
 * `node_modules/.bin/node scripts/screenshots.ts FOLDER` for every page in four
 * looks, without a folder for the pictures that the papers show.
 */
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openBrowser } from '../test/support/browser.ts'
import { until } from '../test/support/until.ts'

const root = join(import.meta.dirname, '..')
const everything = process.argv[2] !== undefined
const folder = process.argv[2] ?? join(root, 'docs', 'screenshots')
const inPapers: readonly string[] = ['queue.png', 'incident.png', 'why.png', 'hunt.png', 'home-phone.png', 'notice.png', 'check.png']
const port = '8190'
const address = `http://localhost:${port}`
const looks = [
  { name: 'desktop', width: 1280, height: 900, colorScheme: 'light' },
  { name: 'desktop-dark', width: 1280, height: 900, colorScheme: 'dark' },
  { name: 'phone', width: 390, height: 844, colorScheme: 'light' },
  { name: 'phone-dark', width: 390, height: 844, colorScheme: 'dark' },
] as const

type Demo = { readonly first: string; readonly join: string; readonly stop: () => void }

function startDemo(): Promise<Demo> {
  const demo = spawn(join(root, 'bellwether'), ['demo'], { env: { ...process.env, PORT: port }, stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    let said = ''
    demo.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const [first] = /http\S+\/first\/\S+/.exec(said) ?? []
      const [join] = /http\S+\/join\/\S+/.exec(said) ?? []
      if (first && join && said.includes('Ctrl-C')) resolve({ first, join, stop: () => demo.kill('SIGTERM') })
    })
    demo.once('exit', (code) => reject(new Error(`the demo ended with ${code}: ${said}`)))
  })
}

/** A context that is signed in by a link that works once. */
async function comeIn(browser: Browser, link: string, name: string): Promise<BrowserContext> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(link)
  await page.getByLabel('Your name').fill(name)
  for (const box of await page.getByRole('checkbox').all()) await box.check()
  await page.locator('main button[type=submit]').first().click()
  await page.close()
  return context
}

async function photograph(context: BrowserContext, name: string, path: string): Promise<void> {
  for (const look of looks) {
    const file = look.name === 'desktop' ? `${name}.png` : `${name}-${look.name}.png`
    if (!everything && !inPapers.includes(file)) continue
    const page: Page = await context.newPage()
    await page.setViewportSize(look)
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' })
    await page.goto(`${address}${path}`)
    await page.screenshot({ path: join(folder, file), fullPage: true })
    await page.close()
  }
}

/** The first link of a page that begins so; waits until there is one. */
async function linkOn(context: BrowserContext, path: string, start: string, least = 1): Promise<string> {
  const page = await context.newPage()
  const links = page.locator(`main a[href^="${start}"]`)
  const found = async () => {
    await page.goto(`${address}${path}`)
    return (await links.count()) >= least
  }
  await until(`${path} shows ${least} of ${start}`, found, 60_000)
  const link = await links.first().getAttribute('href')
  await page.close()
  return link ?? path
}

mkdirSync(folder, { recursive: true })
const demo = await startDemo()
const browser = await openBrowser()
try {
  const anyone = await browser.newContext()
  await photograph(anyone, 'join', new URL(demo.join).pathname)
  const operator = await comeIn(browser, demo.first, 'Ines Marsh')
  const person = await comeIn(browser, demo.join, 'Dana Cole')
  const organisation = await linkOn(operator, '/organisations', '/organisations/0')
  const incident = await linkOn(operator, '/queue', '/incidents/', 5)
  const ofOperator = [
    ['queue', '/queue'],
    ['queue-filtered', '/queue?search=nothing'],
    ['incident', incident],
    ['why', `${incident}/why`],
    ['hunt', await linkOn(operator, incident, '/hunt?')],
    ['hunt-empty', '/hunt?kind=sender-domain&value=nobody.example'],
    ['evaluation', '/evaluation'],
    ['rules', '/rules'],
    ['lists', '/lists'],
    ['indicators', '/indicators'],
    ['organisations', '/organisations'],
    ['organisation-for-staff', organisation],
    ['organisation-new', '/organisations/new'],
    ['remove', await linkOn(operator, organisation, `${organisation}/people/`)],
    ['health', '/health'],
    ['settings', '/settings'],
    ['outbox', '/outbox'],
    ['letter', await linkOn(operator, '/outbox', '/outbox/')],
    ['audit', '/audit'],
    ['looks', '/audit/looks'],
  ] as const
  const account = await linkOn(person, '/home', '/accounts/0', 2)
  const ofPerson = [
    ['notice', await linkOn(person, '/home', '/notices/')],
    ['home', '/home'],
    ['account', account],
    ['connect', `${account}/connect`],
    ['prove', `${account}/prove`],
    ['personal', '/accounts/personal'],
    ['passkeys', '/passkeys'],
    ['privacy', '/privacy'],
    ['organisation', '/organisation'],
    ['card', '/card'],
    ['nowhere', '/nowhere'],
  ] as const
  const ofAnyone = [
    ['front', '/'],
    ['check', '/check'],
    ['sign-in', '/sign-in'],
  ] as const
  for (const [name, path] of ofOperator) await photograph(operator, name, path)
  for (const [name, path] of ofPerson) await photograph(person, name, path)
  for (const [name, path] of ofAnyone) await photograph(anyone, name, path)
} finally {
  await browser.close()
  demo.stop()
}

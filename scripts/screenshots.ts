/**
 * Starts the demo and photographs it for the papers. By hand, after a change of
 * the look: node_modules/.bin/node scripts/screenshots.ts [folder]
 */
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openBrowser } from '../test/support/browser.ts'
import { until } from '../test/support/until.ts'

const root = join(import.meta.dirname, '..')
const folder = process.argv[2] ?? join(root, 'docs', 'screenshots')
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
    const page: Page = await context.newPage()
    await page.setViewportSize(look)
    await page.emulateMedia({ colorScheme: look.colorScheme })
    await page.goto(`${address}${path}`)
    await page.screenshot({ path: join(folder, look.name === 'desktop' ? `${name}.png` : `${name}-${look.name}.png`), fullPage: true })
    await page.close()
  }
}

mkdirSync(folder, { recursive: true })
const demo = await startDemo()
const browser = await openBrowser()
try {
  const operator = await comeIn(browser, demo.first, 'Ines Marsh')
  const person = await comeIn(browser, demo.join, 'Dana Cole')
  const page = await operator.newPage()
  await until(
    'the queue has its incidents',
    async () => {
      await page.goto(`${address}/queue`)
      return (await page.locator('a[href^="/incidents/"]').count()) >= 5
    },
    60_000,
  )
  const incident = (await page.locator('a[href^="/incidents/"]').first().getAttribute('href')) ?? '/queue'
  await until(
    'Dana has her notice',
    async () => {
      const home = await person.newPage()
      await home.goto(`${address}/home`)
      const notice = await home
        .locator('a[href^="/notices/"]')
        .first()
        .getAttribute('href', { timeout: 1000 })
        .catch(() => null)
      await home.close()
      return notice !== null
    },
    30_000,
  )
  const home = await person.newPage()
  await home.goto(`${address}/home`)
  const notice = (await home.locator('a[href^="/notices/"]').first().getAttribute('href')) ?? '/home'
  await page.goto(`${address}/outbox`)
  const letter = (await page.locator('a[href^="/outbox/"]').first().getAttribute('href')) ?? '/outbox'
  for (const [name, path] of [
    ['queue', '/queue'],
    ['incident', incident],
    ['organisations', '/organisations'],
    ['health', '/health'],
    ['settings', '/settings'],
    ['outbox', '/outbox'],
    ['letter', letter],
    ['audit', '/audit'],
  ] as const) {
    await photograph(operator, name, path)
  }
  for (const [name, path] of [
    ['home', '/home'],
    ['notice', notice],
    ['passkeys', '/passkeys'],
    ['privacy', '/privacy'],
    ['organisation', '/organisation'],
    ['card', '/card'],
  ] as const) {
    await photograph(person, name, path)
  }
  const anyone = await browser.newContext()
  for (const [name, path] of [
    ['front', '/'],
    ['check', '/check'],
    ['sign-in', '/sign-in'],
  ] as const)
    await photograph(anyone, name, path)
} finally {
  await browser.close()
  demo.stop()
}

/**
 * Every page of the route table in a real browser: nothing that axe finds, on
 * a phone and on a desk, by day and by night; and what the small browser
 * modules add. The programme is invented, so that each page has something on it.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { type Http, startHttp } from '#http'
import { type Language, languages } from '#kernel'
import { createWeb, routes } from '#web'
import { openBrowser } from '../support/browser.ts'
import { cameByMail, everybody, mailboxAlone } from '../support/came-by-mail.ts'
import { applicationCookie } from '../support/invented-enrolment.ts'
import { examples, inventedProgramme, sessions } from '../support/invented-programme.ts'
import { needs } from '../support/system-parts.ts'
import { mayEnter, pathOf, type VisitorKind, visitorKinds } from '../support/visit.ts'

const widths = [360, 1280] as const

const pages = routes.filter(
  ({ method, path }) => method === 'GET' && !/\.(csv|js|json|pdf|yaml|html)$|\/live$|^\/assets|^\/healthz/.test(path),
)

/** Somebody whom the page is for; the one with the most on it. */
const visitorFor = (route: (typeof routes)[number]): VisitorKind =>
  route.who === 'anyone' ? 'nobody' : (visitorKinds.findLast((kind) => mayEnter(route, kind)) ?? 'nobody')

describe('pages in a browser', needs('chromium'), () => {
  const invented = inventedProgramme()
  const firstDay = inventedProgramme({ empty: true })
  let browser: Browser
  let http: Http
  let emptyHttp: Http

  before(async () => {
    browser = await openBrowser()
    http = await startHttp({ host: '127.0.0.1', port: 0, fetch: createWeb(invented.deps).fetch })
    emptyHttp = await startHttp({ host: '127.0.0.1', port: 0, fetch: createWeb(firstDay.deps).fetch })
  })
  after(async () => {
    await browser?.close()
    await http?.close(0)
    await emptyHttp?.close(0)
  })

  const signIn = (context: BrowserContext, kind: VisitorKind) =>
    context.addCookies([
      { name: 'bellwether-application', value: applicationCookie, domain: 'localhost', path: '/' },
      ...(kind === 'nobody' ? [] : [{ name: 'bellwether', value: sessions[kind], domain: 'localhost', path: '/' }]),
    ])

  async function inPage<Value>(
    kind: VisitorKind,
    options: Parameters<Browser['newContext']>[0],
    work: (page: Page, context: BrowserContext) => Promise<Value>,
  ): Promise<Value> {
    const context = await browser.newContext(options)
    try {
      await signIn(context, kind)
      return await work(await context.newPage(), context)
    } finally {
      await context.close()
    }
  }

  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

  const violationsOf = async (page: Page, axe = new AxeBuilder({ page }).withTags(tags)) => {
    const { violations } = await axe.analyze()
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(' | ')}`,
    )
  }

  /** By night nothing of a page differs but its colours: of the rest it was asked by day. */
  const violationsByNight = async (page: Page) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    const violations = await violationsOf(page, new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']))
    await page.emulateMedia({ colorScheme: 'light' })
    return violations
  }

  for (const width of widths) {
    test(`at ${width} px every page is for everybody, by day and by night`, async () => {
      const context = { viewport: { width, height: 800 }, colorScheme: 'light' as const }
      for (const kind of visitorKinds) {
        await inPage(kind, context, async (page) => {
          for (const route of pages.filter((one) => visitorFor(one) === kind)) {
            for (const [state, port] of [
              ['in use', http.port],
              ['on the first day', emptyHttp.port],
            ] as const) {
              const answer = await page.goto(`http://localhost:${port}${pathOf(route, '')}`)
              if (state === 'on the first day' && answer?.status() === 404) continue
              assert.deepEqual(await violationsOf(page), [], `${route.path} ${state}`)
              const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
              assert.ok(wider <= 0, `${route.path} ${state} is ${wider} px wider than the screen`)
              assert.deepEqual(await violationsByNight(page), [], `${route.path} ${state}, by night`)
            }
          }
        })
      }
    })
  }

  for (const [who, as, path, heading, change] of [
    ['has a passkey', 'analyst', '/queue', 'This part opens with a passkey', cameByMail({ passkey: true })],
    ['has no passkey', 'analyst', '/queue', 'This part opens with a passkey', cameByMail({ passkey: false })],
    ['has a mailbox alone', 'administrator', '/organisation', 'First, a second way in', mailboxAlone({ hours: 0 })],
  ] as const) {
    test(`the way on for whoever came in by less and ${who} is for everybody`, async () => {
      const own = await startHttp({ host: '127.0.0.1', port: 0, fetch: createWeb(inventedProgramme({ change }).deps).fetch })
      for (const width of widths) {
        await inPage(as, { viewport: { width, height: 800 }, colorScheme: 'light' }, async (page) => {
          await page.goto(`http://localhost:${own.port}${path}`)
          await page.getByRole('heading', { name: heading }).waitFor()
          assert.deepEqual(await violationsOf(page), [])
          assert.deepEqual(await violationsByNight(page), [])
          assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0)
        })
      }
      await own.close(0)
    })
  }

  test('in the middle of a list of ten thousand, the way on and back stays within a phone, in every language', async (t) => {
    let language: Language = 'en'
    const { deps } = inventedProgramme({
      change: (whole) => ({
        ...everybody((visitor) => ({ ...visitor, language }))(whole),
        organisations: {
          ...whole.organisations,
          members: async (...asked) => {
            const list = await whole.organisations.members(...asked)
            return list && { ...list, page: 20, pages: 200, total: 10_000 }
          },
        },
      }),
    })
    const own = await startHttp({ host: '127.0.0.1', port: 0, fetch: createWeb(deps).fetch })
    t.after(() => own.close(0))
    await inPage('administrator', { viewport: { width: 360, height: 800 } }, async (page) => {
      for (language of languages) {
        await page.goto(`http://localhost:${own.port}/organisation?page=20`)
        assert.match(await page.locator('.paging').innerText(), /20.+200/)
        const lines = await page.evaluate(() =>
          [...document.querySelectorAll('.paging > *')].map((one) => one.getBoundingClientRect().height),
        )
        assert.ok(Math.max(...lines) < 60, `${language}: ${lines}`)
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, language)
      }
    })
  })

  test('a sentence that holds a secret address stays within a phone', async () => {
    await inPage('person', { viewport: { width: 360, height: 800 } }, async (page) => {
      await page.goto(`http://localhost:${http.port}/accounts/${examples['personal-account']}/self-check?place=forwarding`)
      assert.match(await page.textContent('main').then(String), /watch-[0-9a-f]+@/)
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0)
      assert.deepEqual(await violationsOf(page), [])
    })
  })

  test('everything that can be pressed is 44 px high, or stands in a sentence', async () => {
    for (const kind of visitorKinds) {
      await inPage(kind, { viewport: { width: 360, height: 800 } }, async (page) => {
        for (const route of pages.filter((one) => visitorFor(one) === kind)) {
          await page.goto(`http://localhost:${http.port}${pathOf(route, '')}`)
          const small = await page.evaluate(() =>
            [
              ...document.querySelectorAll<HTMLElement>(
                'button, input:not([type=hidden], [type=checkbox]), select, summary, .button, nav a',
              ),
            ]
              .filter((one) => one.checkVisibility() && !one.closest('nav.soft') && one.getBoundingClientRect().height < 43.5)
              .map((one) => `${one.outerHTML.slice(0, 120)} is ${one.getBoundingClientRect().height} px`),
          )
          assert.deepEqual(small, [], route.path)
        }
      })
    }
  })

  test('no page needs a script: each form is there without one', async () => {
    await inPage('nobody', { javaScriptEnabled: false }, async (page) => {
      await page.goto(`http://localhost:${http.port}/check`)
      await page.getByLabel('Code').fill('7kq2-m9xt')
      await page.getByRole('button', { name: 'Check' }).press('Enter')
      await page.getByRole('heading', { name: 'Yes, this notice is ours' }).waitFor()
      await page.goto(`http://localhost:${http.port}/sign-in`)
      assert.equal(await page.getByRole('button', { name: 'Use a passkey' }).isVisible(), false)
      await page.getByLabel('Mail address').fill('dana@hartley.example')
      await page.getByRole('button', { name: 'Mail me a code' }).press('Enter')
      await page.getByLabel('Six digits').fill('123 456')
      await page.getByRole('button', { name: 'Sign in' }).press('Enter')
      await page.getByRole('heading', { name: 'Two things to do, Dana' }).waitFor()
    })
  })

  test('the keyboard alone walks the queue, and ? lists the keys', async () => {
    await inPage('analyst', {}, async (page) => {
      await page.goto(`http://localhost:${http.port}/queue`)
      await page.keyboard.press('?')
      assert.ok(await page.getByText('Next row').isVisible())
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      await page.keyboard.press('k')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'A mail asks for a device code', level: 1 }).waitFor()
    })
  })

  test('the first key on a page leads past the navigation', async () => {
    await inPage('person', {}, async (page) => {
      await page.goto(`http://localhost:${http.port}/home`)
      await page.keyboard.press('Tab')
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Skip to the content')
    })
  })

  test('an open queue says how many incidents are new', async () => {
    await inPage('analyst', {}, async (page) => {
      await page.goto(`http://localhost:${http.port}/queue`)
      await page.getByRole('link', { name: '2 new incidents. Show them' }).waitFor()
    })
  })

  test('a passkey is made and sent as a form', async () => {
    const challenge = 'c29tZS1yYW5kb20tY2hhbGxlbmdl'
    const options = {
      challenge,
      rp: { name: 'Bellwether', id: 'localhost' },
      user: { id: 'cGVyc29u', name: 'Dana Cole', displayName: 'Dana Cole' },
      pubKeyCredParams: [{ alg: -7, type: 'public-key' }],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    }
    const { deps, asked } = inventedProgramme({
      empty: true,
      change: (whole) => ({ ...whole, door: { ...whole.door, newPasskeyChallenge: async () => ({ challengeId: 'c9', options }) } }),
    })
    const own = await startHttp({ host: '127.0.0.1', port: 0, fetch: createWeb(deps).fetch })
    await inPage('person', {}, async (page, context) => {
      const devtools = await context.newCDPSession(page)
      await devtools.send('WebAuthn.enable')
      await devtools.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          protocol: 'ctap2',
          transport: 'internal',
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      })
      await page.goto(`http://localhost:${own.port}/passkeys`)
      await page.getByLabel('Name of this passkey').fill('My laptop')
      await page.getByRole('button', { name: 'Add a passkey' }).press('Enter')
      await page.waitForURL(/done=passkey-added/)
    })
    const [added] = asked.filter(({ name }) => name === 'addPasskey')
    assert.match(JSON.stringify(added), /"challengeId":"c9".*"type":"public-key".*"name":"My laptop"/)
    await own.close(0)
  })
})

/**
 * The pages by which somebody learns of a notice, in languages that nobody
 * speaks: one accented and longer, one written from the right. What is not in
 * their marks was written by hand; what is wider than the screen, cut, or does
 * not turn with its language fails.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { type Http, startHttp } from '#http'
import { createWeb, routes, type WebDeps } from '#web'
import { openBrowser } from '../support/browser.ts'
import { everybody } from '../support/came-by-mail.ts'
import { inventedProgramme, sessions } from '../support/invented-programme.ts'
import { spokenAs as language, marks, type PseudoName, pseudoNames, speak } from '../support/pseudo-locale.ts'
import { noticeIn } from '../support/pseudo-notice.ts'
import { needs } from '../support/system-parts.ts'
import { pathOf } from '../support/visit.ts'

const widths = [360, 1280] as const
const read = ['/home', '/notices/:id', '/check', '/card']
/** What people type: where the check page stands, and the code of the notice. */
const checkAddress = 'localhost:8080/check'
const code = '7KQ2-M9XT'
const paths = routes.filter(({ method, path }) => method === 'GET' && read.includes(path)).map((route) => pathOf(route, ''))

const speaking =
  (name: PseudoName) =>
  (deps: WebDeps): WebDeps => {
    const inLanguage = everybody((visitor) => ({ ...visitor, language }))(deps)
    return {
      ...inLanguage,
      person: {
        ...inLanguage.person,
        notice: async (...asked) => {
          const notice = await inLanguage.person.notice(...asked)
          return notice && noticeIn(name, notice)
        },
      },
    }
  }

/** Every text that such a function of the pages' needs ever answered: names, addresses, codes. */
function remembering<Whole extends object>(whole: Whole, told: Set<string>): Whole {
  const remember = (value: unknown): void => {
    if (typeof value === 'string') told.add(value)
    else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) remember(one)
  }
  return new Proxy(whole, {
    get: (target, key, receiver) => {
      const found: unknown = Reflect.get(target, key, receiver)
      if (typeof found === 'object' && found !== null) return remembering(found, told)
      if (typeof found !== 'function') return found
      return (...asked: readonly unknown[]) => {
        const answer: unknown = Reflect.apply(found, target, asked)
        if (answer instanceof Promise)
          return answer.then((value: unknown) => {
            remember(value)
            return value
          })
        remember(answer)
        return answer
      }
    },
  })
}

type Seen = {
  /** Texts and labels that somebody sees or hears, outside moments and quoted evidence. */
  readonly texts: readonly string[]
  readonly wider: number
  readonly cut: readonly string[]
}

const look = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const isSeen = (one: Element) => one.checkVisibility() && !one.closest('time, .evidence, [lang]:not(html), script, style')
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: string[] = []
    const cut: string[] = []
    const edge = document.documentElement.clientWidth
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      const text = node.textContent?.replace(/\s+/g, ' ').trim() ?? ''
      if (!parent || text === '' || !isSeen(parent)) continue
      texts.push(text)
      // The way round the site may be pushed along on a phone; a link that skips to the text waits above the page.
      if (parent.closest('nav, .skip, .unseen')) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const box = range.getBoundingClientRect()
      if (box.left < -0.5 || box.right > edge + 0.5) cut.push(`${text} reaches from ${box.left} to ${box.right}`)
      for (let around: Element | null = parent; around && around !== document.body; around = around.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(around)
        if (overflowX !== 'visible' && around.scrollWidth > around.clientWidth + 1) cut.push(`${text} is cut in its width`)
        if (overflowY === 'hidden' && around.scrollHeight > around.clientHeight + 1) cut.push(`${text} is cut in its height`)
      }
    }
    for (const one of document.querySelectorAll('[aria-label], [placeholder], [title], img[alt]'))
      if (isSeen(one)) for (const name of ['aria-label', 'placeholder', 'title', 'alt']) texts.push(one.getAttribute(name)?.trim() ?? '')
    return { texts, cut, wider: document.documentElement.scrollWidth - innerWidth }
  })

/** What is left of a text without sentences in our marks and without what we were told. */
function unmarked(text: string, told: readonly string[]): string {
  const within = new RegExp(`${marks.opens}[^${marks.opens}${marks.closes}]*${marks.closes}`, 'g')
  const bare = text.replace(within, '')
  if (bare !== text) return unmarked(bare, told)
  return told.reduce((left, one) => left.replaceAll(one, ''), text)
}

/** Where every box of the page stands, from the side that reading begins at. */
const boxes = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { dir, clientWidth } = document.documentElement
    return [...document.querySelectorAll('main :is(section, form, p, h1, h2, h3, ol, ul, dl, li, .button, .field, input, details)')]
      .filter((one) => one.checkVisibility())
      .map((one) => {
        const box = one.getBoundingClientRect()
        const begins = dir === 'rtl' ? clientWidth - box.right : box.left
        return `${one.tagName} ${one.className} ${Math.round(begins)} ${Math.round(box.width)}`
      })
  })

describe('the pages of a notice, in a language that nobody speaks', needs('chromium'), () => {
  let browser: Browser
  before(async () => {
    browser = await openBrowser()
  })
  after(async () => {
    await browser?.close()
  })

  for (const name of pseudoNames) {
    for (const width of widths) {
      test(`${name}, at ${width} px: every sentence is ours to translate, fits, and turns with its language`, async (t) => {
        speak(name)
        const told = new Set([checkAddress, code])
        const { deps } = inventedProgramme({ change: speaking(name) })
        const http: Http = await startHttp({ host: '127.0.0.1', port: 0, fetch: createWeb(remembering(deps, told)).fetch })
        const context = await browser.newContext({ viewport: { width, height: 800 }, locale: language })
        t.after(async () => {
          await context.close()
          await http.close(0)
        })
        await context.addCookies([{ name: 'bellwether', value: sessions.person, domain: 'localhost', path: '/' }])
        const page = await context.newPage()

        const holds = async (what: string) => {
          const heldBefore = await boxes(page)
          if (name === 'from-the-right') await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
          const { texts, wider, cut } = await look(page)
          const known = [...told].filter((one) => one.length > 1).sort((one, other) => other.length - one.length)
          assert.deepEqual(
            texts.filter((text) => /\p{L}{2}/u.test(unmarked(text, known))),
            [],
            `${what}: written by hand`,
          )
          assert.ok(texts.filter((text) => text.includes(marks.opens)).length > 5, `${what}: too few sentences to judge`)
          assert.ok(wider <= 0, `${what} is ${wider} px wider than the screen`)
          assert.deepEqual(cut, [], what)
          if (name === 'from-the-right') assert.deepEqual(await boxes(page), heldBefore, `${what} does not turn`)
        }

        for (const path of paths) {
          await page.goto(`http://localhost:${http.port}${path}`)
          await holds(path)
        }
        await page.goto(`http://localhost:${http.port}/check`)
        await page.locator('input[name=code]').fill(code)
        await page.locator('main form button').first().press('Enter')
        await page.waitForSelector('.state')
        await holds('the answer to a code')
      })
    }
  }
})

/** Screens as a slow reader meets them: what is on each is for everybody, asks little, and is counted. */
import assert from 'node:assert/strict'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'

export type Counted = { screens: number; words: number; keys: number; seconds: number }
export const nothingYet = (): Counted => ({ screens: 0, words: 0, keys: 0, seconds: 0 })

/** 130 words a minute, a key a second (Card, Moran and Newell's poorest typist). */
const wordsAMinute = 130
const keysAMinute = 60
const secondsAList = 10

const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length

export const minutesOf = ({ words, keys, seconds }: Counted): number => words / wordsAMinute + keys / keysAMinute + seconds / 60
export const toldOf = (counted: Counted): string =>
  `${counted.screens} screens, ${counted.words} words, ${counted.keys} keys: ${minutesOf(counted).toFixed(1)} minutes of a slow reader`

/** Counts the screen; nothing on it that axe finds, and at most two things asked. */
export async function lookAt(browser: Browser, page: Page, counted: Counted): Promise<void> {
  assert.deepEqual(await violationsAt(browser, page), [])
  const asks = await page.locator('main form').first().locator('input:not([type=hidden]):not([type=submit]), select, textarea').count()
  assert.ok(asks <= 2, `${page.url()} asks ${asks} things`)
  counted.screens += 1
  // Nobody reads a list of countries: it is searched.
  const lists = await page.locator('main select').allInnerTexts()
  counted.words += wordsIn(await page.locator('main').innerText()) - lists.reduce((sum, list) => sum + wordsIn(list), 0)
  counted.seconds += lists.length * secondsAList
}

/** What axe finds on the same page; it needs scripts, so it looks with a browser that has them. */
async function violationsAt(browser: Browser, page: Page): Promise<readonly string[]> {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 } })
  await context.addCookies(await page.context().cookies())
  const copy = await context.newPage()
  await copy.goto(page.url())
  const { violations } = await new AxeBuilder({ page: copy }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  await context.close()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)
}

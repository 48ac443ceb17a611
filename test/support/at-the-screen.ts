/** What people do at a page, by its labels and with the keyboard alone, as somebody who reads it would. */
import type { Page } from 'playwright-core'

export type Screen = {
  open(path: string): Promise<void>
  fill(fields: Readonly<Record<string, string>>): Promise<void>
  choose(label: string, value: string): Promise<void>
  tick(label: string): Promise<void>
  /** Presses a button, and waits until the page that answers is there. */
  press(button: string): Promise<void>
  /** Follows a link of our own page. */
  follow(link: string): Promise<void>
  /** Waits for a heading. */
  reads(heading: string | RegExp): Promise<void>
  text(): Promise<string>
}

/** `within` narrows it to a part of each page, where two forms share a label. */
export function atTheScreen(page: Page, address: string, within = 'body'): Screen {
  const part = page.locator(within)
  return {
    open: async (path) => void (await page.goto(new URL(path, address).href)),
    fill: async (fields) => {
      for (const [label, value] of Object.entries(fields)) await part.getByLabel(label, { exact: true }).fill(value)
    },
    choose: async (label, value) => void (await part.getByLabel(label, { exact: true }).selectOption(value)),
    tick: (label) => part.getByLabel(label, { exact: true }).press('Space'),
    press: async (button) => {
      const answered = page.waitForEvent('load')
      await part.getByRole('button', { name: button, exact: true }).press('Enter')
      await answered
    },
    follow: async (link) => {
      const answered = page.waitForEvent('load')
      await part.getByRole('link', { name: link, exact: true }).press('Enter')
      await answered
    },
    reads: (heading) => page.getByRole('heading', { name: heading }).first().waitFor({ timeout: 5000 }),
    text: () => part.innerText(),
  }
}

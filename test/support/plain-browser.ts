/** A browser without scripts, as small as one can be: keeps its cookie, sends forms, follows one redirect, reads the text of a page. */

export type Shown = {
  readonly status: number
  /** The page as it came. */
  readonly markup: string
  /** What stands beside fields, each sentence once. */
  readonly problems: readonly string[]
  /** The heading and the sentence below it. */
  readonly says: string
}

export type PlainBrowser = {
  get(path: string): Promise<Shown>
  send(path: string, form: Readonly<Record<string, string>>): Promise<Shown>
}

const textOf = (markup: string): string =>
  markup
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()
const all = (markup: string, pattern: RegExp): readonly string[] => [...markup.matchAll(pattern)].map(([, inside = '']) => textOf(inside))

export function plainBrowser(address: string): PlainBrowser {
  let cookie = ''

  async function ask(path: string, init: RequestInit): Promise<Shown> {
    const answer = await fetch(new URL(path, address), { ...init, redirect: 'manual', headers: { ...init.headers, cookie } })
    const given = answer.headers.getSetCookie().find((one) => one.startsWith('bellwether='))
    if (given) cookie = given.split(';')[0] ?? ''
    const markup = await answer.text()
    const next = answer.headers.get('location')
    if (next !== null) return ask(next, {})
    return {
      status: answer.status,
      markup,
      problems: [...new Set(all(markup, /<p class="problem"[^>]*>(.*?)<\/p>/gs))],
      says: [...all(markup, /<h1[^>]*>(.*?)<\/h1>/gs), ...all(markup, /<p class="lede">(.*?)<\/p>/gs)].join('. '),
    }
  }

  return {
    get: (path) => ask(path, {}),
    send: (path, form) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams(form).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      }),
  }
}

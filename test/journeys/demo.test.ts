/** The demo lives: within ten seconds there are people, incidents and letters, with nothing configured. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startProduct } from '../support/product.ts'
import { until } from '../support/until.ts'

/** Just enough of a browser: follows one link, fills one form, keeps one cookie. */
async function comeIn(link: string, form: Readonly<Record<string, string>>): Promise<(path: string) => Promise<string>> {
  const { origin } = new URL(link)
  const answer = await fetch(link, { method: 'POST', redirect: 'manual', headers: { origin }, body: new URLSearchParams(form) })
  assert.equal(answer.status, 303, await answer.text())
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  return async (path) => (await fetch(new URL(path, origin), { headers: { cookie } })).text()
}

test('the demo shows a living programme within ten seconds', { timeout: 90_000 }, async (t) => {
  const started = performance.now()
  const demo = await startProduct({ command: 'demo' })
  t.after(() => demo.remove())
  assert.ok(performance.now() - started < 10_000, `ready after ${Math.round(performance.now() - started)} ms`)
  const link = await until('it prints the first link', () => demo.firstLink())
  const see = await comeIn(link, { name: 'Ines Marsh', language: 'en' })
  const queue = await until(
    'the queue holds what the demo tries',
    async () => {
      const page = await see('/queue')
      return new Set(page.match(/\/incidents\/[0-9a-f-]{36}/g)).size >= 5 ? page : undefined
    },
    40_000,
  )
  assert.match(queue, /Hartley for Ohio/)
  const letters = await until(
    'letters lie in the outbox',
    async () => {
      const page = await see('/outbox')
      return (page.match(/\/outbox\/[\w.]+/g) ?? []).length >= 4 ? page : undefined
    },
    20_000,
  )
  const joining = await until('it prints the link of one of its people', () => /http\S+\/join\/\S+/.exec(demo.printed())?.[0])
  const home = await (await comeIn(joining, { name: 'Dana Cole', language: 'en', consent: 'yes' }))('/home')
  assert.match(home, /Nobody got in\. Somebody is trying\./)

  const [path = ''] = letters.match(/\/outbox\/[\w.]+/) ?? []
  const letter = await see(path)
  const [code] = /\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/.exec(letter) ?? []
  assert.ok(code, 'the letter has a code')
  const checked = await fetch(new URL('/check', demo.address), {
    method: 'POST',
    headers: { origin: demo.address },
    body: new URLSearchParams({ code }),
  })
  assert.match(await checked.text(), /genuine|ours/i)
})

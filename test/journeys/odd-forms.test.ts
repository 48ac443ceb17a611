/**
 * Every form of every page, sent with what people paste and attackers try, into one real database: each is answered in words
 * or does what it says, and none is our mistake.
 */
import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { makeFirstLink } from '#members'
import { uuid } from '#storage'
import { type Route, routes, type Web } from '#web'
import { newDataDir } from '../support/product.ts'
import { openHouseFor } from '../support/seed.ts'
import { makeAnalyst } from '../support/side-rows.ts'
import { cookieOf, makeSide, type Send, type Side } from '../support/sides.ts'
import { sendTo, webOf } from '../support/web-of-house.ts'
import { staffWithPasskeys, withPasskey } from '../support/with-passkey.ts'

const origin = 'http://localhost:8080'

/** A character of two halves, so that wherever a text is cut, one of the two cuts through it. */
const bells = '🔔'.repeat(1200)
const odd: Readonly<Record<string, string>> = {
  'no text at all': '\0',
  'a text cut at an even place': `x${bells}`,
  'a text cut at an odd place': bells,
  'a number that is none': 'NaN',
  'a number without end': '9'.repeat(40),
  'less than nothing': '-1',
  'a day that is none': '2026-02-30',
  'an address that is two': 'a@b.example\nc@d.example',
  'what asks a database': `'; drop table person; -- %_\\`,
  'what turns the line around': '\u202eevil\u2066',
  'words of every script': 'Ünïcödé 你好 שלום مرحبا \u0301\u0301',
  nothing: '',
}

type Form = {
  readonly action: string
  readonly fields: readonly { readonly name: string; readonly value: string; readonly isTyped: boolean }[]
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'")

/** The forms of a page as a browser would send them: what is typed, and what is there already. */
function formsOf(markup: string, path: string): readonly Form[] {
  return [...markup.matchAll(/<form\b[^>]*method="post"[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => ({
    action: attribute(form.slice(0, form.indexOf('>') + 1), 'action') ?? path,
    fields: [...form.matchAll(/<(input|textarea|select|button)\b[^>]*>/g)].flatMap(([tag, kind = '']) => {
      const name = attribute(tag, 'name')
      const type = attribute(tag, 'type') ?? kind
      if (name === undefined) return []
      const isTyped = kind === 'textarea' || kind === 'select' || !['hidden', 'checkbox', 'radio', 'submit'].includes(type)
      return [{ name, value: attribute(tag, 'value') ?? (type === 'checkbox' ? 'yes' : ''), isTyped }]
    }),
  }))
}

let house: Awaited<ReturnType<typeof openHouseFor>>
let dataDir: string
let web: Web
let side: Side
const cookies: Record<string, string> = {}

const send: Send = async (...asked) => sendTo(web, origin)(...asked)

before(async () => {
  dataDir = await newDataDir()
  house = await openHouseFor(dataDir)
  web = webOf(house, origin)
  const operator = cookieOf(await send('POST', `/first/${await makeFirstLink(house.members)}`, '', { name: 'Olu Perator' }))
  await staffWithPasskeys(house)
  const helper = uuid()
  await house.storage.asTenant({ kind: 'programme' }, (tx) =>
    tx.insertInto('person').values({ id: helper, name: 'Helga Lind', created_at: house.clock.now() }).execute(),
  )
  await withPasskey(house, helper)
  side = await makeSide({ house, send, operator, helper }, 'Hartley', 'hartley.example')
  const applying = (await send('POST', '/apply')).headers.get('set-cookie')?.split(';')[0] ?? ''
  Object.assign(cookies, {
    anyone: applying,
    person: side.administrator.cookie,
    administrator: side.administrator.cookie,
    staff: await makeAnalyst(house),
    operator,
  })
})
after(async () => {
  await house?.close()
  await rm(dataDir, { recursive: true, force: true })
})

const fill = (route: Route) => route.path.replace(/:(\w+)/g, (_, name: string) => side.ids[route.examples?.[name] ?? ''] ?? 'none')
const steps = ['who', 'where', 'product', 'organisation', 'contact', 'code', 'second', 'register', 'review'].map((step) => `/apply/${step}`)
/** What ends the one who asks: nobody could go on. */
const ends = /\/(sign-out|privacy\/leave|sessions|forget)/

/** Costs seconds of a thread on purpose, and has tests of its own for what it is given. */
const slow = /\/(recovery-codes|rules\/new|lists|indicators)$/

test('whatever is sent into a form, nobody is told of a mistake of ours', async () => {
  const seen = new Map<string, { readonly form: Form; readonly cookie: string }>()
  for (const route of routes.filter(({ method, who }) => method === 'GET' && cookies[who] !== undefined)) {
    const paths = route.path === '/apply/:step' ? steps : [fill(route)]
    for (const path of paths) {
      const cookie = cookies[route.who] ?? ''
      const answer = await send('GET', path, cookie)
      if (!(answer.headers.get('content-type') ?? '').startsWith('text/html')) continue
      for (const form of formsOf(await answer.text(), path)) seen.set(`${route.who} ${form.action}`, { form, cookie })
    }
  }
  assert.ok(seen.size > 60, String(seen.size))
  const wrong: string[] = []
  for (const [key, { form, cookie }] of seen) {
    if (ends.test(form.action) || slow.test(form.action)) continue
    const sent = Object.entries(odd).map(async ([what, value]) => {
      const fields = Object.fromEntries(form.fields.map((field) => [field.name, field.isTyped ? value : field.value]))
      if ((await send('POST', form.action, cookie, fields)).status === 500) wrong.push(`${key}: ${what}`)
    })
    await Promise.all(sent)
  }
  assert.deepEqual(wrong, [])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setback } from '#kernel'
import { examples, type InventedOptions, inventedProgramme, sessions } from '../../../test/support/invented-programme.ts'
import { visitorOf } from '../../../test/support/visit.ts'
import { createWeb } from './create-web.ts'
import type { WebDeps } from './deps.ts'

function open(options: InventedOptions = {}, origin?: string) {
  const { deps, asked } = inventedProgramme(options)
  return { visit: visitorOf(createWeb(deps), origin), asked }
}

const failing =
  (trouble: unknown) =>
  (deps: WebDeps): WebDeps => ({
    ...deps,
    desk: {
      ...deps.desk,
      queue: async () => {
        throw trouble
      },
    },
  })

test('a database that is gone is told calmly, and nothing is said of it', async () => {
  const { visit } = open({ change: failing(setback('database-gone', 'querying the queue at 10.0.0.7: connection refused')) })
  const answer = await visit('GET', '/queue', { as: 'analyst' })
  assert.equal(answer.status, 503)
  assert.equal(answer.headers.get('retry-after'), '30')
  const page = await answer.text()
  assert.match(page, /We cannot do this at the moment/)
  assert.doesNotMatch(page, /10\.0\.0\.7|database/)
})

test('our own mistake has a reference that the log has too, and no stack on the page', async () => {
  const logged: Record<string, unknown>[] = []
  const { visit } = open({
    change: (deps) => ({
      ...failing(new TypeError('x is not a function'))(deps),
      log: { ...deps.log, error: (facts) => void logged.push(facts) },
    }),
  })
  const page = await (await visit('GET', '/queue', { as: 'analyst' })).text()
  const reference = /reference: ([0-9a-f]{12})/.exec(page)?.[1]
  assert.ok(reference)
  assert.ok(logged.some(({ id, stack }) => id === reference && String(stack).includes('x is not a function')))
  assert.doesNotMatch(page, /not a function|\.ts/)
})

test('the database gone while the session is looked up is a calm page too', async () => {
  const { visit } = open({
    change: (deps) => ({ ...deps, door: { ...deps.door, visitorOf: async () => Promise.reject(setback('database-gone', 'gone')) } }),
  })
  assert.equal((await visit('GET', '/home', { as: 'person' })).status, 503)
})

test('the log names the route and never the token in the path', async () => {
  const lines: string[] = []
  const { visit } = open({
    change: (deps) => ({ ...deps, log: { ...deps.log, info: (facts, says) => void lines.push(JSON.stringify(facts) + says) } }),
  })
  await visit('GET', `/join/${examples.invitation}`)
  assert.equal(lines.length, 1)
  assert.match(lines[0] ?? '', /GET \/join\/:token 200/)
  assert.ok(!lines[0]?.includes(examples.invitation))
  assert.ok(!lines[0]?.includes('203.0.113.9'))
})

test('behind https the cookie is tied to the host and kept from scripts, and the browser is told to stay with https', async () => {
  const { visit } = open({ publicAddress: 'https://protect.example' }, 'https://protect.example')
  const answer = await visit('POST', '/sign-in/code', { form: { address: 'dana@hartley.example', code: '123456', next: '/home' } })
  assert.equal(answer.status, 303)
  assert.equal(answer.headers.get('location'), '/home')
  assert.match(
    answer.headers.get('set-cookie') ?? '',
    new RegExp(`^__Host-bellwether=${sessions.person}; Path=/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$`),
  )
  assert.match(answer.headers.get('strict-transport-security') ?? '', /max-age=\d{8}/)
})

test('a code that is wrong is told beside the field, and gives no cookie', async () => {
  const { visit } = open()
  const answer = await visit('POST', '/sign-in/code', { form: { address: 'dana@hartley.example', code: '999999' } })
  assert.equal(answer.status, 422)
  assert.equal(answer.headers.get('set-cookie'), null)
  assert.match(await answer.text(), /This is not the code we sent/)
})

test('after sign-in one is led to the page one wanted, and never to another site', async () => {
  const { visit } = open()
  const first = await visit('GET', '/notices/x?y=1')
  assert.equal(first.headers.get('location'), '/sign-in?next=%2Fnotices%2Fx%3Fy%3D1')
  const form = { address: 'a@b.example', code: '123456', next: 'https://evil.example/' }
  assert.equal((await visit('POST', '/sign-in/code', { form })).headers.get('location'), '/')
})

test('whoever signs in over an open session leaves none behind', async () => {
  const ways = ['/sign-in/code', '/sign-in/second', '/alone/code', '/recover/finish'] as const
  const form = { address: 'a@b.example', code: '123456', name: 'Ada', one: '7KQ2-M9XT', other: '4HWD-7KQ2', step: 'x' }
  for (const way of ways) {
    const { visit, asked } = open()
    const answer = await visit('POST', way, { as: 'person', form })
    assert.match(answer.headers.get('set-cookie') ?? '', /^bellwether=/, way)
    assert.deepEqual(
      asked.filter(({ name }) => name === 'signOut').map(({ with: given }) => given),
      [[sessions.person]],
      way,
    )
  }
})

test('a browser in which somebody signed in brings what it is known by when it asks for digits, also after sign-out', async () => {
  const known = `${'m'.repeat(22)}.${'s'.repeat(43)}`
  const change = (deps: WebDeps): WebDeps => {
    const session = { token: 't'.repeat(43), expiresAt: new Date('2026-11-30T10:00:00Z'), known }
    return { ...deps, door: { ...deps.door, signInByCode: async () => ({ kind: 'signed-in', session }) } }
  }
  const { visit, asked } = open({ change, publicAddress: 'https://protect.example' }, 'https://protect.example')
  const cookies = (await visit('POST', '/sign-in/code', { form: { address: 'a@b.example', code: '123456' } })).headers.getSetCookie()
  assert.equal(cookies[1], `__Host-bellwether-known=${known}; Max-Age=31536000; Path=/; HttpOnly; Secure; SameSite=Lax`)
  const headers = { cookie: `__Host-bellwether-known=${known}` }
  await visit('POST', '/sign-in', { form: { address: 'a@b.example' }, headers })
  await visit('POST', '/sign-in', { form: { address: 'a@b.example' } })
  const brought = asked.filter(({ name }) => name === 'sendSignInCode').map(({ with: [input] }) => Object(input).known)
  assert.deepEqual(brought, [known, undefined])
})

test('a path with a sign that no name of ours has leads nowhere, and nobody is asked about it', async () => {
  const { visit, asked } = open()
  for (const path of ['/passkeys/%00/remove', '/programme/files/%00/programme.json', '/join/a%00b', '/accounts/%0A/prove'])
    assert.equal((await visit('GET', path, { as: 'person' })).status, 404, path)
  assert.equal((await visit('POST', '/passkeys/%00/name', { as: 'person', form: { name: 'x' } })).status, 404)
  assert.deepEqual(asked, [])
})

test('a page is in the language of its reader', async () => {
  const { visit } = open({ language: 'es' })
  assert.match(await (await visit('GET', '/home', { as: 'person' })).text(), /<html lang="es">[\s\S]*Dos cosas que hacer/)
  assert.match(
    await (await visit('GET', '/check', { headers: { 'accept-language': 'es-MX,es;q=0.9' } })).text(),
    /¿Es nuestro este aviso\?/,
  )
  assert.match(
    await (await visit('GET', '/check', { headers: { 'accept-language': 'fr', cookie: 'bellwether-language=es' } })).text(),
    /lang="es"/,
  )
  assert.match(await (await visit('GET', '/check', { headers: { 'accept-language': 'fr' } })).text(), /lang="fr"/)
  assert.match(await (await visit('GET', '/check', { headers: { 'accept-language': 'nl, de-AT;q=0.9, fr;q=0.4' } })).text(), /lang="de"/)
  assert.match(await (await visit('GET', '/check', { headers: { 'accept-language': 'fr;q=0.2, es;q=0.7, *;q=0.1' } })).text(), /lang="es"/)
  assert.match(await (await visit('GET', '/check', { headers: { 'accept-language': 'nl' } })).text(), /lang="en"/)
})

test('the language can be changed on a refused form, and leads to a page that is there', async () => {
  const { visit } = open()
  const nextOf = async (answer: Response) =>
    /name="next" value="([^"]*)" *>\n?<button type="submit" class="plain"/.exec(await answer.text())?.[1]
  const refused = await visit('POST', '/sign-in/code', { form: { address: 'dana@hartley.example', code: '999999' } })
  assert.equal(await nextOf(refused), '/sign-in')
  const proof = await visit('POST', `/accounts/${examples.account}/prove`, { as: 'person', form: { code: '1' } })
  assert.equal(await nextOf(proof), `/accounts/${examples.account}/prove`)
  const person = await visit('POST', `/organisations/${examples.organisation}/people`, { as: 'analyst', form: { name: '' } })
  assert.equal(await nextOf(person), `/organisations/${examples.organisation}`)
  assert.equal(await nextOf(await visit('GET', '/queue?state=all', { as: 'analyst' })), '/queue?state=all')
})

test('a file that a page loads may be kept for ever, a page never', async () => {
  const { visit } = open()
  const page = await visit('GET', '/check')
  assert.equal(page.headers.get('cache-control'), 'no-store')
  const [, style] = /href="(\/assets\/bellwether-[\w-]+\.css)"/.exec(await page.text()) ?? []
  const file = await visit('GET', style ?? '')
  assert.equal(file.headers.get('cache-control'), 'public, max-age=31536000, immutable')
  assert.match(await file.text(), /url\(["']?\/assets\/public-sans-[\w-]+\.woff2/)
})

test('health is 503 while the database does not answer', async () => {
  assert.equal((await open().visit('GET', '/healthz')).status, 200)
  const { visit } = open({ change: (deps) => ({ ...deps, reachable: async () => Promise.reject(new Error('gone')) }) })
  assert.equal((await visit('GET', '/healthz')).status, 503)
})

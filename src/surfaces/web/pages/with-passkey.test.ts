import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cameByMail } from '../../../../test/support/came-by-mail.ts'
import { inventedProgramme } from '../../../../test/support/invented-programme.ts'
import { mayEnter, pathOf, visitorKinds, visitorOf } from '../../../../test/support/visit.ts'
import { createWeb } from '../create-web.ts'
import type { WebDeps } from '../deps.ts'
import { routes } from '../routes.ts'

/** The same, where the operator wants everybody to come in with a passkey. */
const stricter = ({ passkey }: { readonly passkey: boolean }) =>
  visitorOf(createWeb(inventedProgramme({ change: (deps) => passkeysOnly(cameByMail({ passkey })(deps)) }).deps))
const passkeysOnly = (whole: WebDeps): WebDeps => ({ ...whole, programme: () => ({ ...whole.programme(), passkeysOnly: true }) })

const { deps, asked } = inventedProgramme({ change: cameByMail({ passkey: true }) })
const visit = visitorOf(createWeb(deps))
const desk = routes.filter(({ who }) => !['anyone', 'person', 'administrator'].includes(who))

describe('nobody who came in by mail is at the desk, looks on or helps', () => {
  for (const route of desk) {
    for (const kind of visitorKinds.filter((one) => mayEnter(route, one))) {
      test(`${route.method} ${route.path} as ${kind}`, async () => {
        asked.length = 0
        const answer = await visit(route.method, pathOf(route, ''), { as: kind, form: { code: '123456' } })
        assert.equal(answer.status, 303)
        assert.match(answer.headers.get('location') ?? '', /^\/with-passkey\?next=%2F/)
        assert.deepEqual(asked, [])
      })
    }
  }
})

test('whoever has no part there is not led to a passkey: the page does not exist for them', async () => {
  for (const [path, as] of [
    ['/queue', 'person'],
    ['/settings', 'analyst'],
    ['/auditing', 'trainer'],
  ] as const)
    assert.equal((await visit('GET', path, { as })).status, 404, path)
})

test('their own pages stay open, and those of an organisation that they administer', async () => {
  for (const [path, as] of [
    ['/home', 'operator'],
    ['/security', 'analyst'],
    ['/privacy', 'auditor'],
    ['/organisation', 'administrator'],
  ] as const)
    assert.equal((await visit('GET', path, { as })).status, 200, path)
})

test('the page leads on with the passkey that one has, and else to setting one up', async () => {
  const has = await (await visit('GET', '/with-passkey?next=%2Fqueue%3Fstate%3Dall', { as: 'analyst' })).text()
  assert.match(has, /action="\/confirm"[^>]*data-passkey="get"[\s\S]*name="confirm-next" value="\/queue\?state=all"/)
  assert.match(has, /href="\/passkeys\?next=%2Fqueue%3Fstate%3Dall"/)
  const without = visitorOf(createWeb(inventedProgramme({ change: cameByMail({ passkey: false }) }).deps))
  const page = await (await without('GET', '/with-passkey?next=%2Fqueue', { as: 'analyst' })).text()
  assert.doesNotMatch(page, /data-passkey/)
  assert.match(page, /href="\/passkeys\?next=%2Fqueue"[^>]*>Add a passkey/)
  assert.match(await (await without('GET', '/passkeys?next=%2Fqueue', { as: 'analyst' })).text(), /name="next" value="\/queue"/)
  const outside = await (await visit('GET', '/with-passkey?next=https%3A%2F%2Fevil.example', { as: 'analyst' })).text()
  assert.match(outside, /name="confirm-next" value="\/"/)
  const strong = visitorOf(createWeb(inventedProgramme().deps))
  assert.equal((await strong('GET', '/with-passkey?next=%2Fqueue', { as: 'analyst' })).headers.get('location'), '/queue')
})

test('after the first passkey the page that waited is next, never one of another site, and the session goes on under its new token', async () => {
  const session = { token: 'a-session-under-a-new-token', expiresAt: new Date(Date.now() + 3_600_000) }
  const change = (whole: WebDeps): WebDeps => ({ ...whole, door: { ...whole.door, addPasskey: async () => session } })
  const add = visitorOf(createWeb(inventedProgramme({ change }).deps))
  const form = { response: '{}', challenge: 'c1', name: 'Phone' }
  const led = await add('POST', '/passkeys', { as: 'operator', form: { ...form, next: '/queue' } })
  assert.equal(led.headers.get('location'), '/queue')
  assert.match(led.headers.get('set-cookie') ?? '', /^bellwether=a-session-under-a-new-token;/)
  const away = await add('POST', '/passkeys', { as: 'operator', form: { ...form, next: '//evil.example' } })
  assert.equal(away.headers.get('location'), '/')
})

describe('where everybody comes in with a passkey, mailed digits lead to it and to nothing else', () => {
  const ways = ['/with-passkey', '/confirm', '/confirm/challenge', '/confirm/send']
  const first = ['/passkeys', '/passkeys/challenge']
  for (const passkey of [true, false]) {
    const look = stricter({ passkey })
    const open = passkey ? ways : [...ways, ...first]
    for (const route of routes.filter(({ who }) => who === 'person' || who === 'administrator')) {
      test(`${route.method} ${route.path} ${passkey ? 'with a passkey left unused' : 'without a passkey'}`, async () => {
        const answer = await look(route.method, pathOf(route, ''), { as: 'administrator', form: { code: '123456' } })
        const isLed = /^\/with-passkey\?/.test(answer.headers.get('location') ?? '')
        assert.equal(isLed, !open.includes(route.path))
      })
    }
  }
})

test('there the page offers no way around: the passkey, or two people who help somebody back in', async () => {
  const has = await (await stricter({ passkey: true })('GET', '/with-passkey?next=%2Fhome', { as: 'person' })).text()
  assert.match(has, /Everybody comes into this programme with a passkey/)
  assert.match(has, /href="\/recover"/)
  assert.doesNotMatch(has, /href="\/passkeys/)
  const without = await (await stricter({ passkey: false })('GET', '/with-passkey?next=%2Fhome', { as: 'person' })).text()
  assert.match(without, /href="\/passkeys\?next=%2Fhome"/)
  const strong = visitorOf(createWeb(inventedProgramme({ change: passkeysOnly }).deps))
  assert.equal((await strong('GET', '/home', { as: 'person' })).status, 200)
})

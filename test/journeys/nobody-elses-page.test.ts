/**
 * Two organisations on one real database, walked through the route table: what
 * is one's own opens, and what is somebody else's does not exist, for GET and
 * POST alike. Everybody comes in through the pages: first link, invitation.
 */
import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { makeFirstLink } from '#members'
import { uuid } from '#storage'
import { type Route, routes, type Web } from '#web'
import { newDataDir } from '../support/product.ts'
import { openHouseFor } from '../support/seed.ts'
import { happen, makeAnalyst } from '../support/side-rows.ts'
import { cookieOf, makeSide, type Send, type Side } from '../support/sides.ts'
import { sendTo, webOf } from '../support/web-of-house.ts'
import { staffWithPasskeys, withPasskey } from '../support/with-passkey.ts'

const origin = 'http://localhost:8080'

describe('a page of somebody else does not exist', () => {
  let house: Awaited<ReturnType<typeof openHouseFor>>
  let dataDir: string
  let web: Web
  let operator: string
  let analyst: string
  let helper: string
  let ours: Side
  let theirs: Side

  const send: Send = async (...asked) => sendTo(web, origin)(...asked)

  before(async () => {
    dataDir = await newDataDir()
    house = await openHouseFor(dataDir)
    web = webOf(house, origin)
    operator = cookieOf(await send('POST', `/first/${await makeFirstLink(house.members)}`, '', { name: 'Olu Perator' }))
    await staffWithPasskeys(house)
    analyst = await makeAnalyst(house)
    helper = uuid()
    await house.storage.asTenant({ kind: 'programme' }, (tx) =>
      tx.insertInto('person').values({ id: helper, name: 'Helga Lind', created_at: house.clock.now() }).execute(),
    )
    await withPasskey(house, helper)
    const making = { house, send, operator, helper }
    ours = await makeSide(making, 'Hartley', 'hartley.example')
    theirs = await makeSide(making, 'Westlake', 'westlake.example')
  })
  after(async () => {
    await house?.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  const fill = (route: Route, ids: Side['ids']) =>
    route.path.replace(/:(\w+)/g, (_, name: string) => ids[route.examples?.[name] ?? ''] ?? 'none')
  // Whoever holds a link is meant by it; the others are somebody's.
  const links: readonly string[] = ['help-link', 'household-link', 'invitation']
  const isLink = ({ examples }: Route) => Object.values(examples ?? {}).some((one) => links.includes(one))
  const own = routes.filter(
    (route) => (route.who === 'person' || route.who === 'administrator' || route.who === 'helper') && route.examples && !isLink(route),
  )
  test('everything that a path can name is really there, so that 404 means hidden', () => {
    const named = new Set(own.flatMap(({ examples }) => Object.values(examples ?? {})))
    assert.deepEqual(
      [...named].filter((one) => !theirs.ids[one]),
      [],
    )
  })

  const form = { name: 'Taken over', code: '123456', password: 'x', host: 'imap.example', port: '993', consent: 'yes', role: 'member' }

  for (const route of own.filter(({ who }) => who !== 'administrator')) {
    test(`${route.method} ${route.path}`, async () => {
      const answer = await send(route.method, fill(route, theirs.ids), ours.administrator.cookie, form)
      assert.equal(answer.status, 404, await answer.text())
    })
  }

  for (const route of own.filter(({ who }) => who === 'administrator')) {
    test(`${route.method} ${route.path}, their person in our organisation, and in theirs`, async () => {
      for (const acting of [ours.organisation, theirs.organisation]) {
        const answer = await send(route.method, `${fill(route, theirs.ids)}?of=${acting}`, ours.administrator.cookie, form)
        assert.equal(answer.status, 404, await answer.text())
      }
    })
  }

  test('what was refused was not done: their passkey has its name, their account and consent stand', async () => {
    const theirsNow = await house.storage.asTenant({ kind: 'programme' }, async (tx) => ({
      passkey: await tx.selectFrom('passkey').select('name').where('credential_id', '=', String(theirs.ids.passkey)).executeTakeFirst(),
      account: await tx.selectFrom('account').select('removed_at').where('id', '=', String(theirs.ids.account)).executeTakeFirst(),
      consent: await tx.selectFrom('consent').select('withdrawn_at').where('id', '=', String(theirs.ids.consent)).executeTakeFirst(),
      notice: await tx.selectFrom('notice').select('read_at').where('id', '=', String(theirs.ids.notice)).executeTakeFirst(),
      token: await tx.selectFrom('api_token').select('revoked_at').where('id', '=', String(theirs.ids.token)).executeTakeFirst(),
      hook: await tx.selectFrom('webhook_endpoint').select('removed_at').where('id', '=', String(theirs.ids.hook)).executeTakeFirst(),
    }))
    assert.deepEqual(theirsNow, {
      passkey: { name: 'Phone' },
      account: { removed_at: null },
      consent: { withdrawn_at: null },
      notice: { read_at: null },
      token: { revoked_at: null },
      hook: { removed_at: null },
    })
    for (const step of ['name', 'remove'])
      assert.equal((await send('POST', `/passkeys/${ours.ids.passkey}/${step}`, ours.administrator.cookie, form)).status, 303)
  })

  for (const route of routes.filter(({ who }) => who === 'staff' || who === 'operator')) {
    test(`${route.method} ${route.path} is nothing to an administrator`, async () => {
      const answer = await send(route.method, fill(route, ours.ids), ours.administrator.cookie, form)
      assert.equal(answer.status, 404, await answer.text())
    })
  }

  for (const route of routes.filter(({ who }) => who === 'operator')) {
    test(`${route.method} ${route.path} is nothing to an analyst`, async () => {
      const answer = await send(route.method, fill(route, ours.ids), analyst, form)
      assert.equal(answer.status, 404, await answer.text())
    })
  }

  test('an incident of one owner is merged into no other’s, and what is nobody’s here is not told apart from what is another’s', async () => {
    const into = (target: string | undefined) =>
      send('POST', `/incidents/${ours.ids.work}/decide`, analyst, { step: 'merge', into: target ?? '' })
    const text = async (answer: Response) => (await answer.text()).replaceAll(/<time.*?<\/time>/g, '')
    const [personal, unknown, other] = [await into(ours.ids.incident), await into(uuid()), await into(theirs.ids.work)]
    assert.deepEqual([personal.status, unknown.status, other.status], [422, 422, 422])
    assert.equal(await text(personal), await text(unknown))
    assert.doesNotMatch(await text(other), /westlake/i)
    assert.equal(
      (await send('POST', `/incidents/${ours.ids.incident}/decide`, analyst, { step: 'merge', into: ours.ids.work ?? '' })).status,
      404,
    )
  })

  for (const path of [
    '/home',
    '/privacy',
    '/privacy/mine.json',
    '/card',
    '/organisation',
    '/accounts/connect',
    '/accounts/personal',
    '/passkeys',
  ]) {
    test(`${path} opens, and holds nothing of theirs`, async () => {
      const answer = await send('GET', path, ours.administrator.cookie)
      const page = await answer.text()
      assert.ok(answer.status === 200 || answer.status === 303, page)
      assert.doesNotMatch(page, /westlake/i)
    })
  }

  test('a personal matter is not the desk’s: not in the queue, its search or its export, and not by its address', async () => {
    for (const [desk, id] of [operator, analyst].flatMap((one) => [ours, theirs].map(({ ids }) => [one, ids.incident] as const))) {
      for (const path of ['/queue?state=all', '/queue?state=all&search=Ada', '/queue/export.csv?state=all']) {
        const answer = await send('GET', path, desk)
        assert.equal(answer.status, 200)
        assert.ok(!(await answer.text()).includes(String(id)), path)
      }
      assert.equal((await send('GET', `/incidents/${id}`, desk)).status, 404)
      assert.equal((await send('GET', `/incidents/${id}/why`, desk)).status, 404)
      for (const step of ['label', 'reach', 'reach/stop'])
        assert.equal((await send('POST', `/incidents/${id}/${step}`, desk, { label: 'honest' })).status, 404)
      assert.equal((await send('POST', `/incidents/${id}/decide`, desk, { step: 'confirm' })).status, 404)
    }
  })

  test('a personal address is shown to nobody but the person', async () => {
    for (const path of [
      `/organisations/${ours.organisation}`,
      '/health',
      '/audit',
      '/audit/looks',
      '/queue?state=all',
      `/incidents/${ours.ids.work}`,
      '/queue/export.csv?state=all',
      `/incidents/${ours.ids.work}/why`,
      '/hunt?kind=sender&value=ada@nowhere.example',
      '/hunt/export.csv?kind=sender&value=ada@nowhere.example',
      '/evaluation',
      '/evaluation/export.json',
    ]) {
      for (const desk of [operator, analyst]) assert.doesNotMatch(await (await send('GET', path, desk)).text(), /home-of-/, path)
    }
    assert.match(await (await send('GET', '/home', ours.administrator.cookie)).text(), /ada@home-of-hartley\.example/)
  })

  test('a work matter opens for the desk', async () => {
    const page = await (await send('GET', '/queue?state=all', operator)).text()
    assert.equal([...page.matchAll(/href="\/incidents\//g)].length, 2)
  })

  test('the live count tells an analyst of work matters only', async () => {
    const answer = await send('GET', '/queue/live', analyst)
    assert.equal(answer.headers.get('content-type')?.split(';')[0], 'text/event-stream')
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
    const since = house.clock.now()
    await happen(house, ours.administrator.personId, ours.organisation, String(ours.ids.account))
    const heard = async (said = ''): Promise<string> =>
      /data: \d+\n/.test(said) ? said : heard(said + String((await reader?.read())?.value ?? ''))
    assert.match(await heard(), /data: 1\n/)
    await reader?.cancel()
    assert.ok(house.clock.now() > since)
  })

  test('an address that somebody else has is answered as one that nobody has', async () => {
    const cookie = ours.administrator.cookie
    const ask = (path: string, address: string) => send('POST', path, cookie, { name: 'Lee', role: 'member', address })
    const people = '/organisation/people'
    assert.equal((await ask('/accounts/personal', 'ada@home-of-westlake.example')).status, 303)
    assert.equal((await ask('/accounts/personal', 'ada@nobody.example')).status, 303)
    assert.equal((await ask(people, 'ada@westlake.example')).status, (await ask(people, 'free@westlake.example')).status)
    const page = async (address: string) =>
      (await (await send('POST', '/sign-in', '', { address })).text())
        .replaceAll(address, '')
        .replace(/(name="challenge" value=")[\w-]{43}"/, '$1"')
    assert.equal(await page('ada@westlake.example'), await page('none@westlake.example'))
  })

  test('one’s own account opens, and after leaving the session nothing does', async () => {
    const { account } = ours.ids
    assert.equal((await send('GET', `/accounts/${account}`, ours.administrator.cookie)).status, 200)
    await send('POST', '/sign-out', theirs.administrator.cookie)
    const answer = await send('GET', '/home', theirs.administrator.cookie)
    assert.match(answer.headers.get('location') ?? '', /^\/sign-in/)
  })
})

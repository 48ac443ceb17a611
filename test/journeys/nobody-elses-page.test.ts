/**
 * Two organisations on one real database, walked through the route table: what
 * is one's own opens, and what is somebody else's does not exist, for GET and
 * POST alike. Everybody comes in through the pages: first link, invitation.
 */
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { makeToken } from '#api-tokens'
import { acceptHelp, letIn } from '#helpers'
import type { Administrator } from '#kernel'
import { makeFirstLink } from '#members'
import { uuid } from '#storage'
import { type Route, routes, type Web } from '#web'
import { addEndpoint, sendTest } from '#webhooks'
import { newDataDir } from '../support/product.ts'
import { openHouseFor } from '../support/seed.ts'
import { webOf } from '../support/web-of-house.ts'

const origin = 'http://localhost:8080'

type Somebody = { readonly personId: string; readonly cookie: string }
type Side = {
  readonly organisation: string
  readonly administrator: Somebody
  readonly ids: Readonly<Record<string, string>>
}

describe('a page of somebody else does not exist', () => {
  let house: Awaited<ReturnType<typeof openHouseFor>>
  let dataDir: string
  let web: Web
  let operator: string
  let analyst: string
  let helper: string
  let ours: Side
  let theirs: Side

  const send = (method: 'GET' | 'POST', path: string, cookie = '', form: Record<string, string> = {}) =>
    web.fetch(
      new Request(`${origin}${path}`, {
        method,
        headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
        ...(method === 'POST' && { body: new URLSearchParams(form).toString() }),
      }),
      { socket: '127.0.0.1' },
    )

  const cookieOf = (answer: Response): string => {
    assert.equal(answer.status, 303)
    return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  }

  async function makeSide(name: string, domain: string): Promise<Side> {
    const made = await send('POST', '/organisations', operator, { name, kind: 'campaign', domains: domain })
    const organisation = /\/organisations\/([^?]+)/.exec(made.headers.get('location') ?? '')?.[1] ?? ''
    await send('POST', `/organisations/${organisation}/people`, operator, {
      name: `Ada of ${name}`,
      address: `ada@${domain}`,
      role: 'administrator',
    })
    const page = await (await send('GET', `/organisations/${organisation}`, operator)).text()
    const personId = /people\/([0-9a-f-]{36})\/invite/.exec(page)?.[1] ?? ''
    const invited = await (await send('POST', `/organisations/${organisation}/people/${personId}/invite`, operator)).text()
    const token = /\/join\/([\w-]+)/.exec(invited)?.[1] ?? ''
    const cookie = cookieOf(await send('POST', `/join/${token}`, '', { name: `Ada of ${name}`, language: 'en', consent: 'yes' }))
    const added = await send('POST', '/accounts/personal', cookie, { address: `ada@home-of-${domain}` })
    const account = /accounts\/([^/]+)\/prove/.exec(added.headers.get('location') ?? '')?.[1] ?? ''
    await send('POST', '/privacy/give', cookie, { purpose: 'organisation-is-told', organisation })
    const privacy = await (await send('GET', '/privacy', cookie)).text()
    const consent = /consents\/([^/]+)\/withdraw/.exec(privacy)?.[1] ?? ''
    const matter = await happen(personId, organisation, account)
    const passkey = await keepPasskey(personId)
    const begun = await send('POST', '/apps', cookie, { name: 'Phone' })
    const waiting = /\/apps\/([^?]+)/.exec(begun.headers.get('location') ?? '')?.[1] ?? ''
    const own = {
      ...(await keepWaysIn(personId)),
      ...(await keepPrograms(personId, organisation)),
      ...(await keepShare(personId, account)),
    }
    const help = await letHelpersIn({ kind: 'administrator', personId, organisationId: organisation }, `ada@home-of-${domain}`)
    return {
      organisation,
      administrator: { personId, cookie },
      ids: {
        account,
        'personal-account': account,
        consent,
        organisation,
        member: personId,
        'member-left': personId,
        passkey,
        'waiting-app': waiting,
        ...own,
        ...matter,
        ...help,
        change: await keepChange(personId, organisation),
        vouched: await keepVouch(personId, organisation),
      },
    }
  }

  /** A token, an address that is told, and something that was sent there. */
  async function keepPrograms(personId: string, organisationId: string): Promise<{ token: string; hook: string; delivery: string }> {
    const who = { kind: 'administrator', personId, organisationId } as const
    const { id: token } = await makeToken(house.members, who, { name: 'Tool', scopes: ['people:read'], days: 30 })
    const { id: hook } = await addEndpoint(house.members, who, { url: 'https://hooks.example/in', events: ['person.joined'] })
    const sent = await sendTest(house.members, who, hook)
    return { token, hook, delivery: sent?.id ?? '' }
  }

  /** One that was asked, and one who helps: by a link, as somebody of neither side. */
  async function letHelpersIn(who: Administrator, address: string): Promise<{ help: string; 'help-offer': string; 'help-link': string }> {
    const offered = await letIn(house.members, who, { purpose: 'set-up', days: 7, address })
    const { id, token = '' } = await letIn(house.members, who, { purpose: 'set-up', days: 7, address: '' })
    await acceptHelp(house.members, { kind: 'person', personId: helper }, { token })
    const open = await letIn(house.members, who, { purpose: 'set-up', days: 7, address: '' })
    return { help: id, 'help-offer': offered.id, 'help-link': open.token ?? '' }
  }

  /** Somebody else who is told of what happens to their mailbox. */
  async function keepShare(personId: string, account: string): Promise<{ sharer: string }> {
    const [sharer, since] = [uuid(), house.clock.now()]
    await house.storage.asTenant({ kind: 'programme' }, async (tx) => {
      await tx.insertInto('person').values({ id: sharer, name: 'At Home', created_at: since }).execute()
      await tx.insertInto('account_share').values({ account_id: account, person_id: personId, sharer, since, until: null }).execute()
    })
    return { sharer }
  }

  /** What one administrator asked for and a second has to want. */
  async function keepChange(personId: string, organisation: string): Promise<string> {
    const [id, at] = [uuid(), house.clock.now()]
    const asked = { asked_by: personId, asked_at: at, expires_at: new Date(at.getTime() + 3_600_000), person_id: personId }
    await house.storage.asTenant({ kind: 'programme' }, (tx) =>
      tx
        .insertInto('pending_change')
        .values({ id, organisation_id: organisation, kind: 'remove-person', ...asked })
        .execute(),
    )
    return id
  }

  /** An applicant whom their organisation vouched for. */
  async function keepVouch(personId: string, organisation: string): Promise<string> {
    const [id, at] = [uuid(), house.clock.now()]
    const hashes = { token_hash: randomBytes(32), vouch_hash: randomBytes(32) }
    await house.storage.asTenant({ kind: 'programme' }, async (tx) => {
      await tx
        .insertInto('application')
        .values({ id, language: 'en', state: 'checking', answers: '{}', begun_at: at, changed_at: at, ...hashes })
        .execute()
      await tx
        .insertInto('vouch')
        .values({ application_id: id, organisation_id: organisation, person_id: personId, given_at: at })
        .execute()
    })
    return id
  }

  /** A confirmed app and one more session. */
  async function keepWaysIn(personId: string): Promise<{ app: string; session: string; recovery: string }> {
    const [app, session, at] = [uuid(), uuid(), house.clock.now()]
    await house.storage.asTenant({ kind: 'programme' }, async (tx) => {
      await tx
        .insertInto('totp')
        .values({ id: app, person_id: personId, name: 'Phone', sealed: Buffer.alloc(1), created_at: at, confirmed_at: at })
        .execute()
      await tx
        .insertInto('session')
        .values({
          id: session,
          token_hash: randomBytes(32),
          person_id: personId,
          method: 'passkey',
          created_at: at,
          last_seen_at: at,
          expires_at: new Date(at.getTime() + 3_600_000),
        })
        .execute()
    })
    return { app, session, recovery: await keepRecovery(personId, at) }
  }

  /** Somebody else of the organisation asks to come back in. */
  async function keepRecovery(colleague: string, at: Date): Promise<string> {
    const [personId, id] = [uuid(), uuid()]
    await house.storage.asTenant({ kind: 'programme' }, async (tx) => {
      const { organisation_id } = await tx
        .selectFrom('membership')
        .select('organisation_id')
        .where('person_id', '=', colleague)
        .executeTakeFirstOrThrow()
      await tx.insertInto('person').values({ id: personId, name: 'Lost', created_at: at }).execute()
      await tx
        .insertInto('recovery_request')
        .values({
          id,
          person_id: personId,
          organisation_id,
          reference: '7KQ2-M9XT',
          asked_at: at,
          expires_at: new Date(at.getTime() + 3_600_000),
          stop_hash: randomBytes(32),
          code_hash: randomBytes(32),
        })
        .execute()
    })
    return id
  }

  async function keepPasskey(personId: string): Promise<string> {
    const credential_id = randomBytes(16).toString('base64url')
    const row = { credential_id, person_id: personId, public_key: Buffer.alloc(1), name: 'Phone', created_at: house.clock.now() }
    await house.storage.asTenant({ kind: 'programme' }, (tx) => tx.insertInto('passkey').values(row).execute())
    return credential_id
  }

  /** Somebody at the desk who is not the operator. */
  async function makeAnalyst(): Promise<string> {
    const [personId, token, now] = [uuid(), randomBytes(32).toString('base64url'), house.clock.now()]
    const session = {
      person_id: personId,
      method: 'passkey',
      created_at: now,
      last_seen_at: now,
      expires_at: new Date(now.getTime() + 3_600_000),
    }
    await house.storage.asTenant({ kind: 'programme' }, async (tx) => {
      await tx.insertInto('person').values({ id: personId, name: 'Ana Lyst', created_at: now }).execute()
      await tx.insertInto('staff').values({ person_id: personId, role: 'analyst', since: now }).execute()
      await tx
        .insertInto('session')
        .values({ ...session, token_hash: createHash('sha256').update(token).digest() })
        .execute()
    })
    return `bellwether=${token}`
  }

  /** A personal incident and its notice: nobody's but the person's. */
  async function happen(
    personId: string,
    organisation: string,
    account: string,
  ): Promise<{ incident: string; work: string; notice: string; alert: string }> {
    const [incident, work, notice, alert] = [uuid(), uuid(), uuid(), uuid()]
    const at = house.clock.now()
    const common = {
      headline: 'mail.asks-for-password',
      severity: 'high',
      level: 'targeted',
      origin: 'mailbox',
      opened_at: at,
      last_message_at: at,
    } as const
    const sealer = await house.vault.sealer({ kind: 'person', id: personId })
    await house.storage.asTenant({ kind: 'programme' }, async (tx) => {
      await tx
        .insertInto('incident')
        .values({
          id: incident,
          organisation_id: null,
          person_id: personId,
          merged_into: null,
          decided_at: null,
          decided_by: null,
          ...common,
        })
        .execute()
      await tx
        .insertInto('incident')
        .values({
          id: work,
          organisation_id: organisation,
          person_id: null,
          merged_into: null,
          decided_at: null,
          decided_by: null,
          ...common,
        })
        .execute()
      await tx
        .insertInto('notice')
        .values({
          id: notice,
          incident_id: incident,
          person_id: personId,
          organisation_id: null,
          kind: 'incident',
          level: 'targeted',
          language: 'en',
          code_hash: Buffer.from(notice),
          sealed: sealer.seal('{}', 'notice'),
          subject_account_id: account,
          decided_at: at,
          read_at: null,
        })
        .execute()
    })
    return { incident, work, notice, alert }
  }

  before(async () => {
    dataDir = await newDataDir()
    house = await openHouseFor(dataDir)
    web = webOf(house, origin)
    operator = cookieOf(await send('POST', `/first/${await makeFirstLink(house.members)}`, '', { name: 'Olu Perator' }))
    analyst = await makeAnalyst()
    helper = uuid()
    await house.storage.asTenant({ kind: 'programme' }, (tx) =>
      tx.insertInto('person').values({ id: helper, name: 'Helga Lind', created_at: house.clock.now() }).execute(),
    )
    await keepPasskey(helper)
    ours = await makeSide('Hartley', 'hartley.example')
    theirs = await makeSide('Westlake', 'westlake.example')
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
    await happen(ours.administrator.personId, ours.organisation, String(ours.ids.account))
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

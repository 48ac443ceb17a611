/** Staff sign in at the operator's own provider: our pages, a real OpenID provider, and everything that can go wrong between them. */
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { type Browser, browserOf, openElsewhere, origin, type Page, type Somebody, type WorldElsewhere } from '../support/elsewhere.ts'
import { type IdentityProvider, identityProvider } from '../support/identity-provider.ts'
import type { Claims } from '../support/lying-fetch.ts'

const programme = { kind: 'programme' } as const
const strong = { acr: ['strong'], amr: ['hwk'] }

describe('staff sign in at a provider of their own', () => {
  let world: WorldElsewhere
  let other: IdentityProvider
  let olu: Somebody
  let ana: Somebody
  before(async () => {
    world = await openElsewhere()
    other = await identityProvider([`${origin}/sign-in/from/staff`])
  })
  after(async () => {
    await other.close()
    await world.close()
  })
  let counter = 0
  /** Ana of the desk with her passkey's session, whom the provider knows and nobody here does yet. */
  beforeEach(async () => {
    world.liar.lie = undefined
    world.liar.isDown = false
    await world.nameStaffProvider(strong)
    olu = await world.somebody('Olu Perator', 'operator')
    ana = await world.somebody('Ana Lyst', 'analyst')
    counter++
    sitsThere(`ana-${counter}`)
  })

  function sitsThere(subject: string, how: { readonly acr?: string; readonly amr?: readonly string[] } = strongly): void {
    world.provider.person = { subject, claims: { email: 'olu@operator.example', email_verified: true, ...how }, ...how }
  }
  const strongly = { acr: 'strong', amr: ['hwk'] }

  const bind = async (who: Somebody = ana): Promise<Page> =>
    who.browser.get(await world.there(await who.browser.away('/security/provider', {})))
  const toSignIn = (browser: Browser, next = '/queue') => browser.away('/sign-in/staff', { next })
  /** Signs in from a browser that holds nothing of ours. */
  async function signIn(browser: Browser = browserOf(world.web)): Promise<{ readonly browser: Browser; readonly page: Page }> {
    return { browser, page: await browser.get(await world.there(await toSignIn(browser))) }
  }
  /** The sign-in page, with one sentence and no session. */
  function staysOut({ browser, page }: { readonly browser: Browser; readonly page: Page }, says: RegExp): void {
    assert.match(page.path, /^\/sign-in\?/)
    assert.match(page.text, says)
    assert.match(page.text, /id="passkey"/, 'the passkey is offered as ever')
    assert.equal(browser.cookies.has('bellwether'), false)
  }
  const count = async (table: 'person' | 'session'): Promise<number> => {
    const { rows } = await world.house.storage.asTenant(programme, async (tx) => ({
      rows: await tx
        .selectFrom(table)
        .select((columns) => columns.fn.countAll<string>().as('count'))
        .executeTakeFirstOrThrow(),
    }))
    return Number(rows.count)
  }
  const makeStale = (who: Somebody) =>
    world.house.storage.asTenant(programme, (tx) =>
      tx
        .updateTable('session')
        .set({ proved_at: new Date(Date.now() - 1_200_000) })
        .where('person_id', '=', who.personId)
        .execute(),
    )

  test('bound once with a passkey, it opens the desk from then on, and the list of sessions says how', async () => {
    assert.match((await ana.browser.get('/security')).text, /Sign-in of staff/)
    assert.match((await ana.browser.get('/security/provider')).text, /Bind your sign-in at Desk login once/)
    const bound = await bind()
    assert.equal(bound.path, '/security/provider?done=provider-bound')
    assert.match(bound.text, /It is bound/)
    const browser = browserOf(world.web)
    assert.match((await browser.get('/sign-in?next=/queue')).text, /Sign in as staff with Desk login/)
    const { page } = await signIn(browser)
    assert.equal(page.path, '/queue')
    assert.equal(page.status, 200)
    assert.match((await browser.get('/sessions')).text, /with the sign-in of staff/)
    assert.match((await browser.get('/security/provider')).text, /last used/)
  })

  test('what is asked for there is who they are and nothing else, and the token is given back', async () => {
    const browser = browserOf(world.web)
    const { searchParams } = await toSignIn(browser)
    const { state, nonce, code_challenge, ...rest } = Object.fromEntries(searchParams)
    assert.deepEqual(rest, {
      client_id: 'bellwether',
      redirect_uri: `${origin}/sign-in/from/staff`,
      response_type: 'code',
      scope: 'openid',
      code_challenge_method: 'S256',
      acr_values: 'strong',
      max_age: '3600',
    })
    assert.ok(state && nonce && code_challenge)
    const given = world.provider.revoked.length
    await bind()
    assert.equal(world.provider.revoked.length, given + 1)
  })

  test('without a provider in the settings nothing of it is offered, and its sessions are over', async () => {
    await bind()
    const { browser } = await signIn()
    await world.nameStaffProvider(undefined)
    assert.doesNotMatch((await browserOf(world.web).get('/sign-in')).text, /as staff/)
    assert.match((await browser.get('/queue')).path, /^\/sign-in/)
    assert.doesNotMatch((await ana.browser.get('/security')).text, /Sign-in of staff/)
    const page = await browserOf(world.web).send('/sign-in/staff', { next: '/' })
    assert.match(page.path, /why=provider-not-set-up/)
  })

  test('whom the provider knows and nobody here bound does not come in, whatever address it says, and no account is made', async () => {
    const people = await count('person')
    staysOut(await signIn(), /bound to nobody here who works for the programme/)
    assert.equal(await count('person'), people)
  })

  test('the same subject of another issuer is somebody else, and the sessions of the issuer before are over', async () => {
    await bind()
    const { browser } = await signIn()
    await world.nameStaffProvider({ ...strong, issuer: other.issuer })
    other.person = world.provider.person
    assert.match((await browser.get('/queue')).path, /^\/sign-in/)
    staysOut(await signIn(), /bound to nobody here/)
    assert.match((await ana.browser.get('/security/provider')).text, /Bind your sign-in/)
  })

  test('a member is sent back from the page that binds, and no provider’s word lets them in', async () => {
    const member = await world.somebody('Mem Ber')
    assert.doesNotMatch((await member.browser.get('/security')).text, /Sign-in of staff/)
    assert.equal((await member.browser.get('/security/provider')).path, '/security')
    assert.equal((await member.browser.send('/security/provider')).path, '/security')
    await bind()
    await world.house.storage.asTenant(programme, (tx) =>
      tx.updateTable('staff').set({ until: new Date() }).where('person_id', '=', ana.personId).execute(),
    )
    staysOut(await signIn(), /bound to nobody here who works for the programme/)
  })

  test('binding wants the passkey, and a proof that is fresh', async () => {
    await makeStale(ana)
    assert.match((await ana.browser.get('/security/provider')).path, /^\/confirm\?next=/)
    assert.match((await ana.browser.send('/security/provider')).path, /^\/confirm\?next=/)
    const bea = await world.somebody('Bea', 'analyst')
    await world.house.storage.asTenant(programme, (tx) =>
      tx.updateTable('session').set({ passkey_id: null }).where('person_id', '=', bea.personId).execute(),
    )
    for (const page of [await bea.browser.get('/security/provider'), await bea.browser.send('/security/provider')])
      assert.match(page.path, /^\/with-passkey/)
  })

  test('an identity that a colleague bound is not free, and one’s own is bound once', async () => {
    await bind()
    assert.match((await bind(olu)).text, /cannot be bound to your account/)
    sitsThere(`another-${counter}`)
    assert.match((await bind()).text, /already bound at Desk login/)
  })

  test('an answer that is brought twice is taken once', async () => {
    await bind()
    const browser = browserOf(world.web)
    const back = await world.there(await toSignIn(browser))
    assert.equal((await browser.get(back)).path, '/queue')
    const sessions = await count('session')
    const again = await browser.get(back)
    assert.equal(again.status, 422)
    assert.match(again.text, /used already, or it came after ten minutes/)
    assert.equal(await count('session'), sessions)
  })

  test('an answer brought by another browser is not theirs, and stays good for whoever asked', async () => {
    await bind()
    const browser = browserOf(world.web)
    const back = await world.there(await toSignIn(browser))
    const thief = browserOf(world.web)
    await toSignIn(thief)
    const page = await thief.get(back)
    assert.equal(page.status, 422)
    assert.match(page.text, /begun in another browser/)
    assert.equal(thief.cookies.has('bellwether'), false)
    assert.equal((await browser.get(back)).path, '/queue')
  })

  test('what another began to bind is not bound to me', async () => {
    const back = await world.there(await olu.browser.away('/security/provider', {}))
    const page = await browserOf(world.web, { ...Object.fromEntries(olu.browser.cookies), bellwether: ana.token }).get(back)
    assert.equal(page.status, 422)
    assert.match(page.text, /by somebody else/)
  })

  test('an answer in the name of another issuer, or of another provider’s place, is a mix-up', async () => {
    await bind()
    const browser = browserOf(world.web)
    const mixed = new URL(await world.there(await toSignIn(browser)), origin)
    mixed.searchParams.set('iss', other.issuer)
    staysOut({ browser, page: await browser.get(mixed.pathname + mixed.search) }, /was not right, so we did not believe it/)
    const unnamed = new URL(await world.there(await toSignIn(browser)), origin)
    unnamed.searchParams.delete('iss')
    staysOut({ browser, page: await browser.get(unnamed.pathname + unnamed.search) }, /was not right/)
    const back = await world.there(await toSignIn(browser))
    assert.match((await browser.get(back.replace('/from/staff', '/from/google'))).text, /used already/)
  })

  const seconds = () => Math.floor(Date.now() / 1000)
  const lies: Readonly<Record<string, (claims: Claims) => Claims>> = {
    'for another sign-in (nonce)': (claims) => ({ ...claims, nonce: 'of-another-time' }),
    'for another client (aud)': (claims) => ({ ...claims, aud: 'another' }),
    'for several, of whom another is meant (azp)': (claims) => ({ ...claims, aud: ['bellwether', 'another'], azp: 'another' }),
    'of another issuer (iss)': (claims) => ({ ...claims, iss: 'https://another.example' }),
    'past its time (exp)': (claims) => ({ ...claims, exp: 1 }),
    'made before it was asked for (iat)': (claims) => ({ ...claims, iat: seconds() - 3600 }),
    'made at no time (iat)': ({ iat: _, ...claims }) => claims,
  }
  for (const [name, lie] of Object.entries(lies)) {
    test(`a token ${name} lets nobody in`, async () => {
      await bind()
      world.liar.lie = (_, claims) => world.provider.signed(lie(claims))
      staysOut(await signIn(), /was not right, so we did not believe it/)
    })
  }

  test('the same token, signed again without a lie, lets them in: the tests above can fail', async () => {
    await bind()
    world.liar.lie = (_, claims) => world.provider.signed(claims)
    assert.equal((await signIn()).page.path, '/queue')
  })

  test('a token that nobody signed, or somebody else, or with the secret that we share, lets nobody in', async () => {
    await bind()
    const head = (alg: string) => Buffer.from(JSON.stringify({ alg })).toString('base64url')
    world.liar.lie = (token) => `${head('none')}.${token.split('.')[1]}.`
    staysOut(await signIn(), /was not right/)
    world.liar.lie = (token) => `${head('HS256')}.${token.split('.')[1]}.${Buffer.alloc(32).toString('base64url')}`
    staysOut(await signIn(), /was not right/)
    world.liar.lie = (_, claims) => other.signed(claims)
    staysOut(await signIn(), /was not right/)
  })

  test('a sign-in there that is too old, or of no time, is refused with one sentence', async () => {
    await bind()
    world.liar.lie = (_, claims) => world.provider.signed({ ...claims, auth_time: seconds() - 7200 })
    staysOut(await signIn(), /Your sign-in at Desk login is too old for this/)
    world.liar.lie = (_, { auth_time: __, ...claims }) => world.provider.signed(claims)
    staysOut(await signIn(), /did not say when you signed in there/)
  })

  test('a sign-in there that is not as strong as the operator asks is refused with one sentence, binding too', async () => {
    sitsThere(`ana-${counter}`, { acr: 'strong', amr: ['pwd'] })
    assert.match((await bind()).text, /not strong enough for this/)
    sitsThere(`ana-${counter}`)
    await bind()
    sitsThere(`ana-${counter}`, { acr: 'strong', amr: ['pwd'] })
    staysOut(await signIn(), /The way you signed in at Desk login is not strong enough/)
    world.liar.lie = (_, claims) => world.provider.signed({ ...claims, acr: 'weak', amr: ['hwk'] })
    staysOut(await signIn(), /not strong enough/)
  })

  test('where the operator asks for nothing, it opens one’s own page, and the desk asks for the passkey', async () => {
    await world.nameStaffProvider({})
    await bind()
    const { browser, page } = await signIn()
    assert.match(page.path, /^\/with-passkey\?next=/)
    assert.equal((await browser.get('/home')).path, '/home')
    const asked = await browser.get('/passkeys')
    assert.match(asked.path, /^\/confirm/)
    assert.doesNotMatch(asked.text, /Confirm with Desk login/)
    assert.match((await browser.send('/confirm/there', { 'confirm-page': '/passkeys' })).path, /why=sign-in-too-weak/)
  })

  test('turned back there: one sentence', async () => {
    world.provider.person = undefined
    staysOut(await signIn(), /was not finished\. Try again, or use your passkey/)
  })

  test('a provider that is down: one sentence, before and after, and the passkey still opens the desk', async () => {
    await bind()
    const browser = browserOf(world.web)
    const back = await world.there(await toSignIn(browser))
    world.liar.isDown = true
    staysOut({ browser, page: await browser.get(back) }, /Desk login cannot be reached at the moment\. Use your passkey/)
    const anew = browserOf(world.webAnew())
    staysOut({ browser: anew, page: await anew.send('/sign-in/staff', { next: '/queue' }) }, /cannot be reached at the moment/)
    assert.equal((await ana.browser.get('/queue')).status, 200)
  })

  test('whose part ends is out at once, and is unbound', async () => {
    await bind()
    const { browser } = await signIn()
    assert.equal((await browser.get('/queue')).status, 200)
    await olu.browser.send(`/staff/${ana.personId}/end`)
    assert.match((await browser.get('/home')).path, /^\/sign-in/)
    staysOut(await signIn(), /bound to nobody here/)
  })

  test('what is unbound is out at once, and the passkey’s session stays', async () => {
    await bind()
    const { browser } = await signIn()
    assert.equal((await ana.browser.send('/security/provider/unbind')).path, '/security?done=provider-unbound')
    assert.match((await browser.get('/home')).path, /^\/sign-in/)
    assert.equal((await ana.browser.get('/queue')).status, 200)
    staysOut(await signIn(), /bound to nobody here/)
  })

  test('a fresh proof of such a session goes back to the provider, which asks anew', async () => {
    await bind()
    const { browser } = await signIn()
    await makeStale(ana)
    const asked = await browser.get('/passkeys')
    assert.equal(asked.path, '/confirm?next=%2Fpasskeys')
    assert.match(asked.text, /Confirm with Desk login/)
    const before = browser.cookies.get('bellwether')
    const to = await browser.away('/confirm/there', { 'confirm-page': '/passkeys' })
    assert.deepEqual([to.searchParams.get('prompt'), to.searchParams.get('max_age')], ['login', '0'])
    assert.equal((await browser.get(await world.there(to))).path, '/passkeys')
    assert.notEqual(browser.cookies.get('bellwether'), before)
    assert.match((await browserOf(world.web, { bellwether: before ?? '' }).get('/home')).path, /^\/sign-in/)
  })

  test('a form that asked for the proof is found again on its page, and nothing of it was done', async () => {
    await bind()
    const { browser } = await signIn()
    await makeStale(ana)
    const page = await browser.send('/apps', { name: 'Phone' })
    assert.match(page.text, /Confirm with Desk login/)
    assert.match(page.text, /name="confirm-page" value="\/apps"/)
    const back = await browser.get(await world.there(await browser.away('/confirm/there', { 'confirm-page': '/apps' })))
    assert.equal(back.path, '/apps')
  })

  test('a proof by whoever else sits there, or by a sign-in of before, is none', async () => {
    await bind()
    const { browser } = await signIn()
    await makeStale(ana)
    const confirm = async () => browser.get(await world.there(await browser.away('/confirm/there', { 'confirm-page': '/passkeys' })))
    sitsThere(`somebody-else-${counter}`)
    assert.match((await confirm()).text, /bound to nobody here/)
    sitsThere(`ana-${counter}`)
    world.liar.lie = (_, claims) => world.provider.signed({ ...claims, auth_time: seconds() - 120 })
    const old = await confirm()
    assert.match(old.path, /^\/confirm\?next=%2Fpasskeys&why=/)
    assert.match(old.text, /too old for this/)
    assert.match((await browser.get('/passkeys')).path, /^\/confirm/)
  })

  test('a session that a passkey began is not sent to the provider for a proof', async () => {
    await bind()
    await makeStale(ana)
    assert.doesNotMatch((await ana.browser.get('/passkeys')).text, /Confirm with Desk login/)
    assert.match((await ana.browser.send('/confirm/there', { 'confirm-page': '/passkeys' })).path, /^\/confirm\?next=/)
  })

  test('signing out ends ours, and offers to end the provider’s', async () => {
    await bind()
    const { browser } = await signIn()
    const token = browser.cookies.get('bellwether') ?? ''
    const out = await browser.send('/sign-out')
    assert.match(out.text, /You may still be signed in at Desk login/)
    assert.match((await browserOf(world.web, { bellwether: token }).get('/home')).path, /^\/sign-in/)
    const to = await browser.away('/sign-out/there', {})
    assert.equal(to.origin + to.pathname, `${world.provider.issuer}/session/end`)
    assert.deepEqual(Object.fromEntries(to.searchParams), { client_id: 'bellwether' })
    assert.equal((await fetch(to)).status, 200)
    assert.doesNotMatch((await ana.browser.send('/sign-out')).text, /You may still be signed in/)
  })

  test('a provider that is down keeps nobody signed in here', async () => {
    await bind()
    const { browser } = await signIn()
    world.liar.isDown = true
    const anew = browserOf(world.webAnew(), Object.fromEntries(browser.cookies))
    const out = await anew.send('/sign-out')
    assert.doesNotMatch(out.text, /You may still be signed in/)
    assert.match((await browser.get('/home')).path, /^\/sign-in/)
  })
})

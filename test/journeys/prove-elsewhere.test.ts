/** A mailbox proved by signing in where it is: our pages, a real OpenID provider, and everything that can go wrong between them. */
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { browserOf, openElsewhere, type Somebody, type WorldElsewhere } from '../support/elsewhere.ts'
import type { Claims } from '../support/lying-fetch.ts'

describe('a mailbox proved by signing in where it is', () => {
  let world: WorldElsewhere
  let dana: Somebody
  before(async () => {
    world = await openElsewhere()
  })
  after(() => world.close())
  beforeEach(async () => {
    world.liar.lie = undefined
    world.liar.isDown = false
    dana = await world.somebody('Dana Cole')
  })

  let counter = 0
  /** A new address that waits for its proof, and who signs in at Google as it. */
  async function waiting(claims: Claims = {}): Promise<{ readonly id: string; readonly address: string }> {
    counter++
    const address = `dana.cole.${counter}@campaign.example`
    const id = await world.address(dana, address)
    world.provider.person = {
      subject: `dana-${counter}`,
      claims: { email: address, email_verified: true, hd: 'campaign.example', ...claims },
    }
    return { id, address }
  }
  const begin = (id: string, at = 'google') => dana.browser.away(`/accounts/${id}/prove/elsewhere`, { at })
  /** A prove page that says why not, with the field for the digits still there. */
  async function staysUnproven(id: string, page: { readonly text: string; readonly path: string }, says: RegExp): Promise<void> {
    assert.ok(page.path.startsWith(`/accounts/${id}/prove`), page.path)
    assert.match(page.text, says)
    assert.match(page.text, /name="code"/)
    assert.equal(await world.isProven(id), false)
  }

  test('whoever signs in there as this address has proved it, and the token is given back', async () => {
    const { id } = await waiting()
    const page = await dana.browser.get(`/accounts/${id}/prove`)
    assert.match(page.text, /Sign in at Google/)
    assert.match(page.text, /Sign in at Microsoft/)
    const given = world.provider.revoked.length
    const home = await dana.browser.get(await world.there(await begin(id)))
    assert.equal(home.path, '/home?done=proven')
    assert.equal(await world.isProven(id), true)
    assert.equal(world.provider.revoked.length, given + 1)
  })

  test('what is asked for there is the address and nothing else, with a name filled in', async () => {
    const { id, address } = await waiting()
    const { searchParams } = await begin(id)
    assert.equal(searchParams.get('scope'), 'openid email')
    assert.equal(searchParams.get('response_type'), 'code')
    assert.equal(searchParams.get('code_challenge_method'), 'S256')
    assert.equal(searchParams.get('login_hint'), address)
    assert.equal(searchParams.get('redirect_uri'), 'http://localhost:8080/sign-in/from/google')
  })

  test('the page that leads there names it, and goes on by itself', async () => {
    const { id } = await waiting()
    const page = await dana.browser.send(`/accounts/${id}/prove/elsewhere`, { at: 'google' })
    assert.match(page.text, /tells us your address and nothing else/)
    assert.match(page.refresh ?? '', new RegExp(`^0; url=${world.provider.issuer}/auth\\?`))
  })

  test('a reason that nobody gave, written into the address, is not said', async () => {
    const { id } = await waiting()
    const page = await dana.browser.get(`/accounts/${id}/prove?at=google&why=constructor`)
    assert.equal(page.status, 200)
    assert.doesNotMatch(page.text, /role="alert"/)
  })

  test('turned back there: one sentence, and the digits are still awaited', async () => {
    const { id } = await waiting()
    world.provider.person = undefined
    await staysUnproven(id, await dana.browser.get(await world.there(await begin(id))), /was not finished, and nothing was changed/)
  })

  test('another account signed in there: one sentence', async () => {
    const { id } = await waiting({ email: 'somebody.else@campaign.example' })
    await staysUnproven(id, await dana.browser.get(await world.there(await begin(id))), /with another address\. Choose dana\.cole/)
  })

  test('an address that the provider does not vouch for is not proved: unverified, or a mailbox that it does not run', async () => {
    const unverified = await waiting({ email_verified: false })
    await staysUnproven(unverified.id, await dana.browser.get(await world.there(await begin(unverified.id))), /cannot vouch for/)
    const notTheirs = await waiting({ hd: undefined })
    await staysUnproven(notTheirs.id, await dana.browser.get(await world.there(await begin(notTheirs.id))), /cannot vouch for/)
  })

  test('at Microsoft an address alone proves nothing; the verified owner of its domain does', async () => {
    const alone = await waiting({ tid: '11111111-1111-1111-1111-111111111111' })
    await staysUnproven(alone.id, await dana.browser.get(await world.there(await begin(alone.id, 'microsoft'))), /Microsoft cannot vouch/)
    const owned = await waiting({ xms_edov: true })
    await dana.browser.get(await world.there(await begin(owned.id, 'microsoft')))
    assert.equal(await world.isProven(owned.id), true)
  })

  test('a provider that is down: one sentence before, and one after', async () => {
    const { id } = await waiting()
    const back = await world.there(await begin(id))
    world.liar.isDown = true
    await staysUnproven(id, await dana.browser.get(back), /cannot be reached at the moment/)
    // One that was down all along cannot even be begun with.
    const page = await browserOf(world.webAnew(), { bellwether: dana.token }).send(`/accounts/${id}/prove/elsewhere`, { at: 'google' })
    assert.equal(page.status, 422)
    await staysUnproven(id, page, /cannot be reached at the moment/)
  })

  test('an answer that is brought twice is taken once', async () => {
    const { id } = await waiting()
    const back = await world.there(await begin(id))
    await dana.browser.get(back)
    const again = await dana.browser.get(back)
    assert.equal(again.status, 422)
    assert.match(again.text, /used already, or it came after ten minutes/)
    assert.equal(await world.isProven(id), true)
  })

  test('an answer brought by another browser, or another person, is not theirs, and stays good for whoever asked', async () => {
    const { id } = await waiting()
    const back = await world.there(await begin(id))
    const eve = await world.somebody('Eve')
    for (const thief of [
      eve.browser,
      browserOf(world.web),
      // The same person, elsewhere; and another person in the same browser.
      browserOf(world.web, { bellwether: dana.token }),
      browserOf(world.web, { ...Object.fromEntries(dana.browser.cookies), bellwether: eve.token }),
    ]) {
      const page = await thief.get(back)
      assert.equal(page.status, 422)
      assert.match(page.text, /begun in another browser, or by somebody else/)
    }
    assert.equal(await world.isProven(id), false)
    await dana.browser.get(back)
    assert.equal(await world.isProven(id), true)
  })

  test('an answer to the one provider is none at the other', async () => {
    const { id } = await waiting()
    const back = await world.there(await begin(id))
    const page = await dana.browser.get(back.replace('/from/google', '/from/microsoft'))
    assert.match(page.text, /used already, or it came after ten minutes/)
    assert.equal(await world.isProven(id), false)
    const mixed = new URL(back, 'http://localhost:8080')
    mixed.searchParams.set('iss', 'https://another.example')
    await staysUnproven(id, await dana.browser.get(mixed.pathname + mixed.search), /was not right, so we did not believe it/)
  })

  const lies: Readonly<Record<string, (claims: Claims) => Claims>> = {
    'for another sign-in (nonce)': (claims) => ({ ...claims, nonce: 'of-another-time' }),
    'for another client (aud)': (claims) => ({ ...claims, aud: 'another' }),
    'of another issuer (iss)': (claims) => ({ ...claims, iss: 'https://another.example' }),
    'past its time (exp)': (claims) => ({ ...claims, exp: 1 }),
  }
  for (const [name, lie] of Object.entries(lies)) {
    test(`a token ${name} proves nothing`, async () => {
      const { id } = await waiting()
      world.liar.lie = (_, claims) => world.provider.signed(lie(claims))
      await staysUnproven(id, await dana.browser.get(await world.there(await begin(id))), /was not right, so we did not believe it/)
    })
  }

  test('a token that nobody signed proves nothing', async () => {
    const { id } = await waiting()
    const none = Buffer.from('{"alg":"none"}').toString('base64url')
    world.liar.lie = (token) => `${none}.${token.split('.')[1]}.`
    await staysUnproven(id, await dana.browser.get(await world.there(await begin(id))), /was not right, so we did not believe it/)
  })

  test('a code that was used before, with a state that is awaited, proves nothing', async () => {
    const first = await waiting()
    const used = new URL(await world.there(await begin(first.id)), 'http://localhost:8080')
    await dana.browser.get(used.pathname + used.search)
    const { id } = await waiting()
    const fresh = new URL(await world.there(await begin(id)), 'http://localhost:8080')
    fresh.searchParams.set('code', used.searchParams.get('code') ?? '')
    await staysUnproven(id, await dana.browser.get(fresh.pathname + fresh.search), /was not right, so we did not believe it/)
  })

  test('an account of somebody else is not there to be proved, and no provider besides the two is', async () => {
    const eve = await world.somebody('Eve')
    const { id } = await waiting()
    assert.equal((await eve.browser.send(`/accounts/${id}/prove/elsewhere`, { at: 'google' })).status, 404)
    await staysUnproven(id, await dana.browser.send(`/accounts/${id}/prove/elsewhere`, { at: 'staff' }), /is not set up for this address/)
    assert.equal((await dana.browser.get('/sign-in/from/another?state=x')).status, 404)
  })

  test('nothing that the provider said is kept', async () => {
    const { id } = await waiting()
    await dana.browser.get(await world.there(await begin(id)))
    const left = await world.house.storage.asTenant({ kind: 'programme' }, (tx) =>
      tx.selectFrom('sign_in_elsewhere').select('purpose').execute(),
    )
    assert.ok(left.length < 5)
    const entry = await world.house.storage.asTenant({ kind: 'programme' }, (tx) =>
      tx
        .selectFrom('audit_entry')
        .selectAll()
        .where('action', '=', 'account.prove-elsewhere')
        .orderBy('seq', 'desc')
        .executeTakeFirstOrThrow(),
    )
    assert.doesNotMatch(JSON.stringify(entry), /dana\.cole|dana-\d/)
    assert.equal(entry.subject, `account/${id}`)
  })
})

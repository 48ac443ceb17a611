import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { createGuardedFetch } from '#fetch'
import { isTrouble } from '#kernel'
import { client, type IdentityProvider, identityProvider, throughProvider } from '../../../test/support/identity-provider.ts'
import { type Claims, lyingFetch } from '../../../test/support/lying-fetch.ts'
import { type Ask, openRelyingParties, type RelyingParty, type Shown } from './index.ts'

const redirectUri = 'http://localhost:8080/sign-in/from/staff'
const clock = { now: () => new Date() }
const liar = lyingFetch(createGuardedFetch({ lookUp: async () => ['127.0.0.1'], mayDial: () => true }))
const open = openRelyingParties({ fetchOf: () => liar.fetch, clock })

let provider: IdentityProvider
let other: IdentityProvider
let party: RelyingParty
before(async () => {
  provider = await identityProvider([redirectUri])
  other = await identityProvider([redirectUri])
  party = open({ ...client, issuer: provider.issuer, redirectUri })
})
after(async () => {
  await provider.close()
  await other.close()
})
beforeEach(() => {
  liar.lie = undefined
  provider.person = { subject: 'dana-1', claims: { email: 'dana@hartley.example', email_verified: true } }
})

const ask: Ask = { state: 's'.repeat(43), nonce: 'n'.repeat(43), verifier: 'v'.repeat(43) }
const wanted = { scope: 'openid email' }

/** Goes there and back; the answer as our page gets it. */
const there = async (asked: Ask = ask): Promise<URLSearchParams> =>
  (await throughProvider(await party.begin({ ...asked, ...wanted }))).searchParams

async function refusedWith(code: string, work: Promise<unknown>): Promise<string> {
  const thrown = await work.then(
    () => assert.fail(`it was believed, and ${code} was expected`),
    (cause: unknown) => cause,
  )
  assert.ok(isTrouble(thrown), String(thrown))
  assert.equal(thrown.code, code, thrown.message)
  return thrown.message
}

test('who signed in there is known by issuer and subject, with the address the provider says', async () => {
  const shown = await party.finish(ask, await there())
  assert.equal(shown.issuer, provider.issuer)
  assert.equal(shown.subject, 'dana-1')
  assert.equal(shown.claims.email, 'dana@hartley.example')
  assert.equal(shown.claims.email_verified, true)
})

test('what is asked for is a code, with PKCE S256, state, nonce, an exact way back and nothing but openid and email', async () => {
  const { searchParams } = await party.begin({ ...ask, ...wanted })
  const { code_challenge, ...rest } = Object.fromEntries(searchParams)
  assert.deepEqual(rest, {
    client_id: client.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid email',
    state: ask.state,
    nonce: ask.nonce,
    code_challenge_method: 'S256',
  })
  assert.match(code_challenge ?? '', /^[\w-]{43}$/)
  assert.notEqual(code_challenge, ask.verifier)
})

test('a fresh sign-in of a class is asked for where it is wanted, and the token then says when it was', async () => {
  provider.person = { subject: 'dana-1', claims: { acr: 'strong' }, acr: 'strong' }
  const to = await party.begin({ ...ask, ...wanted, acr: ['strong', 'stronger'], prompt: 'login', maxAgeSeconds: 0 })
  const { prompt, max_age, acr_values } = Object.fromEntries(to.searchParams)
  assert.deepEqual([prompt, max_age, acr_values], ['login', '0', 'strong stronger'])
  const { claims } = await party.finish(ask, (await throughProvider(to)).searchParams)
  assert.equal(claims.acr, 'strong')
  assert.ok(Math.abs(Number(claims.auth_time) - Date.now() / 1000) < 60)
})

test('a provider’s page for signing out is gone to with our id and no token, where it has one', async () => {
  const to = await party.signOut()
  assert.equal(to?.href, `${provider.issuer}/session/end?client_id=${client.clientId}`)
  const without = openRelyingParties({
    clock,
    fetchOf: () => async (url, question) => {
      const answer = await liar.fetch(url, question)
      return url.includes('/.well-known/') ? Response.json({ ...(await answer.json()), end_session_endpoint: undefined }) : answer
    },
  })
  assert.equal(await without({ ...client, issuer: provider.issuer, redirectUri }).signOut(), undefined)
})

test('the token is given back to a provider that takes it', async () => {
  const before = provider.revoked.length
  const shown: Shown = await party.finish(ask, await there())
  assert.equal(await shown.letGo(), true)
  assert.equal(provider.revoked.length, before + 1)
})

test('somebody who turns back at the provider is told so', async () => {
  provider.person = undefined
  const query = await there()
  assert.equal(query.get('error'), 'access_denied')
  await refusedWith('provider-said-no', party.finish(ask, query))
})

test('an answer with another state, or with none, is not ours', async () => {
  const query = await there()
  await refusedWith('provider-answer-wrong', party.finish({ ...ask, state: 'x'.repeat(43) }, query))
  const without = new URLSearchParams(query)
  without.delete('state')
  await refusedWith('provider-answer-wrong', party.finish(ask, without))
})

test('a code works once, and only with the verifier it was asked for with', async () => {
  const query = await there()
  await party.finish(ask, query)
  await refusedWith('provider-answer-wrong', party.finish(ask, query))
  const stolen = await there()
  await refusedWith('provider-answer-wrong', party.finish({ ...ask, verifier: 'w'.repeat(43) }, stolen))
})

test('an answer that another issuer gives, or that does not say who gives it, is a mix-up', async () => {
  const query = await there()
  const mixed = new URLSearchParams(query)
  mixed.set('iss', other.issuer)
  await refusedWith('provider-answer-wrong', party.finish(ask, mixed))
  const unnamed = new URLSearchParams(query)
  unnamed.delete('iss')
  await refusedWith('provider-answer-wrong', party.finish(ask, unnamed))
})

/** What a token may not say, each by a lie of its own. */
const lies: Readonly<Record<string, (claims: Claims) => Claims>> = {
  'for another sign-in (nonce)': (claims) => ({ ...claims, nonce: 'o'.repeat(43) }),
  'without a nonce': ({ nonce: _, ...claims }) => claims,
  'for somebody else (aud)': (claims) => ({ ...claims, aud: 'another-client' }),
  'for several, of whom we are not the one (azp)': (claims) => ({ ...claims, aud: [client.clientId, 'another'], azp: 'another' }),
  'of another issuer (iss)': (claims) => ({ ...claims, iss: other.issuer }),
  'past its time (exp)': (claims) => ({ ...claims, exp: Math.floor(Date.now() / 1000) - 3600 }),
  'without an end': ({ exp: _, ...claims }) => claims,
  'of nobody (sub)': ({ sub: _, ...claims }) => claims,
}
for (const [name, lie] of Object.entries(lies)) {
  test(`a token ${name} is not believed`, async () => {
    liar.lie = (_, claims) => provider.signed(lie(claims))
    await refusedWith('provider-answer-wrong', party.finish(ask, await there()))
  })
}

test('the same token, signed by us again without a lie, is believed: the tests above can fail', async () => {
  liar.lie = (_, claims) => provider.signed(claims)
  assert.equal((await party.finish(ask, await there())).subject, 'dana-1')
})

const header = (alg: string) => Buffer.from(JSON.stringify({ alg, typ: 'JWT' })).toString('base64url')
const payload = (token: string) => token.split('.')[1] ?? ''

test('a token with algorithm none, with the shared secret, or signed by somebody else is not believed', async () => {
  liar.lie = (token) => `${header('none')}.${payload(token)}.`
  await refusedWith('provider-answer-wrong', party.finish(ask, await there()))
  liar.lie = (token) => `${header('HS256')}.${payload(token)}.${Buffer.alloc(32).toString('base64url')}`
  await refusedWith('provider-answer-wrong', party.finish(ask, await there()))
  liar.lie = (_, claims) => other.signed(claims)
  await refusedWith('provider-answer-wrong', party.finish(ask, await there()))
})

test('a provider whose metadata names another issuer is not believed at all', async () => {
  const pretends = openRelyingParties({
    clock,
    fetchOf: () => async (url, question) => {
      const answer = await liar.fetch(url, question)
      return url.includes('/.well-known/') ? Response.json({ ...(await answer.json()), issuer: other.issuer }) : answer
    },
  })
  await refusedWith('provider-answer-wrong', pretends({ ...client, issuer: provider.issuer, redirectUri }).begin({ ...ask, ...wanted }))
})

test('a provider that is down, late or broken is a setback, and is asked again the next time', async () => {
  const gone = await identityProvider([redirectUri])
  await gone.close()
  const says = await refusedWith('provider-not-reached', open({ ...client, issuer: gone.issuer, redirectUri }).begin({ ...ask, ...wanted }))
  assert.match(says, /nobody listens there/)
  let isBroken = true
  const flickers = openRelyingParties({
    clock,
    fetchOf: () => async (url, question) => (isBroken ? new Response('oops', { status: 503 }) : liar.fetch(url, question)),
  })({ ...client, issuer: provider.issuer, redirectUri })
  await refusedWith('provider-not-reached', flickers.begin({ ...ask, ...wanted }))
  isBroken = false
  await flickers.begin({ ...ask, ...wanted })
})

test('a client whose secret the provider does not know is the operator’s trouble, not the person’s', async () => {
  const wrongSecret = open({ ...client, clientSecret: 'another', issuer: provider.issuer, redirectUri })
  await refusedWith('provider-not-reached', wrongSecret.finish(ask, await there()))
})

test('without TLS nobody is believed but a provider on this machine', async () => {
  await refusedWith('provider-answer-wrong', open({ ...client, issuer: 'http://login.example', redirectUri }).begin({ ...ask, ...wanted }))
})

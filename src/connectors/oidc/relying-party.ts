/**
 * One provider, asked by the authorization code flow alone: PKCE with S256,
 * state, nonce, an exact redirect address, the issuer's own name in its answer
 * where it offers that (RFC 9207), and an ID token whose signature is checked
 * (OpenID Connect Core §3.1.3.7). openid-client does the checking; nothing of
 * what the provider sends is kept here.
 */
import * as client from 'openid-client'
import type { GuardedFetch } from '#fetch'
import { type Clock, hoursMs } from '#kernel'
import { troubleOf } from './trouble-of.ts'

export type ClientOfIssuer = {
  /** `https://accounts.google.com`, as the provider names itself. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Of ours, one for each provider, to the letter as it is registered there. */
  readonly redirectUri: string
}

/** Made by the caller for this one sign-in, and kept by it until the browser is back. */
export type Ask = {
  readonly state: string
  readonly nonce: string
  /** PKCE: 43 to 128 characters (RFC 7636 §4.1). */
  readonly verifier: string
}

type Wanted = {
  readonly scope: string
  /** Fills in the name there, where the provider takes one. */
  readonly loginHint?: string
  /** Ways of signing in that are asked for, best first (OpenID Connect Core §3.1.2.1). */
  readonly acr?: readonly string[]
  /** `login` asks for a fresh one, `select_account` which of several. */
  readonly prompt?: 'login' | 'select_account'
  /** How old a sign-in there may be; the token then says when it was (`auth_time`). */
  readonly maxAgeSeconds?: number
}

export type Shown = {
  readonly issuer: string
  readonly subject: string
  readonly claims: Readonly<Record<string, unknown>>
  /** Gives the token back, where the provider takes it (RFC 7009); false where it does not. */
  readonly letGo: () => Promise<boolean>
}

export type RelyingParty = {
  /** Where the browser goes. Setback `provider-not-reached`. */
  readonly begin: (ask: Ask & Wanted) => Promise<URL>
  /**
   * What the answer in `query` is worth. Refusals `provider-said-no`, when the person or the provider declined,
   * `provider-answer-wrong`, when it is not the answer to `ask`; setback `provider-not-reached`.
   */
  readonly finish: (ask: Ask, query: URLSearchParams) => Promise<Shown>
  /** Where the browser ends its session there; undefined where the provider names no such page. Setback `provider-not-reached`. */
  readonly signOut: () => Promise<URL | undefined>
}

type Outside = {
  /** How the provider of that issuer is asked. */
  readonly fetchOf: (issuer: string) => GuardedFetch
  readonly clock: Clock
  readonly timeoutSeconds?: number
}

/** What a provider publishes of itself changes seldom; its keys are fetched anew by the library whenever one is unknown. */
const knownForMs = hoursMs(1)

/** Opens clients of providers; each provider is asked once an hour for what it publishes. */
export function openRelyingParties({ fetchOf, clock, timeoutSeconds = 10 }: Outside): (of: ClientOfIssuer) => RelyingParty {
  const known = new Map<string, { readonly made: Promise<client.Configuration>; readonly untilMs: number }>()

  async function discover({ issuer, clientId, clientSecret }: ClientOfIssuer): Promise<client.Configuration> {
    const fetch = fetchOf(issuer)
    const asked = (url: string, { method, headers, body }: client.CustomFetchOptions): Promise<Response> =>
      fetch(url, { method, headers, ...(body !== undefined && body !== null && { body: String(body) }) })
    const found = await client.discovery(
      new URL(issuer),
      clientId,
      { client_secret: clientSecret },
      client.ClientSecretPost(clientSecret),
      {
        timeout: timeoutSeconds,
        [client.customFetch]: asked,
        ...(isThisMachine(issuer) && { execute: [client.allowInsecureRequests] }),
      },
    )
    // The signature too, by a key that the provider publishes: what is signed with a shared secret, or not at all, names nobody.
    client.enableNonRepudiationChecks(found)
    return found
  }

  async function open(of: ClientOfIssuer): Promise<client.Configuration> {
    const key = JSON.stringify(of)
    const held = known.get(key)
    if (held && held.untilMs > clock.now().getTime()) return held.made
    const made = discover(of)
    known.set(key, { made, untilMs: clock.now().getTime() + knownForMs })
    made.catch(() => known.delete(key))
    return made
  }

  return (of) => ({
    begin: (ask) => orTrouble(of, async () => addressOf(await open(of), of, ask)),
    finish: (ask, query) => orTrouble(of, async () => read(await open(of), of, { ask, query })),
    signOut: () => orTrouble(of, async () => endOf(await open(of))),
  })
}

async function orTrouble<Value>({ issuer }: ClientOfIssuer, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (thrown) {
    throw troubleOf(thrown, new URL(issuer).host)
  }
}

/** Without TLS a provider is believed on this machine only, where nobody stands between. */
const isThisMachine = (issuer: string): boolean => {
  const { protocol, hostname } = new URL(issuer)
  return protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]')
}

async function addressOf(
  found: client.Configuration,
  { redirectUri }: ClientOfIssuer,
  { state, nonce, verifier, scope, loginHint, acr = [], prompt, maxAgeSeconds }: Ask & Wanted,
): Promise<URL> {
  return client.buildAuthorizationUrl(found, {
    redirect_uri: redirectUri,
    scope,
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(loginHint !== undefined && { login_hint: loginHint }),
    ...(acr.length > 0 && { acr_values: acr.join(' ') }),
    ...(prompt !== undefined && { prompt }),
    ...(maxAgeSeconds !== undefined && { max_age: String(maxAgeSeconds) }),
  })
}

/** OpenID Connect RP-Initiated Logout §2, without the token: none is kept, so the provider asks. */
const endOf = (found: client.Configuration): URL | undefined =>
  found.serverMetadata().end_session_endpoint === undefined ? undefined : client.buildEndSessionUrl(found)

async function read(
  found: client.Configuration,
  { redirectUri }: ClientOfIssuer,
  { ask, query }: { readonly ask: Ask; readonly query: URLSearchParams },
): Promise<Shown> {
  const back = new URL(redirectUri)
  back.search = query.toString()
  const tokens = await client.authorizationCodeGrant(found, back, {
    expectedState: ask.state,
    expectedNonce: ask.nonce,
    pkceCodeVerifier: ask.verifier,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (claims === undefined) throw new TypeError('it names nobody')
  return {
    issuer: claims.iss,
    subject: claims.sub,
    claims,
    letGo: () => letGo(found, tokens.access_token),
  }
}

async function letGo(found: client.Configuration, token: string): Promise<boolean> {
  if (found.serverMetadata().revocation_endpoint === undefined) return false
  return client.tokenRevocation(found, token).then(
    () => true,
    () => false,
  )
}

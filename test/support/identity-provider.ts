/**
 * A real OpenID provider on loopback (npm oidc-provider), with people who sign
 * in there at once as whoever the test says sits at the screen.
 */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

export const client = { clientId: 'bellwether', clientSecret: 'a-secret-that-only-tests-know-of-1' } as const

/** Who signs in there: a subject, what the provider says of them, and how they signed in. */
export type AtTheScreen = {
  readonly subject: string
  readonly claims?: Readonly<Record<string, unknown>>
  readonly acr?: string
  readonly amr?: readonly string[]
}

export type IdentityProvider = {
  readonly issuer: string
  /** Undefined: the person turns back. */
  person: AtTheScreen | undefined
  /** Tokens that were given back. */
  readonly revoked: readonly string[]
  /** A token of the same key with what the test wants in it. */
  readonly signed: (claims: Readonly<Record<string, unknown>>) => string
  readonly close: () => Promise<void>
}

const kid = 'key-1'

/** A compact JWS with RS256 (RFC 7515 §3.1). */
function jws(key: KeyObject, claims: Readonly<Record<string, unknown>>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const said = `${part({ alg: 'RS256', kid, typ: 'JWT' })}.${part(claims)}`
  return `${said}.${sign('sha256', Buffer.from(said), key).toString('base64url')}`
}

/** Starts one; `redirectUris` are where it sends browsers back to. */
export async function identityProvider(redirectUris: readonly string[]): Promise<IdentityProvider> {
  let answer: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => response.end()
  const server = createServer((request, response) => answer(request, response))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  // A server that binds a port says it as an address.
  const { port } = server.address() as AddressInfo
  const issuer = `http://localhost:${port}`
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const people = new Map<string, AtTheScreen>()
  const revoked: string[] = []

  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [...redirectUris],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }] },
    cookies: { keys: ['of-this-test'] },
    conformIdTokenClaims: false,
    acrValues: ['strong'],
    claims: {
      openid: ['sub', 'tid', 'xms_edov', 'preferred_username', 'hd', 'acr', 'amr'],
      email: ['email', 'email_verified'],
      acr: null,
      amr: null,
    },
    features: { devInteractions: { enabled: false }, revocation: { enabled: true } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: async () => ({ ...people.get(id)?.claims, sub: id }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId ?? '', accountId: oidc.account?.accountId ?? '' })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })
  provider.on('access_token.destroyed', ({ jti }) => revoked.push(jti))

  const one: { person: AtTheScreen | undefined } = { person: undefined }
  const pages = provider.callback()
  answer = (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void pages(request, response)
    const { person } = one
    if (person) people.set(person.subject, person)
    const outcome = person
      ? { login: { accountId: person.subject, ...(person.acr && { acr: person.acr }), ...(person.amr && { amr: [...person.amr] }) } }
      : { error: 'access_denied' }
    void provider.interactionFinished(request, response, outcome, { mergeWithLastSubmission: false })
  }
  return Object.assign(one, {
    issuer,
    revoked,
    signed: (claims: Readonly<Record<string, unknown>>) => jws(privateKey, claims),
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((closed) => server.close(() => closed()))
    },
  })
}

/** A browser at the provider: follows its pages, with its cookies, until it is sent back to us; answers where to. */
export async function throughProvider(from: URL, jar = new Map<string, string>()): Promise<URL> {
  let at = from
  for (let steps = 0; steps < 10; steps++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } })
    for (const given of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (given.split(';')[0] ?? '').split('=')
      jar.set(name, value)
    }
    const next = answer.headers.get('location')
    if (next === null) throw new Error(`${at.href} answered ${answer.status}: ${await answer.text()}`)
    const was = at
    at = new URL(next, at)
    if (at.origin !== was.origin || at.pathname.startsWith('/sign-in/from/')) return at
  }
  throw new Error('the provider sends its visitor in circles')
}

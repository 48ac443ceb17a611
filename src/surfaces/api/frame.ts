/** What happens around every operation: who asks, how often, the headers, the line in the log, and a tag for what did not change. */
import { createHash, randomBytes } from 'node:crypto'
import type { Context, MiddlewareHandler, Next } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { routePath } from 'hono/route'
import { logRequest, remoteAddress, securityHeaders } from '#http'
import { sentenceOf } from '#kernel'
import type { ApiDeps } from './deps.ts'
import type { ApiEnv } from './operation.ts'
import { answerOf, nothingHere, Problem, problemOf } from './problem.ts'

const waits = (code: string, says: string, seconds: number): Problem =>
  new Problem(429, code, `${says} Ask again in ${seconds} seconds.`, { headers: { 'retry-after': String(seconds) } })

const notKnown = (code: string, says: string): Problem =>
  new Problem(401, code, says, { headers: { 'www-authenticate': code === 'token-missing' ? 'Bearer' : 'Bearer error="invalid_token"' } })

/** Knows the token; nothing of a cookie is read. */
export const knows =
  (deps: ApiDeps): MiddlewareHandler<ApiEnv> =>
  async (context, next) => {
    const given = /^Bearer +([\w-]{1,200}) *$/i.exec(context.req.header('authorization') ?? '')?.[1]
    if (given === undefined) throw notKnown('token-missing', 'This needs a token: send it as Authorization: Bearer, followed by the token.')
    const caller = await deps.callerOf(given)
    if (caller === undefined) {
      const wait = await deps.countUnknown(remoteOf(deps, context))
      if (wait > 0) throw waits('too-many-unknown', 'Too many tokens from there open nothing.', wait)
      throw notKnown('token-not-good', 'This token is not known, was revoked, or is past its end.')
    }
    const wait = await deps.countUse(caller.tokenId)
    if (wait > 0) throw waits('too-many', 'This token asked too often.', wait)
    context.set('caller', caller)
    await next()
  }

const longestBody = 64 * 1024

/** The body's length is known before it is read, and is not more than it should be; the server holds a body to its length. */
export const short: MiddlewareHandler<ApiEnv> = async ({ req }, next) => {
  if (req.header('transfer-encoding') !== undefined) throw new Problem(411, 'length-missing', 'Send the length of the body with it.')
  if (Number(req.header('content-length') ?? 0) > longestBody)
    throw new Problem(413, 'too-long', 'The body of the request is longer than 64 KB.')
  await next()
}

const remoteOf = (deps: ApiDeps, { env, req }: Context<ApiEnv>): string =>
  remoteAddress({
    socket: env.socket,
    forwardedFor: req.header('x-forwarded-for') ?? null,
    trustedProxies: deps.programme().trustedProxies,
  })

/** Headers and the line of the log, around all else. */
export const frames =
  (deps: ApiDeps): MiddlewareHandler<ApiEnv> =>
  async (context, next) => {
    const started = performance.now()
    await next()
    await tagged(context)
    const { res, req } = context
    const https = deps.programme().publicAddress.startsWith('https:')
    for (const [name, value] of Object.entries(securityHeaders({ https }))) res.headers.set(name, value)
    if (!res.headers.has('cache-control')) res.headers.set('cache-control', 'no-store')
    const thrown = context.error && problemOf(context.error, '')
    logRequest(deps.log, {
      id: idOf(context),
      method: req.method,
      route: routePath(context, -1),
      status: res.status,
      ms: Math.round(performance.now() - started),
      ...(thrown && { code: thrown.code }),
    })
  }

const ids = new WeakMap<Request, string>()

function idOf({ req }: Context<ApiEnv>): string {
  const id = ids.get(req.raw) ?? randomBytes(6).toString('hex')
  ids.set(req.raw, id)
  return id
}

/** A strong tag over what is answered (RFC 9110 §8.8.3): whoever has it already is told so in a few bytes. */
async function tagged(context: Context<ApiEnv>): Promise<void> {
  const { req, res } = context
  if (req.method !== 'GET' || res.status !== 200) return
  const tag = `"${createHash('sha256')
    .update(await res.clone().text())
    .digest('base64url')
    .slice(0, 22)}"`
  const headers = new Headers(res.headers)
  headers.set('etag', tag)
  headers.set('cache-control', 'private, no-cache')
  headers.set('vary', 'authorization')
  const known = (req.header('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''))
  const isKnown = known.includes(tag) || known.includes('*')
  if (isKnown) headers.delete('content-type')
  // Hono keeps the headers of the answer that is replaced, unless there is none.
  context.res = undefined
  context.res = isKnown ? new Response(null, { status: 304, headers }) : new Response(res.body, { status: 200, headers })
}

/** Any trouble as a problem; our own mistakes leave their stack in the log. */
export const failed =
  (deps: ApiDeps) =>
  (thrown: Error, context: Context<ApiEnv>): Response => {
    if (thrown instanceof HTTPException) return answerOf(new Problem(400, 'not-json', 'The body of the request is not JSON.'))
    const problem = problemOf(thrown, idOf(context))
    if (problem.status === 500) deps.log.error({ id: idOf(context), stack: thrown.stack }, sentenceOf(thrown))
    return answerOf(problem)
  }

export const nowhere = (_context: Context<ApiEnv>, _next?: Next): Response => answerOf(nothingHere())

/**
 * Asks a web server whose name a stranger typed: one question, no cookies, no
 * redirect followed, only addresses of the open internet, the address that was
 * looked at is the one that is dialled, and caps on size and time.
 */
import { request as askPlain } from 'node:http'
import { request as askTls } from 'node:https'
import { isIP } from 'node:net'
import type { Connections } from './connections.ts'
import { isGlobal } from './is-global.ts'

export type Fetched =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly type: string
      readonly body: string
      readonly address: string
      /** When to ask again, as it was said: seconds or a date (RFC 9110 §10.2.3). */
      readonly retryAfter?: string
    }
  /** `why` is a short phrase for evidence: `no such name`, `not on the open internet`, `timed out` … */
  | { readonly kind: 'failed'; readonly why: string }

export type Fetcher = (url: string) => Promise<Fetched>

export type FetcherOptions = {
  /** The addresses of a name, as the caller's resolver has them; empty when there are none. */
  readonly lookUp: (host: string) => Promise<readonly string[]>
  /** May be dialled for this host; a test on loopback gives its own. */
  readonly mayDial?: (address: string, port: number, host: string) => boolean
  /** Trusted besides the system's, as PEM: for tests with certificates of their own. */
  readonly ca?: string
  readonly timeMs?: number
  /** Of the body, in bytes; a longer one fails. */
  readonly longest?: number
  /** Kept open between questions; without them each question has its own. */
  readonly connections?: Connections
}

const usualPorts = [80, 443]
/** The usual ports of the open internet. */
export const mayUsually = (address: string, port: number): boolean => usualPorts.includes(port) && isGlobal(address)

/** A fetcher that keeps the guards of its options. It never throws: what went wrong is an answer too. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const ask = createAsker(options)
  return (url) => ask(url, { method: 'GET', headers: { accept: 'text/plain, application/json' } })
}

export type Question = {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

export type Asker = (url: string, question: Question) => Promise<Fetched>

/** The same guards for any question. */
export function createAsker({ lookUp, mayDial = mayUsually, ca, timeMs = 5000, longest = 65_536, connections }: FetcherOptions): Asker {
  return async (text, question) => {
    const url = URL.parse(text)
    if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.username !== '' || url.password !== '')
      return failed('not a web address')
    const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
    const host = url.hostname.replace(/^\[|\]$/g, '')
    const found = isIP(host) ? [host] : await lookUp(host).catch(() => [])
    if (found.length === 0) return failed('no such name')
    const address = found.find((one) => mayDial(one, port, host))
    if (address === undefined) return failed('not on the open internet')
    return askOnce(url, question, { address, port, timeMs, longest, ...(ca !== undefined && { ca }), ...(connections && { connections }) })
  }
}

const failed = (why: string): Fetched => ({ kind: 'failed', why })

type Asked = Pick<FetcherOptions, 'ca' | 'connections'> & {
  readonly address: string
  readonly port: number
  readonly timeMs: number
  readonly longest: number
}

function askOnce(url: URL, question: Question, asked: Asked): Promise<Fetched> {
  const { method, headers, body } = question
  const { address, port, ca, timeMs, longest, connections } = asked
  return new Promise((done) => {
    const signal = AbortSignal.timeout(timeMs)
    const ask = url.protocol === 'https:' ? askTls : askPlain
    const asking = ask({
      host: address,
      port,
      path: url.pathname + url.search,
      method,
      agent: (url.protocol === 'https:' ? connections?.tls : connections?.plain) ?? false,
      signal,
      // The name is what the certificate must be for; the address is what was looked at.
      ...(url.protocol === 'https:' && !isIP(url.hostname) && { servername: url.hostname }),
      ...(ca !== undefined && { ca }),
      headers: { ...headers, host: url.host, 'user-agent': 'Bellwether', 'accept-encoding': 'identity' },
    })
    let isAnswered = false
    asking.on('error', (cause: NodeJS.ErrnoException) => {
      // A kept connection that the far end closed just then: it heard nothing of this question.
      const isStale = asking.reusedSocket && !isAnswered && (cause.code === 'ECONNRESET' || cause.code === 'EPIPE')
      if (isStale && !signal.aborted) done(askOnce(url, question, withoutKept(asked)))
      else done(failed(whyOf(cause, signal.aborted)))
    })
    // Who answers 101 to a question that asked for no other protocol is cut off without an error or an answer.
    asking.on('close', () => {
      if (!isAnswered) done(failed('the connection was cut'))
    })
    asking.on('response', (response) => {
      isAnswered = true
      const pieces: Buffer[] = []
      let size = 0
      response.on('data', (piece: Buffer) => {
        size += piece.length
        if (size > longest) {
          asking.destroy()
          done(failed(`longer than ${longest} bytes`))
        } else pieces.push(piece)
      })
      response.on('error', (cause: NodeJS.ErrnoException) => done(failed(whyOf(cause, signal.aborted))))
      response.on('end', () =>
        done({
          kind: 'answered',
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          body: Buffer.concat(pieces).toString('utf8'),
          address,
          ...(response.headers['retry-after'] !== undefined && { retryAfter: response.headers['retry-after'] }),
        }),
      )
    })
    asking.end(body)
  })
}

const withoutKept = ({ connections: _kept, ...rest }: Asked): Asked => rest

function whyOf({ code, message }: NodeJS.ErrnoException, late: boolean): string {
  if (late) return 'timed out'
  if (code === 'ECONNREFUSED') return 'nobody listens there'
  if (code?.startsWith('ERR_TLS') || code?.includes('CERT') || code === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE')
    return 'its certificate is not good'
  if (code === 'ECONNRESET') return 'the connection was cut'
  return (code ?? message).slice(0, 60)
}

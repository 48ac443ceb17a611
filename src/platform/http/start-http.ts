/** The listening socket: limits, the client's address, TLS from two files, and a calm close. */
import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { createAdaptorServer } from '@hono/node-server'
import { isTrouble, refusal } from '#kernel'

export type HttpOptions = {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  readonly tls?: { readonly certificate: string; readonly key: string }
  /** `socket` is the address at the other end; see `remoteAddress`. */
  readonly fetch: (request: Request, from: { readonly socket: string }) => Promise<Response> | Response
}

export type Http = {
  readonly port: number
  /** Takes no new requests, lets running ones end for `graceMs`, then cuts what is left (event streams). */
  readonly close: (graceMs?: number) => Promise<void>
}

const limits = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 5_000,
}

/** Listens. Refusals `port-taken`, `port-not-allowed`, `certificate-unreadable` say which. */
export async function startHttp(options: HttpOptions): Promise<Http> {
  const server = makeServer(options)
  await listen(server, options)
  const address = server.address()
  if (address === null || typeof address === 'string') throw refusal('no-port', 'The server listens on no port.')
  return { port: address.port, close: (graceMs = 2000) => close(server, graceMs) }
}

function makeServer(options: HttpOptions): Server {
  const adapter = {
    overrideGlobalObjects: false,
    fetch: (request: Request, env: { incoming: { socket: { remoteAddress?: string | undefined } } }) =>
      options.fetch(request, { socket: env.incoming.socket.remoteAddress ?? '' }),
  }
  const server = options.tls
    ? createAdaptorServer({ ...adapter, createServer: createSecureServer, serverOptions: { ...limits, ...readPair(options.tls) } })
    : createAdaptorServer({ ...adapter, serverOptions: limits })
  if (!('maxRequestsPerSocket' in server)) throw refusal('http-1-only', 'Only HTTP/1.1 is served.')
  return server
}

function readPair(tls: { readonly certificate: string; readonly key: string }) {
  try {
    return { cert: readFileSync(tls.certificate), key: readFileSync(tls.key) }
  } catch (cause) {
    throw refusal('certificate-unreadable', `The certificate ${tls.certificate} or its key ${tls.key} cannot be read.`, { cause })
  }
}

const sentences: Readonly<Record<string, { code: string; says: (port: number) => string }>> = {
  EADDRINUSE: { code: 'port-taken', says: (port) => `Port ${port} is already in use; set PORT to another one.` },
  EACCES: { code: 'port-not-allowed', says: (port) => `This user may not listen on port ${port}; set PORT to one above 1023.` },
}

async function listen(server: Server, { host, port }: HttpOptions): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, host, () => {
        server.off('error', reject)
        resolve()
      })
    })
  } catch (cause) {
    if (isTrouble(cause) || !(cause instanceof Error)) throw cause
    const known = sentences['code' in cause ? String(cause.code) : '']
    if (!known) throw cause
    throw refusal(known.code, known.says(port), { cause })
  }
}

async function close(server: Server, graceMs: number): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), graceMs)
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
  clearTimeout(cut)
}

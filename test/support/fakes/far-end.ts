/**
 * What the fakes of web services have in common: a server on loopback that
 * keeps what it was asked, and can be turned into one that is silent, talks
 * rubbish, changes the protocol or never ends.
 */
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export type Asked = {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** The body as it came. */
  readonly bytes: Buffer
}

export type Answer = { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body: string }

/** What it does with the next questions. The first four are answered in the service's own words. */
export type Mood = 'takes' | 'gone' | 'refuses' | 'later' | 'silent' | 'rubbish' | 'switches' | 'endless'
export type Worded = Extract<Mood, 'takes' | 'gone' | 'refuses' | 'later'>

export type FarEnd = {
  readonly url: string
  readonly asked: readonly Asked[]
  readonly turn: (mood: Mood) => void
  readonly sockets: () => number
  readonly close: () => Promise<void>
}

export async function startFarEnd(answer: (asked: Asked, mood: Worded) => Answer): Promise<FarEnd> {
  const asked: Asked[] = []
  const sockets = new Set<Socket>()
  let mood: Mood = 'takes'
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://far.example')
      const one = {
        method: request.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        bytes: Buffer.concat(pieces),
        body: Buffer.concat(pieces).toString('utf8'),
      }
      asked.push(one)
      if (mood === 'silent') return
      if (mood === 'rubbish') {
        response.writeHead(200, { 'content-type': 'text/html' }).end(`<html>${one.body} ${JSON.stringify(one.headers)}</html>`)
      } else if (mood === 'switches') {
        request.socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n')
      } else if (mood === 'endless') {
        const more = () => {
          while (!request.socket.destroyed && response.write('x'.repeat(8192)));
        }
        response.on('drain', more)
        more()
      } else {
        const { status, headers, body } = answer(one, mood)
        response.writeHead(status, headers).end(body)
      }
    })
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  // A server that binds a port says it as an address.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    turn: (next) => {
      mood = next
    },
    sockets: () => sockets.size,
    close: async () => {
      const closed = new Promise((done) => server.close(done))
      server.closeAllConnections()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

export const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
})

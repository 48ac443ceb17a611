/** A receiver of webhooks on loopback, as a program of somebody else would be: it keeps what came and answers as it is told. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type ReceivedHook = { readonly headers: Readonly<Record<string, string>>; readonly body: string; readonly path: string }

export type HookReceiver = {
  readonly url: string
  readonly received: ReceivedHook[]
  /** What the next requests are answered; 204 at first. */
  answer: { status: number; headers?: Readonly<Record<string, string>> }
  readonly close: () => Promise<void>
}

export async function startHookReceiver(): Promise<HookReceiver> {
  const received: ReceivedHook[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (piece: string) => {
      body += piece
    })
    request.on('end', () => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
      received.push({ headers, body, path: request.url ?? '' })
      response.writeHead(receiver.answer.status, receiver.answer.headers).end()
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  // A server that binds a port says it as an address.
  const { port } = server.address() as AddressInfo
  const receiver: HookReceiver = {
    url: `http://hooks.example:${port}/in?of=us`,
    received,
    answer: { status: 204 },
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
  return receiver
}

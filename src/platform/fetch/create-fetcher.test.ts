import assert from 'node:assert/strict'
import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createTcp } from 'node:net'
import { after, test } from 'node:test'
import { createFetcher, type FetcherOptions } from './create-fetcher.ts'

const open = new Set<{ close(): void }>()
after(() => {
  for (const server of open) server.close()
})

async function served(answer: RequestListener): Promise<number> {
  const server = createServer(answer)
  open.add(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  server.unref()
  // A server that binds a port says it as an address.
  const address = server.address() as AddressInfo
  return address.port
}

const here = (more: Partial<FetcherOptions> = {}) =>
  createFetcher({ lookUp: async () => ['127.0.0.1'], mayDial: (address) => address === '127.0.0.1', timeMs: 1000, ...more })

test('a page is read from the address that was looked at, under the name that was asked for', async () => {
  let host = ''
  const port = await served((request, response) => {
    host = request.headers.host ?? ''
    response.end('hello')
  })
  const answer = await here()(`http://campaign.example:${port}/a`)
  assert.deepEqual(answer, { kind: 'answered', status: 200, type: '', body: 'hello', address: '127.0.0.1' })
  assert.equal(host, `campaign.example:${port}`)
})

test('a name that leads into the house is not dialled', async () => {
  const port = await served((_request, response) => response.end('secret'))
  for (const address of ['127.0.0.1', '10.0.0.5', '169.254.169.254', '::1']) {
    const guarded = createFetcher({ lookUp: async () => [address] })
    assert.deepEqual(await guarded(`http://inside.example:${port}/`), { kind: 'failed', why: 'not on the open internet' })
    assert.deepEqual(await guarded('http://inside.example/'), { kind: 'failed', why: 'not on the open internet' })
  }
  assert.deepEqual(await createFetcher({ lookUp: async () => [] })('http://127.0.0.1/'), {
    kind: 'failed',
    why: 'not on the open internet',
  })
})

test('a redirect is an answer and is not followed', async () => {
  const port = await served((request, response) => {
    if (request.url === '/a') response.writeHead(302, { location: '/b' }).end()
    else response.end('followed')
  })
  const answer = await here()(`http://campaign.example:${port}/a`)
  assert.equal(answer.kind === 'answered' && answer.status, 302)
})

test('a page without end, or one that never comes, costs no more than the caps', async () => {
  const long = await served((_request, response) => {
    const more = () => {
      while (response.write('x'.repeat(8192)));
      response.once('drain', more)
    }
    more()
    response.on('close', () => response.removeAllListeners('drain'))
  })
  assert.deepEqual(await here({ longest: 1000 })(`http://campaign.example:${long}/`), { kind: 'failed', why: 'longer than 1000 bytes' })
  const slow = await served(() => undefined)
  assert.deepEqual(await here({ timeMs: 50 })(`http://campaign.example:${slow}/`), { kind: 'failed', why: 'timed out' })
})

test('a server that changes to another protocol, which nobody asked for, is an answer too', async () => {
  const server = createTcp((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'))
  })
  open.add(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  server.unref()
  // A server that binds a port says it as an address.
  const { port } = server.address() as AddressInfo
  assert.deepEqual(await here({ timeMs: 200 })(`http://campaign.example:${port}/`), { kind: 'failed', why: 'the connection was cut' })
})

test('what is no web address, or carries a password, is not asked', async () => {
  for (const url of ['file:///etc/passwd', 'gopher://x.example/', 'http://a:b@x.example/', 'x'])
    assert.deepEqual(await here()(url), { kind: 'failed', why: 'not a web address' })
})

test('a name that cannot be looked up, and a closed door, are told apart', async () => {
  assert.deepEqual(await here({ lookUp: () => Promise.reject(new Error('servfail')) })('http://x.example/'), {
    kind: 'failed',
    why: 'no such name',
  })
  assert.deepEqual(await here()('http://x.example:1/'), { kind: 'failed', why: 'nobody listens there' })
})

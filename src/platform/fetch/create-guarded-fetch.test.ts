import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { isTrouble } from '#kernel'
import { createGuardedFetch } from './create-guarded-fetch.ts'

test('a form is sent as it stands, and the answer is a Response', async () => {
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (piece) => {
      body += piece
    })
    request.on('end', () => response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify([request.method, body])))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  server.unref()
  // A server that binds a port says it as an address.
  const { port } = server.address() as AddressInfo
  const ask = createGuardedFetch({ lookUp: async () => ['127.0.0.1'], mayDial: (_, __, host) => host === 'login.example' })
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await ask(`http://login.example:${port}/token`, { method: 'POST', headers, body: 'a=1' })
  assert.equal(answer.status, 201)
  assert.deepEqual(await answer.json(), ['POST', 'a=1'])
  await assert.rejects(
    ask(`http://inside.example:${port}/token`, { method: 'POST', headers, body: 'a=1' }),
    (thrown) => isTrouble(thrown, 'setback') && thrown.message.includes('not on the open internet'),
  )
  server.closeAllConnections()
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isTrouble } from '#kernel'
import { eventStream } from './event-stream.ts'
import { startHttp } from './start-http.ts'

const host = '127.0.0.1'

test('a page is answered on the port that was free, and the socket says from where', async () => {
  const http = await startHttp({ host, port: 0, fetch: (_, from) => new Response(from.socket) })
  assert.equal(await (await fetch(`http://${host}:${http.port}/`)).text(), '127.0.0.1')
  await http.close()
})

test('a port that is taken is told in one sentence', async () => {
  const http = await startHttp({ host, port: 0, fetch: () => new Response('') })
  await assert.rejects(
    startHttp({ host, port: http.port, fetch: () => new Response('') }),
    (trouble) => isTrouble(trouble, 'refusal') && trouble.message === `Port ${http.port} is already in use; set PORT to another one.`,
  )
  await http.close()
})

test('a certificate that is not there is told in one sentence', async () => {
  const tls = { certificate: '/nowhere/cert.pem', key: '/nowhere/key.pem' }
  await assert.rejects(
    startHttp({ host, port: 0, tls, fetch: () => new Response('') }),
    (trouble) => isTrouble(trouble, 'refusal') && trouble.code === 'certificate-unreadable',
  )
})

test('closing lets a running request end', async () => {
  const { promise: reached, resolve: reach } = Promise.withResolvers<void>()
  const { promise: gone, resolve: go } = Promise.withResolvers<void>()
  const http = await startHttp({
    host,
    port: 0,
    fetch: async () => {
      reach()
      await gone
      return new Response('done')
    },
  })
  const answer = fetch(`http://${host}:${http.port}/`)
  await reached
  const closed = http.close(5000)
  go()
  assert.equal(await (await answer).text(), 'done')
  await closed
})

test('closing cuts an event stream that would stay open', async () => {
  const http = await startHttp({
    host,
    port: 0,
    fetch: (request) => eventStream({ signal: request.signal, everyMs: 60_000, next: async () => ({ event: 'new', data: '1' }) }),
  })
  const answer = await fetch(`http://${host}:${http.port}/`)
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let read = ''
  while (!read.includes('data: 1')) read += (await reader?.read())?.value ?? ''
  assert.match(read, /event: new\ndata: 1\n\n/)
  await http.close(10)
  await assert.rejects(async () => {
    while (!(await reader?.read())?.done);
    throw new Error('ended calmly')
  })
})

test('a stream whose source fails ends, so that the browser comes back', async () => {
  const answer = eventStream({
    signal: new AbortController().signal,
    everyMs: 1,
    next: async () => {
      throw new Error('the database is gone')
    },
  })
  assert.equal(await answer.text(), 'retry: 5000\n\n')
})

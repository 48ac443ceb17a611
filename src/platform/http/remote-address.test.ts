import assert from 'node:assert/strict'
import { test } from 'node:test'
import { remoteAddress } from './remote-address.ts'

const trustedProxies = ['127.0.0.1', '10.0.0.2']

test('without a proxy the socket says who speaks, whatever a header claims', () => {
  assert.equal(remoteAddress({ socket: '203.0.113.9', forwardedFor: '198.51.100.1', trustedProxies }), '203.0.113.9')
})

test('a trusted proxy is believed about the client before it', () => {
  assert.equal(remoteAddress({ socket: '127.0.0.1', forwardedFor: '198.51.100.1', trustedProxies }), '198.51.100.1')
})

test('what the client wrote left of the proxies is not believed', () => {
  assert.equal(
    remoteAddress({ socket: '::ffff:127.0.0.1', forwardedFor: '1.2.3.4, 198.51.100.1, 10.0.0.2', trustedProxies }),
    '198.51.100.1',
  )
})

test('a proxy that says nothing is the client', () => {
  assert.equal(remoteAddress({ socket: '10.0.0.2', forwardedFor: null, trustedProxies }), '10.0.0.2')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isInNetworks, isNetwork } from './networks.ts'

test('a network is an address, or one with how much of it counts', () => {
  for (const good of ['192.0.2.0/24', '192.0.2.7', '2001:db8::/32', '::1', '0.0.0.0/0', '2001:db8::1/128']) assert.ok(isNetwork(good), good)
  for (const bad of [
    '',
    '192.0.2.0/33',
    '192.0.2/24',
    '2001:db8::/129',
    'office.example',
    '192.0.2.0/24/8',
    '192.0.2.0/',
    '192.0.2.0/x',
    '/24',
  ])
    assert.ok(!isNetwork(bad), bad)
})

test('an address lies in its own networks, whatever of a network’s address does not count, and nothing lies in none', () => {
  assert.ok(isInNetworks('192.0.2.200', ['198.51.100.0/24', '192.0.2.7/24']))
  assert.ok(isInNetworks('2001:db8:0:1::9', ['2001:db8::/32']))
  assert.ok(isInNetworks('203.0.113.9', ['203.0.113.9']))
  assert.ok(!isInNetworks('203.0.113.10', ['203.0.113.9']))
  assert.ok(!isInNetworks('192.0.3.1', ['192.0.2.0/24']))
  assert.ok(!isInNetworks('2001:db9::1', ['2001:db8::/32', '0.0.0.0/0']))
  assert.ok(!isInNetworks('192.0.2.1', []))
  assert.ok(!isInNetworks('not an address', ['0.0.0.0/0', '::/0']))
})

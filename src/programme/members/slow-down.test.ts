import assert from 'node:assert/strict'
import { test } from 'node:test'
import { houseOf } from './slow-down.ts'

test('one IPv6 house is one address, however it writes itself', () => {
  assert.equal(houseOf('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2::/64')
  assert.equal(houseOf('2001:DB8:0001:2::9'), '2001:db8:1:2::/64')
  assert.equal(houseOf('2001:db8::9'), '2001:db8:0:0::/64')
  assert.equal(houseOf('::1'), '0:0:0:0::/64')
  assert.equal(houseOf('fe80::1%eth0'), 'fe80:0:0:0::/64')
})

test('an IPv4 address is itself, also when IPv6 wraps it', () => {
  assert.equal(houseOf('203.0.113.9'), '203.0.113.9')
  assert.equal(houseOf('::ffff:203.0.113.9'), '203.0.113.9')
})

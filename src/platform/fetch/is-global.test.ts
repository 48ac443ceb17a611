import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isGlobal } from './is-global.ts'

test('addresses of the open internet are global', () => {
  for (const address of ['8.8.8.8', '1.1.1.1', '172.15.255.255', '172.32.0.1', '2606:4700::1111', '2a00:1450:4001::1'])
    assert.ok(isGlobal(address), address)
})

test('addresses of a house, a link, a document, a translation or no machine are not', () => {
  const inside = `127.0.0.1 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 198.18.0.1 192.0.2.1 224.0.0.1 255.255.255.255
    ::1 :: fe80::1 fc00::1 fd00:ec2::254 ff02::1 2001:db8::1 2002:7f00:1::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 64:ff9b::7f00:1 2001::1`
  for (const address of inside.split(/\s+/)) assert.ok(!isGlobal(address), address)
})

test('what is no address is not global', () => {
  for (const text of ['', 'localhost', '8.8.8', '0x7f.1', '2130706433', '8.8.8.8 ']) assert.ok(!isGlobal(text), text)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayDial } from './may-dial.ts'
import type { ImapSettings } from './settings.ts'
import { tryMailbox } from './try-mailbox.ts'

const settingsOf = (host: string, port: number): ImapSettings => ({
  host,
  port,
  tls: 'implicit',
  user: 'ana@ruiz.example',
  how: 'password',
  trustedAuthserv: [],
})

for (const [address, port, may] of [
  ['192.0.2.7', 993, true],
  ['10.1.2.3', 143, true],
  ['10.1.2.3', 22, false],
  ['192.0.2.7', 5432, false],
  ['127.0.0.1', 993, true],
  ['127.0.0.1', 41_000, true],
  ['127.0.0.1', 25, false],
  ['169.254.169.254', 993, false],
  ['::ffff:169.254.169.254', 993, false],
  ['fe80::1', 993, false],
  ['fd00:ec2::254', 993, false],
  ['0.0.0.0', 993, false],
  ['::', 993, false],
  ['239.1.1.1', 993, false],
  ['2001:db8::5', 993, true],
] as const)
  test(`port ${port} of ${address} ${may ? 'may be' : 'is not'} dialled for a person`, () => assert.equal(mayDial(address, port), may))

// 2852039166 is how an attacker writes 169.254.169.254.
for (const host of ['169.254.169.254', '2852039166', '0xa9fea9fe'])
  test(`${host} is refused before anything is sent`, async () => {
    await assert.rejects(tryMailbox(settingsOf(host, 993), 'secret', { timeoutMs: 3000 }), { kind: 'refusal', code: 'not-a-mail-server' })
  })

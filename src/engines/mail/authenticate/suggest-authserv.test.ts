import assert from 'node:assert/strict'
import { test } from 'node:test'
import { suggestAuthserv } from './suggest-authserv.ts'

const head = (by: string, ...results: readonly string[]): string =>
  `Received: from out.elsewhere.example by ${by}\r\n\twith ESMTPS id 4\r\n${results.map((one) => `Authentication-Results: ${one};\r\n\tspf=pass smtp.mailfrom=a.example\r\n`).join('')}`
const times = (count: number, one: string): readonly string[] => Array.from({ length: count }, () => one)

test("the mailbox's own server is found by the mails it took in", () => {
  assert.deepEqual(suggestAuthserv('imap.riverton.example', times(5, head('mx1.riverton.example', 'mx.riverton.example'))), [
    'mx.riverton.example',
  ])
})

test('a hoster with many hosts is named once', () => {
  const heads = ['mx1', 'mx2', 'mx7'].map((host) => head(`${host}.hoster.example`, `${host}.hoster.example`))
  assert.deepEqual(suggestAuthserv('mail.riverton.example', heads), ['*.hoster.example'])
})

test('a name that senders wrote is not taken for the server’s', () => {
  const forged = times(5, head('mx1.riverton.example', 'mx.evil.example'))
  assert.deepEqual(suggestAuthserv('imap.riverton.example', forged), [])
  const mixed = [
    ...times(6, head('mx1.riverton.example', 'mx.evil.example')),
    ...times(3, head('mx1.riverton.example', 'mx.riverton.example')),
  ]
  assert.deepEqual(suggestAuthserv('imap.riverton.example', mixed), [], 'the server writes none, or not always: nothing to build on')
})

test('a handful of forged heads under the server’s name do not make up for a server that writes none', () => {
  const heads = [...times(5, head('mx1.riverton.example', 'mx.riverton.example')), ...times(20, head('mx1.riverton.example'))]
  assert.deepEqual(suggestAuthserv('imap.riverton.example', heads), [])
})

test('two mails, no mails, and mails without results say nothing', () => {
  assert.deepEqual(suggestAuthserv('imap.riverton.example', times(2, head('mx1.riverton.example', 'mx.riverton.example'))), [])
  assert.deepEqual(suggestAuthserv('imap.riverton.example', []), [])
  assert.deepEqual(suggestAuthserv('imap.riverton.example', times(9, head('mx1.riverton.example'))), [])
})

test('a domain that gives names to everybody is nobody’s house', () => {
  const heads = ['ana', 'bea', 'carl'].map((host) => head(`${host}.duckdns.org`, `${host}.duckdns.org`))
  assert.deepEqual(suggestAuthserv('ana.duckdns.org', heads), [])
})

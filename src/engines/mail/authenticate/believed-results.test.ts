/** Headers as the big services write them, names changed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nobody } from '../context.ts'
import type { Authentication } from '../message.ts'
import { authenticate } from './authenticate.ts'
import { isTrusted } from './believed-results.ts'
import { readResults } from './results-header.ts'

type Line = readonly [key: string, value: string]
const none = new Uint8Array()

const check = (lines: readonly Line[], trustedAuthserv: readonly string[], from = 'harbourweekly.example'): Promise<Authentication> =>
  authenticate(
    none,
    lines.map(([key, value]) => ({ key, value })),
    { trustedAuthserv, circle: nobody },
    from,
  )

const ar = (value: string): Line => ['authentication-results', value]
const received: Line = ['received', 'from out.harbourweekly.example by mx.service.example with ESMTPS id x']

const pass = { dmarc: 'pass', spf: 'pass', dkim: 'pass' }
const seen = ({ dmarc, spf, dkim }: Authentication) => ({ dmarc, spf, dkim })

test('Gmail', async () => {
  const found = await check(
    [
      received,
      ar(`mx.google.com; dkim=pass header.i=@harbourweekly.example header.s=june header.b=Ab12; spf=pass (google.com: domain of desk@harbourweekly.example
       designates 192.0.2.10 as permitted sender) smtp.mailfrom=desk@harbourweekly.example; dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=harbourweekly.example`),
      received,
    ],
    ['mx.google.com'],
  )
  assert.deepEqual([seen(found), found.policy, found.signedBy], [pass, 'reject', ['harbourweekly.example']])
})

test('Microsoft 365, which names no authserv-id', async () => {
  const line = ar(
    'spf=pass (sender IP is 192.0.2.10) smtp.mailfrom=harbourweekly.example; dkim=pass (signature was verified) header.d=harbourweekly.example;dmarc=pass action=none header.from=harbourweekly.example;compauth=pass reason=100',
  )
  assert.deepEqual(seen(await check([received, line], ['protection.outlook.com'])), pass)
  assert.equal((await check([received, line], ['mx.google.com'])).saidBy, 'unknown header')
  const spoofed = ar(
    'spf=softfail (sender IP is 203.0.113.9) smtp.mailfrom=riverton.example; dkim=none (message not signed) header.d=none;dmarc=fail action=oreject header.from=riverton.example;compauth=fail reason=000',
  )
  assert.equal((await check([spoofed], ['protection.outlook.com'], 'riverton.example')).dmarc, 'fail')
})

test('iCloud, which writes a header for each method under its own name', async () => {
  const found = await check(
    [
      received,
      ar('bimi.icloud.com; bimi=skipped reason="insufficient dmarc"'),
      ['x-arc-info', 'policy=fail; arc=none'],
      ar('arc.icloud.com; arc=none'),
      ar('dmarc.icloud.com; dmarc=pass header.from=harbourweekly.example'),
      ['x-dmarc-info', 'pass=pass; dmarc-policy=(nopolicy); s=r1; d=r1'],
      ar('dkim-verifier.icloud.com; dkim=pass (2048-bit key) header.d=harbourweekly.example header.i=@harbourweekly.example header.b=Ab'),
      ar(
        'spf.icloud.com; spf=pass (spf.icloud.com: domain of desk@harbourweekly.example designates 192.0.2.10) smtp.mailfrom=desk@harbourweekly.example',
      ),
      received,
    ],
    ['*.icloud.com'],
  )
  assert.deepEqual(seen(found), pass)
})

test('Proton, Yahoo and Fastmail, whose hosts have many names', async () => {
  const results =
    'dmarc=pass (p=quarantine dis=none) header.from=harbourweekly.example; spf=pass smtp.mailfrom=harbourweekly.example; dkim=pass (Good 2048 bit rsa-sha256 signature) header.d=harbourweekly.example header.a=rsa-sha256'
  for (const [host, trusted] of [
    ['mailin006.protonmail.ch', '*.protonmail.ch'],
    ['atlas-production.v2-mail-prod1-bf1.omega.yahoo.com', '*.mail.yahoo.com'],
    ['atlas-production.v2-mail-prod1-bf1.omega.yahoo.com', '*.omega.yahoo.com'],
    ['phl-mx-07.messagingengine.com', '*.messagingengine.com'],
  ] as const) {
    const found = await check([received, ar(`${host}; ${results}`)], [trusted])
    assert.equal(found.saidBy, host.endsWith(trusted.slice(1)) ? 'service' : 'unknown header', `${host} ${trusted}`)
    if (found.saidBy === 'service') assert.deepEqual(seen(found), pass)
  }
})

test('what the sender wrote below the place where the mail came in is never believed', async () => {
  const forged = ar('dmarc.icloud.com; dmarc=pass header.from=riverton.example')
  const found = await check(
    [ar('spf.icloud.com; spf=fail smtp.mailfrom=x.example'), received, forged],
    ['*.icloud.com'],
    'riverton.example',
  )
  assert.equal(found.dmarc, 'not stated')
  const twice = await check(
    [
      ar('mx.google.com; spf=fail smtp.mailfrom=x.example; dmarc=fail header.from=riverton.example'),
      ar('mx.google.com; dmarc=pass header.from=riverton.example'),
      received,
    ],
    ['mx.google.com'],
    'riverton.example',
  )
  assert.equal(twice.dmarc, 'fail')
})

test('comments and quotes cannot smuggle a result in', () => {
  const results = readResults(
    'mx.google.com; spf=fail (x ; dmarc=pass header.from=riverton.example (nested; dkim=pass) ) smtp.mailfrom="a;dmarc=pass"@evil.example; dmarc=fail (p=NONE) header.from=riverton.example',
  )
  assert.deepEqual([results.spf, results.dmarc, results.policy, results.dkim], ['fail', 'fail', 'none', []])
  assert.equal(readResults(`mx.example; ${'('.repeat(9000)}`).dmarc, '')
})

test('an aligned key or host is enough where the domain publishes no policy; a foreign one is not', async () => {
  const dmarcOf = async (results: string) => (await check([ar(`mx.riverton.example; ${results}`)], ['mx.riverton.example'])).dmarc
  assert.equal(await dmarcOf('dkim=pass header.d=mail.harbourweekly.example; dmarc=none header.from=harbourweekly.example'), 'pass')
  assert.equal(await dmarcOf('spf=pass smtp.mailfrom=bounce@news.harbourweekly.example; dkim=none'), 'pass')
  assert.equal(await dmarcOf('spf=pass smtp.mailfrom=bounces.esp.example; dkim=pass header.d=esp.example; dmarc=none'), 'not stated')
  assert.equal(await dmarcOf('spf=none; dkim=none; dmarc=none'), 'not stated')
})

test('a forwarder that rewrote the envelope is noticed', async () => {
  const found = await check(
    [
      ar(
        'mx.google.com; spf=pass smtp.mailfrom="SRS0=x=AB=harbourweekly.example=desk@old-uni.example"; dkim=none; dmarc=fail (p=NONE) header.from=harbourweekly.example',
      ),
    ],
    ['mx.google.com'],
  )
  assert.deepEqual([found.forwarded, found.policy, found.dmarc], [true, 'none', 'fail'])
})

test('a name is trusted as it was given, and no longer or shorter one', () => {
  assert.ok(isTrusted('mx.riverton.example', ['MX.Riverton.example ']))
  for (const id of ['mx.riverton.example.evil.example', 'xmx.riverton.example', 'riverton.example', ''])
    assert.ok(!isTrusted(id, ['mx.riverton.example', '*.mx.riverton.example']), id)
  assert.ok(isTrusted('a.b.service.example', ['*.service.example']))
  assert.ok(!isTrusted('evilservice.example', ['*.service.example']))
})

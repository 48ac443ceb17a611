/** Chains of seals are real here: mailauth seals with a key made for the test, over mails that were signed and then changed on the way. */
import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { dkimSign, sealMessage } from 'mailauth'
import type { Resolver } from '../context.ts'
import { nobody } from '../context.ts'
import { readMessage } from '../parse/read-message.ts'
import { authenticate } from './authenticate.ts'
import { voucherFor } from './sealers.ts'

const key = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const record = `v=DKIM1; k=rsa; p=${key.publicKey.toString('base64')}`
const resolve: Resolver = async (domain, type) => {
  if (type === 'TXT' && /^june\._domainkey\./.test(domain)) return [[record]]
  if (type === 'TXT' && /^_dmarc\.(?:harbourweekly|riverton)\.example$/.test(domain)) return [['v=DMARC1; p=reject']]
  if (type === 'TXT' && /^(?:harbourweekly|riverton)\.example$/.test(domain)) return [['v=spf1 ip4:192.0.2.10 -all']]
  throw Object.assign(new Error(`no ${type} of ${domain}`), { code: 'ENOTFOUND' })
}

const signing = { signingDomain: 'harbourweekly.example', selector: 'june', privateKey: key.privateKey }
const plain = (from = 'Harbour Weekly <desk@harbourweekly.example>'): string =>
  `From: ${from}\r\nTo: ana@alumni.example\r\nSubject: The week\r\nDate: Tue, 02 Jun 2026 09:00:00 +0000\r\nMessage-ID: <1@harbourweekly.example>\r\n\r\nThree ships came in.\r\n`

async function signedMail(): Promise<string> {
  const { signatures } = await dkimSign(plain(), { ...signing, signatureData: [signing] })
  return signatures + plain()
}

/** A forwarder seals what it saw, and (a list) then changes the body. */
async function passedOn(
  mail: string,
  sealer: string,
  results: string,
  i = 1,
  cv: 'none' | 'pass' | 'fail' = 'none',
  footer = '',
): Promise<string> {
  const changed = mail + footer
  const headers = await sealMessage(Buffer.from(changed), {
    signingDomain: sealer,
    selector: 'june',
    privateKey: key.privateKey,
    authResults: results,
    i,
    cv,
  })
  return headers.toString() + changed
}

async function check(mail: string, trustedSealers: readonly string[] = []) {
  const bytes = Buffer.from(mail)
  const { headers, from } = await readMessage(bytes)
  const receivedFrom = { ip: '203.0.113.7', helo: 'out.forwarder.example', mailFrom: 'bounce@alumni.example' }
  return authenticate(bytes, headers, { trustedAuthserv: [], circle: nobody, resolve, receivedFrom, trustedSealers }, from.domain)
}

const seenWhole =
  'mx.alumni.example; dkim=pass header.d=harbourweekly.example; spf=pass smtp.mailfrom=harbourweekly.example; dmarc=pass header.from=harbourweekly.example'
const footer = '-- \r\nThe alumni list\r\n'

test('a list that adds a footer breaks the signature; its seal, when trusted, says whose the mail was', async () => {
  const broken = await passedOn(await signedMail(), 'alumni.example', seenWhole, 1, 'none', footer)
  assert.equal((await check(broken)).dmarc, 'fail', 'nobody trusts the list yet')
  const found = await check(broken, ['alumni.example'])
  assert.deepEqual([found.dmarc, found.vouchedBy], ['pass', 'alumni.example'])
})

test('a forwarder that everybody trusts needs no setting', async () => {
  const found = await check(await passedOn(await signedMail(), 'google.com', seenWhole, 1, 'none', footer))
  assert.deepEqual([found.dmarc, found.vouchedBy], ['pass', 'google.com'])
})

test('a seal that was tampered with proves nothing', async () => {
  const sealed = await passedOn(await signedMail(), 'google.com', seenWhole, 1, 'none', footer)
  const { dmarc, vouchedBy } = await check(sealed.replace('Three ships', 'Seven ships'))
  assert.deepEqual([dmarc, vouchedBy], ['fail', undefined])
  const rewritten = await check(sealed.replace('i=1; mx.alumni.example', 'i=1; mx.elsewhere.example'))
  assert.equal(rewritten.vouchedBy, undefined)
})

test("a stranger's own seal over a forged mail does not help it", async () => {
  const forged = await passedOn(
    plain('Jane Okafor <jane.okafor@riverton.example>'),
    'evil.example',
    seenWhole.replaceAll('harbourweekly', 'riverton'),
  )
  assert.deepEqual([(await check(forged)).dmarc, (await check(forged, ['alumni.example'])).dmarc], ['fail', 'fail'])
})

test('a trusted seal on top of a stranger’s does not make the stranger true', async () => {
  const forged = await passedOn(
    plain('Jane Okafor <jane.okafor@riverton.example>'),
    'evil.example',
    seenWhole.replaceAll('harbourweekly', 'riverton'),
  )
  const passed = await passedOn(
    forged,
    'google.com',
    'mx.google.com; arc=pass; dkim=none; spf=pass smtp.mailfrom=evil.example; dmarc=fail header.from=riverton.example',
    2,
    'pass',
  )
  assert.equal((await check(passed)).dmarc, 'fail')
})

test('two forwarders, both trusted, carry the first one’s word', async () => {
  const first = await passedOn(await signedMail(), 'messagingengine.com', seenWhole, 1, 'none', footer)
  const second = await passedOn(
    first,
    'google.com',
    'mx.google.com; arc=pass; dkim=fail header.d=harbourweekly.example; dmarc=fail header.from=harbourweekly.example',
    2,
    'pass',
  )
  const found = await check(second)
  assert.deepEqual([found.dmarc, found.vouchedBy], ['pass', 'messagingengine.com'])
})

test('what a voucher saw must be about this sender', async () => {
  const other = seenWhole.replaceAll('harbourweekly.example', 'elsewhere.example')
  const found = await check(await passedOn(plain('Jane Okafor <jane.okafor@riverton.example>'), 'google.com', other))
  assert.deepEqual([found.dmarc, found.vouchedBy], ['fail', undefined])
})

test("the reader's service may have checked the chain for us", async () => {
  const mail = await passedOn(await signedMail(), 'google.com', seenWhole, 1, 'none', footer)
  const { headers } = await readMessage(Buffer.from(mail))
  const stated = (arc: string) => [
    {
      key: 'authentication-results',
      value: `mx.riverton.example; arc=${arc}; dkim=fail header.d=harbourweekly.example; dmarc=fail header.from=harbourweekly.example`,
    },
    ...headers,
  ]
  const context = { trustedAuthserv: ['mx.riverton.example'], circle: nobody }
  assert.equal((await authenticate(new Uint8Array(), stated('pass (i=1)'), context, 'harbourweekly.example')).dmarc, 'pass')
  assert.equal((await authenticate(new Uint8Array(), stated('fail'), context, 'harbourweekly.example')).dmarc, 'fail')
})

test('seals without their numbers are no chain', () => {
  const headers = [
    { key: 'arc-seal', value: 'i=2; a=rsa-sha256; d=google.com; s=june; cv=pass; b=AA' },
    { key: 'arc-authentication-results', value: `i=2; ${seenWhole}` },
  ]
  assert.equal(voucherFor('harbourweekly.example', headers, []), undefined)
})

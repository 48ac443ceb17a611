/** Signatures are real here: a key made for the test, mails signed by nodemailer, records served by a resolver of our own. */
import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { createTransport } from 'nodemailer'
import type { Resolver } from '../context.ts'
import { nobody } from '../context.ts'
import { readMessage } from '../parse/read-message.ts'
import { authenticate } from './authenticate.ts'

const pair = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const published: Readonly<Record<string, string>> = {
  'TXT june._domainkey.harbourweekly.example': `v=DKIM1; k=rsa; p=${pair.publicKey.toString('base64')}`,
  'TXT _dmarc.harbourweekly.example': 'v=DMARC1; p=reject',
  'TXT harbourweekly.example': 'v=spf1 ip4:192.0.2.10 -all',
  'TXT _dmarc.riverton.example': 'v=DMARC1; p=reject',
  'TXT riverton.example': 'v=spf1 ip4:192.0.2.99 -all',
}
const serving =
  (records: Readonly<Record<string, string>>): Resolver =>
  async (domain, type) => {
    const record = records[`${type} ${domain}`]
    if (record === undefined) throw Object.assign(new Error(`no ${type} of ${domain}`), { code: 'ENOTFOUND' })
    return [[record]]
  }

/** A mail signed for harbourweekly.example, whoever it says it is from. */
async function signed(from: string): Promise<Buffer> {
  const pen = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await pen.sendMail({
    from,
    to: 'ana.ruiz@riverton.example',
    subject: 'The week in the harbour',
    text: 'Three ships came in. None left.\n',
    dkim: { domainName: 'harbourweekly.example', keySelector: 'june', privateKey: pair.privateKey },
  })
  assert.ok(Buffer.isBuffer(message))
  return message
}

type Check = { readonly bytes: Uint8Array; readonly resolve?: Resolver; readonly ip?: string; readonly trusted?: readonly string[] }

async function check({ bytes, resolve, ip = '203.0.113.7', trusted = [] }: Check) {
  const { headers, from } = await readMessage(bytes)
  const receivedFrom = { ip, helo: 'mail.harbourweekly.example', mailFrom: 'desk@harbourweekly.example' }
  const context = { trustedAuthserv: trusted, circle: nobody, receivedFrom, ...(resolve === undefined ? {} : { resolve }) }
  return authenticate(bytes, headers, context, from.domain)
}

const editor = 'Harbour Weekly <desk@harbourweekly.example>'

test('a signed mail is from whom it says, whatever host brought it', async () => {
  const found = await check({ bytes: await signed(editor), resolve: serving(published) })
  assert.deepEqual(found, {
    dmarc: 'pass',
    spf: 'fail',
    dkim: 'pass',
    signedBy: ['harbourweekly.example'],
    saidBy: 'own check',
    policy: 'reject',
  })
})

test('one changed letter breaks the signature', async () => {
  const bytes = Buffer.from((await signed(editor)).toString('latin1').replace('Three ships', 'Seven ships'), 'latin1')
  const found = await check({ bytes, resolve: serving(published) })
  assert.deepEqual(found, { dmarc: 'fail', spf: 'fail', dkim: 'fail', signedBy: [], saidBy: 'own check', policy: 'reject' })
})

test('a signature whose key nobody publishes proves nothing', async () => {
  const { 'TXT june._domainkey.harbourweekly.example': _gone, ...rest } = published
  const found = await check({ bytes: await signed(editor), resolve: serving(rest) })
  assert.deepEqual([found.dmarc, found.signedBy], ['fail', []])
})

test('another key than the one that signed proves nothing', async () => {
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const records = { ...published, 'TXT june._domainkey.harbourweekly.example': `v=DKIM1; k=rsa; p=${other}` }
  const found = await check({ bytes: await signed(editor), resolve: serving(records) })
  assert.deepEqual([found.dmarc, found.dkim, found.signedBy], ['fail', 'fail', []])
})

test("a stranger's good signature does not make a mail ours", async () => {
  const found = await check({ bytes: await signed('Jane Okafor <jane.okafor@riverton.example>'), resolve: serving(published) })
  assert.deepEqual([found.dkim, found.signedBy, found.dmarc], ['pass', ['harbourweekly.example'], 'fail'])
})

test('without a signature the right host is enough, and the wrong one is not', async () => {
  const bytes = Buffer.from(`From: ${editor}\r\nTo: ana.ruiz@riverton.example\r\nSubject: plain\r\n\r\nThree ships.\r\n`)
  const right = await check({ bytes, resolve: serving(published), ip: '192.0.2.10' })
  assert.deepEqual([right.spf, right.dmarc], ['pass', 'pass'])
  const wrong = await check({ bytes, resolve: serving(published) })
  assert.deepEqual([wrong.spf, wrong.dmarc], ['fail', 'fail'])
})

test('a house without DMARC, or a resolver that is down, is nobody’s failure', async () => {
  const bytes = Buffer.from(`From: ${editor}\r\nTo: ana.ruiz@riverton.example\r\nSubject: plain\r\n\r\nThree ships.\r\n`)
  const silent = await check({ bytes, resolve: serving({}) })
  assert.deepEqual([silent.dmarc, silent.spf], ['not stated', 'not stated'])
  const down = await check({
    bytes,
    resolve: () => Promise.reject(Object.assign(new Error('no answer'), { code: 'ETIMEOUT' })),
  })
  assert.notEqual(down.dmarc, 'fail')
})

const stating = (...results: readonly string[]): Buffer =>
  Buffer.from(
    `${results.map((one) => `Authentication-Results: ${one}\r\n`).join('')}From: ${editor}\r\nTo: ana.ruiz@riverton.example\r\nSubject: x\r\n\r\nx\r\n`,
  )
const failed = 'spf=fail smtp.mailfrom=harbourweekly.example; dkim=none; dmarc=fail header.from=harbourweekly.example'
const passed =
  'spf=pass smtp.mailfrom=harbourweekly.example; dkim=pass header.d=harbourweekly.example; dmarc=pass header.from=harbourweekly.example'
const trusted = ['mx.riverton.example']

test("the reader's own service is believed, and no DNS is asked", async () => {
  const resolve: Resolver = (domain) => assert.fail(`asked for ${domain}`)
  const found = await check({ bytes: stating(`mx.riverton.example; ${passed}`), resolve, trusted })
  assert.deepEqual([found.saidBy, found.dmarc, found.signedBy], ['service', 'pass', ['harbourweekly.example']])
})

test("an attacker's own results below the service's do not count, not even under its name", async () => {
  for (const forger of ['mx.riverton.example', 'mx.elsewhere.example']) {
    const found = await check({ bytes: stating(`mx.riverton.example; ${failed}`, `${forger}; ${passed}`), trusted })
    assert.deepEqual([found.saidBy, found.dmarc, found.signedBy], ['service', 'fail', []], forger)
  }
})

test('results of a service nobody trusts clear nothing, wherever they stand', async () => {
  for (const bytes of [stating(`mx.elsewhere.example; ${passed}`), stating(`mx.riverton.example.evil.example; ${passed}`)]) {
    const found = await check({ bytes, trusted })
    assert.deepEqual(
      [found.saidBy, found.dmarc, found.spf, found.dkim, found.signedBy],
      ['unknown header', 'not stated', 'not stated', 'not stated', []],
    )
  }
  const above = await check({ bytes: stating(`mx.elsewhere.example; ${passed}`, `mx.riverton.example; ${failed}`), trusted })
  assert.deepEqual([above.saidBy, above.dmarc], ['service', 'fail'])
})

test('our own check goes before a header of unknown origin', async () => {
  const found = await check({ bytes: stating(`mx.elsewhere.example; ${passed}`), resolve: serving(published) })
  assert.deepEqual([found.saidBy, found.dmarc], ['own check', 'fail'])
})

test('a pass that was given to another sender is not this sender’s', async () => {
  const other = 'dkim=pass header.d=elsewhere.example; dmarc=pass header.from=elsewhere.example'
  const found = await check({ bytes: stating(`mx.riverton.example; ${other}`), trusted })
  assert.notEqual(found.dmarc, 'pass')
})

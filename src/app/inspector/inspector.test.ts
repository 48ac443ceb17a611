import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { nobody } from '#mail'
import { fixtureMail } from '../../../test/support/mail-fixtures.ts'
import { createInspector } from './inspector.ts'

const inspector = createInspector({ threads: 1, dns: 'off' })
const hurried = createInspector({ threads: 1, dns: 'off', timeMs: 1 })
after(() => Promise.all([inspector.close(), hurried.close()]))
const context = { trustedAuthserv: [], circle: nobody }

test('a mail is inspected in a thread as it is without one', async () => {
  const { verdict, reasons } = await inspector.inspect(fixtureMail('hostile/device-code'), context)
  assert.equal(verdict, 'dangerous')
  assert.equal(reasons[0]?.id, 'mail.device-code')
})

test('a mail that takes too long becomes a finding', async () => {
  const large = Buffer.concat([Buffer.from('From: a@b.example\n\n'), Buffer.alloc(8_000_000, 'word ')])
  const { verdict, findings, damage } = await hurried.inspect(large, context)
  assert.equal(verdict, 'careful')
  assert.equal(findings[0]?.id, 'mail.broken-on-purpose')
  assert.equal(damage[0]?.code, 'too-slow')
})

const head = 'From: x <x@nowhere.example>\nTo: ana.ruiz@riverton.example\nSubject: hard\nMIME-Version: 1.0\n'
const nested = (depth: number): string =>
  Array.from({ length: depth }, (_, place) => `Content-Type: multipart/mixed; boundary="b${place}"\n\n--b${place}\n`).join('')
const cruel: Readonly<Record<string, () => Uint8Array>> = {
  '10,000-deep nesting': () => Buffer.from(`${head}${nested(10_000)}Content-Type: text/plain\n\nhi\n`),
  '20,000 parts': () =>
    Buffer.from(`${head}Content-Type: multipart/mixed; boundary=b\n\n${'--b\nContent-Type: text/plain\n\nx\n'.repeat(20_000)}--b--\n`),
  '20,000 parts without a header': () =>
    Buffer.from(`${head}Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(20_000)}--b--\n`),
  '50 MB in one attachment': () =>
    Buffer.concat([
      Buffer.from(`${head}Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\n`),
      Buffer.alloc(50_000_000, `${'QUJD'.repeat(19)}\n`),
    ]),
  '50 MB of text': () => Buffer.concat([Buffer.from(`${head}\n`), Buffer.alloc(50_000_000, 'all the words of the world and more ')]),
  'an endless header': () => Buffer.concat([Buffer.from('From: x@nowhere.example\nX-Long: '), Buffer.alloc(30_000_000, 'a')]),
  'a header of a million lines': () => Buffer.from(`From: x@nowhere.example\n${'X-Line: 1\n'.repeat(1_000_000)}\nhi\n`),
  'broken letters': () =>
    Buffer.concat([
      Buffer.from(`${head}Content-Type: text/plain; charset=utf-8\n\n`),
      Buffer.alloc(2_000_000, Buffer.from([0xff, 0xc3, 0x28, 0x20])),
    ]),
  'torn base64': () =>
    Buffer.from(
      `${head}Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\n${'QUJ*\u0000=='.repeat(200_000)}\n`,
    ),
  'markup without end': () =>
    Buffer.from(`${head}Content-Type: text/html\n\n${'<div style="color:#fff"><a href="http://x.example/'.repeat(60_000)}`),
  'a million links': () =>
    Buffer.from(`${head}Content-Type: text/html\n\n${'<a href="https://x.example/?url=https://y.example/">z</a>'.repeat(60_000)}`),
  'messages in messages': () => Buffer.from(`${head}${'Content-Type: message/rfc822\n\n'.repeat(3000)}\nhi\n`),
  'one word of ten million letters': () => Buffer.from(`${head}\n${'a'.repeat(10_000_000)}@${'b.'.repeat(100_000)}\n`),
  'spaces without end': () => Buffer.from(`${head}\nverify your ${' '.repeat(3_000_000)}account ${'your '.repeat(300_000)}\n`),
}

for (const [name, make] of Object.entries(cruel)) {
  test(`${name}: an answer within two seconds, and the process lives`, async () => {
    const bytes = make()
    const startedMs = performance.now()
    const { damage, findings } = await inspector.inspect(bytes, context)
    const tookMs = performance.now() - startedMs
    assert.ok(tookMs < 2600, `${name} took ${Math.round(tookMs)} ms`)
    assert.ok(!damage.some((one) => one.code === 'too-much-memory' || one.code === 'too-slow'), JSON.stringify(damage))
    if (!/links|word|spaces|messages|markup/.test(name)) assert.ok(findings.length > 0, 'it is a finding')
  })
}

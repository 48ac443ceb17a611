/** Mails whose matter is in a file or a code, through the threads, as the worker and the command line inspect them. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { nobody, sayIn } from '#mail'
import { fixtureMail, fixtureNames, riverton } from '../../../test/support/mail-fixtures.ts'
import { createInspector } from './inspector.ts'

const inspector = createInspector({ threads: 1, dns: 'off', timeMs: 30_000 })
after(() => inspector.close())

const trustedAuthserv = ['mx.riverton.example']
const circles = { 'with nobody known': nobody, 'with org.json': riverton } as const
const withoutResults = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(
    Buffer.from(bytes)
      .toString('latin1')
      .replace(/^Authentication-Results:[^\n]*\n/m, ''),
    'latin1',
  )

for (const [when, circle] of Object.entries(circles)) {
  for (const name of fixtureNames('files/hostile')) {
    test(`${name} is dangerous, ${when}`, async () => {
      const { verdict, score, findings, reasons } = await inspector.inspect(fixtureMail(name), { trustedAuthserv, circle })
      assert.equal(verdict, 'dangerous', `${score} ${findings.map((one) => `${one.id} (${one.confidence})`).join(' ')}`)
      assert.ok(reasons.length >= 1 && reasons.length <= 3)
    })
  }
  for (const name of fixtureNames('files/honest')) {
    test(`${name} is left alone, ${when}`, async () => {
      for (const bytes of [fixtureMail(name), withoutResults(fixtureMail(name))]) {
        const { verdict, score, findings } = await inspector.inspect(bytes, { trustedAuthserv, circle })
        assert.notEqual(verdict, 'dangerous', `${score} ${findings.map((one) => `${one.id}: ${sayIn('en', one)}`).join(' ')}`)
      }
    })
  }
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect, nobody, sayIn } from '#mail'
import { fixtureMail, fixtureNames, riverton } from '../../../test/support/mail-fixtures.ts'

const circles = { 'with nobody known': nobody, 'with org.json': riverton } as const
const trustedAuthserv: readonly string[] = ['mx.riverton.example']
const withoutResults = (bytes: Uint8Array): Uint8Array => {
  const text = Buffer.from(bytes).toString('latin1')
  return Buffer.from(text.replace(/^Authentication-Results:[^\n]*\n/m, ''), 'latin1')
}

for (const [when, circle] of Object.entries(circles)) {
  for (const name of fixtureNames('hostile')) {
    test(`${name} is dangerous, ${when}, and also without a check of the sender`, async () => {
      for (const bytes of [fixtureMail(name), withoutResults(fixtureMail(name))]) {
        const { verdict, score, findings, reasons } = await inspect(bytes, { trustedAuthserv, circle })
        const summary = `${score} ${findings.map((finding) => finding.id).join(' ')}`
        const knownOnlyByCheck = name === 'hostile/boss-own-domain'
        if (!knownOnlyByCheck) assert.equal(verdict, 'dangerous', summary)
        assert.ok(reasons.length >= 1 && reasons.length <= 3, summary)
      }
    })
  }
  for (const name of fixtureNames('honest')) {
    test(`${name} is left alone, ${when}`, async () => {
      for (const bytes of [fixtureMail(name), withoutResults(fixtureMail(name))]) {
        const { verdict, score, findings } = await inspect(bytes, { trustedAuthserv, circle })
        assert.notEqual(verdict, 'dangerous', `${score} ${findings.map((finding) => sayIn('en', finding)).join(' ')}`)
        assert.ok(findings.every((finding) => finding.severity !== 'high' && finding.severity !== 'critical'))
      }
    })
  }
}

for (const name of fixtureNames('broken')) {
  test(`${name} is read without harm`, async () => {
    const inspection = await inspect(fixtureMail(name), { trustedAuthserv, circle: nobody })
    assert.ok(inspection.damage.length > 0)
    assert.deepEqual(structuredClone(inspection), inspection)
  })
}

test('a header that anybody could have written does not clear a mail', async () => {
  const bytes = fixtureMail('hostile/password-expires-auth')
  const { view } = await inspect(bytes, { trustedAuthserv: [], circle: nobody })
  assert.match(view.authentication, /DMARC was not stated/)
  const trusted = await inspect(bytes, { trustedAuthserv: ['mx.riverton.example'], circle: nobody })
  assert.match(trusted.view.authentication, /DMARC passed/)
})

test('more evidence never lowers the score', async () => {
  const mild =
    'From: Desk <desk@notices-desk.example>\nTo: ana.ruiz@riverton.example\nSubject: Notice\n\nYour mailbox is full. https://notices-desk.example/x\n'
  const worse = mild.replace('full.', 'full. Verify your password within 24 hours or your account will be closed.')
  const scoreOf = async (text: string): Promise<number> => (await inspect(Buffer.from(text), { trustedAuthserv: [], circle: nobody })).score
  assert.ok((await scoreOf(worse)) >= (await scoreOf(mild)))
})

test('an analyst sees no live address and no markup', async () => {
  const { view } = await inspect(fixtureMail('hostile/link-says-other'), { trustedAuthserv: [], circle: nobody })
  assert.doesNotMatch(JSON.stringify([view.text, view.links]), /https?:\/\/|<a /)
  assert.ok(view.links.some((link) => link.innermostHost === 'web-helper[.]example'))
})

test('an own check of the signature asks only the resolver it was given', async () => {
  const asked: string[] = []
  const resolve = async (domain: string, type: string): Promise<string[][]> => {
    asked.push(`${type} ${domain}`)
    throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
  }
  const { view } = await inspect(fixtureMail('honest/newsletter'), {
    trustedAuthserv: [],
    circle: nobody,
    resolve,
    receivedFrom: { ip: '192.0.2.1', mailFrom: 'news@harbourweekly.example' },
  })
  assert.ok(asked.includes('TXT _dmarc.harbourweekly.example'), asked.join(', '))
  assert.match(view.authentication, /own check/)
})

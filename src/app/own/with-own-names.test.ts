import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type Circle, nobody } from '#mail'
import { createInspector } from '../inspector/index.ts'
import { withOwnNames } from './with-own-names.ts'

const plain = createInspector({ threads: 1, dns: 'off' })
after(() => plain.close())

const sender = async () => ({
  name: 'Shield Programme',
  publicAddress: 'https://protect.example',
  fromAddress: 'notices@protect.example',
  helpContact: '',
  intakeDomain: 'reports.protect.example',
  relay: null,
})
const inspector = withOwnNames(sender, plain)

const letter = (domain: string, authentication: 'pass' | 'fail') =>
  Buffer.from(
    [
      'Received: from mail.sender.test (192.0.2.7) by mx.westlake.test; Mon, 23 Nov 2026 10:00:00 +0000',
      `Authentication-Results: mx.westlake.test; spf=${authentication} smtp.mailfrom=${domain}; dkim=${authentication} header.d=${domain}; dmarc=${authentication} header.from=${domain}`,
      `From: Shield Programme <notices@${domain}>`,
      'To: Ana Ruiz <ana@westlake.test>',
      'Subject: Possible access: a notice from Shield Programme',
      `Message-ID: <1@${domain}>`,
      'Date: Mon, 23 Nov 2026 10:00:00 +0000',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Possible access: somebody may have got into your account.',
      '',
      `Sign in at https://${domain}/sign-in to keep your account.`,
      '',
    ].join('\r\n'),
  )

const westlake: Circle = { ...nobody, organisation: { name: 'Westlake Office', domains: ['westlake.test'] } }
const seen = (with_: typeof inspector, circle: Circle, bytes: Buffer) =>
  with_.inspect(bytes, { circle, trustedAuthserv: ['mx.westlake.test'], recipient: 'ana@westlake.test' })
const looksAlike = (ids: readonly { readonly id: string; readonly facts: Readonly<Record<string, string>> }[]) =>
  ids.filter(({ facts }) => Object.values(facts).some((fact) => fact.includes('protect.example')))

for (const [who, circle] of [
  ['an organisation', westlake],
  ['somebody alone', nobody],
] as const)
  for (const domain of ['protect-example.com', 'pr0tect.example', 'protecct.example'])
    test(`a mail from ${domain} is told as posing as the programme, to ${who}`, async () => {
      const inspection = await seen(inspector, circle, letter(domain, 'pass'))
      assert.equal(inspection.verdict, 'dangerous', JSON.stringify(inspection.findings.map(({ id }) => id)))
      assert.ok(looksAlike(inspection.findings).length > 0, JSON.stringify(inspection.findings))
      assert.deepEqual(looksAlike((await seen(plain, circle, letter(domain, 'pass'))).findings), [], 'and only since its names are known')
    })

test('a genuine letter of the programme is fine', async () => {
  const genuine = Buffer.from(
    letter('protect.example', 'pass')
      .toString()
      .replace(/Sign in at .*/, 'Open the page you already use.'),
  )
  assert.equal((await seen(inspector, westlake, genuine)).verdict, 'fine')
})

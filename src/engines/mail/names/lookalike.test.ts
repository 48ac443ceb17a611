import assert from 'node:assert/strict'
import { test } from 'node:test'
import { famousDomains, plainFamousDomains } from './famous.ts'
import type { Likeness } from './likeness.ts'
import { likenessOf } from './lookalike.ts'

const near = ['riverton.example', 'brandtforsenate.example', 'print-house.example', 'oak.example', 'riverton.org.uk']
const like = (host: string): string => {
  const found = likenessOf(host, near, { endings: true })
  return found === undefined ? 'none' : `${found.how} ${found.of}`
}

const table: Readonly<Record<string, readonly string[]>> = {
  'letters riverton.example': [
    'rivertom.example', 'rivertn.example', 'rivetron.example', 'riverrton.example', 'r1verton.example', 'rivert0n.example', 'riverton-.example', 'river-ton.example',
    'xn--rverton-rog.example', 'mail.rivert0n.example', 'rlverton.com', 'login-r1verton.example',
  ],
  'letters brandtforsenate.example': ['brandtforsenale.example', 'brandtforesenates.example', 'brandt-for-senate.example', 'brandtforsenat.example', 'bramdtforsenate.com'],
  'letters print-house.example': ['printhouse.example', 'print-h0use.com', 'printhouse.example'],
  'ending riverton.example': ['riverton.test', 'riverton.com', 'mail.riverton.co'],
  'words riverton.example': [
    'riverton-login.example', 'secureriverton.example', 'riverton-mail-support.com', 'my-riverton.net', 'riverton-example.com', 'rivertonexample.com',
    'riverton-example-sso.net', 'riverton-webmail.pages.dev',
  ],
  'words riverton.org.uk': ['riverton-org-uk.com', 'rivertonorguk.net'],
  'inside riverton.example': ['riverton.example.login-portal.com', 'www.riverton.example.web.app', 'riverton.example-sso.com', 'riverton-example.login-portal.com'],
  'inside oak.example': ['oak.example.sign-in.com'],
  none: [
    'riverton.example', 'mail.riverton.example', 'rivertonhistory.example', 'riverton-hills-bakery.example', 'riverside.example', 'oak.test', 'oaks.example', 'cloak.example',
    'printers.example', 'house.example', 'senate.example', 'brandt.example',  'example.com', '', 'riverton.pages.dev', 'localhost', '192.0.2.1',
  ],
} // biome-ignore format: lists of hosts

for (const [expected, hosts] of Object.entries(table)) {
  test(`${expected}: ${hosts.slice(0, 3).join(', ')} …`, () => {
    for (const host of hosts) assert.equal(like(host), expected, host)
  })
}

const famous = (host: string): Likeness | undefined =>
  likenessOf(host, famousDomains, { endings: false }) ?? likenessOf(host, plainFamousDomains, { endings: false, whole: true })

test('famous names and public offices are recognised in disguise', () => {
  for (const host of [
    'rnicrosoft.com', 'microsoft-login.com', 'paypa1.com', 'secure-paypal.com', 'irs-gov.com', 'irsgov-refund.com', 'actblue-payouts.com', 'winred-donate.org',
    'irs.gov.refund-desk.com', 'house-gov.com', 'fec-gov.org', 'parliament-uk.com', 'hmrc-gov-uk.com', 'bundestag-login.de', 'agenciatributaria-gob-es.com',
  ]) assert.ok(famous(host) !== undefined, host) // biome-ignore format: a list
})

test('honest houses whose names are near a famous one are left alone', () => {
  for (const host of [
    'login.gov', 'mobile.de', 'team.mobile.de', 'ulster.ac.uk', 'cameras.com', 'login-times.com', 'classycars.com', 'senators.com', 'houseofcards.com', 'microsoft.com',
    'login.microsoftonline.com', 'actblue.com', 'secure.actblue.com', 'google.ca', 'irs.gov', 'www.irs.gov', 'statefarm.com', 'parliamenthill.ca', 'wordpress.com',
  ]) assert.equal(famous(host), undefined, host) // biome-ignore format: a list
})

test('a thousand names near and ten thousand hosts are compared in well under a second', () => {
  const many = Array.from({ length: 1000 }, (_, at) => `house${at}of${(at * 7919) % 1000}voters.example`)
  likenessOf('warm.example', many, { endings: true })
  const began = process.hrtime.bigint()
  for (let at = 0; at < 10_000; at++) likenessOf(`some-${at}-host-of-others.example`, many, { endings: true })
  const tookMs = Number(process.hrtime.bigint() - began) / 1e6
  assert.ok(tookMs < 2000, `${tookMs} ms`)
})

test('two houses of one place are no misspelling of each other, and a house misspelt still is', () => {
  const county = (host: string): Likeness | undefined => likenessOf(host, ['hazelcounty.example'], { endings: true })
  assert.equal(county('hazelcourts.example'), undefined)
  assert.equal(county('hazelcountv.example')?.how, 'letters')
  assert.equal(likenessOf('hazelcourts.example', ['hazelcourt.example'], { endings: true })?.how, 'letters')
})

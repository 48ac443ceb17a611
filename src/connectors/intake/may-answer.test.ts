import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { dkimSign } from 'mailauth'
import { mayAnswer, type Resolve } from './may-answer.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
})
const record = `v=DKIM1; k=rsa; p=${publicKey.replace(/-----[A-Z ]+-----|\s/g, '')}`

/** Every domain signs with the same key here; which domain signed is what is told apart. */
const resolve: Resolve = async (domain, type) => {
  if (type === 'TXT' && domain.startsWith('s1._domainkey.')) return [[record]]
  throw Object.assign(new Error('no answer'), { code: 'ENOTFOUND' })
}
const outside = { resolve, isEnrolled: (address: string) => address === 'ana@ruiz.example' }

const letter = (head = ''): string =>
  `From: Ana <ana@ruiz.example>\r\nTo: report-1@reports.bellwether.example\r\nSubject: Fwd: odd\r\nDate: Mon, 23 Nov 2026 10:00:00 +0000\r\n${head}\r\nIs this real?\r\n`

async function signed(text: string, by = 'ruiz.example'): Promise<Buffer> {
  // mailauth's types want one key outside, its code reads the list.
  const key = { signingDomain: by, selector: 's1', privateKey }
  const { signatures } = await dkimSign(text, { ...key, signatureData: [key] })
  return Buffer.from(signatures + text)
}

test('an enrolled person whose provider signed is answered', async () => {
  assert.deepEqual(await mayAnswer(await signed(letter()), outside), { address: 'ana@ruiz.example' })
})

test('a provider may sign with its own subdomain', async () => {
  assert.deepEqual(await mayAnswer(await signed(letter(), 'mail.ruiz.example'), outside), { address: 'ana@ruiz.example' })
})

const silence: readonly (readonly [string, () => Promise<Buffer>])[] = [
  ['a letter without a signature', async () => Buffer.from(letter())],
  ['a letter that somebody else signed', () => signed(letter(), 'lure.example')],
  ['a letter that was changed after it was signed', async () => Buffer.concat([await signed(letter()), Buffer.from('and this\r\n')])],
  ['a letter from somebody who is not enrolled', () => signed(letter().replaceAll('ana@ruiz', 'ben@ruiz'))],
  ['a letter with two senders', () => signed(`From: eve@lure.example\r\n${letter()}`)],
  ['an automatic answer', () => signed(letter('Auto-Submitted: auto-replied\r\n'))],
  ['mail of a list', () => signed(letter('List-Id: <volunteers.ruiz.example>\r\n'))],
  ['a bounce', async () => Buffer.concat([Buffer.from('Return-Path: <>\r\n'), await signed(letter())])],
  ['something that is no mail', async () => Buffer.from([0, 1, 2, 255])],
]

for (const [what, make] of silence) {
  test(`${what} is met with silence`, async () => {
    assert.equal(await mayAnswer(await make(), outside), undefined)
  })
}

test('a letter that the reader’s own server took in is answered', async () => {
  const taken = Buffer.concat([Buffer.from('Return-Path: <ana@ruiz.example>\r\n'), await signed(letter())])
  assert.deepEqual(await mayAnswer(taken, outside), { address: 'ana@ruiz.example' })
})

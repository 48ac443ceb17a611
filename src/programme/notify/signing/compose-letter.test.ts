import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { dkimVerify } from 'mailauth'
import PostalMime from 'postal-mime'
import { composeLetter } from './compose-letter.ts'
import type { DkimKey } from './dkim-key.ts'
import { openSmimeSigner, readSmime, type Smime } from './smime.ts'

const run = promisify(execFile)
const sender = { name: 'Búho protector', fromAddress: 'notices@protect.example' }
/** A little later, since the certificates are made below. */
const now = new Date(Date.now() + 60_000)
const letter = {
  to: 'ana@home.example',
  subject: 'Posible acceso: un aviso de Búho',
  text: 'Alguien pudo entrar.\n\nNada muestra que se llevara algo.\n',
  messageId: '<1@protect.example>',
  date: now,
}

function keyPair(algorithm: 'rsa' | 'ed25519'): DkimKey {
  const { publicKey, privateKey } =
    algorithm === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ed25519')
  const der = publicKey.export({ type: 'spki', format: 'der' })
  const value = `v=DKIM1; k=${algorithm}; p=${(algorithm === 'rsa' ? der : der.subarray(-32)).toString('base64')}`
  return {
    algorithm,
    selector: `our-${algorithm}`,
    privateKey,
    record: (domain) => ({ name: `our-${algorithm}._domainkey.${domain}`, value }),
  }
}

const dkim = [keyPair('rsa'), keyPair('ed25519')]

const resolver = async (name: string) => {
  const found = dkim.map((key) => key.record('protect.example')).find((record) => record.name === name)
  if (found === undefined) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
  return [[found.value]]
}

const verified = async (bytes: Buffer): Promise<readonly string[]> =>
  (await dkimVerify(bytes, { resolver })).results.map(({ algo, status }) => `${algo} ${status.result}`)

const bothPass = ['rsa-sha256 pass', 'ed25519-sha256 pass']

test('a letter carries a signature of each key, and another library verifies both', async () => {
  assert.deepEqual(await verified(await composeLetter(sender, letter, { dkim })), bothPass)
})

test('whatever a letter says, its signatures hold', async () => {
  const words = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\t', '\n', '\r\n', '.', '=', '—', '日', '\u00a0'), maxLength: 300 })
  await fc.assert(
    fc.asyncProperty(words, fc.string({ unit: 'grapheme', maxLength: 120 }), async (text, subject) => {
      assert.deepEqual(await verified(await composeLetter(sender, { ...letter, text, subject }, { dkim })), bothPass)
    }),
    { numRuns: 60 },
  )
})

test('what somebody changes or adds on the way breaks both signatures', async () => {
  const bytes = await composeLetter(sender, letter, { dkim })
  const changed = (from: string, to: string) => verified(Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1'))
  const added = (field: string) => verified(Buffer.concat([Buffer.from(`${field}\r\n`), bytes]))
  for (const results of [
    await changed('Alguien', 'Nadie'),
    await changed('ana@home', 'eve@home'),
    await added('From: Desk <desk@lure.example>'),
    await added('Subject: Call this number'),
    await added('To: eve@lure.example'),
  ]) {
    assert.equal(results.length, 2)
    for (const result of results) assert.doesNotMatch(result, /pass/)
  }
})

test('a letter is the same, byte by byte, at every attempt', async () => {
  const [one, other] = [await composeLetter(sender, letter, { dkim }), await composeLetter(sender, letter, { dkim })]
  assert.ok(one.equals(other))
})

let home: string
before(async () => {
  home = await mkdtemp(join(tmpdir(), 'bw-smime-'))
})
after(() => rm(home, { recursive: true, force: true }))

/** An authority of its own and a certificate for `address`, as a certificate house would give them. */
async function certificateFor(address: string, kind: readonly string[] = ['rsa:2048']): Promise<Smime & { readonly authority: string }> {
  const at = (name: string) => join(home, `${address}-${kind.length}-${name}`)
  const quiet = ['-nodes', '-days', '30']
  await run('openssl', [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-subj',
    '/CN=House of seals',
    '-keyout',
    at('ca.key'),
    '-out',
    at('ca.pem'),
    ...quiet,
  ])
  await run('openssl', ['req', '-newkey', ...kind, '-nodes', '-subj', '/CN=Notices', '-keyout', at('key.pem'), '-out', at('csr.pem')])
  await writeFile(at('ext'), `subjectAltName=email:${address}\nkeyUsage=digitalSignature\nextendedKeyUsage=emailProtection\n`)
  await run('openssl', [
    'x509',
    '-req',
    '-in',
    at('csr.pem'),
    '-CA',
    at('ca.pem'),
    '-CAkey',
    at('ca.key'),
    '-days',
    '30',
    '-extfile',
    at('ext'),
    '-out',
    at('cert.pem'),
  ])
  const [certificate, key] = await Promise.all([readFile(at('cert.pem'), 'utf8'), readFile(at('key.pem'), 'utf8')])
  return { certificate, key, authority: at('ca.pem') }
}

async function sealedWith(smime: Smime): Promise<Buffer> {
  const signer = await openSmimeSigner(smime, { address: sender.fromAddress, now })
  assert.ok(signer)
  return composeLetter(sender, letter, { dkim, smime: signer.sign })
}

/** What openssl says of a letter, as a mail program would ask it. */
async function openssl(bytes: Buffer, authority: string): Promise<string> {
  const file = join(home, 'letter.eml')
  await writeFile(file, bytes)
  const { stdout } = await run('openssl', ['cms', '-verify', '-in', file, '-CAfile', authority, '-purpose', 'smimesign'])
  return stdout
}

for (const kind of [['rsa:2048'], ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']]) {
  test(`openssl verifies a letter signed with the operator's certificate (${kind[0]}), and what it says`, async () => {
    const smime = await certificateFor(sender.fromAddress, kind)
    const bytes = await sealedWith(smime)
    assert.match(await openssl(bytes, smime.authority), /Alguien pudo entrar/)
    assert.deepEqual(await verified(bytes), bothPass, 'DKIM covers it too')
    const read = await PostalMime.parse(bytes)
    assert.match(read.text ?? '', /Alguien pudo entrar\.\n\nNada muestra/)
    assert.equal(read.subject, letter.subject)
    assert.deepEqual(
      read.attachments.map(({ mimeType }) => mimeType),
      ['application/pkcs7-signature'],
    )
  })
}

test('a letter that was changed under its seal is told by openssl', async () => {
  const smime = await certificateFor(sender.fromAddress)
  const bytes = await sealedWith(smime)
  await assert.rejects(
    openssl(Buffer.from(bytes.toString('latin1').replace('Alguien', 'Nadie  '), 'latin1'), smime.authority),
    /digest failure|Verification failure/i,
  )
})

test('a certificate that could not seal our letters is refused with a sentence, and never used', async () => {
  const [ours, theirs] = [await certificateFor(sender.fromAddress), await certificateFor('desk@other.example')]
  const when = { address: sender.fromAddress, now }
  const aYearOn = { ...when, now: new Date(now.getTime() + 366 * 86_400_000) }
  const rsa = createPrivateKey(ours.key)
  const locked = rsa.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }).toString()
  const wrong: readonly (readonly [Smime, typeof when, RegExp])[] = [
    [{ ...ours, key: theirs.key }, when, /belongs to another certificate/],
    [theirs, when, /does not name notices@protect\.example/],
    [ours, aYearOn, /valid from/],
    [{ ...ours, key: locked }, when, /passphrase/],
    [{ certificate: 'hello', key: ours.key }, when, /PEM/],
  ]
  for (const [smime, at, says] of wrong) {
    assert.throws(() => readSmime(smime, at), { code: 'smime-not-usable', message: says })
    assert.equal(await openSmimeSigner(smime, at), undefined)
  }
})

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { promisify } from 'node:util'
import { openVault } from '#secrets'
import { testDatabase } from '../../../test/support/database.ts'
import type { Tries } from './checks.ts'
import { savePart } from './save-part.ts'
import type { ProgrammeSettings } from './schema.ts'
import { openSettings } from './settings.ts'
import { smimeOf } from './smime.ts'
import { valuesOf } from './values.ts'

const storage = await testDatabase()
after(() => storage.close())
const vault = await openVault(storage, { file: join(mkdtempSync(join(tmpdir(), 'bellwether-kek-')), 'kek') })
const clock = { now: () => new Date() }
const programme = { kind: 'programme' } as const
const open = (fixed: Partial<ProgrammeSettings> = {}) =>
  openSettings({ storage, vault, clock, fixed, localAddress: 'http://localhost:8080' })
const works: Tries = { relay: async () => undefined, provider: async () => undefined }

test('before anybody saved, the programme is on this machine and sends no mail', async () => {
  const settings = await open()
  const { publicAddress, smtp } = await settings.read()
  assert.deepEqual(
    { publicAddress, smtp, saved: await settings.saved() },
    { publicAddress: 'http://localhost:8080', smtp: null, saved: false },
  )
})

test("the relay's password is kept sealed, and an empty field keeps it", async () => {
  const settings = await open()
  const relay = { smtpHost: 'relay.example', smtpPort: 587, smtpTls: 'starttls', smtpUser: 'desk' } as const
  await savePart(settings, works, { who: programme, part: 'mail', changes: { ...relay, smtpPassword: 'a long secret' } })
  await savePart(settings, works, { who: programme, part: 'mail', changes: { ...relay, smtpPassword: '' } })
  const row = await storage.asTenant(programme, (tx) =>
    tx.selectFrom('setting').select('value').where('name', '=', 'programme').executeTakeFirstOrThrow(),
  )
  assert.doesNotMatch(JSON.stringify(row.value), /a long secret/)
  assert.equal((await (await open()).read()).smtp?.password, 'a long secret')
})

test("another relay is not handed the old one's password", async () => {
  const settings = await open()
  const tried: string[] = []
  const seen = async ({ password }: { readonly password: string }) => void tried.push(password)
  await savePart(
    settings,
    { ...works, relay: seen },
    {
      who: programme,
      part: 'mail',
      changes: { smtpHost: 'relay.example', smtpUser: 'desk', smtpPassword: 'first' },
    },
  )
  await savePart(settings, { ...works, relay: seen }, { who: programme, part: 'mail', changes: { smtpHost: 'elsewhere.example' } })
  assert.deepEqual(tried, ['first', ''])
  assert.equal((await settings.read()).smtp?.password, '')
})

test('secrets at providers are kept sealed, an empty field keeps each, and another client is not handed it', async () => {
  const settings = await open()
  const google = { googleClientId: 'ours-at-google' }
  await savePart(settings, works, { who: programme, part: 'sign-in', changes: { ...google, googleSecret: 'a client secret' } })
  await savePart(settings, works, { who: programme, part: 'sign-in', changes: { ...google, googleSecret: '' } })
  const row = await storage.asTenant(programme, (tx) =>
    tx.selectFrom('setting').select('value').where('name', '=', 'programme').executeTakeFirstOrThrow(),
  )
  assert.doesNotMatch(JSON.stringify(row.value), /a client secret/)
  assert.deepEqual((await (await open()).read()).google, {
    issuer: 'https://accounts.google.com',
    clientId: 'ours-at-google',
    clientSecret: 'a client secret',
  })
  const { checks } = await savePart(settings, works, { who: programme, part: 'sign-in', changes: { googleClientId: 'another' } })
  assert.deepEqual(
    checks.map(({ field, ok }) => [field, ok]),
    [['googleSecret', false]],
  )
  await savePart(settings, works, { who: programme, part: 'sign-in', changes: { googleClientId: '' } })
  assert.equal((await settings.read()).google, null)
})

test('a provider that cannot be used is not kept, and one without TLS elsewhere never', async () => {
  const settings = await open()
  const staff = { staffName: 'Login', staffIssuer: 'https://login.example', staffClientId: 'ours', staffSecret: 'secret' }
  const refuses = { ...works, provider: () => Promise.reject(new Error('signing in at login.example: no such name')) }
  const refused = await savePart(settings, refuses, { who: programme, part: 'sign-in', changes: staff })
  assert.deepEqual(refused, {
    saved: false,
    checks: [{ field: 'staffIssuer', ok: false, says: 'login.example cannot be used: signing in at login.example: no such name' }],
  })
  const plain = await savePart(settings, works, {
    who: programme,
    part: 'sign-in',
    changes: { ...staff, staffIssuer: 'http://login.example' },
  })
  assert.deepEqual(
    plain.checks.map(({ field }) => field),
    ['staffIssuer'],
  )
  assert.equal((await settings.read()).staffSignIn, null)
})

test('what stands in the file wins, and its fields cannot be changed in the page', async () => {
  const settings = await open({
    retention: {
      verdictDays: 7,
      flaggedDays: 7,
      incidentDays: 30,
      auditDays: 365,
      spoolDays: 1,
      historyDays: 365,
      traceDays: 7,
      evaluationDays: 30,
      providerMailDays: 30,
      draftDays: 30,
      refusedContactDays: 30,
      acceptedContactDays: 30,
    },
  })
  await savePart(settings, works, { who: programme, part: 'retention', changes: { verdictDays: 90 } })
  assert.equal((await settings.read()).retention.verdictDays, 7)
  assert.ok(settings.fixedFields.includes('verdictDays'))
})

test('a value that does not work is not kept, and has its sentence beside its field', async () => {
  const settings = await open()
  const before = valuesOf(await settings.read())
  const tries = [
    { part: 'address', changes: { publicAddress: 'https://192.0.2.1' }, field: 'publicAddress', says: /bound to a name/ },
    { part: 'address', changes: { publicAddress: 'http://protect.example' }, field: 'publicAddress', says: /begin with https/ },
    { part: 'address', changes: { publicAddress: 'nonsense' }, field: 'publicAddress', says: /./ },
    {
      part: 'address',
      changes: { publicAddress: 'https://protect.example', tls: 'files', certificate: '/nowhere', key: '/nowhere' },
      field: 'certificate',
      says: /cannot be used/,
    },
    {
      part: 'address',
      changes: { publicAddress: 'https://protect.example', tls: 'proxy', trustedProxies: ['my proxy'] },
      field: 'trustedProxies',
      says: /not an IP address/,
    },
    { part: 'mail', changes: { fromAddress: 'nobody' }, field: 'fromAddress', says: /./ },
    { part: 'retention', changes: { auditDays: 3 }, field: 'auditDays', says: /./ },
  ] as const
  for (const { part, changes, field, says } of tries) {
    const { saved, checks } = await savePart(settings, works, { who: programme, part, changes })
    assert.equal(saved, false)
    const [check] = checks.filter(({ ok }) => !ok)
    assert.equal(check?.field, field)
    assert.match(check?.says ?? '', says)
  }
  assert.deepEqual(valuesOf(await settings.read()), before)
})

test('a relay that refuses is not kept', async () => {
  const settings = await open()
  const refuses = () => Promise.reject(new Error('relay.example does not take this user name and password.'))
  const { saved, checks } = await savePart(
    settings,
    { ...works, relay: refuses },
    { who: programme, part: 'mail', changes: { smtpHost: 'other.example' } },
  )
  assert.equal(saved, false)
  assert.match(checks.map(({ says }) => says).join(), /does not take this user name/)
})

test('an issuer that is no address at all is told at its field', async () => {
  const settings = await open()
  for (const staffIssuer of ['NaN', 'login.protect.example', 'ftp://x.example', 'http://x.example']) {
    const changes = { staffName: 'Desk', staffIssuer, staffClientId: 'bellwether', staffSecret: 'secret' }
    const { saved, checks } = await savePart(settings, works, { who: programme, part: 'sign-in', changes })
    assert.deepEqual([saved, checks.map(({ field }) => field)], [false, ['staffIssuer']], staffIssuer)
  }
})

test('networks of the desk are kept as they are written, and one that is none is told at its field', async () => {
  const settings = await open()
  const save = (deskNetworks: readonly string[]) =>
    savePart(settings, works, { who: programme, part: 'access', changes: { deskNetworks, passkeysOnly: true } })
  const refused = await save(['192.0.2.0/24', 'the office'])
  assert.deepEqual([refused.saved, refused.checks.map(({ field }) => field)], [false, ['deskNetworks']])
  assert.equal((await save(['192.0.2.0/24', '2001:db8::/32'])).saved, true)
  const { deskNetworks, passkeysOnly } = await settings.read()
  assert.deepEqual([deskNetworks, passkeysOnly], [['192.0.2.0/24', '2001:db8::/32'], true])
  assert.equal((await save([])).saved, true)
})

test('the key of the certificate is kept sealed, goes with its certificate alone, and one that fits nothing is refused', async () => {
  const settings = await open()
  const save = (changes: Parameters<typeof savePart>[2]['changes']) => savePart(settings, works, { who: programme, part: 'seal', changes })
  const { certificate, key } = await selfSigned((await settings.read()).fromAddress)
  const other = await selfSigned('desk@other.example')
  assert.match((await save({ smimeCertificate: other.certificate, smimeKey: other.key })).checks[0]?.says ?? '', /does not name/)
  assert.match((await save({ smimeCertificate: certificate, smimeKey: other.key })).checks[0]?.says ?? '', /another certificate/)
  assert.equal((await settings.read()).smime, null)

  assert.equal((await save({ smimeCertificate: certificate, smimeKey: key })).saved, true)
  const row = await storage.asTenant(programme, (tx) =>
    tx.selectFrom('setting').select('value').where('name', '=', 'programme').executeTakeFirstOrThrow(),
  )
  assert.doesNotMatch(JSON.stringify(row.value), /PRIVATE KEY/)
  assert.equal((await save({ smimeCertificate: certificate, smimeKey: '' })).saved, true, 'an empty field keeps it')
  assert.equal((await (await open()).read()).smime?.key.trim(), key.trim())
  assert.equal((await save({ smimeCertificate: other.certificate, smimeKey: '' })).saved, false, 'another certificate is not handed it')
  assert.equal(valuesOf(await settings.read()).smimeCertificate.trim(), certificate.trim())
})

test('a certificate may stand in files', async () => {
  const settings = await open()
  const { certificate, key } = await selfSigned((await settings.read()).fromAddress)
  const home = mkdtempSync(join(tmpdir(), 'bellwether-smime-'))
  const [smimeCertificate, smimeKey] = [join(home, 'cert.pem'), join(home, 'key.pem')]
  writeFileSync(smimeCertificate, certificate)
  writeFileSync(smimeKey, key)
  const { saved } = await savePart(settings, works, { who: programme, part: 'seal', changes: { smimeCertificate, smimeKey } })
  assert.equal(saved, true)
  assert.deepEqual(smimeOf(await settings.read()), { certificate, key })
  await savePart(settings, works, { who: programme, part: 'seal', changes: { smimeCertificate: '' } })
  assert.equal(smimeOf(await settings.read()), undefined)
})

/** A certificate for `address`, as openssl makes one. */
async function selfSigned(address: string): Promise<{ readonly certificate: string; readonly key: string }> {
  const home = mkdtempSync(join(tmpdir(), 'bellwether-smime-'))
  const [certificate, key] = [join(home, 'cert.pem'), join(home, 'key.pem')]
  const wanted = ['-subj', '/CN=Notices', '-addext', `subjectAltName=email:${address}`, '-days', '30']
  await promisify(execFile)('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...wanted, '-keyout', key, '-out', certificate])
  return { certificate: readFileSync(certificate, 'utf8'), key: readFileSync(key, 'utf8') }
}

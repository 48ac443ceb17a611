/** Real SMTP, real signatures by keys of our own, a real database; only the names are answered by a resolver of the test. */
import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { after, afterEach, before, test } from 'node:test'
import { dkimSign, sealMessage } from 'mailauth'
import { createTransport } from 'nodemailer'
import { type Intake, startIntake } from '#intake'
import { inspect, type Resolver } from '#mail'
import { withdrawConsent } from '#members'
import { heardOf, makeWatchAddress, tokenOf, watchedBy, watching } from '#providers'
import { silent } from '../../../test/support/database.ts'
import { openWorld, programme, provenAddress, type World } from '../../../test/support/programme.ts'
import type { Inspector } from '../inspector/index.ts'
import { openWatchedExamination } from './examine-watched.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
})
const key = `v=DKIM1; k=rsa; p=${publicKey.replace(/-----[A-Z ]+-----|\s/g, '')}`

/** Every domain signs with the same key here; which domain signed is what is told apart. */
let answers: 'well' | 'nothing' = 'well'
const resolve: Resolver = async (domain, type) => {
  if (answers === 'nothing') throw Object.assign(new Error('no answer'), { code: 'ETIMEOUT' })
  if (type === 'TXT' && domain.startsWith('s1._domainkey.')) return [[key]]
  if (type === 'TXT' && domain.startsWith('_dmarc.')) return [['v=DMARC1; p=reject']]
  throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
}
const inspector: Inspector = { inspect: (bytes, context) => inspect(bytes, { ...context, resolve }), close: async () => {} }

let world: World
let intake: Intake
let told: string[] = []
let waiting: { spoolId: string; watchAddressId: string }[] = []
before(async () => {
  world = await openWorld()
  intake = await startIntake({
    ...{
      host: '127.0.0.1',
      port: 0,
      domain: 'in.protect.example',
      storage: world.storage,
      vault: world.vault,
      clock: world.clock,
      log: silent,
    },
    knows: (localPart) => watchedBy(world, localPart),
    isBounceToken: () => false,
    onReport: async () => {},
    onBounce: async () => {},
    onWatched: async (_tx, mail) => {
      waiting.push(mail)
    },
  })
})
after(async () => {
  await intake.stop()
  await world.storage.close()
})
afterEach(() => {
  answers = 'well'
  told = []
  waiting = []
})

const marta = () => ({ kind: 'person', personId: world.marta.personId }) as const

async function watched(
  address: string,
  way: 'forward' | 'contact' = 'forward',
): Promise<{ readonly accountId: string; readonly to: string; readonly id: string; readonly consentId: string; readonly label: string }> {
  const accountId = await provenAddress(world, world.marta.personId, address)
  await makeWatchAddress(world, marta(), { accountId, way, version: 'test' })
  const seen = await watching(world, marta(), accountId)
  assert.ok(seen)
  return { accountId, to: `${seen.localPart}@in.protect.example`, ...seen }
}

const letter = (from: string, to: string, subject: string, text: string): string =>
  `From: ${from}\r\nTo: ${to}\r\nSubject: ${subject}\r\nDate: Sun, 03 May 2026 11:59:00 +0000\r\nMessage-ID: <${subject.length}@x.example>\r\n\r\n${text}\r\n`

async function signed(text: string, by: string): Promise<string> {
  const one = { signingDomain: by, selector: 's1', privateKey }
  const { signatures } = await dkimSign(text, { ...one, signatureData: [one] })
  return signatures + text
}

/** As a provider forwards: another envelope, the mail as it was. */
async function send(to: string, raw: string): Promise<void> {
  const post = createTransport({ host: '127.0.0.1', port: intake.port, ignoreTLS: true })
  try {
    await post.sendMail({ envelope: { from: 'ana+caf_=watch@gmail.com', to }, raw })
  } finally {
    post.close()
  }
}

const examine = () =>
  openWatchedExamination({
    ...world,
    teller:
      async () =>
      async (_tx, { incidentId }) => {
        told.push(String(incidentId))
      },
    inspector,
    ourAddress: async () => 'notices@protect.example',
  })
async function arrive(to: string, raw: string): Promise<void> {
  await send(to, raw)
  for (const mail of waiting.splice(0)) await examine()(mail, { id: '1', attempts: 1, signal: new AbortController().signal })
}

const rowsOf = (accountId: string) =>
  world.storage.asTenant(programme, (tx) => tx.selectFrom('provider_mail').selectAll().where('account_id', '=', accountId).execute())
const spooled = () => world.storage.asTenant(programme, (tx) => tx.selectFrom('report_spool').selectAll().execute())
const strangersOf = async (id: string) =>
  (
    await world.storage.asTenant(programme, (tx) =>
      tx.selectFrom('watch_address').select('strangers').where('id', '=', id).executeTakeFirstOrThrow(),
    )
  ).strangers

const google = 'Google <no-reply@accounts.google.com>'
const says = 'New sign-in on Windows to ana@gmail.com. Check at https://accounts.google.com/x?token=open-sesame or use the code 482 913.'

test('Google’s own mail, forwarded and still signed, is kept without its links and codes, and the person’s page says so', async () => {
  const { accountId, to } = await watched('ana@gmail.com')
  await send(to, await signed(letter(google, 'ana@gmail.com', 'Security alert', says), 'accounts.google.com'))
  const [before] = await spooled()
  assert.ok(before && !before.sealed.includes('New sign-in'))
  for (const mail of waiting.splice(0)) await examine()(mail, { id: '1', attempts: 1, signal: new AbortController().signal })
  const [row, ...others] = await rowsOf(accountId)
  assert.ok(row)
  assert.deepEqual([others.length, row.provider, row.shown_by], [0, 'google', 'signature'])
  assert.deepEqual(row.arrived_at, world.clock.now())
  const sealer = await world.vault.sealer({ kind: 'person', id: world.marta.personId })
  const kept = sealer.open(row.sealed, `provider-mail/${row.id}`).toString()
  assert.match(kept, /New sign-in on Windows/)
  assert.doesNotMatch(kept, /sesame|482|913|https/)
  assert.deepEqual(
    (await heardOf(world, marta())).find((one) => one.accountId === accountId),
    { accountId, providerName: 'Google', heardAt: world.clock.now() },
  )
  assert.deepEqual(await spooled(), [])
})

test('the same mail twice is one row', async () => {
  const { accountId, to } = await watched('twice@gmail.com')
  const raw = await signed(letter(google, 'twice@gmail.com', 'Security alert', 'A new device'), 'accounts.google.com')
  await arrive(to, raw)
  await arrive(to, raw)
  assert.equal((await rowsOf(accountId)).length, 1)
})

test('a mail in Google’s name that Google did not sign is no word of Google, and a dangerous one is told as an incident', async () => {
  const { accountId, to, id } = await watched('bea@gmail.com')
  const lure =
    'Somebody has your password. Sign in within 24 hours at http://accounts-google.lure.example/login and enter your password to keep your account.'
  await arrive(to, await signed(letter(google, 'bea@gmail.com', 'Your account will be closed', lure), 'lure.example'))
  assert.deepEqual(await rowsOf(accountId), [])
  assert.equal((await heardOf(world, marta())).find((one) => one.accountId === accountId)?.heardAt, undefined)
  assert.equal(told.length, 1)
  const incident = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('incident').select(['person_id', 'organisation_id']).where('id', '=', String(told[0])).executeTakeFirstOrThrow(),
  )
  assert.deepEqual(incident, { person_id: world.marta.personId, organisation_id: null })
  const forDesk = await world.storage.asTenant(world.analyst, (tx) =>
    tx.selectFrom('incident').select('id').where('id', '=', String(told[0])).execute(),
  )
  assert.deepEqual(forDesk, [])
  assert.equal(await strangersOf(id), 1)
  assert.deepEqual(await spooled(), [])
})

test('a mail that was changed on its way is no word of Google', async () => {
  const { accountId, to } = await watched('changed@gmail.com')
  await arrive(
    to,
    `${await signed(letter(google, 'changed@gmail.com', 'Security alert', 'All is well'), 'accounts.google.com')}And more.\r\n`,
  )
  assert.deepEqual(await rowsOf(accountId), [])
})

/** A forwarder wrote something into the mail, and seals what it had found before. */
async function sealed(raw: string, by: string): Promise<string> {
  const changed = `${raw}-- \r\nSent on by a rule.\r\n`
  const authResults = `${by}; dkim=pass header.i=@accounts.google.com; dmarc=pass header.from=accounts.google.com`
  const one = { signingDomain: by, selector: 's1', privateKey, authResults, cv: 'none' }
  return `${await sealMessage(Buffer.from(changed), one)}${changed}`
}

test('a mail that a trusted forwarder changed and sealed is believed; with the seal of just anybody it is not', async () => {
  const { accountId, to } = await watched('sealed@gmail.com')
  const raw = await signed(letter(google, 'sealed@gmail.com', 'Security alert', 'A new device'), 'accounts.google.com')
  await arrive(to, await sealed(raw, 'anybody.example'))
  assert.deepEqual(await rowsOf(accountId), [])
  await arrive(to, await sealed(raw, 'google.com'))
  assert.deepEqual(
    (await rowsOf(accountId)).map(({ shown_by }) => shown_by),
    ['forwarder'],
  )
})

test('a new second address at Microsoft shows the code that it is asked for, and later ones are not shown', async () => {
  const { accountId, to } = await watched('dora@outlook.com', 'contact')
  const from = 'Microsoft account team <account-security-noreply@accountprotection.microsoft.com>'
  const raw = (code: string) =>
    signed(letter(from, to, 'Security code', `Security code: ${code} for do***@outlook.com`), 'accountprotection.microsoft.com')
  await arrive(to, await raw('4711002'))
  assert.equal((await watching(world, marta(), accountId))?.code, '4711002')
  world.later(3 * 24 * 3_600_000)
  await arrive(to, await raw('5550123'))
  assert.equal((await watching(world, marta(), accountId))?.code, undefined)
  const sealer = await world.vault.sealer({ kind: 'person', id: world.marta.personId })
  for (const { id, sealed: kept } of await rowsOf(accountId))
    assert.doesNotMatch(sealer.open(kept, `provider-mail/${id}`).toString(), /4711002|5550123/)
})

test('while DNS does not answer, the mail waits and nothing is said of it', async () => {
  const { accountId, to, id } = await watched('slow@gmail.com')
  await send(to, await signed(letter(google, 'slow@gmail.com', 'Security alert', 'A new device'), 'accounts.google.com'))
  const [mail] = waiting.splice(0)
  assert.ok(mail)
  const run = () => examine()(mail, { id: '1', attempts: 1, signal: new AbortController().signal })
  answers = 'nothing'
  await assert.rejects(async () => run(), { code: 'sender-not-looked-up' })
  assert.equal(await strangersOf(id), 0)
  answers = 'well'
  await run()
  assert.equal((await rowsOf(accountId)).length, 1)
})

test('after ten mails of strangers the address is said to be known to others, and nothing of them is kept', async () => {
  const { accountId, to } = await watched('known@gmail.com')
  for (let count = 0; count < 10; count++) {
    assert.equal((await watching(world, marta(), accountId))?.knownToOthers, false)
    await arrive(to, letter('Shop <news@shop.example>', to, `Offer ${'x'.repeat(count)}`, 'Buy now'))
  }
  assert.equal((await watching(world, marta(), accountId))?.knownToOthers, true)
  assert.deepEqual([await rowsOf(accountId), await spooled(), told], [[], [], []])
})

test('Gmail’s question whether to forward shows its digits to the person for a day', async () => {
  const { accountId, to } = await watched('cara@gmail.com')
  const subject = '(#123456789) Gmail Forwarding Confirmation - Receive Mail from cara@gmail.com'
  await arrive(to, await signed(letter('Gmail Team <forwarding-noreply@google.com>', to, subject, 'cara@gmail.com asks'), 'google.com'))
  assert.equal((await watching(world, marta(), accountId))?.code, '123456789')
  world.later(25 * 3_600_000)
  assert.equal((await watching(world, marta(), accountId))?.code, undefined)
})

test('our test mail that comes back ends a blindness', async () => {
  const { accountId, to, id, label } = await watched('beat@gmail.com')
  const sent = world.clock.now()
  await world.storage.asTenant(programme, (tx) =>
    tx.updateTable('watch_address').set({ beat_sent_at: sent, blind_since: sent }).where('id', '=', id).execute(),
  )
  world.later(60_000)
  await arrive(
    to,
    letter('notices@protect.example', 'beat@gmail.com', `Test mail ${label} ${tokenOf(world.vault, id, sent)}`, 'Nothing to do.'),
  )
  const seen = await watching(world, marta(), accountId)
  assert.deepEqual([seen?.beatBackAt, seen?.blindSince], [world.clock.now(), undefined])
})

test('once the consent is taken back, mail is refused for good, and what waited is forgotten', async () => {
  const { accountId, to, consentId } = await watched('gone@gmail.com')
  const raw = await signed(letter(google, 'gone@gmail.com', 'Security alert', 'A new device'), 'accounts.google.com')
  await send(to, raw)
  const [mail] = waiting.splice(0)
  await withdrawConsent(world, marta(), consentId)
  await assert.rejects(send(to, raw), { responseCode: 550 })
  await examine()(mail, { id: '1', attempts: 1, signal: new AbortController().signal })
  assert.deepEqual([await rowsOf(accountId), await spooled()], [[], []])
})

test('the address takes no large mail, and two hundred a day', async () => {
  const { to, id } = await watched('caps@gmail.com')
  await assert.rejects(send(to, letter('a@shop.example', to, 'Large', 'x'.repeat(1_100_000))), { responseCode: 552 })
  const today = world.clock.now().toISOString().slice(0, 10)
  await world.storage.asTenant(programme, (tx) =>
    tx.updateTable('watch_address').set({ taken_on: today, taken: 200 }).where('id', '=', id).execute(),
  )
  await assert.rejects(send(to, letter('a@shop.example', to, 'One more', 'x')), { responseCode: 450 })
  world.later(24 * 3_600_000)
  await send(to, letter('a@shop.example', to, 'The next day', 'x'))
  assert.deepEqual(await spooled().then((rows) => rows.length), 1)
})

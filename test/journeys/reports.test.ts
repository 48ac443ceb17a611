/**
 * What comes in at the intake's port: a mail that a person forwards becomes an
 * incident and leaves nothing in the spool; nobody is answered whom no
 * signature names; a bounce marks the delivery that it came back for.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createTransport } from 'nodemailer'
import { reportLocalPart } from '#members'
import { makeWatchAddress, sendTestMail, watching } from '#providers'
import { type Dovecot, startDovecot } from '../support/dovecot.ts'
import { freePort } from '../support/free-port.ts'
import { attackLetter, chance } from '../support/letters.ts'
import { newDataDir, type Product, startProduct } from '../support/product.ts'
import { ask } from '../support/product-database.ts'
import { openHouseFor, type Seeded, seedOrganisation, seedRelay } from '../support/seed.ts'
import { type SmtpSink, startSmtpSink, textOf } from '../support/smtp-sink.ts'
import { needs } from '../support/system-parts.ts'
import { until } from '../support/until.ts'

const domain = 'reports.programme.example'
const random = chance(11)
let dovecot: Dovecot
let sink: SmtpSink
let product: Product
let ana: Seeded
let reportAddress: string
let intakePort: number
/** Ana's secret address, and a test mail to her personal mailbox on its way. */
let secret: string

const skip = needs('dovecot')
const count = async (text: string) => Number((await ask<{ count: string }>(product, text))[0]?.count)

const listens = async (): Promise<boolean> => {
  const post = createTransport({ host: '127.0.0.1', port: intakePort, ignoreTLS: true })
  return post.verify().catch(() => false)
}

async function send(letter: { from: string; to: string; raw: Buffer | string }): Promise<void> {
  const post = createTransport({ host: '127.0.0.1', port: intakePort, ignoreTLS: true })
  try {
    await post.sendMail({ envelope: { from: letter.from, to: letter.to }, raw: letter.raw })
  } finally {
    post.close()
  }
}

before(async () => {
  if (skip.skip) return
  const dataDir = await newDataDir()
  ;[dovecot, sink, intakePort] = await Promise.all([startDovecot(), startSmtpSink(), freePort()])
  const house = await openHouseFor(dataDir)
  const people = await seedOrganisation(house, {
    organisation: 'Westlake Office',
    domain: 'westlake-office.example',
    people: ['Ana Ruiz'],
    imap: dovecot,
  })
  ana = people[0] ?? assert.fail()
  await seedRelay(house, sink)
  const who = { kind: 'person', personId: ana.personId } as const
  const { id } = await house.storage.asTenant({ kind: 'programme' }, (tx) =>
    tx.selectFrom('account').select('id').where('address', '=', ana.personal).executeTakeFirstOrThrow(),
  )
  await makeWatchAddress(house.members, who, { accountId: id, way: 'forward', version: 'test' })
  await sendTestMail(house.members, who, id)
  secret = `${(await watching(house.members, who, id))?.localPart}@${domain}`
  reportAddress = `${await reportLocalPart(house.members, ana.personId)}@${domain}`
  await house.close()
  await dovecot.addBox(ana.work, ana.password)
  product = await startProduct({ dataDir, environment: { BELLWETHER_INTAKE_PORT: String(intakePort) } })
  // The operator names the domain on the settings page, while the product runs.
  const beside = await openHouseFor(dataDir, {}, { beside: true })
  await beside.settings.save({ kind: 'programme' }, { ...(await beside.settings.read()), intakeDomain: domain })
  await beside.close()
  await until('the intake listens', listens, 20_000)
  await until(
    'the mailbox is watched',
    async () => (await count("select count(*) from bellwether.connection where state = 'watching'")) === 1,
  )
})
after(async () => {
  await product?.remove()
  await sink?.stop()
  await dovecot?.remove()
})

/** A mail program's "forward as attachment". */
function forwarded(original: Buffer, from: string): Buffer {
  const head = [
    `From: ${ana.name} <${from}>`,
    `To: ${reportAddress}`,
    'Subject: Fwd: is this real?',
    'Message-ID: <forwarded-1@home.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="part"',
    '',
    '--part',
    'Content-Type: text/plain',
    '',
    'Is this real?',
    '--part',
    'Content-Type: message/rfc822',
    'Content-Disposition: attachment; filename="odd.eml"',
    '',
    '',
  ]
  return Buffer.concat([Buffer.from(head.join('\r\n')), original, Buffer.from('\r\n--part--\r\n')])
}

test('a forwarded phishing mail becomes an incident, its spool row goes, and nobody unsigned is answered', skip, async () => {
  const letter = attackLetter('change-my-pay', random, { name: ana.name, address: ana.personal })
  const before = (await sink.received()).length
  await send({ from: ana.personal, to: reportAddress, raw: forwarded(letter.bytes, ana.personal) })
  await until(
    'the report is an incident',
    async () => (await count("select count(*) from bellwether.incident where origin = 'report'")) === 1,
  )
  assert.equal(await count('select count(*) from bellwether.report_spool'), 0)
  const unfinished = 'select count(*) from graphile_worker._private_jobs where attempts < max_attempts'
  await until('every job is done', async () => (await count(unfinished)) === 0)
  const answers = (await sink.received()).slice(before).filter((one) => !/[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/.test(textOf(one)))
  assert.deepEqual(answers.map(textOf), [], 'a sender whom nothing signs for hears nothing')
})

test('the test mail leaves for the personal mailbox, and sent on by its rule it comes back as the heartbeat', skip, async () => {
  const isBeat = ({ messageId, to }: { readonly messageId: string; readonly to: readonly string[] }) =>
    messageId.startsWith('<beat-') && to.includes(ana.personal)
  const [beat] = await sink.waitFor(1, { match: isBeat })
  assert.ok(beat)
  const backs = 'select count(*) from bellwether.watch_address where beat_back_at is not null'
  assert.equal(await count(backs), 0)
  await send({ from: ana.personal, to: secret, raw: Buffer.from(beat.bytes, 'base64') })
  await until('the heart beats', async () => (await count(backs)) === 1)
  await until('nothing of it is kept', async () => (await count('select count(*) from bellwether.report_spool')) === 0)
  await send({ from: 'x@shop.example', to: secret, raw: 'From: x@shop.example\r\nSubject: offer\r\n\r\nbuy' })
  await until('what is anybody’s is let go', async () => (await count('select count(*) from bellwether.report_spool')) === 0)
  assert.equal(await count('select count(*) from bellwether.provider_mail'), 0)
})

test('an address that is nobody’s is refused at the door', skip, async () => {
  await assert.rejects(send({ from: 'x@elsewhere.example', to: `report-guess@${domain}`, raw: 'Subject: x\r\n\r\nx' }), {
    responseCode: 550,
  })
  await assert.rejects(send({ from: 'x@elsewhere.example', to: 'ana@elsewhere.example', raw: 'Subject: x\r\n\r\nx' }), {
    responseCode: 550,
  })
  await assert.rejects(send({ from: '', to: `bounce+${'0'.repeat(48)}@${domain}`, raw: 'Subject: x\r\n\r\nx' }), { responseCode: 550 })
})

test('a notice that comes back is marked, its address is not used again, and the log and the desk have one line', skip, async () => {
  const before = (await sink.received()).length
  await dovecot.deliver(ana.work, attackLetter('parcel-fee', random, { name: ana.name, address: ana.work }).bytes)
  const told = (await sink.waitFor(before + 1)).at(-1) ?? assert.fail()
  assert.match(told.from, /^bounce\+[0-9a-f]{48}@reports\.programme\.example$/)
  const report = [
    'From: MAILER-DAEMON@relay.example',
    `To: ${told.from}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="part"',
    '',
    '--part',
    'Content-Type: text/plain',
    '',
    'It could not be delivered.',
    '--part',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; relay.example',
    '',
    `Final-Recipient: rfc822; ${ana.personal}`,
    'Action: failed',
    'Status: 5.1.1',
    `Diagnostic-Code: smtp; 550 5.1.1 <${ana.personal}> no such user`,
    '',
    '--part--',
    '',
  ].join('\r\n')
  await send({ from: '', to: told.from, raw: report })
  await send({ from: '', to: told.from, raw: report })
  const [delivery] = await ask<{ state: string; answer: string }>(
    product,
    `select state, answer from bellwether.delivery where message_id = '${told.messageId}'`,
  )
  assert.equal(delivery?.state, 'bounced')
  assert.doesNotMatch(delivery?.answer ?? '', /@/, 'no address in the row')
  assert.equal(await count("select count(*) from bellwether.operator_alert where kind = 'address-bounces' and closed_at is null"), 1)
  assert.equal(await count("select count(*) from bellwether.operator_alert where kind = 'notice-undelivered' and closed_at is null"), 1)
  const lines = product
    .printed()
    .split('\n')
    .filter((line) => line.includes('a letter came back'))
  assert.ok(lines.length >= 1)
  assert.ok(lines.every((line) => !line.includes('@')))
  assert.doesNotMatch(product.printed(), /\n\s+at /)
})

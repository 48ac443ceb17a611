import assert from 'node:assert/strict'
import { test } from 'node:test'
import PostalMime from 'postal-mime'
import { unpackReport } from './unpack-report.ts'

const lure =
  'From: "Bank" <bank@lure.example>\r\nSubject: Your account\r\nMessage-ID: <1@lure.example>\r\n\r\nSign in at https://lure.example/\r\n'
const head = 'From: ana@ruiz.example\r\nTo: report-1@reports.bellwether.example\r\nSubject: Fwd\r\nMIME-Version: 1.0\r\n'
const mixed = (...parts: string[]): Buffer =>
  Buffer.from(`${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts.map((part) => `--b\r\n${part}\r\n`).join('')}--b--\r\n`)

test('messages that were forwarded as attachments come out as they were', async () => {
  const report = await unpackReport(
    mixed(
      'Content-Type: text/plain\r\n\r\nlook',
      `Content-Type: message/rfc822\r\n\r\n${lure}`,
      `Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(lure).toString('base64')}`,
    ),
  )
  assert.equal(report.how, 'attached')
  assert.equal(report.messages.length, 2)
  for (const message of report.messages) {
    assert.equal(message.whole, true)
    assert.equal(message.bytes.toString().trimEnd(), lure.trimEnd())
  }
})

test('a message attached as a plain file is known by its name', async () => {
  const file = `Content-Type: application/octet-stream; name="odd.eml"\r\nContent-Disposition: attachment; filename="odd.eml"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(lure).toString('base64')}`
  const report = await unpackReport(mixed(file))
  assert.deepEqual([report.how, report.messages[0]?.bytes.toString()], ['attached', lure])
})

test('a journal report gives the message that was journaled', async () => {
  const journal = Buffer.concat([
    Buffer.from('X-MS-Journal-Report: \r\n'),
    mixed('Content-Type: text/plain\r\n\r\nSender: bank@lure.example', `Content-Type: message/rfc822\r\n\r\n${lure}`),
  ])
  assert.equal((await unpackReport(journal)).how, 'journal')
})

const inline: readonly (readonly [string, string])[] = [
  [
    'Gmail',
    '---------- Forwarded message ---------\r\nFrom: Bank <bank@lure.example>\r\nDate: Mon, 2 Nov 2026 at 10:00\r\nSubject: Your account\r\nTo: <ana@ruiz.example>\r\n\r\n\r\nSign in at https://lure.example/',
  ],
  [
    'Outlook',
    '________________________________\r\nFrom: Bank <bank@lure.example>\r\nSent: Monday, November 2, 2026 10:00\r\nTo: Ana Ruiz <ana@ruiz.example>\r\nSubject: Your account\r\n\r\nSign in at https://lure.example/',
  ],
  [
    'Apple Mail',
    'Begin forwarded message:\r\n\r\n> From: Bank <bank@lure.example>\r\n> Subject: Your account\r\n> Date: 2 November 2026 at 10:00:00\r\n> To: ana@ruiz.example\r\n> \r\n> Sign in at https://lure.example/',
  ],
  [
    'Gmail in Spanish',
    '---------- Mensaje reenviado ---------\r\nDe: Bank <bank@lure.example>\r\nFecha: lun, 2 nov 2026\r\nAsunto: Your account\r\nPara: <ana@ruiz.example>\r\n\r\nSign in at https://lure.example/',
  ],
  [
    'Outlook in French',
    '________________________________\r\nDe : Bank <bank@lure.example>\r\nEnvoyé : lundi 2 novembre 2026 10:00\r\nÀ : Ana Ruiz <ana@ruiz.example>\r\nObjet : Your account\r\n\r\nSign in at https://lure.example/',
  ],
  [
    'Thunderbird in German',
    '-------- Weitergeleitete Nachricht --------\r\nBetreff: Your account\r\nDatum: Mon, 2 Nov 2026 10:00:00 +0100\r\nVon: Bank <bank@lure.example>\r\nAn: ana@ruiz.example\r\n\r\nSign in at https://lure.example/',
  ],
]

for (const [program, text] of inline) {
  test(`a message forwarded in the text by ${program} is rebuilt`, async () => {
    const report = await unpackReport(Buffer.from(`${head}Content-Type: text/plain; charset=utf-8\r\n\r\nIs this real?\r\n\r\n${text}\r\n`))
    assert.deepEqual([report.how, report.messages[0]?.whole], ['inline', false])
    const mail = await PostalMime.parse(report.messages[0]?.bytes ?? '')
    assert.deepEqual([mail.from?.address, mail.from?.name, mail.subject], ['bank@lure.example', 'Bank', 'Your account'])
    assert.match(mail.text ?? '', /Sign in at https:\/\/lure\.example\//)
    assert.doesNotMatch(mail.text ?? '', /Is this real/)
  })
}

test('the links of a forwarded HTML mail are kept', async () => {
  const html =
    '<div>look</div><div>---------- Forwarded message ---------<br>From: <b>Bank</b> &lt;bank@lure.example&gt;<br>Date: Mon<br>Subject: Your account<br></div><a href="https://lure.example/x">https://bank.example</a>'
  const report = await unpackReport(Buffer.from(`${head}Content-Type: text/html; charset=utf-8\r\n\r\n${html}\r\n`))
  const mail = await PostalMime.parse(report.messages[0]?.bytes ?? '')
  assert.equal(mail.from?.address, 'bank@lure.example')
  assert.match(mail.html ?? '', /href="https:\/\/lure\.example\/x"/)
})

test('a letter with nothing inside is examined itself, and so is one that cannot be taken apart', async () => {
  assert.equal((await unpackReport(Buffer.from(`${head}\r\nWhat is a passkey?\r\n`))).how, 'itself')
  const deep = Array.from({ length: 200 }, (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`).join(
    '',
  )
  assert.equal((await unpackReport(Buffer.from(`${head}${deep}`))).how, 'itself')
})

test('lines made to stall whoever reads quoted headers are read at once', async () => {
  const filler = [' '.repeat(1000), '> '.repeat(500), `From${' '.repeat(990)}`, `From: ${'*'.repeat(900)}x`, '<'.repeat(1000)]
  for (const line of filler) {
    const beganAt = performance.now()
    await unpackReport(Buffer.from(`From: ana@ruiz.example\r\nSubject: Fwd\r\n\r\n${`${line}\r\n`.repeat(4000)}`))
    assert.ok(performance.now() - beganAt < 1000, `${JSON.stringify(line.slice(0, 8))} took ${Math.round(performance.now() - beganAt)} ms`)
  }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDsn } from './read-dsn.ts'

const report = (status: string): Buffer =>
  Buffer.from(
    `From: MAILER-DAEMON@mx.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n${status}\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nSubject: hello\r\n--b--\r\n`,
  )

test('a delayed delivery is not a bounce', async () => {
  const dsn = await readDsn(
    report('Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; ana@home.example\r\nAction: delayed\r\nStatus: 4.4.1\r\n'),
  )
  assert.deepEqual(dsn?.recipients, [{ address: 'ana@home.example', action: 'delayed', status: '4.4.1', diagnostic: '' }])
})

test('the address we wrote to counts, not the one it was forwarded to', async () => {
  const dsn = await readDsn(
    report(
      'Reporting-MTA: dns; mx.example\r\n\r\nOriginal-Recipient: rfc822;ana@home.example\r\nFinal-Recipient: rfc822;ana@elsewhere.example\r\nAction: failed\r\nStatus: 5.0.0 (permanent)\r\n',
    ),
  )
  assert.deepEqual([dsn?.recipients[0]?.address, dsn?.recipients[0]?.status], ['ana@home.example', '5.0.0'])
})

test('a folded diagnosis becomes one line without hidden characters, and not a long one', async () => {
  const long = Array.from({ length: 100 }, () => ' \u202e\u0007on and on').join('\r\n')
  const dsn = await readDsn(
    report(
      `Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; ana@home.example\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550\r\n${long}\r\n`,
    ),
  )
  const said = dsn?.recipients[0]?.diagnostic ?? ''
  assert.match(said, /^550 on and on/)
  assert.ok(said.length <= 300)
  assert.doesNotMatch(said, /[\p{Cc}\p{Cf}]/u)
})

test('a notification about ten thousand people is read as far as twenty', async () => {
  const many = Array.from(
    { length: 10_000 },
    (_, count) => `Final-Recipient: rfc822; p${count}@home.example\r\nAction: failed\r\nStatus: 5.1.1\r\n`,
  )
  const startedAt = performance.now()
  const dsn = await readDsn(report(`Reporting-MTA: dns; mx.example\r\n\r\n${many.join('\r\n')}`))
  assert.equal(dsn?.recipients.length, 20)
  assert.ok(performance.now() - startedAt < 2000)
})

test('what is no notification is none', async () => {
  assert.equal(await readDsn(Buffer.from('Subject: Out of office\r\n\r\nBack on Monday.\r\n')), undefined)
  assert.equal(await readDsn(report('nonsense')), undefined)
  assert.equal(await readDsn(report('Reporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; nobody\r\nAction: exploded\r\n')), undefined)
  assert.equal(await readDsn(Buffer.alloc(3_000_000, 'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n')), undefined)
})

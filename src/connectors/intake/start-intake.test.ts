import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, test } from 'node:test'
import { createTransport } from 'nodemailer'
import { setback } from '#kernel'
import { openVault } from '#secrets'
import { uuid } from '#storage'
import { silent, testDatabase } from '../../../test/support/database.ts'
import type { Dsn } from './read-dsn.ts'
import { openReport } from './spool.ts'
import { type Intake, type IntakeOptions, startIntake } from './start-intake.ts'

const clock = { now: () => new Date() }
const programme = { kind: 'programme' } as const
const storage = await testDatabase()
const keys = mkdtempSync(join(tmpdir(), 'bwk-'))
writeFileSync(join(keys, 'kek'), randomBytes(32).toString('base64'), { mode: 0o600 })
const vault = await openVault(storage, { file: join(keys, 'kek') })
const personId = uuid()
await storage.asTenant(programme, (tx) =>
  tx.insertInto('person').values({ id: personId, name: 'Ana Ruiz', created_at: new Date() }).execute(),
)

after(async () => {
  await storage.close()
  rmSync(keys, { recursive: true })
})
const intakes: Intake[] = []
afterEach(async () => {
  for (const intake of intakes.splice(0)) await intake.stop()
  await storage.asTenant(programme, (tx) => tx.deleteFrom('report_spool').execute())
})

async function start(more: Partial<IntakeOptions> = {}): Promise<{
  reports: string[]
  bounces: { token: string; dsn: Dsn }[]
  port: number
  send: (to: string, raw: string, from?: string) => Promise<unknown>
}> {
  const reports: string[] = []
  const bounces: { token: string; dsn: Dsn }[] = []
  const intake = await startIntake({
    host: '127.0.0.1',
    port: 0,
    domain: 'reports.bellwether.example',
    storage,
    vault,
    clock,
    log: silent,
    knows: async (localPart) => (localPart === 'report-secret' ? { personId } : undefined),
    isBounceToken: (token) => token === 'made-by-us',
    onReport: async (_tx, { spoolId }) => {
      reports.push(spoolId)
    },
    onBounce: async (_tx, bounce) => {
      bounces.push(bounce)
    },
    ...more,
  })
  intakes.push(intake)
  const send = async (to: string, raw: string, from = 'ana@ruiz.example'): Promise<unknown> => {
    const post = createTransport({ host: '127.0.0.1', port: intake.port, ignoreTLS: true })
    try {
      return await post.sendMail({ envelope: { from, to }, raw })
    } finally {
      post.close()
    }
  }
  return { reports, bounces, port: intake.port, send }
}

const spooled = () => storage.asTenant(programme, (tx) => tx.selectFrom('report_spool').selectAll().execute())
const letter = 'From: ana@ruiz.example\r\nSubject: is this real?\r\n\r\nSecret words.\r\n'

test('a report is sealed on disk when its sender hears that it arrived', async () => {
  const { reports, send } = await start()
  await send('Report-Secret@reports.bellwether.example', letter)
  const [row] = await spooled()
  assert.ok(row)
  assert.deepEqual(reports, [row.id])
  assert.ok(!row.sealed.includes('Secret words'))
  const opened = await openReport(storage, vault, row.id)
  assert.equal(opened?.personId, personId)
  assert.equal(opened?.bytes.toString(), `Return-Path: <ana@ruiz.example>\r\n${letter}`)
})

test('an address that is nobody’s is refused', async () => {
  const { send } = await start()
  await assert.rejects(send('report-guess@reports.bellwether.example', letter), { responseCode: 550 })
  await assert.rejects(send('report-secret@elsewhere.example', letter), { responseCode: 550 })
  await assert.rejects(send('bounce+forged@reports.bellwether.example', letter), { responseCode: 550 })
  assert.deepEqual(await spooled(), [])
})

test('whoever goes on guessing addresses is hung up on', async () => {
  const { port } = await start()
  const socket = connect(port, '127.0.0.1')
  const guesses = Array.from({ length: 8 }, (_, count) => `RCPT TO:<report-${count}@reports.bellwether.example>\r\n`)
  let said = ''
  for await (const text of socket) {
    // A client that speaks before it was greeted is hung up on for that alone.
    if (said === '') socket.write(`EHLO guesser.example\r\nMAIL FROM:<>\r\n${guesses.join('')}`)
    said += text
  }
  assert.equal(said.match(/^550 /gm)?.length, 4)
  assert.match(said, /^421 /m)
})

test('while the database is gone the sender keeps the report', async () => {
  const gone = async (): Promise<never> => {
    throw setback('database-gone', 'the database is gone')
  }
  const atRecipient = await start({ knows: gone })
  await assert.rejects(atRecipient.send('report-secret@reports.bellwether.example', letter), { responseCode: 451 })
  const atData = await start({ onReport: gone })
  await assert.rejects(atData.send('report-secret@reports.bellwether.example', letter), { responseCode: 451 })
  assert.deepEqual(await spooled(), [])
})

test('a report larger than the limit is refused for good, and too many at once for now', async () => {
  const small = await start({ limits: { sizeBytes: 1000 } })
  await assert.rejects(small.send('report-secret@reports.bellwether.example', letter + 'x'.repeat(2000)), { responseCode: 552 })
  const crowded = await start({ limits: { inFlightBytes: 10 } })
  await assert.rejects(crowded.send('report-secret@reports.bellwether.example', letter), { responseCode: 452 })
  assert.deepEqual(await spooled(), [])
})

test('a bounce finds its delivery; an automatic answer to it is forgotten', async () => {
  const { bounces, reports, send } = await start()
  const dsn = [
    'From: MAILER-DAEMON@home.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n',
    '--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n',
    '--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.home.example\r\n\r\n',
    'Final-Recipient: rfc822; ana@home.example\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 unknown user\r\n\r\n--b--\r\n',
  ].join('')
  await send('bounce+made-by-us@reports.bellwether.example', dsn, '')
  await send('bounce+made-by-us@reports.bellwether.example', 'From: ana@home.example\r\nSubject: Out of office\r\n\r\nBack on Monday.\r\n')
  assert.deepEqual(bounces, [
    {
      token: 'made-by-us',
      dsn: {
        reportingServer: 'mx.home.example',
        recipients: [{ address: 'ana@home.example', action: 'failed', status: '5.1.1', diagnostic: '550 5.1.1 unknown user' }],
      },
    },
  ])
  assert.deepEqual(reports, [])
})

test('mail that waits for a slow database counts as being received until it is kept', async () => {
  const hold = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  const { send } = await start({
    limits: { inFlightBytes: letter.length + 10 },
    onReport: () => {
      begun.resolve()
      return hold.promise
    },
  })
  const first = send('report-secret@reports.bellwether.example', letter)
  await begun.promise
  await assert.rejects(send('report-secret@reports.bellwether.example', letter), { responseCode: 452 })
  hold.resolve()
  await first
})

test('two hundred reports of one person may wait; the next one is asked to come again', async () => {
  const { send } = await start()
  await storage.asTenant(programme, (tx) =>
    tx
      .insertInto('report_spool')
      .values(Array.from({ length: 200 }, () => ({ id: uuid(), person_id: personId, sealed: Buffer.from('x'), received_at: new Date() })))
      .execute(),
  )
  await assert.rejects(send('report-secret@reports.bellwether.example', letter), { responseCode: 451 })
})

test('one address cannot take all places, and a sender that only trickles is hung up on', async () => {
  const { port } = await start({ limits: { clientsOfOne: 2, sessionMs: 1000 } })
  const greet = async (): Promise<{ said: string; ended: Promise<unknown> }> => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    const closed = once(socket, 'close')
    const [said] = await once(socket, 'data')
    const trickle = setInterval(() => socket.write('NOOP\r\n'), 50)
    const ended = closed.finally(() => clearInterval(trickle))
    return { said: String(said), ended }
  }
  const places = [await greet(), await greet(), await greet()]
  assert.deepEqual(
    places.map(({ said }) => said.slice(0, 3)),
    ['220', '220', '421'],
  )
  const beganAt = performance.now()
  await Promise.all(places.map(({ ended }) => ended))
  assert.ok(performance.now() - beganAt < 3000)
})

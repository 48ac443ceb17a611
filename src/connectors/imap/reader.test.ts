import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { isTrouble } from '#kernel'
import { openVault } from '#secrets'
import { connectMailbox } from '../../../test/support/connected-mailbox.ts'
import { silent, testDatabase } from '../../../test/support/database.ts'
import { type Dovecot, startDovecot, withoutDovecot } from '../../../test/support/dovecot.ts'
import { until } from '../../../test/support/until.ts'
import { startFakeProvider } from './fake-provider.ts'
import { type ReadMessage, readMessage } from './read-message.ts'
import { openReader } from './reader.ts'
import { closeSession, openSession } from './session.ts'

const clock = { now: () => new Date() }
const letter = 'From: ben@ruiz.example\r\nSubject: hello\r\n\r\nhello\r\n'

const storage = await testDatabase()
const keys = mkdtempSync(join(tmpdir(), 'bwk-'))
writeFileSync(join(keys, 'kek'), randomBytes(32).toString('base64'), { mode: 0o600 })
const vault = await openVault(storage, { file: join(keys, 'kek') })
after(async () => {
  await storage.close()
  rmSync(keys, { recursive: true })
})

describe('reading messages', { skip: withoutDovecot() }, () => {
  let dovecot: Dovecot
  const reader = openReader({ storage, vault, log: silent })
  let boxes = 0
  before(async () => {
    dovecot = await startDovecot()
  })
  after(async () => {
    await reader.close()
    await dovecot.remove()
  })

  async function newBox(): Promise<{
    user: string
    place: (uid: number) => { connectionId: string; folder: string; uidValidity: number; uid: number }
  }> {
    boxes += 1
    const user = `box${boxes}@ruiz.example`
    await dovecot.addBox(user, 'right')
    const { connectionId } = await connectMailbox({ storage, vault, clock }, { user, password: 'right', port: dovecot.port })
    const settings = { host: '127.0.0.1', port: dovecot.port, tls: 'none', user, how: 'password', trustedAuthserv: [] } as const
    const session = await openSession(settings, 'right', { timeoutMs: 5000 })
    const { uidValidity } = await session.mailboxOpen('INBOX', { readOnly: true })
    await closeSession(session)
    return { user, place: (uid) => ({ connectionId, folder: 'INBOX', uidValidity: Number(uidValidity), uid }) }
  }

  async function readWhole(place: Parameters<typeof reader.read>[0]): Promise<ReadMessage> {
    const answer = await reader.read(place)
    assert.ok('bytes' in answer, JSON.stringify(answer))
    return answer
  }

  test('a message is read byte by byte as it lies there, and stays unread for its owner', async () => {
    const { user, place } = await newBox()
    const arrivedAt = new Date('2026-11-01T10:00:00Z')
    await dovecot.deliver(user, letter, { arrivedAt })
    const read = await readWhole(place(1))
    assert.deepEqual([read.bytes.toString(), read.complete, read.internalDate.toISOString()], [letter, true, arrivedAt.toISOString()])
    assert.deepEqual(await dovecot.flags(user), [''])
  })

  test('a message that came after the folder was opened is found too', async () => {
    const { user, place } = await newBox()
    await dovecot.deliver(user, letter)
    await readWhole(place(1))
    await dovecot.deliver(user, letter.replace('hello', 'second'))
    assert.match((await readWhole(place(2))).bytes.toString(), /second/)
  })

  test('many messages at once take one connection', async () => {
    const { user, place } = await newBox()
    for (let count = 0; count < 20; count += 1) await dovecot.deliver(user, letter)
    await Promise.all(Array.from({ length: 20 }, (_, index) => readWhole(place(index + 1))))
    assert.equal(dovecot.sessions(user), 1)
  })

  test('five processes read a mailbox over four connections; the fifth is asked to come again', async () => {
    const { user, place } = await newBox()
    await dovecot.deliver(user, letter)
    const others = Array.from({ length: 5 }, () => openReader({ storage, vault, log: silent }))
    const answers = await Promise.allSettled(others.map((one) => one.read(place(1))))
    assert.equal(answers.filter((answer) => answer.status === 'fulfilled').length, 4)
    const late = answers.find((answer) => answer.status === 'rejected')
    assert.equal(late?.reason.code, 'mailbox-busy')
    assert.equal(late?.reason.kind, 'setback')
    assert.equal(dovecot.sessions(user), 4)
    await others[0]?.close()
    await Promise.all(others.slice(1).map((one) => one.close()))
    await readWhole(place(1))
  })

  test('a message of 20 MB is read whole', async () => {
    const { user, place } = await newBox()
    const big = Buffer.concat([Buffer.from(letter), Buffer.alloc(20 * 1024 * 1024, 'abcdefghijklm\r\n')])
    await dovecot.deliver(user, big)
    const read = await readWhole(place(1))
    assert.equal(read.complete, true)
    assert.ok(read.bytes.equals(big))
  })

  test('of a message of 40 MB the texts, the small parts and the names of the big ones are read', async () => {
    const { user, place } = await newBox()
    const film = Buffer.alloc(40 * 1024 * 1024, `${'QUJD'.repeat(18)}\r\n`)
    const parts = [
      'From: ben@ruiz.example\r\nSubject: film\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="outer"\r\n\r\npreamble\r\n',
      '--outer\r\nContent-Type: multipart/alternative; boundary="inner"\r\n\r\n',
      '--inner\r\nContent-Type: text/plain\r\n\r\nplain words\r\n',
      '--inner\r\nContent-Type: text/html\r\n\r\n<p>fine words</p>\r\n--inner--\r\n',
      '--outer\r\nContent-Type: application/octet-stream; name="film.exe"\r\nContent-Disposition: attachment; filename="film.exe"\r\nContent-Transfer-Encoding: base64\r\n\r\n',
    ]
    await dovecot.deliver(
      user,
      Buffer.concat([
        Buffer.from(parts.join('')),
        film,
        Buffer.from('\r\n--outer\r\nContent-Type: text/plain; name="last.txt"\r\n\r\nlast words\r\n--outer--\r\n'),
      ]),
    )
    const read = await readWhole(place(1))
    assert.equal(read.complete, false)
    assert.ok(read.bytes.length < 100_000, `${read.bytes.length} bytes`)
    const text = read.bytes.toString()
    for (const expected of [
      'Subject: film',
      'plain words',
      '<p>fine words</p>',
      'filename="film.exe"',
      'last words',
      '--inner--',
      '--outer--',
    ]) {
      assert.ok(text.includes(expected), expected)
    }
    assert.deepEqual(await dovecot.flags(user), [''])
  })

  test('a message that its owner deleted is gone; a folder numbered anew has moved', async () => {
    const { user, place } = await newBox()
    await dovecot.deliver(user, letter)
    assert.deepEqual(await reader.read(place(77)), { gone: true })
    assert.deepEqual(await reader.read({ ...place(1), uidValidity: 4 }), { moved: true })
    assert.deepEqual(await reader.read({ ...place(1), folder: 'Nowhere' }), { moved: true })
  })

  test('the mail of a mailbox that refuses us waits until its person gives the right password', async () => {
    const { user, place } = await newBox()
    await dovecot.deliver(user, letter)
    await dovecot.addBox(user, 'changed')
    await assert.rejects(reader.read(place(1)), { kind: 'setback', code: 'wrong-password' })
    await givePassword(place(1).connectionId, 'changed')
    await readWhole(place(1))
  })

  test('after the server was restarted the next message is read over a new connection', async () => {
    const { user, place } = await newBox()
    await dovecot.deliver(user, letter)
    await readWhole(place(1))
    await dovecot.stop()
    await until('the old line is cut', () =>
      reader.read(place(1)).then(
        () => false,
        (thrown: unknown) => isTrouble(thrown, 'setback'),
      ),
    )
    await dovecot.start()
    await readWhole(place(1))
  })
})

const settingsAt = (port: number) => ({ host: '127.0.0.1', port, tls: 'none', user: 'x', how: 'password', trustedAuthserv: [] }) as const

async function givePassword(connectionId: string, password: string): Promise<void> {
  const programme = { kind: 'programme' } as const
  const row = await storage.asTenant(programme, (tx) =>
    tx.selectFrom('connection').select('person_id').where('id', '=', connectionId).executeTakeFirstOrThrow(),
  )
  const sealer = await vault.sealer({ kind: 'person', id: row.person_id })
  const sealed = sealer.seal(password, `connection-secret/${connectionId}`)
  await storage.asTenant(programme, (tx) =>
    tx.updateTable('connection_secret').set({ sealed }).where('connection_id', '=', connectionId).execute(),
  )
}

async function placeAt(port: number): Promise<{ connectionId: string; folder: string; uidValidity: number; uid: number }> {
  const { connectionId } = await connectMailbox({ storage, vault, clock }, { user: 'ana@ruiz.example', password: 'old', port })
  return { connectionId, folder: 'INBOX', uidValidity: 1, uid: 1 }
}

test('thirty mails that wait for a closed mailbox knock once, so that nobody is locked out by us', async () => {
  const provider = await startFakeProvider('NO [AUTHENTICATIONFAILED] Invalid credentials')
  const reader = openReader({ storage, vault, log: silent })
  const place = await placeAt(provider.port)
  const knocks = () => provider.lines.filter((line) => /^(LOGIN|AUTHENTICATE)/.test(line)).length
  const answers = await Promise.allSettled(Array.from({ length: 30 }, (_, index) => reader.read({ ...place, uid: index + 1 })))
  assert.ok(answers.every((answer) => answer.status === 'rejected' && isTrouble(answer.reason, 'setback')))
  assert.equal(knocks(), 1)
  await givePassword(place.connectionId, 'new')
  await assert.rejects(reader.read(place), { code: 'wrong-password' })
  assert.equal(knocks(), 2)
  await reader.close()
  provider.stop()
})

test('a server that never comes to the end of a message holds up its own mailbox only for a while', async () => {
  const provider = await startFakeProvider('OK', { dribblesAt: 'FETCH' })
  const reader = openReader({ storage, vault, log: silent, messageSeconds: 0.3 })
  const place = await placeAt(provider.port)
  await assert.rejects(reader.read(place), { kind: 'setback', code: 'server-slow' })
  const beganAt = performance.now()
  await assert.rejects(reader.read(place), { kind: 'setback', code: 'server-slow' })
  assert.ok(performance.now() - beganAt < 200, 'the next one is not even tried')
  await reader.close()
  provider.stop()
})

test('while one mailbox is slow the workers turn to others', async () => {
  const provider = await startFakeProvider('OK', { dribblesAt: 'FETCH' })
  const reader = openReader({ storage, vault, log: silent, messageSeconds: 2, turnSeconds: 0.1 })
  const place = await placeAt(provider.port)
  const stuck = reader.read(place)
  stuck.catch(() => {})
  const beganAt = performance.now()
  const waiting = await Promise.allSettled(Array.from({ length: 5 }, (_, index) => reader.read({ ...place, uid: index + 2 })))
  for (const one of waiting) assert.equal(one.status === 'rejected' && one.reason.code, 'mailbox-busy')
  await assert.rejects(reader.read(place), { kind: 'setback', code: 'mailbox-busy' })
  assert.ok(performance.now() - beganAt < 1000)
  await assert.rejects(stuck, { code: 'server-slow' })
  await reader.close()
  provider.stop()
})

test('a line that is cut while a message is read does not make the message gone', { skip: withoutDovecot() }, async () => {
  const dovecot = await startDovecot({ boxes: { 'cut@ruiz.example': 'right' } })
  await dovecot.deliver('cut@ruiz.example', Buffer.concat([Buffer.from(letter), Buffer.alloc(2 * 1024 * 1024, 'abcdefghijklm\r\n')]))
  const session = await openSession({ ...settingsAt(dovecot.port), user: 'cut@ruiz.example' }, 'right', { timeoutMs: 5000 })
  const { uidValidity } = await session.mailboxOpen('INBOX', { readOnly: true })
  const ask = session.fetchOne.bind(session)
  session.fetchOne = async (...asked) => {
    const answer = await ask(...asked)
    session.close()
    return answer
  }
  await assert.rejects(readMessage(session, { folder: 'INBOX', uidValidity: Number(uidValidity), uid: 1 }), { kind: 'setback' })
  await dovecot.remove()
})

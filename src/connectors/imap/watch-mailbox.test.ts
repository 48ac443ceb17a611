import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import { daysMs, setback, type Trouble } from '#kernel'
import { type Dovecot, startDovecot, withoutDovecot } from '../../../test/support/dovecot.ts'
import { until } from '../../../test/support/until.ts'
import type { Bookmark, Bookmarks, Step } from './bookmarks.ts'
import { startFakeProvider } from './fake-provider.ts'
import { MailboxWatch } from './watch-mailbox.ts'

/** Bookmarks in memory: what a step handed on, and where each folder stands. */
function memory() {
  let marks: Map<string, Bookmark> | undefined
  const handedOn: string[] = []
  let outage = false
  const take = (step: Step): void => {
    if (outage) throw setback('database-gone', 'the database is gone')
    for (const uid of step.uids) handedOn.push(`${step.folder.path}:${uid}`)
    marks = new Map(marks ?? []).set(step.folder.path, { uidValidity: step.uidValidity, lastUid: step.upTo, movedAt: new Date() })
  }
  const bookmarks: Bookmarks = {
    read: async () => marks,
    begin: async (steps) => {
      for (const step of steps) take(step)
      marks ??= new Map()
    },
    move: async (step) => take(step),
  }
  return {
    bookmarks,
    handedOn,
    setOutage(on: boolean) {
      outage = on
    },
  }
}

const letter = (subject: string): string =>
  `From: ben@ruiz.example\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@ruiz.example>\r\n\r\nhello\r\n`

describe('watching one mailbox', { skip: withoutDovecot() }, () => {
  let dovecot: Dovecot
  before(async () => {
    dovecot = await startDovecot({ boxes: {}, allMail: true })
  })
  after(() => dovecot.remove())

  const lives: MailboxWatch[] = []
  afterEach(async () => {
    for (const life of lives.splice(0)) await life.stop()
  })

  let boxes = 0
  async function newBox(): Promise<string> {
    boxes += 1
    const user = `person${boxes}@ruiz.example`
    await dovecot.addBox(user, 'right')
    return user
  }

  function watch(
    user: string,
    book: ReturnType<typeof memory>,
    more: { pollSeconds?: number; secret?: string; troubles?: Trouble[]; firstLookDays?: number } = {},
  ) {
    const life = new MailboxWatch({
      settings: { host: '127.0.0.1', port: dovecot.port, tls: 'none', user, how: 'password', trustedAuthserv: [] },
      secret: more.secret ?? 'right',
      dial: { timeoutMs: 5000 },
      bookmarks: book.bookmarks,
      clock: { now: () => new Date() },
      random: Math.random,
      pollSeconds: more.pollSeconds ?? 60,
      firstLookDays: more.firstLookDays ?? 30,
      gate: (work) => work(),
      onSeen: () => {},
      onWatching: () => {},
      onTrouble: (trouble) => more.troubles?.push(trouble),
    })
    lives.push(life)
    return life
  }

  test('new mail is noticed within seconds, and nothing in the mailbox changes', async () => {
    const user = await newBox()
    await dovecot.deliver(user, letter('before'))
    const book = memory()
    const life = watch(user, book)
    await until('the first look is over', () => book.handedOn.length === 1)
    const sentAt = performance.now()
    await dovecot.deliver(user, letter('after'))
    await until('the new message is handed on', () => book.handedOn.length === 2, 3000)
    assert.ok(performance.now() - sentAt < 3000)
    assert.deepEqual(book.handedOn, ['INBOX:1', 'INBOX:2'])
    assert.deepEqual(await dovecot.flags(user), ['', ''])
    assert.equal(dovecot.sessions(user), 1)
    await life.stop()
  })

  test('a hundred messages at once are each handed on once', async () => {
    const user = await newBox()
    const book = memory()
    const life = watch(user, book)
    await until('the watch rests', async () => (await book.bookmarks.read()) !== undefined)
    for (let count = 0; count < 100; count += 1) await dovecot.deliver(user, letter(`mail${count}`))
    await until('all are handed on', () => book.handedOn.length >= 100)
    await life.stop()
    assert.equal(new Set(book.handedOn).size, 100)
    assert.equal(book.handedOn.length, 100)
  })

  test('the first look leaves alone what is older than a month', async () => {
    const user = await newBox()
    await dovecot.deliver(user, letter('old'), { arrivedAt: new Date(Date.now() - daysMs(40)) })
    await dovecot.deliver(user, letter('young'), { arrivedAt: new Date(Date.now() - daysMs(4)) })
    const book = memory()
    const life = watch(user, book)
    await until('the first look is over', async () => (await book.bookmarks.read()) !== undefined)
    await dovecot.deliver(user, letter('new'))
    await until(`the new one is handed on, not ${book.handedOn}`, () => book.handedOn.includes('INBOX:3'), 5000)
    assert.deepEqual(book.handedOn, ['INBOX:2', 'INBOX:3'])
    await life.stop()
  })

  test('mail that the provider put into Junk, or that a rule filed away, is seen at the next poll', async () => {
    const user = await newBox()
    const book = memory()
    const life = watch(user, book, { pollSeconds: 1 })
    await until('the watch rests', async () => (await book.bookmarks.read()) !== undefined)
    await dovecot.deliver(user, letter('spam'), { folder: 'Junk' })
    await dovecot.deliver(user, letter('filed'), { folder: 'All Mail' })
    await until('both are handed on', () => book.handedOn.length === 2)
    assert.deepEqual(book.handedOn.toSorted(), ['All Mail:1', 'Junk:1'])
    await life.stop()
  })

  test('a mailbox that was numbered anew is listed again', async () => {
    const user = await newBox()
    await dovecot.deliver(user, letter('one'))
    const book = memory()
    const life = watch(user, book)
    await until('the first look is over', () => book.handedOn.length === 1)
    await life.stop()
    const before = (await book.bookmarks.read())?.get('INBOX')?.uidValidity
    await until('the clock that Dovecot numbers by moved on', () => Math.floor(Date.now() / 1000) > (before ?? 0))
    await dovecot.renumber(user)
    await dovecot.deliver(user, letter('two'))
    const again = watch(user, book)
    await until(`both are handed on again, not ${book.handedOn}`, () => book.handedOn.length === 3, 5000)
    assert.notEqual((await book.bookmarks.read())?.get('INBOX')?.uidValidity, before)
    await again.stop()
  })

  test('mail that came while the server was down is found when it is back', async () => {
    const user = await newBox()
    const book = memory()
    const life = watch(user, book)
    await until('the watch rests', async () => (await book.bookmarks.read()) !== undefined)
    await dovecot.stop()
    await dovecot.deliver(user, letter('meanwhile'))
    await dovecot.start()
    await until('it is handed on', () => book.handedOn.length === 1)
    await life.stop()
  })

  test('mail that came while the database was gone waits for it', async () => {
    const user = await newBox()
    const book = memory()
    const life = watch(user, book)
    await until('the watch rests', async () => (await book.bookmarks.read()) !== undefined)
    book.setOutage(true)
    await dovecot.deliver(user, letter('patient'))
    await dovecot.deliver(user, letter('patient-too'))
    book.setOutage(false)
    await until('both are handed on', () => book.handedOn.length === 2)
    assert.deepEqual(book.handedOn, ['INBOX:1', 'INBOX:2'])
    await life.stop()
  })

  test('a wrong password is told once and the server is left in peace', async () => {
    const user = await newBox()
    const troubles: Trouble[] = []
    const life = watch(user, memory(), { secret: 'wrong', troubles })
    await until('the trouble is told', () => troubles.length > 0)
    await life.stop()
    assert.deepEqual(
      troubles.map((trouble) => trouble.code),
      ['wrong-password'],
    )
  })
})

test('a server that never ends its answer does not keep whoever stops the watch waiting', { timeout: 10_000 }, async () => {
  const provider = await startFakeProvider('OK', { dribblesAt: 'SEARCH' })
  const life = new MailboxWatch({
    settings: { host: '127.0.0.1', port: provider.port, tls: 'none', user: 'ana', how: 'password', trustedAuthserv: [] },
    secret: 'right',
    dial: { timeoutMs: 5000 },
    bookmarks: memory().bookmarks,
    clock: { now: () => new Date() },
    random: Math.random,
    pollSeconds: 60,
    firstLookDays: 30,
    gate: (work) => work(),
    onSeen: () => {},
    onWatching: () => {},
    onTrouble: () => {},
  })
  await until('it is asked for messages', async () => provider.lines.some((line) => line.includes('SEARCH')))
  const beganAt = performance.now()
  await life.stop()
  assert.ok(performance.now() - beganAt < 3000)
  provider.stop()
})

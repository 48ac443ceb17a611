import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, describe, test } from 'node:test'
import { setback } from '#kernel'
import { openVault } from '#secrets'
import type { Tx } from '#storage'
import { connectMailbox } from '../../../test/support/connected-mailbox.ts'
import { silent, testDatabase } from '../../../test/support/database.ts'
import { type Dovecot, startDovecot, withoutDovecot } from '../../../test/support/dovecot.ts'
import { until } from '../../../test/support/until.ts'
import { silentConnections } from './connections.ts'
import type { MessageRef } from './message-ref.ts'
import { type Watcher, type WatchOptions, watchMailboxes } from './watch-mailboxes.ts'

const clock = { now: () => new Date() }
const programme = { kind: 'programme' } as const
const letter = (subject: string): string => `From: ben@ruiz.example\r\nSubject: ${subject}\r\n\r\nhello\r\n`

const storage = await testDatabase()
const keys = mkdtempSync(join(tmpdir(), 'bwk-'))
writeFileSync(join(keys, 'kek'), randomBytes(32).toString('base64'), { mode: 0o600 })
const vault = await openVault(storage, { file: join(keys, 'kek') })
after(async () => {
  await storage.close()
  rmSync(keys, { recursive: true })
})

describe('watching mailboxes with a database', { skip: withoutDovecot() }, () => {
  let dovecot: Dovecot
  const watchers: Watcher[] = []
  let boxes = 0

  before(async () => {
    dovecot = await startDovecot()
  })
  afterEach(async () => {
    for (const watcher of watchers.splice(0)) await watcher.stop()
  })
  after(() => dovecot.remove())

  function watch(news: MessageRef[], more: Partial<WatchOptions> = {}): Watcher {
    const onNews = async (_tx: Tx, _connection: unknown, refs: readonly MessageRef[]): Promise<void> => {
      news.push(...refs)
    }
    const watcher = watchMailboxes({ storage, vault, clock, random: Math.random, log: silent, onNews, ...more })
    watchers.push(watcher)
    return watcher
  }

  async function newBox(password = 'right'): Promise<{ user: string; connectionId: string }> {
    boxes += 1
    const user = `box${boxes}@ruiz.example`
    await dovecot.addBox(user, 'right')
    const { connectionId } = await connectMailbox({ storage, vault, clock }, { user, password, port: dovecot.port })
    return { user, connectionId }
  }

  const row = (connectionId: string) =>
    storage.asTenant(programme, (tx) => tx.selectFrom('connection').selectAll().where('id', '=', connectionId).executeTakeFirstOrThrow())

  const untilWatched = (connectionId: string) => until('the mailbox is watched', async () => (await row(connectionId)).state === 'watching')

  const endAll = () => storage.asTenant(programme, (tx) => tx.updateTable('connection').set({ state: 'ended' }).execute())
  afterEach(endAll)

  test('what lay in the mailbox is a first look, what comes after is news', async () => {
    const { user, connectionId } = await newBox()
    await dovecot.deliver(user, letter('old'))
    const news: MessageRef[] = []
    watch(news)
    await until('the first look is handed on', () => news.length === 1)
    await dovecot.deliver(user, letter('new'))
    await until('the news is handed on', () => news.length === 2)
    assert.deepEqual(
      news.map(({ folder, uid, firstLook }) => ({ folder, uid, firstLook })),
      [
        { folder: 'INBOX', uid: 1, firstLook: true },
        { folder: 'INBOX', uid: 2, firstLook: false },
      ],
    )
    const seen = await until('the row says watching', async () => {
      const found = await row(connectionId)
      return found.state === 'watching' && found
    })
    assert.deepEqual([seen.first_look_total, seen.first_look_left, seen.trouble], [1, 1, null])
    assert.ok(seen.last_seen_at)
  })

  test('the cursor does not move when the jobs could not be enqueued', async () => {
    const { user, connectionId } = await newBox()
    const news: MessageRef[] = []
    let refusals = 0
    const onNews = async (tx: Tx, _connection: unknown, refs: readonly MessageRef[]): Promise<void> => {
      if (refs.some((ref) => !ref.firstLook) && refusals < 2) {
        refusals += 1
        await tx.selectFrom('setting').select('name').execute()
        throw setback('database-gone', 'the database went away in mid-sentence')
      }
      news.push(...refs)
    }
    watch([], { onNews })
    await untilWatched(connectionId)
    await dovecot.deliver(user, letter('stubborn'))
    await until('it is handed on in the end', () => news.length === 1)
    assert.equal(refusals, 2)
  })

  test('a mistake of our own is not told as a refusal of the mail server, and no mail is lost by it', async () => {
    const { user, connectionId } = await newBox()
    const news: MessageRef[] = []
    let mistakes = 0
    const onNews = async (_tx: Tx, _connection: unknown, refs: readonly MessageRef[]): Promise<void> => {
      mistakes += 1
      if (mistakes <= 2) throw new TypeError('a mistake of our own')
      news.push(...refs)
    }
    watch([], { onNews })
    await untilWatched(connectionId)
    await dovecot.deliver(user, letter('unlucky'))
    const failing = await until('the row says failing', async () => {
      const found = await row(connectionId)
      return found.state === 'failing' && found
    })
    assert.match(failing.trouble ?? '', /did not work; the log says why/)
    await until('it is handed on in the end', () => news.length === 1)
    await untilWatched(connectionId)
  })

  test('a process that stops leaves the rest to the next one, and nothing is lost between them', async () => {
    const { user, connectionId } = await newBox()
    const news: MessageRef[] = []
    const first = watch(news)
    await untilWatched(connectionId)
    await dovecot.deliver(user, letter('one'))
    await until('the first is handed on', () => news.length === 1)
    await first.stop()
    await dovecot.deliver(user, letter('two'))
    watch(news)
    await until('the second is handed on', () => news.length === 2)
    assert.deepEqual(
      news.map((ref) => ref.uid),
      [1, 2],
    )
  })

  test('two processes share the mailboxes, each watched once', async () => {
    const users: string[] = []
    for (let count = 0; count < 12; count += 1) users.push((await newBox()).user)
    const news: MessageRef[] = []
    const first = watch(news)
    await until('the first watches all', () => first.watched().length === 12)
    const second = watch(news)
    await until(
      'the mailboxes are shared',
      () => second.watched().length > 0 && first.watched().length + second.watched().length === 12,
      20_000,
    )
    assert.equal(new Set([...first.watched(), ...second.watched()]).size, 12)
    for (const user of users) await dovecot.deliver(user, letter('shared'))
    await until('each is handed on', () => news.length >= 12)
    await first.stop()
    await until('the second watches all', () => second.watched().length === 12, 20_000)
    for (const user of users) await dovecot.deliver(user, letter('again'))
    await until('each is handed on again', () => news.length >= 24)
    assert.equal(news.length, 24)
    assert.equal(Math.max(...users.map((user) => dovecot.sessions(user))), 1)
  })

  test('a process that was thought dead may not move a cursor', async () => {
    const { user, connectionId } = await newBox()
    const news: MessageRef[] = []
    const watcher = watch(news)
    await untilWatched(connectionId)
    // Another process takes the claims over, as far as the database knows.
    await storage.asTenant(programme, (tx) =>
      tx
        .updateTable('election')
        .set((post) => ({ epoch: post('epoch', '+', 1) }))
        .execute(),
    )
    await dovecot.deliver(user, letter('contested'))
    await until('the watch gave up', () => watcher.watched().length === 0 || dovecot.sessions(user) === 0)
    assert.equal(news.length, 0)
  })

  test('a process whose claims were cut off takes them again and loses no mail', async () => {
    const { user, connectionId } = await newBox()
    const news: MessageRef[] = []
    watch(news)
    await untilWatched(connectionId)
    const cutOff =
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'bellwether locks' and datname = current_database()"
    assert.ok((await storage.pool.query(cutOff)).rowCount)
    await dovecot.deliver(user, letter('meanwhile'))
    await until('it is handed on', () => news.length === 1)
    await dovecot.deliver(user, letter('afterwards'))
    await until('and the next one', () => news.length === 2)
  })

  test('a wrong password is told in the row, and a new one is tried at once', async () => {
    const { connectionId } = await newBox('wrong')
    const states: string[] = []
    const onState: WatchOptions['onState'] = async (_tx, connection, state) => {
      if (connection.id === connectionId) states.push(state)
    }
    watch([], { onState })
    const refused = await until('the row says refused', async () => {
      const found = await row(connectionId)
      return found.state === 'refused' && found
    })
    assert.match(refused.trouble ?? '', /does not accept this name and password/)
    const sealer = await vault.sealer({ kind: 'person', id: refused.person_id })
    const sealed = sealer.seal('right', `connection-secret/${connectionId}`)
    await storage.asTenant(programme, (tx) =>
      tx.updateTable('connection_secret').set({ sealed }).where('connection_id', '=', connectionId).execute(),
    )
    const watching = await until('the row says watching', async () => {
      const found = await row(connectionId)
      return found.state === 'watching' && found
    })
    assert.equal(watching.trouble, null)
    assert.deepEqual(states, ['refused', 'watching'])
  })

  test('a server that stays away is told in the row, and so is its return', async () => {
    const { connectionId } = await newBox()
    watch([])
    await untilWatched(connectionId)
    await dovecot.stop()
    const failing = await until('the row says failing', async () => {
      const found = await row(connectionId)
      return found.state === 'failing' && found
    })
    assert.match(failing.trouble ?? '', /127\.0\.0\.1/)
    await dovecot.start()
    await untilWatched(connectionId)
    assert.equal((await row(connectionId)).trouble, null)
  })

  test('a mailbox that was disconnected is left within seconds', async () => {
    const { user, connectionId } = await newBox()
    watch([])
    await untilWatched(connectionId)
    await storage.asTenant(programme, (tx) => tx.updateTable('connection').set({ state: 'ended' }).where('id', '=', connectionId).execute())
    await until('nobody is signed in', () => dovecot.sessions(user) === 0)
  })

  test('a mailbox that was not seen within its promise is named silent', async () => {
    const { connectionId } = await newBox()
    const inAnHour = new Date(Date.now() + 3_600_000)
    const [now, later] = await storage.asTenant(programme, async (tx) => [
      await silentConnections(tx, new Date()),
      await silentConnections(tx, inAnHour),
    ])
    assert.deepEqual(now, [])
    assert.deepEqual(
      later?.map((one) => one.id),
      [connectionId],
    )
  })
})

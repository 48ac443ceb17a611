import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { historyOf, type Whose } from '#correspondents'
import { openReader, type Reader } from '#imap'
import { daysMs } from '#kernel'
import { senderQuestions } from '#mail'
import { disconnect, exportMine } from '#members'
import { connectMailbox } from '../../../test/support/connected-mailbox.ts'
import { silent } from '../../../test/support/database.ts'
import { type Dovecot, startDovecot, withoutDovecot } from '../../../test/support/dovecot.ts'
import { openWorld, programme, type World } from '../../../test/support/programme.ts'
import { openLearningFromSent } from './learn-from-sent.ts'
import { openWarmUpBeginning, openWarmUpHandler } from './warm-up.ts'

const job = { id: '1', attempts: 1, signal: new AbortController().signal }
const head = (from: string, to: string, more = '') =>
  `From: ${from}\r\nTo: ${to}\r\nSubject: x\r\n${more}\r\nA text that nobody reads here.\r\n`

describe('warming up', { skip: withoutDovecot() }, () => {
  let world: World
  let dovecot: Dovecot
  let reader: Reader
  const user = 'ana@home.example'
  let mailbox: Awaited<ReturnType<typeof connectMailbox>>
  let whose: Whose
  const settings = { read: async () => ({ historyLookDays: 365 }) }
  const daysAgo = (days: number) => new Date(world.clock.now().getTime() - daysMs(days))
  const recall = async (from: string, more = '') =>
    historyOf(world, whose, await senderQuestions(Buffer.from(`From: ${from}\r\nTo: ${user}\r\n${more}\r\n`)))

  before(async () => {
    world = await openWorld()
    dovecot = await startDovecot({ boxes: { [user]: 'right' }, allMail: true })
    reader = openReader({ storage: world.storage, vault: world.vault, log: silent })
    mailbox = await connectMailbox(world, { user, password: 'right', port: dovecot.port })
    whose = { personId: mailbox.personId, organisationId: null }
    const from = (name: string, days: number, folder = 'INBOX', more = '') =>
      dovecot.deliver(user, head(`${name} Person <${name}@people.example>`, user, more), { folder, arrivedAt: daysAgo(days) })
    for (let count = 0; count < 620; count += 1) await from(`p${count % 40}`, 1 + (count % 300))
    await from('tooold', 500)
    await from('junky', 20, 'Junk')
    await from('filed', 20, 'All Mail')
    await from('binned', 20, 'Trash')
    await from('hostile', 10)
    await dovecot.deliver(
      user,
      head(user, 'Nadia Brook <nadia@harborline.example>', 'Message-ID: <s1@home.example>\r\nReferences: <r1@harborline.example>\r\n'),
      {
        folder: 'Sent',
        arrivedAt: daysAgo(90),
      },
    )
    await dovecot.deliver(user, head(user, 'nadia@harborline.example'), { folder: 'Sent', arrivedAt: daysAgo(30) })
    await dovecot.deliver(user, head(user, 'stranger@away.example', 'Auto-Submitted: auto-replied\r\n'), {
      folder: 'Sent',
      arrivedAt: daysAgo(3),
    })
  })
  after(async () => {
    await reader.close()
    await dovecot.remove()
    await world.storage.close()
  })

  const rowOf = () => world.storage.asTenant(programme, (tx) => tx.selectFrom('warm_up').selectAll().executeTakeFirst())
  const change = (columns: { state?: 'watching'; first_look_left?: number }) =>
    world.storage.asTenant(programme, (tx) => tx.updateTable('connection').set(columns).where('id', '=', mailbox.connectionId).execute())

  test('it begins when the first look is over, and not before', async () => {
    const begin = openWarmUpBeginning(world)
    await change({ state: 'watching', first_look_left: 3 })
    await begin({}, job)
    assert.equal(await rowOf(), undefined)
    await change({ first_look_left: 0 })
    await begin({}, job)
    await begin({}, job)
    assert.ok(await rowOf())
  })

  test('cut off between reading and writing, it goes on where it was, and nothing counts twice', async () => {
    const opened = await openSlices()
    assert.ok(opened.slices >= 4, 'an inbox of more than one slice, and the other folders')
    const row = await rowOf()
    assert.ok(row?.finished_at)
    const judged = await recall('p7 Person <p7@people.example>')
    assert.equal(judged.ripe, true)
    assert.equal(judged.address.reader?.firstDaysAgo, 288)
    assert.ok((judged.address.reader?.heardWeeks ?? 99) < 16, 'sixteen mails, some of them half a year old')
    // 620 and the filed one came in, three were sent; those too old, in junk, in the bin or hostile are not among them.
    assert.equal(row.mails, 624)
  })

  /** Runs the warm-up to its end; the second slice's transaction is cut off once. */
  async function openSlices(): Promise<{ readonly slices: number }> {
    const { uidValidity, uid } = await placeOf('hostile')
    await world.storage.asTenant(programme, (tx) =>
      tx
        .insertInto('message_verdict')
        .values({
          ...{ person_id: mailbox.personId, organisation_id: null, connection_id: mailbox.connectionId, folder: 'INBOX' },
          ...{ uid_validity: uidValidity, uid, arrived_on: '2026-04-20', message_hash: Buffer.alloc(32), verdict: 'careful', score: 0.5 },
          ...{ waited_ms: 1, examined_at: world.clock.now() },
        })
        .execute(),
    )
    let transactions = 0
    const cutOff: World['storage'] = {
      ...world.storage,
      asTenant: async (who, work) =>
        world.storage.asTenant(who, async (tx) => {
          const done = await work(tx)
          transactions += 1
          if (transactions === 4) throw new Error('the process died')
          return done
        }),
    }
    const warmUp = openWarmUpHandler({ ...world, storage: cutOff, reader, settings })
    let slices = 0
    let cuts = 0
    while ((await rowOf())?.finished_at === null) {
      await warmUp({ connectionId: mailbox.connectionId }, job).catch(() => {
        cuts += 1
      })
      slices += 1
      assert.ok(slices < 20, 'it comes to its end')
    }
    assert.equal(cuts, 1)
    return { slices }
  }

  async function placeOf(name: string): Promise<{ readonly uidValidity: number; readonly uid: number }> {
    const answer = await reader.headers(mailbox.connectionId, {
      folder: 'INBOX',
      which: { since: daysAgo(12), below: 2 ** 32, most: 1000 },
    })
    assert.ok('headers' in answer)
    const found = answer.headers.find(({ bytes }) => bytes.toString().includes(`${name}@`))
    return { uidValidity: answer.uidValidity, uid: found?.uid ?? 0 }
  }

  test('whom the person wrote to is known, whoever got an absence note is not', async () => {
    const nadia = await recall('Nadia Brook <nadia@harborline.example>', 'References: <r1@harborline.example> <s1@home.example>\r\n')
    assert.ok((nadia.address.reader?.wroteWeeks ?? 0) > 1)
    assert.equal(nadia.name?.as[0], 'n…a@harborline.example')
    assert.deepEqual(nadia.thread, { senderBelongs: true, answered: true, domains: [] })
    assert.deepEqual((await recall('stranger@away.example')).address, {})
  })

  test('junk, the bin, mail from before and mail that was found hostile teach nothing', async () => {
    for (const name of ['junky', 'binned', 'tooold', 'hostile'])
      assert.deepEqual((await recall(`${name} Person <${name}@people.example>`)).address, {}, name)
    assert.ok((await recall('filed@people.example')).address.reader)
  })

  test('nothing in the mailbox was changed or marked', async () => {
    for (const folder of ['INBOX', 'Sent', 'All Mail']) assert.deepEqual([...new Set(await dovecot.flags(user, folder))], [''], folder)
  })

  test('what is sent later is learnt as it comes', async () => {
    await dovecot.deliver(user, head(user, 'New Friend <new@friend.example>'), { folder: 'Sent' })
    const answer = await reader.headers(mailbox.connectionId, { folder: 'Sent', which: { since: daysAgo(0), below: 2 ** 32, most: 10 } })
    assert.ok('headers' in answer)
    const uids = answer.headers.map(({ uid }) => uid)
    const { uidValidity } = answer
    const learn = openLearningFromSent({ ...world, reader })
    for (let again = 0; again < 2; again += 1) await learn({ connectionId: mailbox.connectionId, folder: 'Sent', uidValidity, uids }, job)
    assert.equal((await recall('New Friend <new@friend.example>')).address.reader?.wroteWeeks, 1)
  })

  test('a folder that is numbered anew is told as such', async () => {
    const answer = await reader.headers(mailbox.connectionId, { folder: 'INBOX', uidValidity: 1, which: { uids: [1] } })
    assert.deepEqual(answer, { moved: true })
    assert.deepEqual(await reader.headers(mailbox.connectionId, { folder: 'Nowhere', which: { uids: [1] } }), { gone: true })
  })

  test('a person who takes their data along is told how many hashes are kept; with the mailbox they go', async () => {
    const who = { kind: 'person', personId: mailbox.personId } as const
    const saved = await exportMine(world, who)
    const counted = JSON.stringify(saved['correspondentsRemembered'])
    assert.match(counted, /"kind":"address","hashes":"?\d+/)
    assert.equal(await disconnect(world, who, mailbox.accountId), true)
    const left = await world.storage.asTenant(programme, async (tx) => [
      ...(await tx.selectFrom('correspondent').select('hash').execute()),
      ...(await tx.selectFrom('conversation').select('hash').execute()),
      ...(await tx.selectFrom('warm_up').select('connection_id').execute()),
    ])
    assert.deepEqual(left, [])
  })
})

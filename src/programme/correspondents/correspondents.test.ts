import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { beginWarmUps, historyOf, type Lesson, openTeaching, openWarmUp, type Whose } from '#correspondents'
import { daysMs } from '#kernel'
import { type SenderHistory, senderQuestions } from '#mail'
import { createOrganisation } from '#members'
import { connectedMailbox, openWorld, programme, provenAddress, type World } from '../../../test/support/programme.ts'
import { until } from '../../../test/support/until.ts'

let world: World
let work: Whose
let colleague: Whose
let personal: Whose
let mailbox: string
before(async () => {
  world = await openWorld()
  work = { personId: world.marta.personId, organisationId: world.organisationId }
  colleague = { personId: world.david.personId, organisationId: world.organisationId }
  personal = { personId: world.marta.personId, organisationId: null }
  mailbox = await connectedMailbox(world, world.marta)
  await connectedMailbox(world, world.david)
})
after(() => world.storage.close())

type Mail = { from: string; to?: string; replyTo?: string; id?: string; answers?: readonly string[]; more?: string }
const asked = ({ from, to = 'marta@ruiz.example', replyTo, id = 'm@x.example', answers = [], more }: Mail) =>
  senderQuestions(
    Buffer.from(
      [
        `From: ${from}`,
        `To: ${to}`,
        ...(replyTo === undefined ? [] : [`Reply-To: ${replyTo}`]),
        `Message-ID: <${id}>`,
        ...(answers.length === 0 ? [] : [`References: ${answers.map((one) => `<${one}>`).join(' ')}`]),
        ...(more === undefined ? [] : [more]),
        '\n',
      ].join('\n'),
    ),
  )
const daysAgo = (days: number) => new Date(world.clock.now().getTime() - daysMs(days))

async function learn(whose: Whose, mail: Mail, days: readonly number[], more: Partial<Lesson> = {}): Promise<void> {
  const questions = await asked(mail)
  const lessons = days.map((day): Lesson => ({ questions, direction: 'heard', conversation: 'own', at: daysAgo(day), ...more }))
  const teach = await openTeaching(world, whose)
  await world.storage.asTenant(programme, (tx) => teach(tx, { connectionId: mailbox, lessons }))
}
const recall = async (whose: Whose, mail: Mail): Promise<SenderHistory> => historyOf(world, whose, await asked(mail))

describe('what is remembered of a sender', () => {
  test('nobody is known at first, and a memory that has not learnt is young', async () => {
    assert.deepEqual(await recall(work, { from: 'Lee Sanders <lee@new.example>' }), {
      about: 'lee@new.example',
      ripe: false,
      address: {},
      domain: {},
      elsewhere: 0,
    })
  })

  test('fifty mails on one day are one week; the same mail learnt again changes nothing', async () => {
    const mail = { from: 'Nadia Brook <nadia@harborline.example>' }
    await learn(
      work,
      mail,
      Array.from({ length: 50 }, () => 3),
    )
    const once = await recall(work, mail)
    assert.ok((once.address.reader?.heardWeeks ?? 9) <= 1)
    assert.equal(once.address.reader?.firstDaysAgo, 3)
    await learn(work, mail, [3])
    assert.deepEqual(await recall(work, mail), once)
  })

  test('older mail that is learnt later is put where it belongs, and counts for less', async () => {
    const mail = { from: 'Olga Pretty <olga@printers.example>' }
    await learn(work, mail, [10])
    const young = (await recall(work, mail)).address.reader
    await learn(work, mail, [190, 197])
    const { reader } = (await recall(work, mail)).address
    assert.equal(reader?.firstDaysAgo, 197)
    assert.equal(reader?.lastDaysAgo, 10)
    const added = (reader?.heardWeeks ?? 0) - (young?.heardWeeks ?? 0)
    assert.ok(added > 0.9 && added < 1.1, `two weeks half a year ago count as one: ${added}`)
    await learn(work, mail, [400])
    assert.ok(
      (await recall(work, mail)).address.reader?.firstDaysAgo === 400,
      'beyond the weeks that are kept, the day of the first one stays',
    )
  })

  test('colleagues share what the organisation knows, and each has their own; a personal mailbox shares nothing', async () => {
    const mail = { from: 'Ines Calder <ines@calderlaw.example>' }
    await learn(work, mail, [40, 20])
    const { address, domain, name } = await recall(colleague, mail)
    assert.equal(address.reader, undefined)
    assert.equal(address.organisation?.firstDaysAgo, 40)
    assert.equal(domain.organisation?.firstDaysAgo, 40)
    assert.deepEqual(name?.as, ['i…s@calderlaw.example'])
    assert.deepEqual((await recall(personal, mail)).address, {})
    assert.equal((await recall(personal, mail)).name, undefined)
  })

  test('whom the person wrote to is known better than who wrote; an absence note makes nobody known', async () => {
    const sent = { from: 'marta@ruiz.example', to: 'Tom Fields <tom@harborline.example>' }
    await learn(work, sent, [30, 60], { direction: 'wrote' })
    const { reader } = (await recall(work, { from: 'Tom Fields <tom@harborline.example>' })).address
    assert.equal(reader?.heardWeeks, 0)
    assert.ok((reader?.wroteWeeks ?? 0) > 1.5)
    await learn(work, { ...sent, to: 'evil@away.example', more: 'Auto-Submitted: auto-replied' }, [2], { direction: 'wrote' })
    assert.deepEqual((await recall(work, { from: 'evil@away.example' })).address, {})
  })

  test('a known name is told from the same name elsewhere, and what is shown of it is masked', async () => {
    await learn(personal, { from: '"Quill, Robin" <robin.quill@home.example>' }, [100, 50])
    const here = await recall(personal, { from: 'Robin Quill <robin.quill@home.example>' })
    assert.ok(here.name?.here)
    const { name } = await recall(personal, { from: 'ROBIN QUILL <rquill77@other.example>' })
    assert.equal(name?.here, undefined)
    assert.equal(name?.known.firstDaysAgo, 100)
    assert.deepEqual(name?.as, ['r…l@home.example'])
  })

  test('a newsletter teaches its address and no name', async () => {
    const mail = { from: 'Harbour Weekly <news@weekly.example>', more: 'List-Unsubscribe: <mailto:x@weekly.example>' }
    await learn(work, mail, [9])
    const { address, name } = await recall(work, mail)
    assert.ok(address.reader)
    assert.equal(name, undefined)
  })

  test('where answers go is remembered together with the sender', async () => {
    const mail = { from: 'shop@mill.example', replyTo: 'desk@mill-desk.example' }
    await learn(work, mail, [30])
    assert.equal((await recall(work, mail)).reply?.together?.firstDaysAgo, 30)
    const other = await recall(work, { ...mail, replyTo: 'evil@gmail.com' })
    assert.deepEqual(other.reply, {})
  })

  test('a conversation knows its sides; whoever joins uninvited does not become one of them', async () => {
    const begun = { from: 'anna@mill.example', to: 'marta@ruiz.example, tom@harborline.example', id: 'root@mill.example' }
    await learn(work, begun, [5])
    await learn(work, { from: 'marta@ruiz.example', to: 'anna@mill.example', id: 'a1@ruiz.example', answers: ['root@mill.example'] }, [4], {
      direction: 'wrote',
      conversation: 'whole',
    })
    const threadOf = async (from: string) =>
      (await recall(work, { from, answers: ['root@mill.example', 'a1@ruiz.example'], id: 'x@x.example' })).thread
    assert.deepEqual(await threadOf('bob@mill.example'), { senderBelongs: true, answered: true, domains: [] })
    assert.equal((await threadOf('tom@harborline.example'))?.senderBelongs, true, 'who was written to belongs')
    const hijack = { from: 'anna@m1ll.example', answers: ['root@mill.example'], id: 'h1@m1ll.example' }
    assert.deepEqual((await recall(work, hijack)).thread?.domains, ['mill.example'], 'the real side is named')
    await learn(work, hijack, [1], { conversation: 'none' })
    assert.equal((await threadOf('anna@m1ll.example'))?.senderBelongs, false)
    // Two people at one free mail provider are two sides.
    await learn(work, { from: 'lena@gmail.com', id: 'g1@mail.gmail.com' }, [3])
    const atGmail = async (from: string) => (await recall(work, { from, answers: ['g1@mail.gmail.com'] })).thread?.senderBelongs
    assert.deepEqual([await atGmail('lena@gmail.com'), await atGmail('other@gmail.com')], [true, false])
  })

  test('other organisations are counted by domain, once they know it for a month, and nothing else of them is seen', async () => {
    const other = await createOrganisation(world, world.analyst, { name: 'Second House', kind: 'charity', domains: ['second.example'] })
    const theirs: Whose = { personId: world.david.personId, organisationId: other.id }
    await learn(theirs, { from: 'a@shared.example' }, [45, 20])
    await learn(theirs, { from: 'a@fresh.example' }, [3])
    const shared = await recall(work, { from: 'b@shared.example' })
    assert.equal(shared.elsewhere, 1)
    assert.deepEqual([shared.address, shared.domain], [{}, {}])
    assert.equal((await recall(work, { from: 'a@fresh.example' })).elsewhere, 0)
    assert.equal((await recall(theirs, { from: 'b@shared.example' })).elsewhere, 0, 'oneself is not elsewhere')
  })

  test('a memory is ripe when its warm-up is over and it holds fifty mails', async () => {
    await world.storage.asTenant(programme, (tx) =>
      tx
        .insertInto('warm_up')
        .values({
          ...{ connection_id: mailbox, person_id: world.marta.personId, organisation_id: world.organisationId },
          ...{ folders: '[]', mails: 49, begun_at: world.clock.now(), finished_at: null },
        })
        .execute(),
    )
    const mail = { from: 'who@ever.example' }
    await learn(work, mail, [1])
    assert.equal((await recall(work, mail)).ripe, false)
    await world.storage.asTenant(programme, (tx) => tx.updateTable('warm_up').set({ finished_at: world.clock.now() }).execute())
    assert.equal((await recall(work, mail)).ripe, true)
    assert.equal((await recall(personal, mail)).ripe, false, 'without a connected personal mailbox there is nothing to remember by')
  })

  test('nothing that was learnt can be read in the rows', async () => {
    await provenAddress(world, world.marta.personId, 'marta@home.example')
    const rows = await world.storage.asTenant(programme, async (tx) => [
      ...(await tx.selectFrom('correspondent').selectAll().execute()),
      ...(await tx.selectFrom('conversation').selectAll().execute()),
    ])
    assert.ok(rows.length > 40)
    const written = rows
      .map((row) =>
        Object.values(row)
          .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
          .join(' '),
      )
      .join('\n')
    assert.doesNotMatch(written, /nadia|brook|harborline|example/i)
  })
})

test('two processes that learn the same people crosswise do not stand in each other’s way', async () => {
  const mails = await Promise.all(
    Array.from({ length: 30 }, (_, at) =>
      asked({ from: `P Number${'abcdefghij'[at % 10]} <p${at}@crowd.example>`, id: `c${at}@crowd.example` }),
    ),
  )
  const lessons = mails.map((questions): Lesson => ({ questions, direction: 'heard', conversation: 'own', at: daysAgo(2) }))
  const both = [lessons, lessons.toReversed()].flatMap((one) => [one, one, one])
  const teach = await openTeaching(world, work)
  await Promise.all(both.map((some) => world.storage.asTenant(programme, (tx) => teach(tx, { connectionId: mailbox, lessons: some }))))
  assert.equal((await recall(work, { from: 'p7@crowd.example' })).address.organisation?.firstDaysAgo, 2)
})

test('a mail that comes while the old mail of its mailbox teaches the same sender waits, and both are learnt', async () => {
  await world.storage.asTenant(programme, (tx) => beginWarmUps(tx, world.clock.now(), 10))
  await world.storage.asTenant(programme, (tx) => tx.updateTable('warm_up').set({ mails: 0, finished_at: null }).execute())
  const questions = await asked({ from: 'Wren Hall <wren@both.example>' })
  const lesson = (days: number): Lesson => ({ questions, direction: 'heard', conversation: 'own', at: daysAgo(days) })
  const teach = await openTeaching(world, work)
  const [holds, lets] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const warming = world.storage.asTenant(programme, async (tx) => {
    assert.ok(await openWarmUp(tx, mailbox))
    holds.resolve()
    await lets.promise
    await teach(tx, { connectionId: mailbox, lessons: [lesson(40)] })
  })
  await holds.promise
  const coming = world.storage.asTenant(programme, (tx) => teach(tx, { connectionId: mailbox, lessons: [lesson(1)] }))
  try {
    await until('the fresh mail waits', async () => {
      const { rows } = await world.storage.pool.query(
        'select from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0',
      )
      return rows.length > 0
    })
  } finally {
    lets.resolve()
  }
  await Promise.all([warming, coming])
  const { organisation } = (await recall(work, { from: 'wren@both.example' })).address
  assert.deepEqual([organisation?.firstDaysAgo, organisation?.lastDaysAgo], [40, 1])
})

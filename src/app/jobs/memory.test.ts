import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { historyOf, type Lesson, openTeaching, type Whose } from '#correspondents'
import { daysMs } from '#kernel'
import { senderQuestions } from '#mail'
import { fixtureMail } from '../../../test/support/mail-fixtures.ts'
import { connectedMailbox, openWorld, programme, provenAddress, type World } from '../../../test/support/programme.ts'
import { createInspector } from '../inspector/index.ts'
import { openExamination } from './examine-message.ts'
import { openReportExamination } from './examine-report.ts'

const inspector = createInspector({ threads: 1, dns: 'off', timeMs: 20_000 })
const job = { id: '1', attempts: 1, signal: new AbortController().signal }
let world: World
let whose: Whose
let connectionId: string
before(async () => {
  world = await openWorld()
  // Ana's mails are fixtures, and this is her mailbox at work.
  whose = { personId: world.marta.personId, organisationId: world.organisationId }
  connectionId = await connectedMailbox(world, world.marta)
  const settings = {
    host: 'imap.example',
    port: 993,
    tls: 'implicit',
    user: 'ana',
    how: 'password',
    trustedAuthserv: ['mx.riverton.example'],
  }
  await world.storage.asTenant(programme, async (tx) => {
    await tx
      .updateTable('connection')
      .set({ settings: JSON.stringify(settings) })
      .execute()
    await tx
      .insertInto('warm_up')
      .values({
        ...{ connection_id: connectionId, person_id: whose.personId, organisation_id: whose.organisationId, folders: '[]', mails: 400 },
        ...{ begun_at: world.clock.now(), finished_at: world.clock.now() },
      })
      .execute()
  })
  await remember(
    'From: Nadia Brook <nadia@harborline.example>\nTo: ana.ruiz@riverton.example\nMessage-ID: <7f21.posters@harborline.example>\n\n',
    [150, 120, 30],
    'heard',
  )
  await remember(
    'From: ana.ruiz@riverton.example\nTo: Nadia Brook <nadia@harborline.example>\nMessage-ID: <9c0d.posters@riverton.example>\n\n',
    [140, 31],
    'wrote',
  )
})
after(async () => {
  await inspector.close()
  await world.storage.close()
})

const daysAgo = (days: number) => new Date(world.clock.now().getTime() - daysMs(days))

async function remember(mail: string, days: readonly number[], direction: Lesson['direction']): Promise<void> {
  const questions = await senderQuestions(Buffer.from(mail))
  const teach = await openTeaching(world, whose)
  const lessons = days.map((day): Lesson => ({ questions, direction, at: daysAgo(day), conversation: 'whole' }))
  await world.storage.asTenant(programme, (tx) => teach(tx, { connectionId, lessons }))
}

/** Which rows there are, to the last bit. */
const everything = () =>
  world.storage.asTenant(programme, async (tx) =>
    JSON.stringify([
      await tx.selectFrom('correspondent').selectAll().orderBy('hash').execute(),
      await tx.selectFrom('conversation').selectAll().orderBy('hash').execute(),
      await tx.selectFrom('warm_up').select('mails').execute(),
    ]),
  )

let uids = 0
const refOf = (uid: number, specialUse: 'inbox' | 'junk' = 'inbox') => ({
  ...{ connectionId, folder: specialUse === 'inbox' ? 'INBOX' : 'Junk', specialUse, uidValidity: 1, uid, firstLook: false },
})
function examinationOf(bytes: Uint8Array, storage: World['storage'] = world.storage) {
  return openExamination({
    ...world,
    storage,
    teller: async () => async () => {},
    reader: {
      headers: async () => ({ gone: true }),
      read: async () => ({ bytes: Buffer.from(bytes), internalDate: daysAgo(0), complete: true }),
    },
    inspector,
  })
}
async function examine(bytes: Uint8Array, specialUse: 'inbox' | 'junk' = 'inbox'): Promise<string | undefined> {
  uids += 1
  await examinationOf(bytes)(refOf(uids, specialUse), job)
  const row = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('message_verdict').select('verdict').where('connection_id', '=', connectionId).where('uid', '=', uids).executeTakeFirst(),
  )
  return row?.verdict
}

test("a correspondent's name from a new address is found, and so is a stranger in a conversation; their honest twins are left alone", async () => {
  for (const [hostile, honest, headline] of [
    ['hostile-name-lookalike', 'honest-name-same-house', 'mail.name-from-new-address'],
    ['hostile-thread-lookalike', 'honest-thread-colleague', 'mail.stranger-in-thread'],
  ] as const) {
    assert.equal(await examine(fixtureMail(`history/${honest}`)), 'fine', honest)
    const before = await everything()
    assert.equal(await examine(fixtureMail(`history/${hostile}`)), 'dangerous', hostile)
    assert.equal(await everything(), before, 'a hostile mail makes nobody known')
    const rules = await world.storage.asTenant(programme, (tx) => tx.selectFrom('finding').select('rule').execute())
    assert.ok(
      rules.some(({ rule }) => rule === headline),
      headline,
    )
  }
})

test('a harmless mail makes its sender known in the transaction of its verdict: died in between, it is as if nothing had been; done twice, as if once', async () => {
  const bytes = Buffer.from(
    'From: Rosa Lindt <rosa@gazette.example>\nTo: ana.ruiz@riverton.example\nMessage-ID: <q1@gazette.example>\nSubject: Hello\n\nGood morning.\n',
  )
  const questions = await senderQuestions(bytes)
  const empty = await everything()
  const dying: World['storage'] = {
    ...world.storage,
    asTenant: (who, work) =>
      world.storage.asTenant(who, async (tx) => {
        const done = await work(tx)
        const written = await tx.selectFrom('message_verdict').select('uid').where('uid', '=', 900).executeTakeFirst()
        if (written !== undefined) throw new Error('killed before the commit')
        return done
      }),
  }
  await assert.rejects(Promise.resolve(examinationOf(bytes, dying)(refOf(900), job)), /killed/)
  assert.equal(await everything(), empty)
  await examinationOf(bytes)(refOf(900), job)
  const once = await everything()
  assert.notEqual(once, empty)
  await examinationOf(bytes)(refOf(900), job)
  assert.equal(await everything(), once)
  const { address } = await historyOf(world, whose, questions)
  assert.deepEqual(address.reader, { heardWeeks: 1, wroteWeeks: 0, firstDaysAgo: 0, lastDaysAgo: 0 })
})

test('what lies in junk, or is from whom it does not say, teaches nothing', async () => {
  const before = await everything()
  await examine(Buffer.from('From: a@junk.example\nTo: ana.ruiz@riverton.example\nSubject: Hello\n\nGood morning.\n'), 'junk')
  assert.equal(await everything(), before)
  const forged =
    'Authentication-Results: mx.riverton.example; dmarc=fail header.from=b.example; spf=fail\nFrom: a@b.example\nTo: ana.ruiz@riverton.example\nSubject: Hello\n\nGood morning.\n'
  await examine(Buffer.from(forged))
  assert.equal(await everything(), before)
})

test('a mail that a person reports is judged by what is remembered, and teaches nothing', async () => {
  await provenAddress(world, whose.personId, 'marta@home.example')
  const { personId } = world.marta
  const before = await everything()
  const spoolId = '01a21414-2a12-7cdd-8ca2-297709b44099'
  const bytes = Buffer.from('From: marta@ruiz.example\nContent-Type: message/rfc822\n\nFrom: x@y.example\n\nx')
  const sealer = await world.vault.sealer({ kind: 'person', id: personId })
  await world.storage.asTenant(programme, (tx) =>
    tx
      .insertInto('report_spool')
      .values({ id: spoolId, person_id: personId, sealed: sealer.seal(bytes, `report-spool/${spoolId}`), received_at: world.clock.now() })
      .execute(),
  )
  const known: (string | undefined)[] = []
  const report = openReportExamination({
    ...world,
    teller: async () => async () => {},
    inspector: {
      ...inspector,
      inspect: (mail, context) => {
        known.push(context.history?.name?.as[0])
        return inspector.inspect(mail, context)
      },
    },
    reports: {
      open: async () => ({ answerTo: 'marta@ruiz.example', messages: [Buffer.from(fixtureMail('history/hostile-name-lookalike'))] }),
      close: async () => {},
    },
  })
  await report({ spoolId }, job)
  assert.deepEqual(known, ['n…a@harborline.example'])
  assert.equal(await everything(), before)
})

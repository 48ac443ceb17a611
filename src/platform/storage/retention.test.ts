import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { dayOf, daysMs } from '#kernel'
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts'
import { keptDays } from '../../../test/support/kept-days.ts'
import { uuid } from './ids.ts'
import { ensurePartitions } from './partitions.ts'
import { keepRetention } from './retention.ts'

const programme = { kind: 'programme' } as const
const now = new Date()
const ago = (days: number) => new Date(now.getTime() - daysMs(days))

let database: TestDatabase
let owner: pg.Client
before(async () => {
  database = await testDatabase()
  owner = new pg.Client({ connectionString: database.databaseOwnerUrl })
  await owner.connect()
})
after(async () => {
  await owner.end()
  await database.close()
})

const connection = uuid()
const person = uuid()
const addVerdict = (uid: number, arrived: Date) =>
  database.asTenant(programme, (tx) =>
    tx
      .insertInto('message_verdict')
      .values({
        ...{ person_id: person, organisation_id: null, connection_id: connection, folder: 'INBOX', uid_validity: 1, uid },
        ...{ arrived_on: dayOf(arrived), message_hash: Buffer.alloc(32), verdict: 'fine', score: 0, waited_ms: 5, examined_at: now },
      })
      .execute(),
  )
const uids = () =>
  database.asTenant(programme, (tx) => tx.selectFrom('message_verdict').select(['uid', 'arrived_on']).orderBy('uid').execute())
const partitionOf = async (uid: number) =>
  (
    await owner
      .query<{ table: string }>("select set_config('bellwether.kind', 'programme', false); ")
      .then(() =>
        owner.query<{ table: string }>('select tableoid::regclass::text as table from bellwether.message_verdict where uid = $1', [uid]),
      )
  ).rows[0]?.table

test('verdicts of a day made ahead lie in its partition, older ones in the default, and a late partition gathers them', async () => {
  await addVerdict(1, now)
  assert.equal(await partitionOf(1), `bellwether.message_verdict_${dayOf(now).replaceAll('-', '')}`)
  const distant = new Date(now.getTime() + daysMs(30))
  await addVerdict(2, distant)
  assert.equal(await partitionOf(2), 'bellwether.message_verdict_other')
  await ensurePartitions(owner, distant)
  await ensurePartitions(owner, distant)
  assert.equal(await partitionOf(2), `bellwether.message_verdict_${dayOf(distant).replaceAll('-', '')}`)
  assert.deepEqual(
    (await uids()).map(({ uid }) => uid),
    [1, 2],
  )
})

test('what is past its time goes, and what is not stays', async () => {
  await ensurePartitions(owner, ago(91))
  for (const [uid, days] of [
    [10, 89],
    [11, 91],
    [12, 200],
  ] as const)
    await addVerdict(uid, ago(days))
  const [old, recent] = [uuid(), uuid()]
  await database.asTenant(programme, async (tx) => {
    await tx.insertInto('person').values({ id: person, name: 'Ana Ruiz', created_at: now, erased_at: null }).execute()
    for (const [id, days] of [
      [old, 731],
      [recent, 729],
    ] as const) {
      await tx
        .insertInto('incident')
        .values({
          ...{
            id,
            organisation_id: null,
            person_id: person,
            headline: 'mail.borrowed-name',
            severity: 'high',
            level: 'targeted',
            origin: 'mailbox',
          },
          ...{
            merged_into: id === recent ? old : null,
            opened_at: ago(days),
            last_message_at: ago(days),
            decided_at: null,
            decided_by: null,
          },
        })
        .execute()
      await tx
        .insertInto('report_spool')
        .values({ id: uuid(), person_id: person, sealed: Buffer.alloc(1), received_at: ago(days === 731 ? 4 : 1) })
        .execute()
    }
  })
  const letGo = await keepRetention(database, keptDays, now)
  assert.equal(letGo.incidents, 1)
  assert.equal(letGo.reports, 1)
  assert.ok((letGo['days of verdicts'] ?? 0) >= 1)
  assert.deepEqual(
    (await uids()).map(({ uid }) => uid),
    [1, 2, 10],
  )
  const incidents = await database.asTenant(programme, (tx) => tx.selectFrom('incident').select(['id', 'merged_into']).execute())
  assert.deepEqual(incidents, [{ id: recent, merged_into: null }])
  assert.deepEqual(
    Object.values(await keepRetention(database, keptDays, now)).filter((count) => count > 0),
    [],
    'nothing is left to do',
  )
})

test('who asked from where is not counted for longer than it limits anybody', async () => {
  for (const days of [2, 0])
    await database.pool.query('insert into bellwether.rate_limit (key, points, expire) values ($1, 1, $2)', [days, ago(days).getTime()])
  assert.equal((await keepRetention(database, keptDays, now)).limits, 1)
  assert.deepEqual((await database.pool.query('select key from bellwether.rate_limit')).rows, [{ key: '0' }])
})

test('an address that somebody removed is forgotten in time, and one that is used is not', async () => {
  const ids = { gone: uuid(), recent: uuid(), used: uuid() }
  const removed = { gone: ago(731), recent: ago(729), used: null }
  const owner_id = uuid()
  await database.asTenant(programme, async (tx) => {
    await tx
      .insertInto('person')
      .values({ id: owner_id, name: 'Eva', created_at: ago(900) })
      .execute()
    for (const name of ['gone', 'recent', 'used'] as const) {
      const address = { address: `${name}@home.example`, address_folded: `${name}@home.example`, removed_at: removed[name] }
      await tx
        .insertInto('account')
        .values({ id: ids[name], person_id: owner_id, kind: 'personal', created_at: ago(900), ...address })
        .execute()
      const mailbox = {
        account_id: ids[name],
        person_id: owner_id,
        kind: 'imap',
        settings: '{"user":"eva"}',
        ended_at: removed[name],
      } as const
      await tx
        .insertInto('connection')
        .values({ id: ids[name], created_at: ago(900), ...mailbox })
        .execute()
    }
  })
  await keepRetention(database, keptDays, now)
  const kept = await database.asTenant(programme, (tx) =>
    tx
      .selectFrom('account')
      .innerJoin('connection', 'connection.account_id', 'account.id')
      .select(['account.address', 'connection.settings'])
      .where('account.person_id', '=', owner_id)
      .orderBy('account.address')
      .execute(),
  )
  assert.deepEqual(
    kept.map(({ address, settings }) => `${address} ${JSON.stringify(settings)}`),
    ['recent@home.example {"user":"eva"}', 'removed {}', 'used@home.example {"user":"eva"}'],
  )
})

test('a sender who was not heard of for the days that the operator set is forgotten', async () => {
  const row = (days: number) => ({
    ...({ hash: uuidBytes(), organisation_id: null, person_id: person, kind: 'address', elsewhere: null, hint: null } as const),
    ...{ first_on: dayOf(ago(900)), last_on: dayOf(ago(days)) },
  })
  const talk = (days: number) => ({
    ...{
      hash: uuidBytes(),
      organisation_id: null,
      person_id: person,
      members: Buffer.alloc(8),
      answered: false,
      last_on: dayOf(ago(days)),
    },
  })
  await database.asTenant(programme, async (tx) => {
    await tx
      .insertInto('correspondent')
      .values([row(364), row(367), row(400)])
      .execute()
    await tx
      .insertInto('conversation')
      .values([talk(364), talk(367)])
      .execute()
  })
  const letGo = await keepRetention(database, keptDays, now)
  assert.deepEqual([letGo['correspondents'], letGo['conversations']], [2, 1])
})

const uuidBytes = (): Buffer => Buffer.from(uuid().replaceAll('-', ''), 'hex')

test('what mails can be found by, who was told of a campaign, and mails kept for testing go in their time, with all that hangs on them', async () => {
  const [who, mailbox, account] = [uuid(), uuid(), uuid()]
  const place = { connection_id: mailbox, folder: 'INBOX', uid_validity: 1 }
  const whose = { person_id: who, organisation_id: null }
  await database.asTenant(programme, async (tx) => {
    await tx
      .insertInto('person')
      .values({ id: who, name: 'Ida', created_at: ago(900) })
      .execute()
    await tx
      .insertInto('account')
      .values({
        id: account,
        person_id: who,
        kind: 'personal',
        address: 'ida@home.example',
        address_folded: 'ida@home.example',
        created_at: now,
      })
      .execute()
    await tx
      .insertInto('connection')
      .values({ id: mailbox, account_id: account, person_id: who, kind: 'imap', settings: '{}', created_at: now })
      .execute()
    for (const [uid, days] of [29, 31].entries()) {
      const id = uuid()
      const seen = { in_junk: false, verdict: 'fine', arrived_at: ago(days), examined_at: ago(days) } as const
      await tx
        .insertInto('mail_trace')
        .values({ id, ...place, uid, ...whose, ...seen })
        .execute()
      await tx
        .insertInto('mail_trace_hash')
        .values({ mail_id: id, ...whose, hash: uuidBytes() })
        .execute()
    }
    for (const [uid, days] of [729, 731].entries()) {
      const id = uuid()
      await tx
        .insertInto('reach')
        .values({
          id,
          incident_id: null,
          organisation_id: null,
          person_id: null,
          kind: 'sender',
          by_person: who,
          asked_at: ago(days),
          until: ago(days),
        })
        .execute()
      await tx
        .insertInto('reach_mail')
        .values({ ...place, uid, reach_id: id, ...whose, done_at: null })
        .execute()
    }
    const consent_id = uuid()
    const given = { purpose: 'desk-sees-findings', version: '1', given_at: now, withdrawn_at: null } as const
    await tx
      .insertInto('consent')
      .values({ id: consent_id, ...whose, account_id: null, ...given })
      .execute()
    await tx
      .insertInto('access_grant')
      .values({ id: uuid(), ...whose, consent_id, scope: 'details', to_desk: true, since: now, until: null })
      .execute()
    for (const days of [364, 366]) {
      const [mail, none] = [uuid(), Buffer.alloc(1)]
      await tx
        .insertInto('evaluation_mail')
        .values({
          ...{ id: mail, ...whose, account_id: account, reached: who, incident_id: null, label: 'hostile', source: 'hunt' },
          ...{
            message_hash: uuidBytes(),
            sealed_message: none,
            sealed_context: none,
            verdict_then: 'fine',
            by_person: who,
            labelled_at: ago(days),
          },
          ...{ verdict_before: null, rules_before: null, verdict_now: null, rules_now: null, tested_at: null, tested_in: null },
        })
        .execute()
    }
  })
  const letGo = await keepRetention(database, keptDays, now)
  assert.deepEqual([letGo['traces of mails'], letGo['reaches'], letGo['evaluation mails']], [1, 1, 1])
  const left = async (table: 'mail_trace_hash' | 'reach_mail' | 'evaluation_mail') =>
    (await database.asTenant(programme, (tx) => tx.selectFrom(table).select('person_id').where('person_id', '=', who).execute())).length
  assert.deepEqual([await left('mail_trace_hash'), await left('reach_mail'), await left('evaluation_mail')], [1, 1, 1])
  await database.asTenant(programme, (tx) => tx.updateTable('access_grant').set({ until: now }).where('person_id', '=', who).execute())
  assert.equal((await keepRetention(database, keptDays, now))['evaluation mails without their person’s leave'], 1)
  assert.equal(await left('evaluation_mail'), 0)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { daysMs, hoursMs, minutesMs, type NoticeLevel, noticeLevels } from '#kernel'
import { uuid } from '#storage'
import { incidentContent } from '../../../../test/support/notice-load.ts'
import { openWorld, programme, provenAddress, type World } from '../../../../test/support/programme.ts'
import { acknowledgeNotice } from '../answers/acknowledge.ts'
import { courierSpace } from '../courier/sign-of-life.ts'
import { writeNotices } from '../write-notice.ts'
import { watchNotices } from './watch-notices.ts'

let world: World
let run: () => Promise<void>
before(async () => {
  world = await openWorld()
  run = watchNotices(world)
  await provenAddress(world, world.marta.personId, 'marta@home.example')
})
after(() => world.storage.close())

async function tell(level: NoticeLevel): Promise<string> {
  const { personId, accountId: subjectAccountId } = world.marta
  const decided = { ...{ personId, incidentId: null, organisationId: null, subjectAccountId, level }, content: incidentContent(new Date()) }
  const sealer = await world.vault.sealer({ kind: 'person', id: personId })
  const [id] = await world.storage.asTenant(programme, (tx) =>
    writeNotices(tx, { ...world, messageDomain: 'protect.example' }, [{ sealer, decided }]),
  )
  return id ?? assert.fail('nothing was told')
}

const settle = (noticeId: string, state: 'sent' | 'failed') =>
  world.storage.asTenant(programme, (tx) =>
    tx.updateTable('delivery').set({ state }).where('notice_id', '=', noticeId).where('channel', '!=', 'home').execute(),
  )
const alertsAbout = (subject: string) =>
  world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('operator_alert').select(['kind', 'severity', 'closed_at']).where('subject', '=', subject).orderBy('opened_at').execute(),
  )
const openOf = async (subject: string) => (await alertsAbout(subject)).filter(({ closed_at }) => closed_at === null).map(({ kind }) => kind)

test('a notice that nobody answered by its deadline is told to the operator, once, until it is answered', async () => {
  const id = await tell('possible-access')
  await settle(id, 'sent')
  world.later(hoursMs(4) - 1)
  await run()
  assert.deepEqual(await openOf(`notice/${id}`), [])
  world.later(1)
  await run()
  await run()
  assert.deepEqual(await alertsAbout(`notice/${id}`), [{ kind: 'notice-unanswered', severity: 'high', closed_at: null }])
  await acknowledgeNotice(world, { kind: 'person', personId: world.marta.personId }, id, 'code')
  await run()
  assert.deepEqual(await openOf(`notice/${id}`), [])
})

test('what staff closed is not told again, though the person is still silent', async () => {
  const id = await tell('confirmed-access')
  await settle(id, 'sent')
  world.later(hoursMs(1))
  await run()
  await world.storage.asTenant(programme, (tx) =>
    tx.updateTable('operator_alert').set({ closed_at: world.clock.now() }).where('subject', '=', `notice/${id}`).execute(),
  )
  await run()
  assert.equal((await alertsAbout(`notice/${id}`)).length, 1)
})

test('a notice whose last way failed unnoticed is told to the operator before its deadline', async () => {
  const id = await tell('confirmed-access')
  await settle(id, 'failed')
  await run()
  await run()
  assert.deepEqual(await openOf(`notice/${id}`), ['notice-undelivered'])
})

test('deliveries that do not leave are one alert a channel, and it closes when they have left', async () => {
  const id = await tell('confirmed-access')
  await run()
  assert.deepEqual(await openOf('channel/mail'), [])
  world.later(minutesMs(16))
  await run()
  await run()
  assert.deepEqual(await alertsAbout('channel/mail'), [{ kind: 'delivery-stuck', severity: 'critical', closed_at: null }])
  await settle(id, 'sent')
  await run()
  assert.deepEqual(await openOf('channel/mail'), [])
})

test('what a process that is gone was sending is an alert while no other gives it back', async () => {
  const id = await tell('confirmed-access')
  const holder = 977
  const locks = await world.storage.holdLocks({ onLost: () => undefined })
  await locks.tryLock(courierSpace, holder)
  await world.storage.asTenant(programme, (tx) =>
    tx
      .updateTable('delivery')
      .set({ state: 'sending', held_by: holder })
      .where('notice_id', '=', id)
      .where('channel', '=', 'mail')
      .execute(),
  )
  world.later(minutesMs(16))
  await run()
  assert.deepEqual(await openOf('channel/mail'), [], 'it lives')
  await locks.close()
  await run()
  assert.deepEqual(await openOf('channel/mail'), ['delivery-stuck'])
  await settle(id, 'sent')
  await run()
})

/** One notice of a random history: what became of its deliveries, when it was answered and how; minutes after it was decided. */
type History = {
  readonly level: NoticeLevel
  readonly digest: boolean
  readonly arrives: boolean
  readonly answered: { readonly at: number; readonly how: 'read_at' | 'acknowledged_at' | 'done_at' } | null
}

const history: fc.Arbitrary<History> = fc.record({
  level: fc.constantFrom(...noticeLevels),
  digest: fc.boolean(),
  arrives: fc.boolean(),
  answered: fc.option(
    fc.record({ at: fc.integer({ min: 0, max: 12_000 }), how: fc.constantFrom('read_at', 'acknowledged_at', 'done_at') }),
  ),
})

const deadlineMinutes: Readonly<Record<NoticeLevel, number>> = {
  'confirmed-access': 60,
  'possible-access': 240,
  'attempt-blocked': 10_080,
  targeted: 10_080,
}

async function insertOf({ level, digest, arrives }: History): Promise<string> {
  const id = uuid()
  const decided = world.clock.now()
  await world.storage.asTenant(programme, async (tx) => {
    await tx
      .insertInto('notice')
      .values({
        ...{ id, person_id: world.marta.personId, kind: 'incident', level, language: 'en', digest, sealed: Buffer.from('x') },
        ...{ code_hash: Buffer.from(id), decided_at: decided },
        deadline_at: new Date(decided.getTime() + minutesMs(deadlineMinutes[level])),
      })
      .execute()
    await tx
      .insertInto('delivery')
      .values({
        ...{ id: uuid(), notice_id: id, person_id: world.marta.personId, channel: 'sms', message_id: `<${id}@protect.example>` },
        ...{ state: arrives ? 'sent' : 'not-needed', queued_at: decided },
      })
      .execute()
  })
  return id
}

test('whatever happens, each notice is answered by its deadline or the operator is told', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(history, { minLength: 1, maxLength: 6 }),
      fc.array(fc.integer({ min: 1, max: 2500 }), { minLength: 4, maxLength: 8 }),
      async (histories, looks) => {
        const began = world.clock.now().getTime()
        const ids = await Promise.all(histories.map(insertOf))
        const answeredAt = (one: History) => one.answered?.at ?? Number.POSITIVE_INFINITY
        /** By the slow way: at each look, whoever is late and silent is told of, for good. */
        const told = histories.map(() => false)
        for (const minutes of looks) {
          const before = (world.clock.now().getTime() - began) / minutesMs(1)
          world.later(minutesMs(minutes))
          const now = before + minutes
          for (const [at, one] of histories.entries()) {
            const { answered } = one
            if (answered !== null && answered.at > before && answered.at <= now) await answer(ids[at] ?? '', answered.how)
            if (answered !== null && before === 0 && answered.at === 0) await answer(ids[at] ?? '', answered.how)
            if (!one.digest && deadlineMinutes[one.level] <= now && answeredAt(one) > now) told[at] = true
          }
          await run()
          for (const [at, one] of histories.entries()) {
            const about = await alertsAbout(`notice/${ids[at]}`)
            assert.equal(about.length, told[at] ? 1 : 0, JSON.stringify({ one, now }))
            if (told[at]) assert.equal(about[0]?.closed_at === null, answeredAt(one) > now, JSON.stringify({ one, now }))
          }
        }
        world.later(daysMs(1))
      },
    ),
    { numRuns: 25 },
  )
})

const answer = (id: string, how: 'read_at' | 'acknowledged_at' | 'done_at') =>
  world.storage.asTenant(programme, (tx) =>
    tx
      .updateTable('notice')
      .set({ [how]: world.clock.now() })
      .where('id', '=', id)
      .execute(),
  )

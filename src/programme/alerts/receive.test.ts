import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { daysMs } from '#kernel'
import { disconnect } from '#members'
import { uuid } from '#storage'
import { connectedMailbox, harmless, hostile, openWorld, programme, provenAddress, type World } from '../../../test/support/programme.ts'
import { until } from '../../../test/support/until.ts'
import type { Arrival } from './arrival.ts'
import { decide } from './decide.ts'
import { incident } from './incident.ts'
import { lockMatter } from './matter-lock.ts'
import { exportQueue, newSince, queue } from './queue.ts'
import { receive, receiveNothing } from './receive.ts'
import { receiveReport } from './receive-report.ts'
import type { Teller, Telling } from './telling.ts'

let world: World
let told: Telling[]
let connectionId: string
let uid = 0
const davids = { id: '' }

before(async () => {
  world = await openWorld()
  connectionId = await connectedMailbox(world, world.marta)
  davids.id = await connectedMailbox(world, world.david)
})
after(() => world.storage.close())

/** Writes a notice row as notify would, as far as alerts reads it. */
const teller: Teller = async () => async (tx, telling) => {
  told.push(telling)
  await tx
    .insertInto('notice')
    .values({
      id: uuid(),
      incident_id: telling.incidentId,
      person_id: telling.personId,
      organisation_id: telling.organisationId,
      kind: telling.kind,
      level: telling.level,
      language: 'en',
      code_hash: Buffer.from(uuid()),
      sealed: Buffer.alloc(0),
      subject_account_id: telling.subjectAccountId,
      decided_at: world.clock.now(),
      read_at: null,
    })
    .execute()
}

const deps = () => ({ ...world, teller })

function arrival(over: Partial<Arrival> = {}, to: 'marta' | 'david' = 'marta'): Arrival {
  uid += 1
  return {
    reached: { ...world[to], organisationId: world.organisationId },
    place: { connectionId: to === 'marta' ? connectionId : davids.id, folder: 'INBOX', uidValidity: 1, uid },
    inJunk: false,
    firstLook: false,
    arrivedAt: world.clock.now(),
    bytes: Buffer.from(`mail ${uid}`),
    inspection: hostile({ subject: `subject ${uid}`, payload: `payload ${uid}`, sender: `sender ${uid}` }),
    ...over,
  }
}

const count = async (table: 'incident' | 'message_verdict' | 'flagged_message' | 'finding'): Promise<number> => {
  const row = await world.storage.asTenant(programme, (tx) =>
    tx
      .selectFrom(table)
      .select((columns) => columns.fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow(),
  )
  return Number(row.count)
}

test('an honest mail leaves a verdict and nothing else', async () => {
  told = []
  const incidents = await count('incident')
  const verdicts = await count('message_verdict')
  assert.deepEqual(await receive(deps(), arrival({ inspection: harmless() })), { outcome: 'silent' })
  assert.equal(await count('incident'), incidents)
  assert.equal(await count('message_verdict'), verdicts + 1)
  assert.deepEqual(told, [])
})

test('a hostile mail opens an incident and its person is told, once, however often the job runs', async () => {
  told = []
  const one = arrival()
  const first = await receive(deps(), one)
  assert.equal(first.outcome, 'opened')
  assert.deepEqual(await receive(deps(), one), { outcome: 'already-examined' })
  assert.deepEqual(
    told.map(({ personId, level, kind }) => ({ personId, level, kind })),
    [{ personId: world.marta.personId, level: 'targeted', kind: 'incident' }],
  )
})

test('fifty mails of one campaign at once are one incident, and one notice a person', async () => {
  told = []
  const before = await count('incident')
  const mails = Array.from({ length: 50 }, (_, index) =>
    arrival(
      { inspection: hostile({ sender: `rotating ${index}`, subject: 'one campaign', payload: 'one.example/x' }) },
      index % 2 === 0 ? 'marta' : 'david',
    ),
  )
  const received = await Promise.all(mails.map((mail) => receive(deps(), mail)))
  assert.equal(await count('incident'), before + 1)
  assert.equal(new Set(received.map(({ incidentId }) => incidentId)).size, 1)
  assert.deepEqual(told.map(({ personId }) => personId).sort(), [world.marta.personId, world.david.personId].sort())
  const seen = await incident(world, world.analyst, received[0]?.incidentId ?? '')
  assert.equal(seen?.messages, 50)
  assert.deepEqual(
    seen?.people.map(({ messages }) => messages),
    [25, 25],
  )
})

test('mails that share one part only, or come eight days apart, are two incidents', async () => {
  const parts = { sender: 'week', subject: 'week', payload: 'week' }
  const first = await receive(deps(), arrival({ inspection: hostile(parts) }))
  const other = await receive(deps(), arrival({ inspection: hostile({ ...parts, subject: 'other', payload: 'other' }) }))
  assert.notEqual(other.incidentId, first.incidentId)
  const late = await receive(deps(), arrival({ inspection: hostile(parts), arrivedAt: new Date(world.clock.now().getTime() + daysMs(8)) }))
  assert.notEqual(late.incidentId, first.incidentId)
})

test('the same mail in two folders of one mailbox counts once', async () => {
  told = []
  const bytes = Buffer.from('the same bytes')
  const inspection = hostile({ sender: 'twice', subject: 'twice', payload: 'twice' })
  const first = await receive(deps(), arrival({ bytes, inspection }))
  const second = await receive(
    deps(),
    arrival({ bytes, inspection, place: { connectionId, folder: '[Gmail]/All Mail', uidValidity: 7, uid: 9 } }),
  )
  assert.deepEqual(second, { outcome: 'same-message', ...(first.incidentId && { incidentId: first.incidentId }) })
  assert.equal(told.length, 1)
  assert.equal((await incident(world, world.analyst, first.incidentId ?? ''))?.messages, 1)
})

test('a mail that lay in the junk folder is a blocked attempt until one gets past it', async () => {
  told = []
  const inspection = hostile({ sender: 'junk', subject: 'junk', payload: 'junk' })
  const { incidentId = '' } = await receive(deps(), arrival({ inJunk: true, inspection }))
  assert.equal(told[0]?.level, 'attempt-blocked')
  await receive(deps(), arrival({ inspection }, 'david'))
  assert.equal((await incident(world, world.analyst, incidentId))?.level, 'targeted')
})

test('nothing is kept of a mail whose mailbox was disconnected while it was read', async () => {
  const ended = await connectedMailbox({ ...world }, await another())
  await world.storage.asTenant(programme, (tx) =>
    tx.updateTable('connection').set({ ended_at: world.clock.now(), state: 'ended' }).where('id', '=', ended).execute(),
  )
  const before = [await count('incident'), await count('message_verdict'), await count('flagged_message')]
  const received = await receive(deps(), arrival({ place: { connectionId: ended, folder: 'INBOX', uidValidity: 1, uid: 1 } }))
  assert.equal(received.outcome, 'connection-ended')
  assert.deepEqual([await count('incident'), await count('message_verdict'), await count('flagged_message')], before)
})

/** One more account of Marta's, so that it can have a connection of its own. */
async function another(): Promise<{ personId: string; accountId: string }> {
  const accountId = uuid()
  const { personId } = world.marta
  await world.storage.asTenant(programme, (tx) =>
    tx
      .insertInto('account')
      .values({
        id: accountId,
        person_id: personId,
        organisation_id: world.organisationId,
        kind: 'work',
        address: `x${accountId}@ruiz.example`,
        address_folded: `x${accountId}@ruiz.example`,
        proven_at: null,
        bouncing_since: null,
        created_at: world.clock.now(),
        removed_at: null,
      })
      .execute(),
  )
  return { personId, accountId }
}

test('a first look is told in one digest and never mail by mail', async () => {
  told = []
  const account = await another()
  const old = await connectedMailbox(world, account)
  const left = (value: number) =>
    world.storage.asTenant(programme, (tx) =>
      tx.updateTable('connection').set({ first_look_total: value, first_look_left: value }).where('id', '=', old).execute(),
    )
  await left(3)
  const place = (number: number) => ({ connectionId: old, folder: 'INBOX', uidValidity: 1, uid: number })
  const reached = { ...account, organisationId: world.organisationId }
  await receive(deps(), arrival({ reached, firstLook: true, place: place(1) }))
  await receive(deps(), arrival({ reached, firstLook: true, place: place(2), inspection: harmless() }))
  await receive(deps(), arrival({ reached, firstLook: true, place: place(2), inspection: harmless() }))
  await receiveNothing(deps(), { reached, firstLook: true, place: place(3), noticedAt: world.clock.now(), why: 'gone' })
  assert.deepEqual(told, [])
  const row = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('connection').select('first_look_left').where('id', '=', old).executeTakeFirstOrThrow(),
  )
  assert.equal(row.first_look_left, 0)
})

test('a report of a careful mail is kept for the desk and wakes nobody; the spool row goes with it', async () => {
  told = []
  const spoolId = uuid()
  await world.storage.asTenant(programme, (tx) =>
    tx
      .insertInto('report_spool')
      .values({ id: spoolId, person_id: world.marta.personId, sealed: Buffer.from('x'), received_at: world.clock.now() })
      .execute(),
  )
  const careful = { ...hostile({ sender: 'odd', subject: 'odd', payload: 'odd' }), verdict: 'careful' } as const
  const report = {
    spoolId,
    reached: { ...world.marta, organisationId: world.organisationId },
    messages: [{ bytes: Buffer.from('odd'), inspection: careful }],
    receivedAt: world.clock.now(),
    mayAnswer: true,
  }
  const first = await receiveReport(deps(), report)
  assert.equal(first.verdict, 'careful')
  assert.equal(first.incidentIds.length, 1)
  assert.deepEqual(await receiveReport(deps(), report), { outcome: 'already-examined', incidentIds: [] })
  assert.deepEqual(told, [])
})

test('a dismissed campaign is counted and wakes nobody again; the decision and its reason stand', async () => {
  told = []
  const inspection = hostile({ sender: 'calm', subject: 'calm', payload: 'calm' })
  const { incidentId = '' } = await receive(deps(), arrival({ inspection }))
  assert.equal(await decide(world, world.analyst, incidentId, { step: 'dismiss', why: 'honest-mail', reason: 'our printer' }), true)
  await assert.rejects(decide(world, world.analyst, incidentId, { step: 'confirm', reason: '' }), { code: 'already-decided' })
  told = []
  await receive(deps(), arrival({ inspection }, 'david'))
  assert.deepEqual(told, [])
  const seen = await incident(world, world.analyst, incidentId)
  assert.equal(seen?.state, 'dismissed')
  assert.equal(seen?.messages, 2)
  assert.deepEqual(
    seen?.steps.map(({ by, step, reason }) => ({ by, step, reason })),
    [{ by: 'Ana Desk', step: 'dismiss', reason: 'honest-mail: our printer' }],
  )
})

test('two incidents merged are one: mails of either join it, and who was told is not told again', async () => {
  told = []
  const one = hostile({ sender: 'm1', subject: 'm1', payload: 'm1' })
  const two = hostile({ sender: 'm2', subject: 'm2', payload: 'm2' })
  const { incidentId: from = '' } = await receive(deps(), arrival({ inspection: one }))
  const { incidentId: into = '' } = await receive(deps(), arrival({ inspection: two }, 'david'))
  assert.equal(await decide(world, world.analyst, from, { step: 'merge', into, reason: 'same page' }), true)
  await assert.rejects(decide(world, world.analyst, into, { step: 'merge', into: from, reason: '' }), { code: 'cannot-merge' })
  told = []
  const again = await receive(deps(), arrival({ inspection: one }))
  assert.equal(again.incidentId, into)
  assert.deepEqual(told, [])
  const seen = await incident(world, world.analyst, into)
  assert.equal(seen?.messages, 3)
  assert.equal(seen?.people.length, 2)
})

test('the queue counts, filters, finds and exports; a person and another organisation see none of it', async () => {
  const all = await queue(world, world.analyst, { state: 'all', search: '', page: 1 })
  assert.ok(all.total >= 8)
  assert.equal(all.states.all, all.total)
  assert.equal(all.states.open + all.states.confirmed + all.states.dismissed, all.states.all)
  const found = await queue(world, world.analyst, { state: 'open', search: 'cole', page: 1 })
  assert.ok(found.total > 0 && found.rows.every(({ who }) => who.includes('Cole') || who.includes('more')))
  assert.equal((await queue(world, world.analyst, { state: 'all', search: '100% nobody', page: 1 })).total, 0)
  let exported = 0
  for await (const row of exportQueue(world, world.analyst, { state: 'all', search: '', page: 1 })) exported += row.id === '' ? 0 : 1
  assert.equal(exported, all.total)
  assert.ok((await newSince(world, world.analyst, new Date(0))) > 0)
  const stranger = { kind: 'administrator', personId: uuid(), organisationId: uuid() } as const
  assert.equal((await queue(world, stranger, { state: 'all', search: '', page: 1 })).total, 0)
  assert.equal(await incident(world, stranger, all.rows[0]?.id ?? ''), undefined)
  assert.equal(await decide(world, stranger, all.rows[0]?.id ?? '', { step: 'confirm', reason: '' }), false)
})

test('whoever looks at an incident is written down in the same transaction', async () => {
  const { rows } = await queue(world, world.analyst, { state: 'open', search: '', page: 1 })
  const id = rows[0]?.id ?? ''
  const looks = () =>
    world.storage.asTenant(programme, (tx) => tx.selectFrom('looked_at').select('viewer').where('incident_id', '=', id).execute())
  const before = (await looks()).length
  await incident(world, world.analyst, id)
  const after = await looks()
  assert.equal(after.length, before + 1)
})

test('a hostile mail in the likeness of a dismissed one is a new incident, and its person is told', async () => {
  const parts = { sender: 'likeness', subject: 'likeness', payload: 'likeness' }
  const harmlessFirst = await receive(deps(), arrival({ inspection: hostile(parts) }))
  await decide(world, world.analyst, harmlessFirst.incidentId ?? '', { step: 'dismiss', why: 'honest-mail', reason: '' })
  told = []
  const trap = await receive(deps(), arrival({ inspection: hostile({ ...parts, payload: 'evil.example/other' }) }))
  assert.equal(trap.outcome, 'opened')
  assert.equal(told.length, 1)
  const wordsOnly = { ...parts, subject: 'words only', payload: '' }
  const said = await receive(deps(), arrival({ inspection: hostile(wordsOnly) }))
  await decide(world, world.analyst, said.incidentId ?? '', { step: 'dismiss', why: 'honest-mail', reason: '' })
  assert.equal((await receive(deps(), arrival({ inspection: hostile(wordsOnly) }))).outcome, 'opened')
})

test('a person who heard of a blocked attempt hears again when a mail of it gets past the junk folder, once', async () => {
  told = []
  const inspection = hostile({ sender: 'through', subject: 'through', payload: 'through' })
  await receive(deps(), arrival({ inJunk: true, inspection }))
  await receive(deps(), arrival({ inJunk: true, inspection }))
  await receive(deps(), arrival({ inspection }))
  await receive(deps(), arrival({ inspection }))
  await receive(deps(), arrival({ inJunk: true, inspection }))
  assert.deepEqual(
    told.map(({ level }) => level),
    ['attempt-blocked', 'targeted'],
  )
})

test('a merge waits for the mail that is joining one of the two', async () => {
  const parts = (name: string) => hostile({ sender: name, subject: name, payload: name })
  const { incidentId: from = '' } = await receive(deps(), arrival({ inspection: parts('slow 1') }))
  const { incidentId: into = '' } = await receive(deps(), arrival({ inspection: parts('slow 2') }))
  const [holds, lets] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const joining = world.storage.asTenant(programme, async (tx) => {
    await lockMatter(tx, { kind: 'organisation', id: world.organisationId })
    holds.resolve()
    await lets.promise
  })
  await holds.promise
  const merging = decide(world, world.analyst, from, { step: 'merge', into, reason: '' })
  try {
    await until('the merge waits', async () => {
      const { rows } = await world.storage.pool.query("select from pg_locks where locktype = 'advisory' and not granted")
      return rows.length === 1
    })
  } finally {
    lets.resolve()
    await joining
  }
  assert.equal(await merging, true)
})

test('who disconnects while a mail is being written down leaves nothing of it behind', async () => {
  const personal = await provenAddress(world, world.david.personId, 'david@leaves.example')
  const mailbox = await connectedMailbox(world, { personId: world.david.personId, accountId: personal })
  const { personId } = world.david
  const [written, lets] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const receiving = receive(deps(), {
    ...arrival({ inspection: { ...harmless(), traces: [{ kind: 'sender', value: 'lee@print.example' }] } }, 'david'),
    reached: { personId, accountId: personal, organisationId: null },
    place: { connectionId: mailbox, folder: 'INBOX', uidValidity: 1, uid: 1 },
    learn: async () => {
      written.resolve()
      await lets.promise
    },
  })
  await written.promise
  let left = false
  const leaving = disconnect(world, { kind: 'person', personId }, personal).finally(() => {
    left = true
  })
  try {
    await until('the goodbye waits, or is through', async () => left || (await waiting()))
  } finally {
    lets.resolve()
    await Promise.all([receiving, leaving])
  }
  const traces = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('mail_trace').select('id').where('connection_id', '=', mailbox).execute(),
  )
  assert.deepEqual(traces, [])
})

test('mails of a first look, written down at once, do not wait for each other for ever', async () => {
  await world.storage.asTenant(programme, (tx) =>
    tx.updateTable('connection').set({ first_look_left: 20 }).where('id', '=', davids.id).execute(),
  )
  const mails = Array.from({ length: 20 }, (_, at) =>
    arrival({ firstLook: true, ...(at % 2 === 0 && { inspection: { ...harmless(), traces: [] } }) }, 'david'),
  )
  const received = await Promise.all(mails.map((mail) => receive(deps(), mail)))
  assert.equal(received.filter(({ outcome }) => outcome === 'silent').length, 10)
})

/** Whether a transaction of this database waits for another. */
async function waiting(): Promise<boolean> {
  const { rows } = await world.storage.pool.query(
    'select from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0',
  )
  return rows.length > 0
}

/** A hostile mail in Marta's personal mailbox, which she lets the desk see. */
async function personalMatter(address: string): Promise<{ readonly incidentId: string; readonly end: () => Promise<unknown> }> {
  const { personId } = world.marta
  const accountId = await provenAddress(world, personId, address)
  const inbox = await connectedMailbox(world, { personId, accountId })
  const inspection = hostile({ sender: address, subject: address, payload: address })
  const view = {
    ...inspection.view,
    to: [address.toUpperCase()],
    text: `Dear ${address}, open https://evil.example/?who=${address.replace('@', '%40')}`,
  }
  uid += 1
  const { incidentId = '' } = await receive(
    deps(),
    arrival({
      reached: { personId, accountId, organisationId: null },
      place: { connectionId: inbox, folder: 'INBOX', uidValidity: 1, uid },
      inspection: { ...inspection, view },
    }),
  )
  const [consent, grant] = [uuid(), uuid()]
  const at = world.clock.now()
  await world.storage.asTenant(programme, async (tx) => {
    const given = { id: consent, person_id: personId, purpose: 'desk-sees-findings', version: '1', given_at: at }
    await tx.insertInto('consent').values(given).execute()
    const opens = { id: grant, person_id: personId, to_desk: true, scope: 'details', consent_id: consent, since: at } as const
    await tx.insertInto('access_grant').values(opens).execute()
  })
  const end = () =>
    world.storage.asTenant(programme, (tx) => tx.updateTable('access_grant').set({ until: at }).where('id', '=', grant).execute())
  return { incidentId, end }
}

test('the desk that may see a personal matter sees no personal address in it, and nothing once the consent ends', async () => {
  const { incidentId, end } = await personalMatter('marta.ruiz@private.example')
  const seen = await incident(world, world.analyst, incidentId)
  assert.match(seen?.message?.text ?? '', /^Dear a personal address, /)
  assert.doesNotMatch(JSON.stringify(seen), /private\.example/i)
  await end()
  assert.equal(await incident(world, world.analyst, incidentId), undefined)
  assert.equal(await decide(world, world.analyst, incidentId, { step: 'note', reason: 'x' }), false)
})

test('incidents of two owners are never one, whoever asks', async () => {
  const { incidentId: personal, end } = await personalMatter('marta.merges@private.example')
  const { incidentId: work = '' } = await receive(deps(), arrival())
  for (const [id, into] of [
    [personal, work],
    [work, personal],
  ] as const)
    await assert.rejects(decide(world, world.analyst, id, { step: 'merge', into, reason: '' }), { code: 'cannot-merge' })
  await end()
  assert.equal(await decide(world, world.analyst, personal, { step: 'merge', into: work, reason: '' }), false)
})

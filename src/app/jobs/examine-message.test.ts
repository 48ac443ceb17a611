import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { raise } from '#alerts'
import type { Inspection } from '#mail'
import { connectedMailbox, harmless, openWorld, programme, type World } from '../../../test/support/programme.ts'
import { gaveUpExamining, openExamination } from './examine-message.ts'
import { openSilenceWatch } from './watch-silence.ts'

let world: World
let connectionId: string
before(async () => {
  world = await openWorld()
  connectionId = await connectedMailbox(world, world.marta)
})
after(() => world.storage.close())

const refOf = (uid: number) => ({ connectionId, folder: 'INBOX', specialUse: 'inbox', uidValidity: 1, uid, firstLook: true }) as const
const change = (columns: { first_look_total?: number; first_look_left?: number; state?: 'ended'; settings?: string }) =>
  world.storage.asTenant(programme, (tx) => tx.updateTable('connection').set(columns).where('id', '=', connectionId).execute())
const now = () =>
  world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('connection').selectAll().where('id', '=', connectionId).executeTakeFirstOrThrow(),
  )

test('a first look comes to its end though one of its mails could not be examined', async () => {
  await change({ first_look_total: 1, first_look_left: 1 })
  await world.storage.asTenant(programme, (tx) => gaveUpExamining(tx, world.clock, refOf(1)))
  assert.equal((await now()).first_look_left, 0)
})

test('a mail that was too big to be read whole is not called fine', async () => {
  const settings = { host: 'imap.example', port: 993, tls: 'implicit', user: 'marta', how: 'password', trustedAuthserv: [] }
  await change({ settings: JSON.stringify(settings) })
  const fine: Inspection = harmless()
  assert.equal(fine.verdict, 'fine')
  const examine = openExamination({
    ...world,
    teller: async () => async () => {},
    reader: {
      headers: async () => ({ gone: true }),
      read: async () => ({ bytes: Buffer.from('x'), internalDate: world.clock.now(), complete: false }),
    },
    inspector: { inspect: async () => fine, close: async () => {} },
  })
  await examine({ ...refOf(2), firstLook: false }, { id: '1', attempts: 1, signal: new AbortController().signal })
  const verdict = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('message_verdict').select('verdict').where('connection_id', '=', connectionId).where('uid', '=', 2).executeTakeFirst(),
  )
  assert.equal(verdict?.verdict, 'careful')
  const alerts = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('operator_alert').select('says').where('kind', '=', 'mail-not-judged').where('closed_at', 'is', null).execute(),
  )
  assert.equal(alerts.length, 1, 'and the desk is told that nobody judged all of it')
})

test('when a mailbox that refused us is disconnected, the operator is no longer told to mend it', async () => {
  const subject = `connection/${connectionId}`
  await world.storage.asTenant(programme, (tx) =>
    raise(tx, world.clock, {
      kind: 'connection-refused',
      subject,
      severity: 'medium',
      organisationId: null,
      personId: null,
      says: 'Refused.',
    }),
  )
  await change({ state: 'ended' })
  await openSilenceWatch(world)({}, { id: '1', attempts: 1, signal: new AbortController().signal })
  const open = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('operator_alert').select('id').where('subject', '=', subject).where('closed_at', 'is', null).execute(),
  )
  assert.deepEqual(open, [])
})

test('where only mails about the security of accounts may be read, of the others nothing but sender and subject is asked for', async () => {
  const settings = { host: 'imap.example', port: 993, tls: 'implicit', user: 'marta', how: 'password', trustedAuthserv: [] }
  await change({ settings: JSON.stringify(settings) })
  await world.storage.asTenant(programme, (tx) =>
    tx.updateTable('connection').set({ reads: 'security' }).where('id', '=', connectionId).execute(),
  )
  const read: number[] = []
  const subjects = new Map([
    [11, 'Dinner on Friday?'],
    [12, 'New sign-in to your account'],
  ])
  const examine = openExamination({
    ...world,
    teller: async () => async () => {},
    reader: {
      headers: async (_, { which, withSubject }) => {
        const uid = 'uids' in which ? (which.uids[0] ?? 0) : 0
        assert.equal(withSubject, true)
        const bytes = Buffer.from(`From: Lena <lena@home.example>\r\nSubject: ${subjects.get(uid)}\r\n\r\n`)
        return { uidValidity: 1, headers: [{ uid, internalDate: world.clock.now(), bytes }], more: false }
      },
      read: async ({ uid }) => {
        read.push(uid)
        return { bytes: Buffer.from('Subject: x\r\n\r\nx'), internalDate: world.clock.now(), complete: true }
      },
    },
    inspector: { inspect: async () => harmless(), close: async () => {} },
  })
  for (const uid of subjects.keys())
    await examine({ ...refOf(uid), firstLook: false }, { id: '1', attempts: 1, signal: new AbortController().signal })
  assert.deepEqual(read, [12])
  const rows = await world.storage.asTenant(programme, (tx) =>
    tx
      .selectFrom('message_verdict')
      .select(['uid', 'verdict'])
      .where('uid', 'in', [...subjects.keys()])
      .orderBy('uid')
      .execute(),
  )
  assert.deepEqual(
    rows.map(({ uid, verdict }) => [Number(uid), verdict]),
    [
      [11, 'unread'],
      [12, 'fine'],
    ],
  )
  const traces = await world.storage.asTenant(programme, (tx) => tx.selectFrom('mail_trace').select('uid').where('uid', '=', 11).execute())
  assert.deepEqual(traces, [])
})

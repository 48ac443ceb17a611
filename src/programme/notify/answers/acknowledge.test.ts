import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { minutesMs, type Who } from '#kernel'
import { uuid } from '#storage'
import { incidentContent } from '../../../../test/support/notice-load.ts'
import { openWorld, programme, provenAddress, type World } from '../../../../test/support/programme.ts'
import { writeNotices } from '../write-notice.ts'
import { acknowledgeNotice } from './acknowledge.ts'

let world: World
before(async () => {
  world = await openWorld()
  await provenAddress(world, world.marta.personId, 'marta@home.example')
  await world.storage.asTenant(programme, (tx) =>
    tx
      .insertInto('contact_method')
      .values(
        (['sms', 'voice'] as const).map((channel) => ({
          ...{ id: uuid(), person_id: world.marta.personId, organisation_id: null, channel, masked: '…123' },
          ...{ sealed: Buffer.from('x'), address_hash: Buffer.from(channel), created_at: world.clock.now(), proven_at: world.clock.now() },
        })),
      )
      .execute(),
  )
})
after(() => world.storage.close())

const marta = (): Who => ({ kind: 'person', personId: world.marta.personId })

/** A notice that somebody may be in, as alerts would ask for it. */
async function tell(): Promise<string> {
  const { personId, accountId } = world.marta
  const content = incidentContent(world.clock.now())
  const decided = {
    personId,
    incidentId: null,
    organisationId: null,
    subjectAccountId: accountId,
    level: 'possible-access',
    content,
  } as const
  const sealer = await world.vault.sealer({ kind: 'person', id: personId })
  const [id] = await world.storage.asTenant(programme, (tx) =>
    writeNotices(tx, { ...world, messageDomain: 'protect.example' }, [{ sealer, decided }]),
  )
  return id ?? ''
}

const deliveriesOf = (id: string) =>
  world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('delivery').select(['channel', 'state', 'purpose', 'due_at']).where('notice_id', '=', id).orderBy('due_at').execute(),
  )
const noticeRow = (id: string) =>
  world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('notice').select(['acknowledged_at', 'acknowledged_by', 'read_at']).where('id', '=', id).executeTakeFirstOrThrow(),
  )

test('somebody may be in: the text message and the letter go at once, the call ten minutes later', async () => {
  const told = await deliveriesOf(await tell())
  const minutes = (at: Date) => (at.getTime() - world.clock.now().getTime()) / minutesMs(1)
  assert.deepEqual(told.map(({ channel, purpose, due_at }) => `${channel} ${purpose} ${minutes(due_at)}`).sort(), [
    'home first 0',
    'mail first 0',
    'sms first 0',
    'voice fallback 10',
  ])
})

test('who has acknowledged it is not called any more, and what was first is sent all the same', async () => {
  const id = await tell()
  assert.equal(await acknowledgeNotice(world, marta(), id, 'code'), true)
  const states = (await deliveriesOf(id)).map(({ channel, state }) => `${channel} ${state}`).sort()
  assert.deepEqual(states, ['home delivered', 'mail queued', 'sms queued', 'voice not-needed'])
})

test('the first acknowledgement counts, and a key on the telephone is no reading', async () => {
  const id = await tell()
  const at = world.clock.now()
  await acknowledgeNotice(world, marta(), id, 'voice')
  assert.equal((await noticeRow(id)).read_at, null)
  world.later(minutesMs(5))
  await acknowledgeNotice(world, marta(), id, 'passkey')
  assert.deepEqual(await noticeRow(id), { acknowledged_at: at, acknowledged_by: 'voice', read_at: world.clock.now() })
})

test('nobody acknowledges what somebody else was told', async () => {
  const id = await tell()
  assert.equal(await acknowledgeNotice(world, { kind: 'person', personId: world.david.personId }, id, 'portal'), false)
  assert.equal(await acknowledgeNotice(world, programme, id, 'portal'), false)
  assert.equal((await noticeRow(id)).acknowledged_at, null)
})

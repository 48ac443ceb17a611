import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { uuid } from '#storage'
import { incidentContent } from '../../../test/support/notice-load.ts'
import { openWorld, programme, provenAddress, type World } from '../../../test/support/programme.ts'
import { onReport } from './on-report.ts'
import { writeNotices } from './write-notice.ts'

let world: World
let methodId: string
before(async () => {
  world = await openWorld()
  methodId = uuid()
  await provenAddress(world, world.marta.personId, 'marta@home.example')
  await world.storage.asTenant(programme, (tx) =>
    tx
      .insertInto('contact_method')
      .values({
        ...{ id: methodId, person_id: world.marta.personId, organisation_id: null, channel: 'sms', masked: '••• 142' },
        ...{ sealed: Buffer.from('x'), address_hash: Buffer.from('sms'), created_at: world.clock.now(), proven_at: world.clock.now() },
      })
      .execute(),
  )
})
after(() => world.storage.close())

/** A text message that its gateway took as `reference`. */
async function sent(reference: string): Promise<string> {
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
  return world.storage.asTenant(programme, async (tx) => {
    const [noticeId = ''] = await writeNotices(tx, { ...world, messageDomain: 'protect.example' }, [{ sealer, decided }])
    const { id } = await tx
      .updateTable('delivery')
      .set({ state: 'sent', reference })
      .where('notice_id', '=', noticeId)
      .where('channel', '=', 'sms')
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  })
}
const stateOf = (id: string) =>
  world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('delivery').select(['state', 'answer']).where('id', '=', id).executeTakeFirstOrThrow(),
  )
const goneSince = async () =>
  (
    await world.storage.asTenant(programme, (tx) =>
      tx.selectFrom('contact_method').select('gone_since').where('id', '=', methodId).executeTakeFirstOrThrow(),
    )
  ).gone_since

test('a report settles its message, found by our key or by the gateway’s id, and a second one changes nothing', async () => {
  const byKey = await sent('id-1')
  const byReference = await sent('id-2')
  assert.equal(await onReport(world, { channel: 'sms', of: { key: byKey }, state: 'delivered', answer: 'dlr 1' }), true)
  assert.equal(await onReport(world, { channel: 'sms', of: { reference: 'id-2' }, state: 'failed', answer: 'EXPIRED' }), true)
  assert.equal(await onReport(world, { channel: 'sms', of: { reference: 'id-2' }, state: 'delivered', answer: 'DELIVRD' }), true)
  assert.deepEqual(await stateOf(byKey), { state: 'delivered', answer: 'dlr 1' })
  assert.deepEqual(await stateOf(byReference), { state: 'failed', answer: 'EXPIRED' })
  assert.equal(await goneSince(), null)
})

test('a report about no message of ours, or of another channel, changes nothing', async () => {
  const id = await sent('id-3')
  assert.equal(await onReport(world, { channel: 'sms', of: { reference: 'id-99' }, state: 'gone', answer: 'x' }), false)
  assert.equal(await onReport(world, { channel: 'voice', of: { key: id }, state: 'gone', answer: 'x' }), false)
  assert.equal((await stateOf(id)).state, 'sent')
})

test('a number that is gone is not written to again until it is proven anew', async () => {
  const id = await sent('id-4')
  await onReport(world, { channel: 'sms', of: { key: id }, state: 'gone', answer: 'undelivered 30005' })
  assert.equal((await stateOf(id)).state, 'bounced')
  assert.deepEqual(await goneSince(), world.clock.now())
})

import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { hoursMs, minutesMs } from '#kernel'
import { uuid } from '#storage'
import { lettersAsked } from '../../../../test/support/letters-asked.ts'
import { incidentContent } from '../../../../test/support/notice-load.ts'
import { openWorld, programme, provenAddress, type World } from '../../../../test/support/programme.ts'
import { hashOfAddress } from '../contact-address.ts'
import { codeOf, shownCode } from '../notice-code.ts'
import { writeNotices } from '../write-notice.ts'
import { openReplies } from './on-reply.ts'

let world: World
let reply: ReturnType<typeof openReplies>
let from: string
let numbers = 0

before(async () => {
  world = await openWorld()
  reply = openReplies(world)
  await provenAddress(world, world.marta.personId, 'marta@home.example')
})
after(() => world.storage.close())

/** Each test has a number of its own, so that none uses up another's limit. */
beforeEach(async () => {
  numbers += 1
  from = `+4915200001${String(numbers).padStart(3, '0')}`
  const row = { id: uuid(), person_id: world.marta.personId, organisation_id: null, channel: 'sms' as const, masked: '…123' }
  await world.storage.asTenant(programme, async (tx) => {
    await tx.updateTable('contact_method').set({ removed_at: world.clock.now() }).where('removed_at', 'is', null).execute()
    await tx
      .insertInto('contact_method')
      .values({
        ...{ ...row, sealed: Buffer.from('x'), address_hash: hashOfAddress(world.vault, 'sms', from) },
        ...{ created_at: world.clock.now(), proven_at: world.clock.now() },
      })
      .execute()
  })
})

/** A notice that was sent to that number; its id and its code as it was shown. */
async function tell(): Promise<{ readonly id: string; readonly code: string }> {
  const { personId, accountId: subjectAccountId } = world.marta
  const content = incidentContent(world.clock.now())
  const decided = { personId, incidentId: null, organisationId: null, subjectAccountId, level: 'possible-access', content } as const
  const sealer = await world.vault.sealer({ kind: 'person', id: personId })
  const [id = ''] = await world.storage.asTenant(programme, (tx) =>
    writeNotices(tx, { ...world, messageDomain: 'protect.example' }, [{ sealer, decided }]),
  )
  world.later(minutesMs(1))
  await world.storage.asTenant(programme, (tx) =>
    tx
      .updateTable('delivery')
      .set({ state: 'sent', sent_at: world.clock.now() })
      .where('notice_id', '=', id)
      .where('state', '=', 'queued')
      .execute(),
  )
  return { id, code: shownCode(codeOf(world.vault, { noticeId: id, personId, salt: 0 })) }
}

const acknowledgedBy = async (id: string) => {
  const row = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('notice').select(['acknowledged_by', 'read_at']).where('id', '=', id).executeTakeFirstOrThrow(),
  )
  assert.equal(row.read_at, null, 'an answer by text message reads nothing')
  return row.acknowledged_by
}

test('yes, in each language, acknowledges the latest notice that was sent there', async () => {
  for (const text of ['1', 'OK', 'Sí.', ' oui ', 'Ja!']) {
    const [earlier, latest] = [await tell(), await tell()]
    assert.equal(await reply({ from, text }), 'acknowledged', text)
    assert.deepEqual([await acknowledgedBy(earlier.id), await acknowledgedBy(latest.id)], [null, 'sms'])
  }
})

test('a code acknowledges the notice it stands on, whichever came last', async () => {
  const [earlier, latest] = [await tell(), await tell()]
  assert.equal(await reply({ from, text: earlier.code.toLowerCase() }), 'acknowledged')
  assert.deepEqual([await acknowledgedBy(earlier.id), await acknowledgedBy(latest.id)], ['sms', null])
})

test('another number acknowledges nothing, not even with the code', async () => {
  const { id, code } = await tell()
  assert.equal(await reply({ from: '+4915200009999', text: '1' }), 'nothing')
  assert.equal(await reply({ from: '+4915200009999', text: code }), 'nothing')
  assert.equal(await acknowledgedBy(id), null)
})

test('what is not understood changes nothing', async () => {
  const { id } = await tell()
  for (const text of ['', 'who is this?', '11', 'yes please call me', '7KQ2-M9XA', "1'; drop table notice"])
    assert.equal(await reply({ from, text }), 'nothing', text)
  assert.equal(await acknowledgedBy(id), null)
})

test('STOP ends that way, and the person hears of it by mail', async () => {
  const before = (await lettersAsked(world.storage)).length
  assert.equal(await reply({ from, text: 'Arrêt' }), 'stopped')
  const asked = (await lettersAsked(world.storage)).slice(before)
  assert.deepEqual(new Set(asked.map(({ news }) => news)), new Set(['address-removed']))
  assert.equal(await reply({ from, text: 'STOP' }), 'nothing', 'there is no such way any more')
})

test('one number is heard twenty times a minute; what comes after is dropped', async () => {
  await tell()
  for (let time = 0; time < 20; time += 1) await reply({ from, text: '1' })
  world.later(hoursMs(1))
  const { id } = await tell()
  assert.equal(await reply({ from, text: '1' }), 'too-many')
  assert.equal(await acknowledgedBy(id), null)
})

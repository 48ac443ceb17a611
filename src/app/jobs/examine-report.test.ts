import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { uuid } from '#storage'
import { hostile, openWorld, programme, provenAddress, type World } from '../../../test/support/programme.ts'
import { openReportExamination } from './examine-report.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.storage.close())

/** Spools a report of Marta's as the intake does, examines it, and says whose matter it became. */
async function reportFrom(address: string): Promise<string | undefined> {
  const { personId } = world.marta
  const spoolId = uuid()
  const lure = `From: bank@lure.example\r\nSubject: ${spoolId}\r\n\r\nSign in`
  const bytes = `From: ${address}\r\nContent-Type: message/rfc822\r\n\r\n${lure}`
  const sealer = await world.vault.sealer({ kind: 'person', id: personId })
  await world.storage.asTenant(programme, (tx) =>
    tx
      .insertInto('report_spool')
      .values({ id: spoolId, person_id: personId, sealed: sealer.seal(bytes, `report-spool/${spoolId}`), received_at: world.clock.now() })
      .execute(),
  )
  const parts = { sender: spoolId, subject: spoolId, payload: spoolId }
  const examine = openReportExamination({
    ...world,
    teller: async () => async () => {},
    inspector: { inspect: async () => hostile(parts), close: async () => {} },
    reports: { open: async () => ({ answerTo: undefined, messages: [Buffer.from(lure)] }), close: async () => {} },
  })
  await examine({ spoolId }, { id: '1', attempts: 1, signal: new AbortController().signal })
  const incident = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('incident').select('organisation_id').orderBy('id', 'desc').limit(1).executeTakeFirst(),
  )
  return incident && (incident.organisation_id === null ? 'personal' : 'work')
}

test('a report of somebody who has proved no address yet is examined too', async () => {
  assert.equal(await reportFrom('marta@ruiz.example'), 'work')
})

test('what was forwarded from a personal mailbox is no matter of the organisation, whether or not it was signed', async () => {
  await provenAddress(world, world.marta.personId, 'marta@home.example')
  assert.equal(await reportFrom('Marta@Home.example'), 'personal')
  assert.equal(await reportFrom('marta@an-alias.example'), 'personal')
  assert.equal(await reportFrom('marta@ruiz.example'), 'work')
})

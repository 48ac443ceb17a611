import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openStand } from '../../../../test/support/channel-stand.ts'
import { centreLogin, type MessageCentre, startMessageCentre } from '../../../../test/support/fakes/message-centre.ts'
import { until } from '../../../../test/support/until.ts'
import { conforms, noticeIn } from './conformance.test-suite.ts'
import { maskedNumber, readPhoneNumber } from './phone-number.ts'
import type { SmppSettings } from './settings.ts'
import { smppGateway } from './sms-smpp.ts'

const number = '+15555550142'
const timesMs = { answer: 300, enquire: 100, again: 20, againAtMost: 50 }

const settingsFor = (port: number, changes: Partial<SmppSettings> = {}): SmppSettings => ({
  ...{ gateway: 'smpp', host: '127.0.0.1', port, tls: false, systemType: '', sender: 'Bellwether', reportsInDecimal: false },
  ...centreLogin,
  ...changes,
})

conforms('text messages by SMPP', async () => {
  const centre = await startMessageCentre()
  const stand = openStand({})
  const gateway = smppGateway(stand.deps, settingsFor(centre.port), timesMs)
  return {
    channel: {
      ...{ name: 'sms', atOnce: 3, isSetUp: async () => true, readAddress: readPhoneNumber, masked: maskedNumber },
      ...gateway,
    },
    ...{ address: number, typed: { good: '+1 555 555-0142', bad: ['5555550142'] }, form: 'short', isIdempotent: false },
    turn: centre.turn,
    moods: {
      gone: { kind: 'gone' },
      refuses: { kind: 'refused' },
      later: { kind: 'later', everybody: true, afterMs: 1000 },
      silent: { kind: 'later', everybody: true },
      rubbish: { kind: 'later', everybody: true },
      endless: { kind: 'later', everybody: true },
    },
    shown: () => centre.texts,
    secrets: [centreLogin.password],
    logged: stand.logged,
    sockets: centre.sockets,
    close: centre.close,
  }
})

let centre: MessageCentre
let stand: ReturnType<typeof openStand>
let refuses = false
before(async () => {
  centre = await startMessageCentre()
  stand = openStand({
    hearing: () => {
      if (refuses) throw new Error('the database is away')
    },
  })
})
after(async () => centre.close())

const receipt = (text: string) => ({ source_addr: '15555550142', destination_addr: '1234', esm_class: 4, short_message: text })

test('a long message is parts that a telephone puts together, and the last alone is reported', async () => {
  const gateway = smppGateway(stand.deps, settingsFor(centre.port), timesMs)
  const message = noticeIn('es', { short: `${'ó🙂'.repeat(99)} fin` })
  const before = centre.parts.length
  const sent = await gateway.send(number, message)
  const parts = centre.parts.slice(before)
  assert.deepEqual(
    parts.map(({ registered_delivery: asked }) => asked),
    [0, 0, 0, 0, 1],
  )
  assert.equal(centre.texts.at(-1), message.short)
  assert.deepEqual(sent, { kind: 'taken', answer: '0x00', reference: `id-${centre.parts.length}` })
  // A second copy has the same headers, so a telephone takes it for the same message.
  await gateway.send(number, message)
  assert.deepEqual(centre.parts.at(-1)?.short_message?.udh, parts.at(-1)?.short_message?.udh)
  await gateway.close()
})

test('receipts and replies come back on the same connection, and one that could not be kept is asked for again', async () => {
  const gateway = smppGateway(stand.deps, settingsFor(centre.port), timesMs)
  await until('it is let in', () => centre.sockets() === 1 && centre.bound() > 0)
  await gateway.send(number, noticeIn('en'))
  refuses = true
  assert.equal(
    await centre.deliver(receipt('id:id-9 sub:001 dlvrd:001 submit date:2605031406 done date:2605031406 stat:DELIVRD err:000 text:')),
    0x64,
  )
  refuses = false
  assert.equal(
    await centre.deliver(receipt('id:id-9 sub:001 dlvrd:001 submit date:2605031406 done date:2605031406 stat:DELIVRD err:000 text:')),
    0,
  )
  assert.equal(await centre.deliver(receipt('id:id-10 stat:ACCEPTD')), 0)
  assert.equal(await centre.deliver({ ...receipt(''), receipted_message_id: 'id-11', message_state: 5 }), 0)
  assert.equal(await centre.deliver({ ...receipt('SÍ'), esm_class: 0, data_coding: 8 }), 0)
  assert.deepEqual(stand.reports, [
    { channel: 'sms', of: { reference: 'id-9' }, state: 'delivered', answer: 'DELIVRD' },
    { channel: 'sms', of: { reference: 'id-11' }, state: 'failed', answer: 'UNDELIV' },
  ])
  assert.deepEqual(stand.replies, [{ from: number, text: 'SÍ' }])
  await gateway.close()
})

test('one connection is kept, and made again when it is cut', async () => {
  const before = centre.bound()
  const gateway = smppGateway(stand.deps, settingsFor(centre.port), timesMs)
  for (let sent = 0; sent < 20; sent += 1) assert.equal((await gateway.send(number, noticeIn('en'))).kind, 'taken')
  assert.equal(centre.bound(), before + 1)
  centre.cut()
  await until('it is let in again', () => centre.bound() === before + 2)
  assert.equal((await gateway.send(number, noticeIn('en'))).kind, 'taken')
  centre.turn('silent')
  await until('a centre that says nothing is left', () => centre.sockets() === 0)
  centre.turn('takes')
  await until('it is let in again', () => centre.bound() >= before + 3)
  await gateway.close()
  await until('it has left', () => centre.sockets() === 0)
})

test('a wrong password is the operator’s matter', async () => {
  const gateway = smppGateway(stand.deps, settingsFor(centre.port, { password: 'wrong' }), timesMs)
  assert.deepEqual(await gateway.send(number, noticeIn('en')), { kind: 'later', answer: 'not let in: 0x0e', everybody: true })
  await gateway.close()
})

test('a centre that gives ids in hex and reports them in decimal is understood', async () => {
  const gateway = smppGateway(stand.deps, settingsFor(centre.port, { reportsInDecimal: true }), timesMs)
  centre.nameNext('1a2B')
  const sent = await gateway.send(number, noticeIn('en', { short: 'short' }))
  assert.deepEqual(sent, { kind: 'taken', answer: '0x00', reference: '6699' })
  await gateway.close()
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { daysMs } from '#kernel'
import { uuid } from '#storage'
import { twilioAccount, twilioSignature } from '../../../../test/support/fakes/twilio.ts'
import { incidentContent } from '../../../../test/support/notice-load.ts'
import { openWorld, programme, provenAddress, type World } from '../../../../test/support/programme.ts'
import { callbackFor } from '../channels/callback.ts'
import { channelSettingsSchema } from '../channels/settings.ts'
import { hashOfAddress } from '../contact-address.ts'
import { codeOf, shownCode } from '../notice-code.ts'
import { writeNotices } from '../write-notice.ts'
import { type Hearing, openHearing } from './hear.ts'

const number = '+15555550142'
const replySecret = '0123456789abcdef'
const kannel = { gateway: 'kannel', url: 'http://127.0.0.1:13013/', user: 'u', password: 'p', sender: '1234', replySecret }

let world: World
before(async () => {
  world = await openWorld()
  await provenAddress(world, world.marta.personId, 'marta@home.example')
  await world.storage.asTenant(programme, (tx) =>
    tx
      .insertInto('contact_method')
      .values(
        (['sms', 'voice'] as const).map((channel) => ({
          ...{ id: uuid(), person_id: world.marta.personId, organisation_id: null, channel, masked: '••• 142' },
          ...{ sealed: Buffer.from('x'), address_hash: hashOfAddress(world.vault, channel, number) },
          ...{ created_at: world.clock.now(), proven_at: world.clock.now() },
        })),
      )
      .execute(),
  )
})
after(() => world.storage.close())

const hearing = (settings: unknown): Hearing => openHearing({ ...world, settings: async () => channelSettingsSchema.parse(settings) })
const throughKannel = () => hearing({ sms: kannel })
const throughTwilio = () =>
  hearing({ sms: { gateway: 'twilio', ...twilioAccount, sender: '1234' }, voice: { ...twilioAccount, from: number } })

/** A notice that left by text message and by a call. */
async function told() {
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
    const left = await tx
      .updateTable('delivery')
      .set({ state: 'sent', sent_at: world.clock.now() })
      .where('notice_id', '=', noticeId)
      .where('channel', 'in', ['sms', 'voice'])
      .returning(['id', 'channel'])
      .execute()
    const idOf = (channel: 'sms' | 'voice') => left.find((one) => one.channel === channel)?.id ?? ''
    const { code_salt: salt } = await tx.selectFrom('notice').select('code_salt').where('id', '=', noticeId).executeTakeFirstOrThrow()
    return { noticeId, sms: idOf('sms'), voice: idOf('voice'), code: codeOf(world.vault, { noticeId, personId, salt }) }
  })
}

const acknowledgedBy = async (noticeId: string) =>
  (
    await world.storage.asTenant(programme, (tx) =>
      tx.selectFrom('notice').select('acknowledged_by').where('id', '=', noticeId).executeTakeFirstOrThrow(),
    )
  ).acknowledged_by
const stateOf = async (id: string) =>
  (
    await world.storage.asTenant(programme, (tx) =>
      tx.selectFrom('delivery').select('state').where('id', '=', id).executeTakeFirstOrThrow(),
    )
  ).state

const addressFor = (callback: Parameters<typeof callbackFor>[1], key: string) =>
  callbackFor({ vault: world.vault, publicAddress: async () => 'https://protect.example' }, callback, key)
const call = (url: string, form: Readonly<Record<string, string>> = {}) => ({ url, form, signature: twilioSignature(url, form) })
const writesBack = (hear: Hearing, text: string, from = number, secret = replySecret) =>
  hear('/heard/kannel-reply', call(`https://protect.example/heard/kannel-reply?${new URLSearchParams({ from, text, secret })}`))

test('the code of a notice, written back from its own number with whatever words around it, acknowledges it', async () => {
  for (const say of [
    (code: string) => code,
    (code: string) => `ok ${shownCode(code).toLowerCase()} thanks`,
    (code: string) => `Code: ${code.slice(0, 4)} ${code.slice(4)}`,
  ]) {
    const { noticeId, code } = await told()
    const { noticeId: newer } = await told()
    await writesBack(throughKannel(), say(code))
    assert.equal(await acknowledgedBy(noticeId), 'sms')
    assert.equal(await acknowledgedBy(newer), null)
  }
})

test('1 acknowledges the last notice of that number, for three days', async () => {
  const { noticeId: older } = await told()
  world.later(1000)
  const { noticeId } = await told()
  await writesBack(throughKannel(), ' 1 ')
  assert.deepEqual([await acknowledgedBy(older), await acknowledgedBy(noticeId)], [null, 'sms'])
  const { noticeId: late } = await told()
  world.later(daysMs(4))
  await writesBack(throughKannel(), '1')
  assert.equal(await acknowledgedBy(late), null)
})

test('other words, another number and another secret acknowledge nothing', async () => {
  const { noticeId, code } = await told()
  await writesBack(throughKannel(), 'who is this?')
  await writesBack(throughKannel(), code, '+15555550143')
  await writesBack(throughKannel(), code, number, 'another-secret-12')
  await writesBack(hearing({}), code)
  await writesBack(throughTwilio(), code)
  assert.equal(await acknowledgedBy(noticeId), null)
})

test('what Twilio signs is heard: a reply, a report and the key on a call', async () => {
  const { noticeId, sms, voice, code } = await told()
  const hear = throughTwilio()
  await hear('/heard/twilio-report', call(await addressFor('twilio-report', sms), { MessageStatus: 'delivered', MessageSid: 'SM1' }))
  assert.equal(await stateOf(sms), 'delivered')
  await hear('/heard/voice-report', call(await addressFor('voice-report', voice), { CallStatus: 'completed', CallSid: 'CA1' }))
  assert.equal(await stateOf(voice), 'delivered')
  const keyTo = await addressFor('voice-key', voice)
  await hear('/heard/voice-key', call(keyTo, { Digits: '2' }))
  await hear('/heard/voice-key', { ...call(keyTo, { Digits: '1' }), signature: 'forged' })
  await hear('/heard/voice-key', call(await addressFor('voice-key', sms), { Digits: '1' }))
  assert.equal(await acknowledgedBy(noticeId), null)
  await hear('/heard/voice-key', call(keyTo, { Digits: '1' }))
  assert.equal(await acknowledgedBy(noticeId), 'voice')
  const { noticeId: second, code: secondCode } = await told()
  await hear('/heard/twilio-reply', call('https://protect.example/heard/twilio-reply', { From: number, Body: secondCode }))
  assert.equal(await acknowledgedBy(second), 'sms')
  assert.notEqual(code, secondCode)
})

test('a report of Kannel settles its message, and what is not ours is passed over', async () => {
  const { sms } = await told()
  const hear = throughKannel()
  await hear('/heard/kannel-report', call(`${await addressFor('kannel-report', uuid())}&state=1`))
  await hear('/heard/nothing', call('https://protect.example/heard/nothing'))
  assert.equal(await stateOf(sms), 'sent')
  await hear('/heard/kannel-report', call(`${await addressFor('kannel-report', sms)}&state=1`))
  assert.equal(await stateOf(sms), 'delivered')
})

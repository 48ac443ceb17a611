import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openStand } from '../../../../test/support/channel-stand.ts'
import { twilioAccount, twilioSignature } from '../../../../test/support/fakes/twilio.ts'
import { callbackFor } from './callback.ts'
import { readTwilioReply } from './replies.ts'
import { readKannelReport, readKeyPress, readSmppReport, readTwilioReport, readVoiceReport } from './reports.ts'

const { deps } = openStand({})
const { vault } = deps
const { authToken } = twilioAccount
const signed = { vault, authToken }
const key = '00000000-0000-4000-8000-000000000001'

const called = (url: string, form: Readonly<Record<string, string>>) => ({ url, form, signature: twilioSignature(url, form) })

test('a report of Kannel is believed under the address that we gave it, and no other', async () => {
  const url = new URL(`${await callbackFor(deps, 'kannel-report', key)}&state=2`)
  assert.deepEqual(readKannelReport(vault, url.searchParams), { channel: 'sms', of: { key }, state: 'failed', answer: 'dlr 2' })
  url.searchParams.set('state', '8')
  assert.equal(readKannelReport(vault, url.searchParams), undefined)
  url.searchParams.set('state', '1')
  url.searchParams.set('of', `${'0'.repeat(47)}1`)
  assert.equal(readKannelReport(vault, url.searchParams), undefined)
})

test('a report of Twilio is believed when it is signed for this very address and these words', async () => {
  const url = await callbackFor(deps, 'twilio-report', key)
  const form = { MessageSid: 'SM1', MessageStatus: 'undelivered', ErrorCode: '30003', To: '+15555550142' }
  const call = called(url, form)
  assert.deepEqual(readTwilioReport(signed, call), { channel: 'sms', of: { key }, state: 'failed', answer: 'undelivered 30003' })
  for (const forged of [
    { ...call, url: url.replace('protect', 'other') },
    { ...call, form: { ...form, MessageStatus: 'delivered' } },
    { ...call, signature: '' },
    { ...call, signature: Buffer.alloc(20).toString('base64') },
  ])
    assert.equal(readTwilioReport(signed, forged), undefined)
})

test("Twilio's own example of a signature is understood", () => {
  // twilio.com/docs/usage/security, "Explore the algorithm yourself".
  const url = 'https://mycompany.com/myapp.php?foo=1&bar=2'
  const form = { CallSid: 'CA1234567890ABCDE', Caller: '+14158675309', Digits: '1234', From: '+14158675309', To: '+18005551212' }
  const call = { url, form, signature: 'RSOYDt4T1cUTdK1PDd93/VVr8B8=' }
  assert.equal(readVoiceReport({ vault, authToken: '12345' }, { ...call, form: { ...form } }), undefined)
  assert.deepEqual(readTwilioReply('12345', call), { from: '+14158675309', text: '' })
})

test('a number that is gone, a message that came and one that is on its way are told apart', async () => {
  const url = await callbackFor(deps, 'twilio-report', key)
  const stateOf = (form: Readonly<Record<string, string>>) => readTwilioReport(signed, called(url, form))?.state
  assert.equal(stateOf({ MessageStatus: 'delivered' }), 'delivered')
  assert.equal(stateOf({ MessageStatus: 'undelivered', ErrorCode: '30005' }), 'gone')
  assert.equal(stateOf({ MessageStatus: 'failed', ErrorCode: '21610' }), 'gone')
  for (const underWay of ['queued', 'sending', 'sent', 'accepted', 'read', ''])
    assert.equal(stateOf({ MessageStatus: underWay }), undefined)
})

test('a report without our key is found by its id', () => {
  const call = called('https://protect.example/heard/twilio-report', { MessageSid: 'SM1', MessageStatus: 'delivered' })
  assert.deepEqual(readTwilioReport(signed, call)?.of, { reference: 'SM1' })
})

test('a call that was taken and one that nobody took are reported, and the key that was pressed', async () => {
  const url = await callbackFor(deps, 'voice-report', key)
  const stateOf = (said: string) => readVoiceReport(signed, called(url, { CallSid: 'CA1', CallStatus: said }))?.state
  assert.deepEqual(['completed', 'busy', 'no-answer', 'failed', 'ringing'].map(stateOf), [
    'delivered',
    'failed',
    'failed',
    'failed',
    undefined,
  ])
  const keyTo = await callbackFor(deps, 'voice-key', key)
  assert.deepEqual(readKeyPress(signed, called(keyTo, { Digits: '1', CallSid: 'CA1' })), { key, digit: '1' })
  for (const digits of ['', '12', 'x']) assert.equal(readKeyPress(signed, called(keyTo, { Digits: digits })), undefined)
  assert.equal(readKeyPress(signed, { ...called(keyTo, { Digits: '1' }), signature: 'x' }), undefined)
})

test('a receipt is read from its words, and rather from its fields', () => {
  assert.deepEqual(
    readSmppReport({ text: 'id:0A1b sub:001 dlvrd:000 submit date:2605031406 done date:2605031407 stat:EXPIRED err:001 text:hi' }),
    {
      channel: 'sms',
      of: { reference: '0A1b' },
      state: 'failed',
      answer: 'EXPIRED',
    },
  )
  assert.deepEqual(readSmppReport({ text: 'id:1 stat:ENROUTE', receiptedId: '2', messageState: 2 })?.of, { reference: '2' })
  for (const text of ['', 'id:1 stat:ENROUTE', 'stat:DELIVRD', 'id:1 stat:UNKNOWN', 'hello'])
    assert.equal(readSmppReport({ text }), undefined, text)
})

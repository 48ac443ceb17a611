import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formsSeen, withForm, withoutForm } from './forms.ts'
import { channelSettingsSchema } from './settings.ts'

const read = (proposed: unknown) => channelSettingsSchema.parse(proposed)
const nothing = read({})
const kannel = { url: 'http://127.0.0.1:13013/cgi-bin/sendsms', user: 'us', password: 'top-secret', sender: '1234' }
const seenOf = (settings: unknown, form: string) => formsSeen(read(settings)).find((one) => one.form === form) ?? assert.fail(form)

test('nothing is set up at first', () => {
  assert.deepEqual(
    formsSeen(nothing).map(({ isSetUp, values, kept }) => [isSetUp, values, kept]),
    Array.from({ length: 6 }, () => [false, {}, []]),
  )
})

test('what was typed is set up and shown again, and its secrets are not', () => {
  const settings = withForm(nothing, 'kannel', kannel)
  const seen = seenOf(settings, 'kannel')
  assert.deepEqual(seen.values, { url: kannel.url, user: 'us', sender: '1234' })
  assert.deepEqual(seen.kept, ['password'])
  assert.ok(!JSON.stringify(formsSeen(read(settings))).includes('top-secret'))
  assert.equal(seenOf(settings, 'twilio').isSetUp, false)
})

test('a secret that is left empty stays as it was; another gateway does not inherit it', () => {
  const first = read(withForm(nothing, 'kannel', kannel))
  const again = read(withForm(first, 'kannel', { ...kannel, password: '', sender: '5678' }))
  assert.deepEqual(again.sms, { ...first.sms, sender: '5678' })
  const smpp = { host: 'smsc.example', port: '2775', tls: 'yes', systemId: 'us', password: '', sender: '1234' }
  assert.equal(channelSettingsSchema.safeParse(withForm(first, 'smpp', smpp)).success, false)
})

test('the gateway for text messages that was kept last is used, and calls stay beside it', () => {
  const voice = { url: '', accountSid: 'AC1', authToken: 'token', from: '+4915200000001' }
  const both = read(withForm(read(withForm(nothing, 'kannel', kannel)), 'voice', voice))
  assert.equal(both.voice?.url, 'https://api.twilio.com')
  const changed = read(withForm(both, 'twilio', { accountSid: 'AC1', authToken: 'token', sender: '1234' }))
  assert.deepEqual([changed.sms?.gateway, changed.voice], ['twilio', both.voice])
  assert.deepEqual(withoutForm(changed, 'kannel'), changed, 'it is not the one in use')
  assert.deepEqual(read(withoutForm(changed, 'twilio')), { ...changed, sms: null })
})

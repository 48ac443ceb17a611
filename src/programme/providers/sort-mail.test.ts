import assert from 'node:assert/strict'
import { test } from 'node:test'
import { providerOf } from './provider-of.ts'
import { type Expected, type ReadMail, sortMail } from './sort-mail.ts'

const expected = (account: string, more: Partial<Expected> = {}): Expected => ({
  provider: providerOf(account),
  account,
  label: 'BW7KQ2M9XT',
  token: 'TOKEN0123456',
  ourAddress: 'notices@protect.example',
  awaitsCode: false,
  ...more,
})
const ana = expected('ana.ruiz@gmail.com')
const alert: ReadMail = {
  from: 'Google <no-reply@accounts.google.com>',
  to: ['anaruiz@gmail.com'],
  subject: 'Security alert',
  text: 'A new sign-in on Windows.',
  isChecked: true,
  shownBy: 'signature',
}
const kindOf = (mail: ReadMail, wanted: Expected = ana): string => sortMail(mail, wanted).kind

test('a genuine security mail about the account is the provider’s word', () => {
  assert.deepEqual(sortMail(alert, ana), { kind: 'security', shownBy: 'signature' })
  assert.equal(kindOf({ ...alert, to: [], text: 'For ana.ruiz@gmail[.]com: a new sign-in.' }), 'security')
})

test('the same words that nobody signed for are a forgery', () => {
  assert.equal(kindOf({ ...alert, shownBy: undefined }), 'forged')
})

test('where no name server is asked, nobody is accused and nothing is believed', () => {
  assert.equal(kindOf({ ...alert, isChecked: false, shownBy: undefined }), 'harmless')
})

test('whoever only calls themselves Google is a forger, signed for their own domain or not', () => {
  for (const shownBy of ['signature', undefined] as const)
    assert.equal(kindOf({ ...alert, from: 'Google Accounts <security@lure.example>', shownBy }), 'forged')
  assert.equal(kindOf({ ...alert, from: 'security@accounts.google.com.lure.example' }), 'stranger')
})

test('Google’s mail about somebody else’s account is not this person’s matter', () => {
  assert.equal(kindOf({ ...alert, to: ['eve@gmail.com'], text: 'A new sign-in to eve@gmail.com' }), 'stranger')
})

test('what Google writes of other things is let go, and is no sign that others know the address', () => {
  assert.equal(kindOf({ ...alert, from: 'Google Maps <maps-noreply@google.com>' }), 'harmless')
  assert.equal(kindOf({ ...alert, from: 'notices@protect.example', shownBy: undefined }), 'harmless')
})

test('the question whether to forward shows its digits, for the person’s own mailbox only', () => {
  const asks: ReadMail = {
    from: 'Gmail Team <forwarding-noreply@google.com>',
    to: ['watch-1@in.protect.example'],
    subject: '(#123456789) Gmail Forwarding Confirmation - Receive Mail from ana.ruiz@gmail.com',
    text: 'anaruiz@gmail.com has requested to automatically forward mail',
    isChecked: true,
    shownBy: 'signature',
  }
  assert.deepEqual(sortMail(asks, ana), { kind: 'code', code: '123456789' })
  assert.equal(kindOf({ ...asks, shownBy: undefined }), 'forged')
  assert.equal(kindOf({ ...asks, subject: asks.subject.replace('ana.ruiz', 'eve'), text: 'eve@gmail.com asks' }), 'stranger')
  assert.deepEqual(sortMail({ ...asks, subject: '(#987654321) Confirmación de reenvío', text: asks.text }, ana), {
    kind: 'code',
    code: '987654321',
  })
})

test('our own test mail is known by its token; an older one changes nothing', () => {
  const beat: ReadMail = { ...alert, from: 'notices@protect.example', subject: 'Test mail BW7KQ2M9XT TOKEN0123456', shownBy: undefined }
  assert.equal(kindOf(beat), 'beat')
  assert.equal(kindOf({ ...beat, subject: 'Test mail BW7KQ2M9XT TOKEN999' }), 'harmless')
  assert.equal(kindOf(beat, expected('ana.ruiz@gmail.com', { token: undefined })), 'harmless')
})

test('a second address at Microsoft is asked for a code once, and its mails hide the name of the account', () => {
  const mail: ReadMail = {
    from: 'Microsoft account team <account-security-noreply@accountprotection.microsoft.com>',
    to: ['watch-1@in.protect.example'],
    subject: 'Microsoft account security code',
    text: 'Security code: 4711002 for an***@outlook.com',
    isChecked: true,
    shownBy: 'signature',
  }
  const fresh = expected('ana@outlook.com', { awaitsCode: true })
  assert.deepEqual(sortMail(mail, fresh), { kind: 'security', shownBy: 'signature', code: '4711002' })
  assert.deepEqual(sortMail(mail, { ...fresh, awaitsCode: false }), { kind: 'security', shownBy: 'signature' })
})

test('at a house we do not know, a neighbour is a stranger and the house’s own mailer is heard', () => {
  const wanted = expected('ana@post.example')
  assert.equal(kindOf({ ...alert, from: 'no-reply@post.example' }, wanted), 'security')
  assert.equal(kindOf({ ...alert, from: 'eve@post.example' }, wanted), 'stranger')
})

/** Whoever learns of a registered test tries to hide behind it, one way at a time. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Inspection } from '#mail'
import { hostile } from '../../../test/support/programme.ts'
import { isOfTest, type MailSeen, type Registered } from './is-of-test.ts'

const at = (time: string) => new Date(`2026-05-03T${time}:00Z`)
const registered: Registered = {
  id: 't1',
  organisationId: 'o1',
  beginsAt: at('09:00'),
  endsAt: at('17:00'),
  registeredAt: at('08:00'),
  endedAt: null,
  senders: ['drill.tests.example'],
  linkHosts: ['login.tests.example'],
  subjectWords: ['parcel', 'mailbox full'],
}
const ours = {
  domains: ['protect.example'],
  names: ['Shield Programme'],
  phrases: ['Possible access: somebody may have got into your account.'],
}

const link = (innermostHost: string): Inspection['view']['links'][number] => ({ text: 'here', shownAs: '', target: '', innermostHost })
const file = (type: string): Inspection['view']['attachments'][number] => ({ name: 'f', type, sizeBytes: 9 })

const base = hostile()
const genuine: MailSeen = {
  organisationId: 'o1',
  arrivedAt: at('12:00'),
  inspection: {
    ...base,
    traces: [
      { kind: 'sender', value: 'post@drill.tests.example' },
      { kind: 'sender-domain', value: 'tests.example' },
    ],
    authentication: { dmarc: 'pass', spf: 'pass', dkim: 'pass', signedBy: ['drill.tests.example'], saidBy: 'service' },
    view: {
      ...base.view,
      from: 'Parcel service <post@drill.tests.example>',
      subject: 'Your PARCEL waits',
      text: 'Sign in to say when.',
      links: [link('login[.]tests[.]example')],
      attachments: [file('image/png')],
    },
  },
}

const changed = (inspection: Partial<Inspection>): MailSeen => ({ ...genuine, inspection: { ...genuine.inspection, ...inspection } })
const view = (over: Partial<Inspection['view']>): MailSeen => changed({ view: { ...genuine.inspection.view, ...over } })
const checks = (over: Partial<Inspection['authentication']>): MailSeen =>
  changed({ authentication: { ...genuine.inspection.authentication, ...over } })
const from = (value: string): MailSeen => changed({ traces: [{ kind: 'sender', value }] })

test('a mail of a registered test is known as one', () => {
  assert.equal(isOfTest(registered, genuine, ours), true)
  assert.equal(isOfTest({ ...registered, subjectWords: [] }, view({ subject: 'Anything' }), ours), true)
  assert.equal(isOfTest({ ...registered, senders: ['post@drill.tests.example'] }, genuine, ours), true)
  assert.equal(isOfTest(registered, checks({ saidBy: 'own check', spf: 'fail' }), ours), true)
})

const attacks: readonly (readonly [string, MailSeen])[] = [
  ['a forged sender whose checks failed', checks({ dmarc: 'fail', dkim: 'fail', spf: 'fail', signedBy: [] })],
  ['a forged sender whom nobody checked', checks({ dmarc: 'not stated', saidBy: 'nobody' })],
  ['a header that the sender wrote themselves', checks({ saidBy: 'unknown header' })],
  ['the topmost header of a file', checks({ saidBy: 'topmost header' })],
  ['a mail that somebody else vouches for', checks({ vouchedBy: 'forwarder.example' })],
  ['a mail that was sent on by another house', checks({ forwarded: true })],
  ['a sender of their own', from('post@drill-tests.example')],
  ['a sender below the registered one', from('post@evil.drill.tests.example')],
  ['a sender above the registered one', from('post@tests.example')],
  ['the registered domain as a local part', from('drill.tests.example@evil.example')],
  ['no sender', from('')],
  ['answers that go to them', changed({ traces: [...genuine.inspection.traces, { kind: 'reply-to', value: 'me@evil.example' }] })],
  ['a link of their own', view({ links: [link('evil[.]example')] })],
  ['a link of their own beside the registered one', view({ links: [...genuine.inspection.view.links, link('evil[.]example')] })],
  ['a host below the registered one', view({ links: [link('x[.]login[.]tests[.]example')] })],
  ['a telephone number in place of a link', view({ links: [link('')] })],
  ['no link at all', view({ links: [] })],
  ['so many links that not all are seen', view({ links: Array.from({ length: 100 }, () => link('login[.]tests[.]example')) })],
  ['a file', view({ attachments: [file('application/zip')] })],
  ['a page as a file', view({ attachments: [file('image/png'), file('text/html')] })],
  ['a mail broken on purpose', changed({ damage: [{ code: 'too-deep', says: 'It is too deep.' }] })],
  ['another subject', view({ subject: 'Invoice' })],
  ['another organisation', { ...genuine, organisationId: 'o2' }],
  ['a mail before it begins', { ...genuine, arrivedAt: at('08:59') }],
  ['a mail after it ended', { ...genuine, arrivedAt: at('17:01') }],
  ['our name in the text', view({ text: 'The Shield-Programme asks you to sign in.' })],
  ['our name as the sender’s', view({ from: 'SHIELD PROGRAMME <post@drill.tests.example>' })],
  ['our notice, word for word', view({ text: 'Possible access: somebody may have got into\nyour account.' })],
]
for (const [what, mail] of attacks)
  test(`is no cover for an attack: ${what}`, () => {
    assert.equal(isOfTest(registered, mail, ours), false)
  })

test('a test that was registered afterwards, or ended early, covers nothing', () => {
  assert.equal(isOfTest({ ...registered, registeredAt: at('12:01') }, genuine, ours), false)
  assert.equal(isOfTest({ ...registered, endedAt: at('11:59') }, genuine, ours), false)
})

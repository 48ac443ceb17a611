import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect, nobody, readTypedTrace } from '#mail'
import { fixtureMail, fixtureNames } from '../../../test/support/mail-fixtures.ts'

const meantBy = (...[kind, typed]: Parameters<typeof readTypedTrace>): string => {
  const read = readTypedTrace(kind, typed)
  return 'value' in read ? read.value : read.problem
}

test('what was made harmless is read as it was', () => {
  assert.equal(meantBy('sender', 'Lars <LARS[at]evil[.]example>'), 'lars@evil.example')
  assert.equal(meantBy('link-host', 'hxxps://Login.evil[.]example/up?x=1'), 'login.evil.example')
  assert.equal(meantBy('link-host', 'login(.)evil(.)example/up'), 'login.evil.example')
  assert.equal(meantBy('sender-domain', 'lars@mail.evil.example'), 'evil.example')
  assert.equal(meantBy('subject', 'RE: Fwd: [4711] Your mailbox is FULL!'), 'your mailbox is full')
  assert.equal(meantBy('attachment', `SHA256:${'AB'.repeat(32)}`), 'ab'.repeat(32))
})

test('what cannot be looked for is answered with one sentence', () => {
  for (const [kind, typed] of [
    ['sender', 'lars'],
    ['sender', ''],
    ['sender-domain', 'no domain'],
    ['link-host', 'javascript:alert(1)'],
    ['link-host', `${'a'.repeat(64)}.example`],
    ['subject', '4711 99'],
    ['attachment', 'invoice.pdf'],
  ] as const)
    assert.match(meantBy(kind, typed), /^(?:Paste|Of this).+\.$|: .+\.$/, `${kind} ${typed}`)
  assert.ok('problem' in readTypedTrace('link-host', `${'<'.repeat(5000)}\u202e`))
})

test('what everybody shares is marked as such', () => {
  for (const [kind, typed] of [
    ['link-host', 'www.dropbox.com'],
    ['link-host', 'bit.ly'],
    ['link-host', 'web.app'],
    ['sender-domain', 'gmail.com'],
    ['subject', 'Invoice'],
  ] as const)
    assert.deepEqual('everybodys' in readTypedTrace(kind, typed) && readTypedTrace(kind, typed), {
      value: meantBy(kind, typed),
      everybodys: true,
    })
  const own = readTypedTrace('link-host', 'evil-login.web.app')
  assert.ok('everybodys' in own && !own.everybodys)
})

test('each trace of a mail, pasted as it stands, finds that mail', async () => {
  let tried = 0
  for (const name of [...fixtureNames('hostile'), ...fixtureNames('honest')]) {
    const { traces } = await inspect(fixtureMail(name), { trustedAuthserv: [], circle: nobody })
    for (const { kind, value } of traces) {
      if (kind === 'campaign' || value.length < 4) continue
      tried += 1
      assert.equal(meantBy(kind, value), value, `${name}: ${kind}`)
    }
  }
  assert.ok(tried > 500)
})

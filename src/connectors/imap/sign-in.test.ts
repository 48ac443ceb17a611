import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startFakeProvider } from './fake-provider.ts'
import type { ImapSettings } from './settings.ts'
import { tryMailbox } from './try-mailbox.ts'

const settingsFor = (port: number, how: ImapSettings['how']): ImapSettings => ({
  host: '127.0.0.1',
  port,
  tls: 'none',
  user: 'ana@ruiz.example',
  how,
  trustedAuthserv: [],
})

test('a token is shown to the provider as XOAUTH2 says', async () => {
  const fake = await startFakeProvider('OK welcome')
  const tried = await tryMailbox(settingsFor(fake.port, 'xoauth2'), 'ya29.token', { timeoutMs: 2000 })
  fake.stop()
  const line = fake.lines.find((each) => each.startsWith('AUTHENTICATE XOAUTH2 ')) ?? ''
  assert.equal(Buffer.from(line.split(' ')[2] ?? '', 'base64').toString(), 'user=ana@ruiz.example\u0001auth=Bearer ya29.token\u0001\u0001')
  assert.equal(tried.messages, 7)
})

test('a mailbox is only ever examined, never selected', async () => {
  const fake = await startFakeProvider('OK welcome')
  await tryMailbox(settingsFor(fake.port, 'password'), 'right', { timeoutMs: 2000 })
  fake.stop()
  assert.ok(fake.lines.some((line) => line.startsWith('EXAMINE INBOX')))
  assert.ok(!fake.lines.some((line) => /^(SELECT|STORE|UID STORE|EXPUNGE|APPEND)/.test(line)))
})

/** What providers are known to write, and what a person has to hear. */
const refusals: readonly (readonly [string, ImapSettings['how'], string])[] = [
  ['NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)', 'password', 'wrong-password'],
  [
    'NO [ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833 (Failure)',
    'password',
    'app-password-needed',
  ],
  ['NO [ALERT] Your account is not enabled for IMAP use. Please visit your Gmail settings page', 'password', 'imap-turned-off'],
  ['NO [ALERT] Too many simultaneous connections. (Failure)', 'password', 'too-many-connections'],
  ['NO [UNAVAILABLE] Temporary authentication failure.', 'password', 'server-unavailable'],
  ['NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)', 'xoauth2', 'sign-in-expired'],
]

for (const [said, how, code] of refusals) {
  test(`"${said}" is told as ${code}`, async () => {
    const fake = await startFakeProvider(said)
    await assert.rejects(tryMailbox(settingsFor(fake.port, how), 'secret', { timeoutMs: 2000 }), { kind: 'refusal', code })
    fake.stop()
  })
}

for (const dribblesAt of ['AUTHENTICATE', 'LIST']) {
  test(`a server that never comes to the end of ${dribblesAt} does not keep the person waiting`, { timeout: 10_000 }, async () => {
    const fake = await startFakeProvider('OK', { dribblesAt })
    const tried = tryMailbox(settingsFor(fake.port, 'password'), 'right', { timeoutMs: 300 })
    await assert.rejects(tried, { kind: 'refusal', code: 'server-slow' })
    fake.stop()
  })
}

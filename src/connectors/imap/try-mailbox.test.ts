import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { type Dovecot, startDovecot, withoutDovecot } from '../../../test/support/dovecot.ts'
import { freePort } from '../../../test/support/free-port.ts'
import { closeSession, openSession } from './session.ts'
import type { ImapSettings } from './settings.ts'
import { tryMailbox } from './try-mailbox.ts'

const dial = { timeoutMs: 5000 }

describe('trying a mailbox', { skip: withoutDovecot() }, () => {
  let dovecot: Dovecot
  let plain: ImapSettings
  before(async () => {
    dovecot = await startDovecot({ boxes: { 'ana@ruiz.example': 'right' }, tls: true, allMail: true })
    plain = { host: '127.0.0.1', port: dovecot.port, tls: 'none', user: 'ana@ruiz.example', how: 'password', trustedAuthserv: [] }
  })
  after(() => dovecot.remove())

  test('the right password shows which folders will be watched', async () => {
    const results = 'Authentication-Results: mx.ruiz.example; spf=pass smtp.mailfrom=a.example\r\n'
    await dovecot.deliver('ana@ruiz.example', `${results}Subject: hello\r\n\r\nhello\r\n`)
    const { heads, ...tried } = await tryMailbox(plain, 'right', dial)
    assert.equal(heads.length, 1)
    assert.match(heads[0] ?? '', /^Authentication-Results: mx\.ruiz\.example;/m)
    assert.doesNotMatch(heads[0] ?? '', /Subject|hello/, 'nothing else of a mail is read')
    assert.deepEqual(tried, {
      folders: [
        { path: 'INBOX', specialUse: 'inbox' },
        { path: 'Junk', specialUse: 'junk' },
        { path: 'All Mail', specialUse: 'all' },
        { path: 'Sent', specialUse: 'sent' },
      ],
      messages: 1,
    })
    assert.deepEqual(await dovecot.flags('ana@ruiz.example'), [''])
  })

  test('a wrong password is called a wrong password', async () => {
    await assert.rejects(tryMailbox(plain, 'wrong', dial), { kind: 'refusal', code: 'wrong-password' })
  })

  test('a server that does not exist is called unknown', async () => {
    // RFC 6761 keeps .invalid free of names.
    const settings = { ...plain, host: 'mail.ruiz.invalid', tls: 'implicit' } as const
    await assert.rejects(tryMailbox(settings, 'right', dial), { kind: 'refusal', code: 'unknown-host' })
  })

  test('nobody at home is not a mail server', async () => {
    await assert.rejects(tryMailbox({ ...plain, port: await freePort() }, 'right', dial), { kind: 'refusal', code: 'no-imap-here' })
  })

  test('a web server is not a mail server', async () => {
    const web = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(0, '127.0.0.1')
    await once(web, 'listening')
    const address = web.address()
    assert.ok(address !== null && typeof address !== 'string')
    await assert.rejects(tryMailbox({ ...plain, port: address.port }, 'right', dial), (thrown: Error & { code?: string }) => {
      assert.match(thrown.code ?? '', /^(no-imap-here|server-unavailable)$/)
      return true
    })
    web.close()
  })

  test('a self-signed certificate gets no password', async () => {
    const settings = { ...plain, port: dovecot.tlsPort, tls: 'implicit' } as const
    await assert.rejects(tryMailbox(settings, 'right', dial), { kind: 'refusal', code: 'certificate-not-trusted' })
    await assert.rejects(tryMailbox({ ...plain, tls: 'starttls' }, 'right', dial), { kind: 'refusal', code: 'certificate-not-trusted' })
    assert.doesNotMatch(await dovecot.log(), /TLS.*Login: user/)
    const tried = await tryMailbox(settings, 'right', { ...dial, ca: dovecot.certificate })
    assert.equal(tried.folders.length, 4)
    await tryMailbox({ ...plain, tls: 'starttls' }, 'right', { ...dial, ca: dovecot.certificate })
  })

  test('a password never travels in the open to another machine', async () => {
    await assert.rejects(tryMailbox({ ...plain, host: 'mail.ruiz.example' }, 'right', dial), { kind: 'refusal', code: 'tls-required' })
  })

  test('a server without encryption where encryption was expected gets no password', async () => {
    await assert.rejects(tryMailbox({ ...plain, tls: 'implicit' }, 'right', dial), { kind: 'refusal', code: 'tls-required' })
  })

  test('a server that is full of connections is not a wrong password', async () => {
    const narrow = await startDovecot({ boxes: { 'ana@ruiz.example': 'right' }, connectionsPerUser: 1 })
    try {
      const settings = { ...plain, port: narrow.port }
      const first = await openSession(settings, 'right', dial)
      await assert.rejects(tryMailbox(settings, 'right', dial), { kind: 'refusal', code: 'too-many-connections' })
      await closeSession(first)
    } finally {
      await narrow.remove()
    }
  })
})

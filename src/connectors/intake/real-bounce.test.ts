import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { createTransport } from 'nodemailer'
import { openVault } from '#secrets'
import { silent, testDatabase } from '../../../test/support/database.ts'
import { startPostfix, withoutPostfix } from '../../../test/support/postfix.ts'
import { startSmtpSink } from '../../../test/support/smtp-sink.ts'
import { until } from '../../../test/support/until.ts'
import type { Dsn } from './read-dsn.ts'
import { startIntake } from './start-intake.ts'

const storage = await testDatabase()
after(() => storage.close())

test('when an address bounces, the bounce that Postfix writes finds the delivery', { skip: withoutPostfix() }, async () => {
  const keys = mkdtempSync(join(tmpdir(), 'bwk-'))
  writeFileSync(join(keys, 'kek'), randomBytes(32).toString('base64'), { mode: 0o600 })
  const bounces: { token: string; dsn: Dsn }[] = []
  const intake = await startIntake({
    host: '127.0.0.1',
    port: 0,
    domain: 'reports.bellwether.example',
    storage,
    vault: await openVault(storage, { file: join(keys, 'kek') }),
    clock: { now: () => new Date() },
    log: silent,
    knows: async () => undefined,
    isBounceToken: (token) => token === 'made-by-us',
    onReport: async () => {},
    onBounce: async (_tx, bounce) => {
      bounces.push(bounce)
    },
  })
  const elsewhere = await startSmtpSink()
  await elsewhere.behave({ do: 'refuse' })
  const postfix = await startPostfix({ 'home.example': elsewhere.port, 'reports.bellwether.example': intake.port })
  const post = createTransport({ host: postfix.host, port: postfix.port, ignoreTLS: true })
  try {
    await post.sendMail({
      envelope: { from: 'bounce+made-by-us@reports.bellwether.example', to: 'ana@home.example' },
      from: 'desk@bellwether.example',
      to: 'ana@home.example',
      subject: 'Two things to do',
      text: 'Hello',
    })
    const bounce = await until('the bounce is here', () => bounces[0])
    assert.equal(bounce.token, 'made-by-us')
    assert.equal(bounce.dsn.reportingServer, 'relay.bellwether.example')
    assert.deepEqual(bounce.dsn.recipients, [
      { address: 'ana@home.example', action: 'failed', status: '5.1.1', diagnostic: '550 5.1.1 no such mailbox here' },
    ])
  } finally {
    post.close()
    await postfix.remove()
    await elsewhere.stop()
    await intake.stop()
    rmSync(keys, { recursive: true })
  }
})

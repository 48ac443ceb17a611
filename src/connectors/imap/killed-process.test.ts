import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openVault } from '#secrets'
import { connectMailbox } from '../../../test/support/connected-mailbox.ts'
import { testDatabase } from '../../../test/support/database.ts'
import { startDovecot, withoutDovecot } from '../../../test/support/dovecot.ts'
import { until } from '../../../test/support/until.ts'

const storage = await testDatabase()
const keys = mkdtempSync(join(tmpdir(), 'bwk-'))
const kekFile = join(keys, 'kek')
writeFileSync(kekFile, randomBytes(32).toString('base64'), { mode: 0o600 })
const children: ChildProcess[] = []
after(async () => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL')
  await storage.close()
  rmSync(keys, { recursive: true })
})

const watchProcess = join(import.meta.dirname, '../../../test/support/watch-process.ts')

function startWatching(): ChildProcess {
  const child = spawn(process.execPath, [watchProcess, storage.databaseUrl, storage.databaseOwnerUrl, kekFile], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  children.push(child)
  return child
}

test('when a watching process is killed again and again while mail arrives, each message is handed on exactly once', {
  skip: withoutDovecot(),
}, async () => {
  const vault = await openVault(storage, { file: kekFile })
  const dovecot = await startDovecot()
  const users = ['ana', 'ben', 'eve', 'leo', 'mia', 'noa'].map((name) => `${name}@ruiz.example`)
  for (const user of users) {
    await dovecot.addBox(user, 'right')
    await connectMailbox({ storage, vault, clock: { now: () => new Date() } }, { user, password: 'right', port: dovecot.port })
  }
  const handedOn = () =>
    storage.asTenant(
      { kind: 'programme' },
      async (tx) => (await tx.selectFrom('setting').select('name').where('name', 'like', '%/INBOX/%').execute()).length,
    )
  let sent = 0
  const deliverToAll = async (): Promise<void> => {
    for (const user of users) await dovecot.deliver(user, `Subject: mail ${sent++}\r\n\r\nhello\r\n`)
  }
  try {
    let first = startWatching()
    startWatching()
    for (let round = 1; round <= 4; round += 1) {
      for (let count = 0; count < 5; count += 1) await deliverToAll()
      await until(`some of round ${round} is handed on`, async () => (await handedOn()) > sent - 30, 30_000)
      first.kill('SIGKILL')
      await once(first, 'exit')
      await deliverToAll()
      first = startWatching()
    }
    await until('everything is handed on', async () => (await handedOn()) === sent, 30_000)
    assert.equal(sent, 6 * 6 * 4)
  } finally {
    for (const child of children) child.kill('SIGKILL')
    await dovecot.remove()
  }
})

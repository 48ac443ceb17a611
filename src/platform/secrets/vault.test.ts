import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { isTrouble } from '#kernel'
import { type AsTenant, uuid } from '#storage'
import { testDatabase } from '../../../test/support/database.ts'
import { openVault } from './vault.ts'

const home = mkdtempSync(join(tmpdir(), 'bellwether-kek-'))
after(() => rmSync(home, { recursive: true }))
const newKeyFile = () => join(home, uuid(), 'kek')

test('what is sealed for one owner opens for that owner, in that place, and nowhere else', async () => {
  const storage = await testDatabase()
  const file = newKeyFile()
  const vault = await openVault(storage, { file })
  assert.equal(statSync(file).mode & 0o777, 0o600)
  const [one, other] = [await vault.sealer({ kind: 'person', id: uuid() }), await vault.sealer({ kind: 'person', id: uuid() })]
  const sealed = one.seal('the text of a mail', 'flagged/1')
  assert.equal(one.open(sealed, 'flagged/1').toString(), 'the text of a mail')
  assert.throws(() => one.open(sealed, 'flagged/2'), /seal does not fit/)
  assert.throws(() => other.open(sealed, 'flagged/1'), /seal does not fit/)
  await storage.close()
})

test('a rotation that was cut off goes on, and everything still opens under the new key', async () => {
  const storage = await testDatabase()
  const [file, newer] = [newKeyFile(), newKeyFile()]
  const owner = { kind: 'organisation', id: uuid() } as const
  const vault = await openVault(storage, { file })
  const sealed = (await vault.sealer(owner)).seal('kept', 'x')
  for (let more = 0; more < 150; more++) await vault.sealer({ kind: 'person', id: uuid() })
  const mac = vault.mac('code', 'abc')
  // The database goes away after the first hundred.
  let transactionsLeft = Number.POSITIVE_INFINITY
  const asTenant: AsTenant = (who, work) => (transactionsLeft-- > 0 ? storage.asTenant(who, work) : Promise.reject(new Error('cut off')))
  const shaky = await openVault({ ...storage, asTenant }, { file })
  transactionsLeft = 1
  await assert.rejects(shaky.rotate({ file: newer }), /cut off/)
  assert.deepEqual(await vault.rotate({ file: newer }), { rewrapped: 52 })
  const reopened = await openVault(storage, { file: newer })
  assert.equal((await reopened.sealer(owner)).open(sealed, 'x').toString(), 'kept')
  assert.deepEqual(reopened.mac('code', 'abc'), mac)
  await assert.rejects(openVault(storage, { file }), /name the right key file/)
  // Work of a process that still runs with the old key waits for its next start: a setback is never given up.
  const whoWaits = (thrown: unknown) => isTrouble(thrown, 'setback') && /start again/.test(thrown.message)
  await assert.rejects(vault.sealer({ kind: 'person', id: uuid() }), whoWaits)
  await storage.close()
})

test('after an owner is erased nothing of theirs opens', async () => {
  const storage = await testDatabase()
  const vault = await openVault(storage, { file: newKeyFile() })
  const owner = { kind: 'person', id: uuid() } as const
  const sealed = (await vault.sealer(owner)).seal('gone', 'x')
  await vault.erase(owner)
  const again = await vault.sealer(owner)
  assert.throws(() => again.open(sealed, 'x'))
  await storage.close()
})

test('a key may come from a command, and a wrong or lost key is told before anything is sealed with another', async () => {
  const storage = await testDatabase()
  const file = newKeyFile()
  await openVault(storage, { file })
  const vault = await openVault(storage, { command: ['cat', file] })
  assert.equal(
    (await vault.sealer({ kind: 'programme' })).open((await vault.sealer({ kind: 'programme' })).seal('x', 'y'), 'y').toString(),
    'x',
  )
  await assert.rejects(openVault(storage, { command: ['echo', 'c2hvcnQ='] }), /must be 32 bytes/)
  await assert.rejects(openVault(storage, { command: ['false'] }), /which should print the key, failed/)
  const kept = readFileSync(file)
  rmSync(file)
  await assert.rejects(openVault(storage, { file }), /put it back from your copy/)
  assert.equal(existsSync(file), false)
  writeFileSync(file, kept)
  await openVault(storage, { file })
  await storage.close()
})

test('processes that start together on an empty database agree on every key', async () => {
  const storage = await testDatabase()
  const file = newKeyFile()
  const owner = { kind: 'person', id: uuid() } as const
  const vaults = await Promise.all(Array.from({ length: 6 }, () => openVault(storage, { file })))
  const sealers = await Promise.all(vaults.map((vault) => vault.sealer(owner)))
  const sealed = sealers[0]?.seal('one', 'x') ?? Buffer.alloc(0)
  for (const sealer of sealers) assert.equal(sealer.open(sealed, 'x').toString(), 'one')
  assert.equal(new Set(vaults.map((vault) => vault.mac('code', 'abc').toString('hex'))).size, 1)
  await storage.close()
})

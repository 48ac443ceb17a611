import assert from 'node:assert/strict'
import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { uuid } from '#storage'
import { testDatabase } from '../../../test/support/database.ts'
import { openVault } from './vault.ts'

const newKeyFile = () => join(mkdtempSync(join(tmpdir(), 'bellwether-kek-')), 'kek')

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
  // Cut off after the first batch: the rest must fail once.
  let batches = 0
  const cut = {
    ...storage,
    asTenant: ((who, work) =>
      batches++ === 1 ? Promise.reject(new Error('cut off')) : storage.asTenant(who, work)) as typeof storage.asTenant,
  }
  const cutVault = { ...(await openVault(cut, { file }).catch(() => vault)) }
  batches = 0
  await assert.rejects(cutVault.rotate({ file: newer }), /cut off/)
  assert.deepEqual(await vault.rotate({ file: newer }), { rewrapped: 52 })
  const reopened = await openVault(storage, { file: newer })
  assert.equal((await reopened.sealer(owner)).open(sealed, 'x').toString(), 'kept')
  assert.deepEqual(reopened.mac('code', 'abc'), mac)
  await assert.rejects(openVault(storage, { file }), /name the right key file/)
  await assert.rejects(vault.sealer({ kind: 'person', id: uuid() }), /start again/)
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

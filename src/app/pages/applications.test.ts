import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import type { Applications } from '#web'
import { newDataDir } from '../../../test/support/product.ts'
import { openHouseFor } from '../../../test/support/seed.ts'
import { applicationsOf } from './applications.ts'

let dataDir: string
let house: Awaited<ReturnType<typeof openHouseFor>>
let pages: Applications
before(async () => {
  dataDir = await newDataDir()
  house = await openHouseFor(dataDir)
  pages = applicationsOf(house)
})
after(async () => {
  await house?.close()
  await rm(dataDir, { recursive: true, force: true })
})

const contact = { personName: 'Lee Marsh', address: 'Lee@harbour.example' }
const tooMany = { code: 'too-many-tries' }

test('a stranger’s mailbox is not filled with digits, whatever number of applications name it', async () => {
  const begun = async (remote: string) => (await pages.begin('en', remote)).token
  const letters = async (remote: string) => {
    let sent = 0
    for (let tries = 0; tries < 5; tries++)
      await pages.save(await begun(remote), 'contact', contact, remote).then(
        () => (sent += 1),
        (thrown) => assert.equal(thrown.code, tooMany.code),
      )
    return sent
  }
  assert.equal(await letters('198.51.100.1'), 3)
  assert.equal(await letters('2001:db8::1'), 3, 'one place does not use up another’s share')
  const token = await begun('198.51.100.2')
  await assert.rejects(pages.save(token, 'contact', contact, '198.51.100.2'), tooMany)
  // What is no letter is not counted.
  assert.equal((await pages.save(token, 'register', { register: 'C1' }, '198.51.100.2'))?.answers.register, 'C1')
})

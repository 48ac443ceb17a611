import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { unlimited } from '../../../test/support/door.ts'
import { openWorld, programme, type World } from '../../../test/support/programme.ts'
import { aloneCodeToMail, enrolAlone, sendAloneCode } from './enrol-alone.ts'
import { importPeople } from './import-people.ts'
import { addPerson } from './people.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.storage.close())

const accountsOf = (address: string) =>
  world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('account').select(['id', 'person_id']).where('address_folded', '=', address).where('removed_at', 'is', null).execute(),
  )

test('one address typed four times at the same moment, and once more in a list, is one person', async () => {
  const { analyst, organisationId } = world
  const twin = { name: 'Tom Twin', address: 'twin@ruiz.example', title: '', role: 'member' as const }
  const list = { organisationId, text: 'name,address\nTom Twin,twin@ruiz.example\n', byMail: false }
  await Promise.allSettled([
    ...Array.from({ length: 4 }, () => addPerson(world, analyst, organisationId, twin)),
    importPeople(world, analyst, list),
  ])
  assert.equal((await accountsOf('twin@ruiz.example')).length, 1)
})

test('somebody who asked for two letters and entered the digits of both is one person, signed in twice', async () => {
  const asked = { address: 'solo@home.example', language: 'en' as const, remote: '192.0.2.1' }
  const challenges = [await sendAloneCode(world, unlimited, asked), await sendAloneCode(world, unlimited, asked)]
  const digits = await world.storage.asTenant(programme, async (tx) => {
    const starts = await tx.selectFrom('alone_start').select('id').where('address_folded', '=', asked.address).orderBy('id').execute()
    return Promise.all(starts.map(async ({ id }) => (await aloneCodeToMail(tx, world, id))?.digits ?? ''))
  })
  const done = await Promise.all(
    challenges.map(({ challenge }, at) =>
      enrolAlone(world, unlimited, { ...asked, challenge, code: digits[at] ?? '', name: 'Solo Lind', consentVersion: '2026-1' }),
    ),
  )
  assert.deepEqual(
    done.map(({ kind }) => kind),
    ['signed-in', 'signed-in'],
  )
  assert.equal((await accountsOf(asked.address)).length, 1)
})

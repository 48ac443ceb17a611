import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hoursMs, type Who } from '#kernel'
import { openWorld, programme, type World } from '../../../test/support/programme.ts'
import { addPersonal, removeAccount, sendProof } from './accounts.ts'
import { addPerson } from './people.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.storage.close())

const address = 'stranger@elsewhere.example'
const lettersSent = async () => (await world.storage.asTenant(programme, (tx) => tx.selectFrom('mail_code').select('id').execute())).length

/** Asks for as many letters to the address as somebody is given, also by naming it anew. */
async function asksWhateverTheyCan(personId: string): Promise<void> {
  const who: Who = { kind: 'person', personId }
  for (let anew = 0; anew < 3; anew += 1) {
    const added = await addPersonal(world, who, address).catch(() => undefined)
    if (added === undefined) return
    for (let more = 0; more < 8; more += 1) await sendProof(world, who, added.accountId).catch(() => false)
    await removeAccount(world, who, added.accountId)
  }
}

test('five people who name a stranger’s address have fifteen letters an hour sent there, and no more', async () => {
  const { analyst, organisationId } = world
  for (const name of ['Ann', 'Ben', 'Cem', 'Dee', 'Eve']) {
    const added = await addPerson(world, analyst, organisationId, { name, address: `${name}@ruiz.example`, title: '', role: 'member' })
    await asksWhateverTheyCan(added?.personId ?? '')
  }
  assert.equal(await lettersSent(), 15)
  await assert.rejects(addPersonal(world, { kind: 'person', personId: world.marta.personId }, address), { code: 'too-many-tries' })
  world.later(hoursMs(1))
  await addPersonal(world, { kind: 'person', personId: world.marta.personId }, address)
  assert.equal(await lettersSent(), 16)
})

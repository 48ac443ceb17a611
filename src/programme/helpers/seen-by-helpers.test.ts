import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { daysMs, type Who } from '#kernel'
import { whoSees } from '#members'
import { uuid } from '#storage'
import { connectedMailbox, openWorld, programme, provenAddress, type World } from '../../../test/support/programme.ts'
import { acceptHelp, letIn } from './index.ts'

let world: World
let marta: Who
let helper: string
before(async () => {
  world = await openWorld()
  marta = { kind: 'person', personId: world.marta.personId }
  await connectedMailbox(world, world.marta)
  await provenAddress(world, world.marta.personId, 'marta@home.example')
  helper = uuid()
  await world.storage.asTenant(programme, async (tx) => {
    await tx.insertInto('person').values({ id: helper, name: 'Helga Lind', created_at: world.clock.now() }).execute()
    const key = { credential_id: 'helga', person_id: helper, public_key: Buffer.alloc(1), name: 'Key', created_at: world.clock.now() }
    await tx.insertInto('passkey').values(key).execute()
  })
})
after(() => world.storage.close())

async function seenByHelper(thing: string): Promise<number | undefined> {
  const { viewers, sights } = await whoSees(world, marta)
  const at = viewers.findIndex(({ kind }) => kind === 'helper')
  return at < 0 ? undefined : sights.find((one) => one.thing === thing)?.seen[at]
}

test('whoever takes part is shown what a helper of their organisation sees of them, as long as they help', async () => {
  assert.equal(await seenByHelper('work-address'), undefined, 'nobody helps yet')
  const { personId } = world.david
  const offered = await letIn(
    world,
    { kind: 'administrator', personId, organisationId: world.organisationId },
    { purpose: 'connections', days: 7, address: '' },
  )
  assert.equal(await seenByHelper('work-address'), undefined, 'an offer opens nothing')
  await acceptHelp(world, { kind: 'person', personId: helper }, { token: offered.token ?? '' })
  assert.equal(await seenByHelper('work-address'), 1)
  assert.equal(await seenByHelper('work-watch'), 1)
  for (const thing of ['own-address', 'own-watch', 'work-examined', 'permissions', 'ways-in'])
    assert.equal(await seenByHelper(thing), 0, thing)
  world.later(daysMs(7))
  assert.equal(await seenByHelper('work-address'), undefined)
})

import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { Who } from '#kernel'
import { openWorld, programme, type World } from '../../../test/support/programme.ts'
import { addPerson, removePerson, setRole } from './people.ts'

let world: World
let organisationId: string
let david: Who
let nora: Who & { readonly personId: string }
before(async () => {
  world = await openWorld()
  organisationId = world.organisationId
  david = { kind: 'administrator', personId: world.david.personId, organisationId }
  const added = await addPerson(world, world.analyst, organisationId, {
    name: 'Nora Lind',
    address: 'nora@ruiz.example',
    title: '',
    role: 'member',
  })
  nora = { kind: 'administrator', personId: added?.personId ?? '', organisationId }
})
after(() => world.storage.close())

const role = (who: Who, personId: string, to: 'member' | 'administrator') => setRole(world, who, { organisationId, personId, role: to })
const administrators = async () => {
  const rows = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('membership').select('person_id').where('role', '=', 'administrator').where('until', 'is', null).execute(),
  )
  return rows.map(({ person_id }) => person_id)
}
beforeEach(async () => {
  await role(world.analyst, world.david.personId, 'administrator')
  await role(world.analyst, nora.personId, 'member')
})

test('the only administrator neither steps down nor leaves the organisation without one', async () => {
  await assert.rejects(role(david, world.david.personId, 'member'), { code: 'last-administrator' })
  await assert.rejects(removePerson(world, david, { organisationId, personId: world.david.personId }), { code: 'last-administrator' })
  assert.deepEqual(await administrators(), [world.david.personId])
})

test('with another one in their place they step down', async () => {
  await role(david, nora.personId, 'administrator')
  assert.equal(await role(david, world.david.personId, 'member'), true)
  assert.deepEqual(await administrators(), [nora.personId])
})

test('two who end each other at the same moment leave one of them', async () => {
  await role(david, nora.personId, 'administrator')
  const done = await Promise.allSettled([role(david, nora.personId, 'member'), role(nora, world.david.personId, 'member')])
  assert.deepEqual(
    done.map((one) => one.status === 'fulfilled' && one.value).sort(),
    [false, true],
    'the second was no administrator any more',
  )
  assert.equal((await administrators()).length, 1)
})

test('the desk may end the last one, since it names another', async () => {
  assert.equal(await role(world.analyst, world.david.personId, 'member'), true)
  assert.deepEqual(await administrators(), [])
})

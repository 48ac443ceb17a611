import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { isTrouble, type Staff } from '#kernel'
import { openWorld, programme, type World } from '../../../test/support/programme.ts'
import { beginSession } from './sessions.ts'
import { appointStaff, endStaff, type StaffRole, staffList } from './staff.ts'
import { visitorOf } from './visitor.ts'

let world: World
let first: Staff
before(async () => {
  world = await openWorld()
  assert.ok(world.analyst.kind === 'analyst')
  first = world.analyst
})
after(() => world.storage.close())

const refuses = (code: string) => (thrown: unknown) => isTrouble(thrown, 'refusal') && thrown.code === code
const appoint = (address: string, role: StaffRole = 'analyst', who = first) => appointStaff(world, who, { address, role })

test('only who reads a work mailbox and has a passkey is given the desk', async () => {
  await assert.rejects(appoint('nobody@ruiz.example'), refuses('staff-unknown'))
  await assert.rejects(appoint('marta@ruiz.example'), refuses('staff-unknown'))
  await world.storage.asTenant(programme, (tx) => tx.updateTable('account').set({ proven_at: world.clock.now() }).execute())
  await assert.rejects(appoint('marta@ruiz.example'), refuses('staff-needs-passkey'))
  await world.storage.asTenant(programme, (tx) =>
    tx
      .insertInto('passkey')
      .values({
        credential_id: 'm',
        person_id: world.marta.personId,
        public_key: Buffer.alloc(1),
        name: 'Phone',
        created_at: world.clock.now(),
      })
      .execute(),
  )
  assert.equal(await appoint('MARTA@ruiz.example'), true)
  assert.deepEqual(
    (await staffList(world, first)).map(({ name, role, isMe }) => [name, role, isMe]),
    [
      ['Ana Desk', 'operator', true],
      ['Marta Ruiz', 'analyst', false],
    ],
  )
})

test('an analyst makes nobody staff, and the last operator stays', async () => {
  const marta: Staff = { kind: 'analyst', personId: world.marta.personId }
  assert.equal(await appoint('marta@ruiz.example', 'operator', marta), false)
  assert.equal(await endStaff(world, marta, first.personId), false)
  await assert.rejects(endStaff(world, first, first.personId), refuses('last-operator'))
  assert.equal(await appoint('marta@ruiz.example', 'operator'), true)
  await assert.doesNotReject(appoint('marta@ruiz.example', 'analyst'))
})

test('whose part ends is signed out everywhere, and two operators do not end each other', async () => {
  await appoint('marta@ruiz.example', 'operator')
  const marta: Staff = { kind: 'analyst', personId: world.marta.personId }
  const at = world.clock.now()
  await world.storage.asTenant(programme, (tx) =>
    tx
      .insertInto('session')
      .values({
        id: '01990000-0000-7000-8000-00000000aaaa',
        token_hash: Buffer.alloc(32),
        person_id: world.marta.personId,
        method: 'passkey',
        created_at: at,
        last_seen_at: at,
        expires_at: new Date(at.getTime() + 1000),
        ended_at: null,
      })
      .execute(),
  )
  const ended = await Promise.allSettled([endStaff(world, first, marta.personId), endStaff(world, marta, first.personId)])
  assert.equal(ended.filter((one) => one.status === 'fulfilled' && one.value).length, 1)
  assert.equal((await staffList(world, first)).length, 1)
  const open = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('session').select('id').where('ended_at', 'is', null).where('person_id', '=', marta.personId).execute(),
  )
  assert.equal(open.length, (await staffList(world, first))[0]?.personId === first.personId ? 0 : 1)
  const [remaining = assert.fail('nobody is left')] = await staffList(world, first)
  assert.equal(await endStaff(world, { kind: 'analyst', personId: remaining.personId }, '00000000-0000-7000-8000-000000000000'), false)
})

test('whoever looks on is no staff, has one part at a time, and is seen as what they are', async () => {
  const session = await world.storage.asTenant(programme, (tx) =>
    beginSession(tx, world, { personId: world.marta.personId, method: 'passkey' }),
  )
  const parts = async () => {
    const visitor = await visitorOf(world, session.token)
    return [visitor?.staff, visitor?.observes]
  }
  await appoint('marta@ruiz.example', 'analyst')
  assert.deepEqual(await parts(), ['analyst', undefined])
  for (const role of ['auditor', 'trainer'] as const) {
    await appoint('marta@ruiz.example', role)
    assert.deepEqual(await parts(), [undefined, role])
    assert.deepEqual(
      (await staffList(world, first)).map((one) => one.role),
      ['operator', role],
    )
  }
  assert.equal(await endStaff(world, first, world.marta.personId), true)
  assert.equal(await visitorOf(world, session.token), undefined, 'and is signed out at its end')
  assert.equal(await endStaff(world, first, world.marta.personId), false)
})

test('the last operator does not become an auditor', async () => {
  await world.storage.asTenant(programme, async (tx) => {
    const at = world.clock.now()
    await tx
      .insertInto('passkey')
      .values({ credential_id: 'a', person_id: first.personId, public_key: Buffer.alloc(1), name: 'P', created_at: at })
      .execute()
    await tx.updateTable('account').set({ person_id: first.personId }).where('address_folded', '=', 'david@ruiz.example').execute()
  })
  await assert.rejects(appoint('david@ruiz.example', 'auditor'), refuses('last-operator'))
})

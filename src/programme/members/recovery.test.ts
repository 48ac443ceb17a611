import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { daysMs, hoursMs, type Who } from '#kernel'
import { uuid } from '#storage'
import { remote, unlimited } from '../../../test/support/door.ts'
import { lettersAsked } from '../../../test/support/letters-asked.ts'
import { openWorld, programme, provenAddress, type World } from '../../../test/support/programme.ts'
import { createOrganisation } from './organisations.ts'
import { addPerson, removePerson } from './people.ts'
import { makeRecoveryCodes } from './recovery-codes.ts'
import {
  askForRecovery,
  finishRecovery,
  myRecoveries,
  recoveryHalf,
  recoveryStopCode,
  stopMyRecoveries,
  stopRecoveryByCode,
} from './recovery-request.ts'
import { confirmRecovery, recoveries, refuseRecovery, vouch } from './recovery-vouching.ts'
import type { Limit } from './slow-down.ts'
import { visitorOf } from './visitor.ts'

let world: World
let david: Who
let second: Who
let analyst2: Who
before(async () => {
  world = await openWorld()
  await provenAddress(world, world.marta.personId, 'marta@home.example')
  const { organisationId } = world
  david = { kind: 'administrator', personId: world.david.personId, organisationId }
  const nora = await addPerson(world, world.analyst, organisationId, {
    name: 'Nora',
    address: 'nora@ruiz.example',
    title: '',
    role: 'administrator',
  })
  second = { kind: 'administrator', personId: nora?.personId ?? '', organisationId }
  const personId = uuid()
  await world.storage.asTenant(programme, async (tx) => {
    await tx.insertInto('person').values({ id: personId, name: 'Ida', created_at: world.clock.now() }).execute()
    await tx.insertInto('staff').values({ person_id: personId, role: 'analyst', since: world.clock.now() }).execute()
  })
  analyst2 = { kind: 'analyst', personId }
})
after(() => world.storage.close())
beforeEach(() => world.later(daysMs(10)))

const wait = 24
const ask = (address: string) => askForRecovery(world, unlimited, { address, remote })
const me = (): Who => ({ kind: 'person', personId: world.marta.personId })
const askedFor = async (address = 'marta@home.example'): Promise<string> => {
  const { reference } = await ask(address)
  const rows = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('recovery_request').select('id').where('reference', '=', reference).executeTakeFirst(),
  )
  return rows?.id ?? assert.fail('nothing was asked')
}
const halves = (id: string) => ({ one: recoveryHalf(world.vault, id, 'first'), other: recoveryHalf(world.vault, id, 'second'), remote })
const stateOf = async (who: Who, id: string) => (await recoveries(world, who)).find((one) => one.id === id)

test('two people vouch, a day passes, each holds a half, and the person comes in while all that was lost opens nothing', async () => {
  await makeRecoveryCodes(world, me())
  const bound = { hash: Buffer.alloc(32), person_id: world.marta.personId, issuer: 'https://login.example', bound_at: world.clock.now() }
  await world.storage.asTenant(programme, (tx) => tx.insertInto('staff_identity').values(bound).execute())
  const id = await askedFor()
  assert.deepEqual(await myRecoveries(world, me()), [], 'a stranger who asks wakes nobody')
  assert.equal(await vouch(world, david, { id, how: 'called' }), true)
  assert.equal((await stateOf(second, id))?.mayConfirm, true)
  assert.equal(await confirmRecovery(world, second, { id, waitHours: wait }), true)
  await assert.rejects(finishRecovery(world, unlimited, halves(id)), { code: 'recovery-not-open' })
  assert.equal((await stateOf(david, id))?.half, undefined)
  world.later(hoursMs(24))
  const [first, other] = [(await stateOf(david, id))?.half, (await stateOf(second, id))?.half]
  assert.ok(first && other && first !== other)
  assert.equal((await stateOf(world.analyst, id))?.half, undefined, 'a third who looks gets none')
  await assert.rejects(finishRecovery(world, unlimited, { one: first, other: first, remote }), { code: 'recovery-not-open' })
  const session = await finishRecovery(world, unlimited, { one: other.toLowerCase(), other: first, remote })
  const visitor = await visitorOf(world, session.token)
  assert.equal(visitor?.personId, world.marta.personId)
  assert.deepEqual([visitor?.ways.passkey, visitor?.ways.app, visitor?.ways.recoveryCodes], [false, false, 0])
  const stillBound = await world.storage.asTenant(programme, (tx) => tx.selectFrom('staff_identity').select('hash').execute())
  assert.deepEqual(stillBound, [])
  await assert.rejects(finishRecovery(world, unlimited, halves(id)), { code: 'recovery-not-open' }, 'once')
  const news = (await lettersAsked(world.storage)).map((letter) => letter.news)
  for (const one of ['recovery-vouched', 'recovery-opens', 'recovery-done']) assert.ok(news.includes(one), one)
})

test('nobody does both parts, nobody does it for themselves, and nobody of elsewhere does any', async () => {
  const id = await askedFor()
  const herself: Who = { kind: 'administrator', personId: world.marta.personId, organisationId: world.organisationId }
  assert.equal(await vouch(world, herself, { id, how: 'met' }), false)
  const elsewhere: Who = { kind: 'administrator', personId: world.david.personId, organisationId: uuid() }
  assert.equal(await vouch(world, elsewhere, { id, how: 'met' }), false)
  assert.equal(await vouch(world, { kind: 'person', personId: world.david.personId }, { id, how: 'met' }), false)
  await assert.rejects(confirmRecovery(world, second, { id, waitHours: wait }), { code: 'recovery-needs-another' }, 'first things first')
  assert.equal(await vouch(world, david, { id, how: 'met' }), true)
  await assert.rejects(vouch(world, second, { id, how: 'met' }), { code: 'recovery-needs-another' })
  await assert.rejects(confirmRecovery(world, david, { id, waitHours: wait }), { code: 'recovery-needs-another' })
  const sameAtDesk: Who = { kind: 'analyst', personId: world.david.personId }
  assert.equal(await confirmRecovery(world, sameAtDesk, { id, waitHours: wait }), false, 'who is no staff is none by saying so')
  assert.equal((await stateOf(david, id))?.mayConfirm, false)
  assert.equal(await confirmRecovery(world, world.analyst, { id, waitHours: wait }), true, 'one of each will do')
})

test('the person stops it from a session, or by the code of the letter, and then no half opens anything', async () => {
  const id = await askedFor()
  await vouch(world, david, { id, how: 'met' })
  assert.equal((await myRecoveries(world, me())).length, 1)
  assert.deepEqual(await myRecoveries(world, { kind: 'person', personId: world.david.personId }), [])
  await confirmRecovery(world, second, { id, waitHours: wait })
  await stopMyRecoveries(world, me())
  world.later(hoursMs(25))
  await assert.rejects(finishRecovery(world, unlimited, halves(id)), { code: 'recovery-not-open' })

  const other = await askedFor()
  await vouch(world, david, { id: other, how: 'met' })
  await confirmRecovery(world, second, { id: other, waitHours: wait })
  const code = recoveryStopCode(world.vault, other)
  await assert.rejects(stopRecoveryByCode(world, unlimited, { code: '0000-0000-0000', remote }), { code: 'stop-code-unknown' })
  await stopRecoveryByCode(world, unlimited, { code: code.toLowerCase(), remote })
  await assert.rejects(stopRecoveryByCode(world, unlimited, { code, remote }), { code: 'stop-code-unknown' })
  world.later(hoursMs(25))
  await assert.rejects(finishRecovery(world, unlimited, halves(other)), { code: 'recovery-not-open' })
  const stopped = (await lettersAsked(world.storage)).filter(({ news }) => news === 'recovery-stopped')
  assert.equal(stopped.length, 2)
})

test('a helper with doubts ends it, and nobody makes the wait shorter than an hour', async () => {
  const id = await askedFor()
  await vouch(world, david, { id, how: 'met' })
  assert.equal(await refuseRecovery(world, second, id), true)
  assert.equal(await confirmRecovery(world, second, { id, waitHours: wait }), false)
  const other = await askedFor()
  await vouch(world, david, { id: other, how: 'met' })
  await confirmRecovery(world, second, { id: other, waitHours: 0 })
  world.later(hoursMs(0.9))
  await assert.rejects(finishRecovery(world, unlimited, halves(other)), { code: 'recovery-not-open' })
  world.later(hoursMs(0.2))
  assert.ok(await finishRecovery(world, unlimited, halves(other)))
})

test('staff, and people of no organisation or of several, are vouched for by staff alone', async () => {
  const solo = uuid()
  await world.storage.asTenant(programme, (tx) =>
    tx.insertInto('person').values({ id: solo, name: 'Solo', created_at: world.clock.now() }).execute(),
  )
  await provenAddress(world, solo, 'solo@home.example')
  const id = await askedFor('solo@home.example')
  assert.equal(await stateOf(david, id), undefined)
  assert.equal(await vouch(world, david, { id, how: 'met' }), false)
  assert.equal((await stateOf(world.analyst, id))?.person, 'Solo')
  assert.equal(await vouch(world, world.analyst, { id, how: 'met' }), true)
  assert.equal(await confirmRecovery(world, analyst2, { id, waitHours: wait }), true)

  await provenAddress(world, analyst2.kind === 'analyst' ? analyst2.personId : '', 'ida@home.example')
  const hers = await askedFor('ida@home.example')
  assert.equal(await vouch(world, analyst2, { id: hers, how: 'met' }), false)
  assert.equal(await stateOf(analyst2, hers), undefined, 'her own is not even shown to her as a helper')
})

test('whose request it is left the organisation, was given a part for the operator or joined another one meanwhile: its administrators take no part in it', async () => {
  const member = async (name: string) => {
    const address = `${name}@ruiz.example`
    const added = await addPerson(world, world.analyst, world.organisationId, { name, address, title: '', role: 'member' })
    return { personId: added?.personId ?? '', id: await askedFor(address) }
  }
  const [leaver, joiner, starter, looker] = [
    await member('leaver'),
    await member('joiner'),
    await member('starter'),
    await member('looker'),
  ]
  await removePerson(world, world.analyst, { organisationId: world.organisationId, personId: leaver.personId })
  const other = await createOrganisation(world, world.analyst, { name: 'Other', kind: 'other', domains: [] })
  await world.storage.asTenant(programme, async (tx) => {
    const since = world.clock.now()
    const belongs = { organisation_id: other.id, person_id: joiner.personId, role: 'member' as const, since }
    await tx.insertInto('membership').values(belongs).execute()
    await tx.insertInto('staff').values({ person_id: starter.personId, role: 'analyst', since }).execute()
    await tx.insertInto('observer').values({ person_id: looker.personId, role: 'auditor', since }).execute()
  })
  for (const { id } of [leaver, joiner, starter, looker]) {
    assert.equal(await stateOf(david, id), undefined)
    assert.equal(await vouch(world, david, { id, how: 'met' }), false)
    assert.equal(await vouch(world, world.analyst, { id, how: 'met' }), true)
    assert.equal(await confirmRecovery(world, david, { id, waitHours: wait }), false)
  }
})

test('two halves open nothing once one of the two could no longer help', async () => {
  const id = await askedFor()
  const added = await addPerson(world, world.analyst, world.organisationId, {
    name: 'Olaf',
    address: 'olaf@ruiz.example',
    title: '',
    role: 'administrator',
  })
  const personId = added?.personId ?? ''
  await vouch(world, { kind: 'administrator', personId, organisationId: world.organisationId }, { id, how: 'met' })
  await confirmRecovery(world, second, { id, waitHours: wait })
  await removePerson(world, world.analyst, { organisationId: world.organisationId, personId })
  world.later(hoursMs(25))
  await assert.rejects(finishRecovery(world, unlimited, halves(id)), { code: 'recovery-not-open' })
})

test('once somebody is back in, nothing else that was asked for in their name opens anything', async () => {
  const [id, other] = [await askedFor(), await askedFor()]
  for (const one of [id, other]) {
    await vouch(world, david, { id: one, how: 'met' })
    await confirmRecovery(world, second, { id: one, waitHours: wait })
  }
  world.later(hoursMs(25))
  await finishRecovery(world, unlimited, halves(id))
  await assert.rejects(finishRecovery(world, unlimited, halves(other)), { code: 'recovery-not-open' })
})

test('a stranger who asks over and over uses up no turn but their own', async () => {
  for (let times = 0; times < 12; times += 1)
    await askForRecovery(world, unlimited, { address: 'marta@home.example', remote: '198.51.100.9' })
  const id = await askedFor()
  assert.equal((await recoveries(world, david))[0]?.id, id, 'the newest stands first')
  assert.equal((await recoveries(world, david)).length, 4)
})

test('an address that nobody has is answered like any other, and asking is limited', async () => {
  const [known, unknown] = [await ask('marta@home.example'), await ask('nobody@home.example')]
  assert.equal(known.reference.length, unknown.reference.length)
  const stopped: Limit = { count: async () => 30 }
  await assert.rejects(askForRecovery(world, stopped, { address: 'marta@home.example', remote }), { code: 'too-many-tries' })
  await assert.rejects(finishRecovery(world, stopped, { one: '', other: '', remote }), { code: 'too-many-tries' })
  await assert.rejects(stopRecoveryByCode(world, stopped, { code: '', remote }), { code: 'too-many-tries' })
})

test('what nobody vouched for in three days, or nobody used in three days, is over', async () => {
  const id = await askedFor()
  world.later(daysMs(3) + 1)
  assert.equal(await vouch(world, david, { id, how: 'met' }), false)
  const other = await askedFor()
  await vouch(world, david, { id: other, how: 'met' })
  await confirmRecovery(world, second, { id: other, waitHours: wait })
  world.later(hoursMs(24) + daysMs(3) + 1)
  await assert.rejects(finishRecovery(world, unlimited, halves(other)), { code: 'recovery-not-open' })
})

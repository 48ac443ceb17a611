import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import { auditEntries } from '#audit'
import { type Administrator, daysMs, type Helper, minutesMs, type Who } from '#kernel'
import { uuid } from '#storage'
import { connectedMailbox, openWorld, programme, provenAddress, type World } from '../../../test/support/programme.ts'
import {
  acceptHelp,
  endHelp,
  helpAsked,
  helped,
  helpedConnections,
  helpedLanguages,
  helpedOverview,
  helpedPeople,
  helperLooks,
  helpersAmong,
  helpersOf,
  helpingOf,
  leaveHelp,
  letIn,
  renewHelp,
} from './index.ts'

let world: World
let david: Administrator
let helga: Extract<Who, { kind: 'person' }>
before(async () => {
  world = await openWorld()
  david = { kind: 'administrator', personId: world.david.personId, organisationId: world.organisationId }
  helga = { kind: 'person', personId: uuid() }
  await world.storage.asTenant(programme, async (tx) => {
    await tx
      .insertInto('person')
      .values({ id: helga.personId, name: 'Helga Lind', created_at: world.clock.now(), erased_at: null })
      .execute()
    await tx.insertInto('passkey').values(passkeyOf(helga.personId)).execute()
  })
  await provenAddress(world, helga.personId, 'helga@home.example')
})
after(() => world.storage.close())
beforeEach(async () => {
  for (const one of await helpersOf(world, david)) await endHelp(world, david, one.id)
})

const passkeyOf = (personId: string) => ({
  credential_id: randomBytes(16).toString('base64url'),
  person_id: personId,
  public_key: Buffer.alloc(1),
  name: 'Phone',
  created_at: world.clock.now(),
})

const asHelper = (helpId: string): Helper => ({ kind: 'helper', personId: helga.personId, helpId, at: world.clock.now() })

async function helping(purpose: string, days = 7): Promise<string> {
  const { id } = await letIn(world, david, { purpose, days, address: 'helga@home.example' })
  await acceptHelp(world, helga, { id })
  return id
}

test('whoever proved the address finds the offer, and helps once they accept', async () => {
  const { id, token } = await letIn(world, david, { purpose: 'set-up', days: 7, address: 'Helga@Home.example' })
  assert.equal(token, undefined)
  assert.equal(await helped(world, asHelper(id)), undefined)
  assert.deepEqual(
    (await helpingOf(world, helga)).asked.map(({ organisation, letInBy, purpose }) => ({ organisation, letInBy, purpose })),
    [{ organisation: 'Ruiz for Mayor', letInBy: 'David Cole', purpose: 'set-up' }],
  )
  const [offered] = await helpersOf(world, david)
  assert.deepEqual([offered?.state, offered?.name, offered?.offeredTo], ['offered', undefined, 'helga@home.example'])
  await acceptHelp(world, helga, { id })
  assert.equal((await helped(world, asHelper(id)))?.organisation, 'Ruiz for Mayor')
  const [now] = await helpersOf(world, david)
  assert.deepEqual([now?.state, now?.name, now?.offeredTo], ['helping', 'Helga Lind', undefined])
})

test('an address that nobody here reads is answered like one that somebody reads', async () => {
  const known = await letIn(world, david, { purpose: 'training', days: 1, address: 'helga@home.example' })
  const unknown = await letIn(world, david, { purpose: 'training', days: 1, address: 'nobody@elsewhere.example' })
  const plain = ({ id: _, ...answer }: { readonly id: string }) => answer
  assert.deepEqual(plain(known), plain(unknown))
  const listed = (await helpersOf(world, david)).filter(({ state }) => state === 'offered')
  assert.deepEqual(new Set(listed.map(({ name, until }) => `${name} ${until.getTime()}`)).size, 1)
})

test('a link is accepted once, by whoever holds it, and for seven days', async () => {
  const { token = '' } = await letIn(world, david, { purpose: 'connections', days: 30, address: '' })
  assert.equal((await helpAsked(world, token))?.purpose, 'connections')
  assert.deepEqual((await helpingOf(world, helga)).asked, [])
  await acceptHelp(world, helga, { token })
  await assert.rejects(acceptHelp(world, helga, { token }), { code: 'help-not-open' })
  const late = await letIn(world, david, { purpose: 'connections', days: 30, address: '' })
  world.later(daysMs(7))
  assert.equal(await helpAsked(world, late.token ?? ''), undefined)
  await assert.rejects(acceptHelp(world, helga, { token: late.token ?? '' }), { code: 'help-not-open' })
})

test('somebody else’s offer is nothing to me, whether I accept it or turn it down', async () => {
  const { id } = await letIn(world, david, { purpose: 'set-up', days: 7, address: 'nobody@elsewhere.example' })
  await assert.rejects(acceptHelp(world, helga, { id }), { code: 'help-not-open' })
  assert.equal(await leaveHelp(world, helga, id), false)
})

test('a helper has a passkey and is no part of the organisation', async () => {
  const { token = '' } = await letIn(world, david, { purpose: 'set-up', days: 7, address: '' })
  const marta: Who = { kind: 'person', personId: world.marta.personId }
  await assert.rejects(acceptHelp(world, marta, { token }), { code: 'helper-is-member' })
  const anna: Who = { kind: 'person', personId: 'personId' in world.analyst ? world.analyst.personId : '' }
  await assert.rejects(acceptHelp(world, anna, { token }), { code: 'helper-needs-passkey' })
  assert.ok(await helpAsked(world, token), 'the offer stays')
})

test('the end is at the minute, and nothing but a renewal before it goes on', async () => {
  const id = await helping('set-up', 1)
  world.later(daysMs(1) - minutesMs(1))
  assert.ok(await helpedPeople(world, asHelper(id), { search: '', page: 1 }))
  assert.equal(await renewHelp(world, david, { id, days: 90 }), true)
  world.later(daysMs(90) - 1)
  assert.ok(await helped(world, asHelper(id)))
  world.later(1)
  assert.equal(await helped(world, asHelper(id)), undefined)
  assert.equal(await helpedPeople(world, asHelper(id), { search: '', page: 1 }), undefined)
  assert.equal(await renewHelp(world, david, { id, days: 7 }), false)
  assert.deepEqual((await helpingOf(world, helga)).now, [])
})

test('no one is let in without a purpose, without an end, or for more than ninety days', async () => {
  const wanted = { purpose: 'set-up', days: 7, address: '' }
  await assert.rejects(letIn(world, david, { ...wanted, purpose: 'everything' }), { code: 'help-purpose-missing' })
  for (const days of [0, 91, 1.5, Number.NaN])
    await assert.rejects(letIn(world, david, { ...wanted, days }), { code: 'help-end-not-right' })
  await assert.rejects(letIn(world, david, { ...wanted, address: 'helga' }), { code: 'address-not-valid' })
  const id = await helping('set-up')
  await assert.rejects(renewHelp(world, david, { id, days: 91 }), { code: 'help-end-not-right' })
  for (let count = 1; count < 20; count++) await letIn(world, david, wanted)
  await assert.rejects(letIn(world, david, wanted), { code: 'too-many-helpers' })
})

test('an administrator ends it at once, and so does the helper', async () => {
  const id = await helping('set-up')
  assert.equal(await endHelp(world, david, id), true)
  assert.equal(await helped(world, asHelper(id)), undefined)
  assert.equal(await endHelp(world, david, id), false)
  const again = await helping('set-up')
  assert.equal(await leaveHelp(world, helga, again), true)
  assert.equal(await helped(world, asHelper(again)), undefined)
})

test('an administrator of another organisation ends, renews and reads nothing', async () => {
  const id = await helping('set-up')
  const stranger: Administrator = { kind: 'administrator', personId: world.marta.personId, organisationId: uuid() }
  assert.equal(await endHelp(world, stranger, id), false)
  assert.equal(await renewHelp(world, stranger, { id, days: 7 }), false)
  assert.equal(await helperLooks(world, stranger, { id, page: 1 }), undefined)
  assert.deepEqual(await helpersOf(world, stranger), [])
})

test('each purpose shows what it is for, and no personal address', async () => {
  await provenAddress(world, world.marta.personId, 'marta@home.example')
  await world.storage.asTenant(programme, (tx) => tx.insertInto('passkey').values(passkeyOf(world.marta.personId)).execute())
  await connectedMailbox(world, world.marta)
  const page = { search: '', page: 1 }
  const setUp = await helpedPeople(world, asHelper(await helping('set-up')), page)
  assert.deepEqual(setUp?.rows, [
    { name: 'David Cole', workAddress: 'david@ruiz.example', administrator: true, joined: false },
    { name: 'Marta Ruiz', workAddress: 'marta@ruiz.example', administrator: false, joined: false },
  ])
  const signIn = await helpedPeople(world, asHelper(await helping('sign-in')), page)
  assert.deepEqual(
    signIn?.rows.map(({ name, passkey }) => [name, passkey]),
    [
      ['David Cole', false],
      ['Marta Ruiz', true],
    ],
  )
  const connections = await helpedConnections(world, asHelper(await helping('connections')), page)
  assert.deepEqual(
    connections?.rows.map(({ workAddress, state }) => [workAddress, state]),
    [
      ['david@ruiz.example', 'none'],
      ['marta@ruiz.example', 'watching'],
    ],
  )
  const training = asHelper(await helping('training'))
  assert.deepEqual(await helpedLanguages(world, training), [{ language: 'en', people: 2 }])
  assert.deepEqual(await helpedOverview(world, training), { people: 2, administrators: ['David Cole'] })
  assert.deepEqual((await helpedConnections(world, training, page))?.rows, [], 'another purpose’s page is empty even when it is asked for')
  assert.deepEqual(
    (await helpedPeople(world, training, page))?.rows.map(({ workAddress }) => workAddress),
    [undefined, undefined],
  )
})

test('the administrator sees what the helper looked at, and the people of the organisation see that there is one', async () => {
  const id = await helping('sign-in', 30)
  world.later(minutesMs(1))
  await helpedOverview(world, asHelper(id))
  world.later(minutesMs(1))
  await helpedPeople(world, asHelper(id), { search: '', page: 1 })
  const looks = await helperLooks(world, david, { id, page: 1 })
  assert.deepEqual(
    looks?.rows.slice(0, 2).map(({ what }) => what),
    ['people', 'organisation'],
  )
  const marta: Who = { kind: 'person', personId: world.marta.personId }
  assert.deepEqual(
    (await helpersAmong(world, marta)).map(({ helper, purpose }) => [helper, purpose]),
    [['Helga Lind', 'sign-in']],
  )
  assert.deepEqual(await helpersAmong(world, helga), [])
})

test('letting in, accepting, renewing and ending stand in the log, without a name or an address', async () => {
  const id = await helping('set-up')
  await renewHelp(world, david, { id, days: 7 })
  await endHelp(world, david, id)
  const { rows } = await world.storage.asTenant(david, (tx) => auditEntries(tx, { search: `help/${id}`, limit: 10, offset: 0 }))
  assert.deepEqual(
    rows.map(({ action }) => action),
    ['helper.end', 'helper.renew', 'helper.accept', 'helper.let-in'],
  )
  const kept = await world.storage.asTenant(programme, (tx) => tx.selectFrom('audit_entry').select('details').execute())
  assert.doesNotMatch(JSON.stringify(kept), /helga|@/i)
})

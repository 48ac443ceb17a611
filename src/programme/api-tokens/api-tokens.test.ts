import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { type Administrator, daysMs, isTrouble, minutesMs, refusal, type Staff } from '#kernel'
import { addPerson, createOrganisation, removePerson, setRole } from '#members'
import { uuid } from '#storage'
import { lastDayToday } from '../../../test/support/last-day.ts'
import { openWorld, programme, type World } from '../../../test/support/programme.ts'
import { callerOf } from './caller.ts'
import { makeToken, revokeToken, tokensOf } from './tokens.ts'

let world: World
let david: Administrator
let operator: Staff
before(async () => {
  world = await openWorld()
  david = { kind: 'administrator', personId: world.david.personId, organisationId: world.organisationId }
  operator = { kind: 'analyst', personId: 'personId' in world.analyst ? world.analyst.personId : '' }
})
after(() => world.storage.close())

const wanted = { name: 'Volunteer list', scopes: ['people:read', 'people:invite'], days: 30 }
const notYours = () => refusal('not-yours', 'no')
const refused = (code: string) => (thrown: unknown) => isTrouble(thrown, 'refusal') && thrown.code === code

test('a token is shown once, kept as a hash, and opens what it was made for', async () => {
  const { id, token, endsAt } = await makeToken(world, david, wanted)
  assert.match(token, /^bwt_[\w-]{43}$/)
  assert.equal(endsAt.getTime(), world.clock.now().getTime() + daysMs(30))
  const row = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('api_token').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  )
  assert.equal(JSON.stringify(row).includes(token.slice(4)), false)
  assert.deepEqual(await callerOf(world, token), {
    tokenId: id,
    name: 'Volunteer list',
    scopes: ['people:read', 'people:invite'],
    endsAt,
    organisationId: world.organisationId,
    who: { kind: 'token', tokenId: id, organisationId: world.organisationId },
  })
})

test('the list says who made it and when it was last used, to the minute', async () => {
  const { id, token } = await makeToken(world, david, wanted)
  const seen = async () => (await tokensOf(world, david)).find((one) => one.id === id)
  assert.equal((await seen())?.lastUsedAt, undefined)
  await callerOf(world, token)
  const first = (await seen())?.lastUsedAt
  assert.deepEqual(first, world.clock.now())
  world.later(minutesMs(0.5))
  await callerOf(world, token)
  assert.deepEqual((await seen())?.lastUsedAt, first)
  world.later(minutesMs(1))
  await callerOf(world, token)
  assert.deepEqual((await seen())?.lastUsedAt, world.clock.now())
  assert.equal((await seen())?.madeBy, 'David Cole')
})

test('no token makes an administrator, whatever the code asks of the database', async () => {
  const { organisationId } = world
  const input = { name: 'Eve', address: 'eve@ruiz.example', title: '', role: 'administrator' } as const
  for (const who of [
    { kind: 'token', tokenId: uuid(), organisationId },
    { kind: 'programme-token', tokenId: uuid() },
  ] as const) {
    await assert.rejects(addPerson(world, who, organisationId, input), refused('not-yours'))
    await assert.rejects(async () => {
      if (!(await setRole(world, who, { organisationId, personId: world.marta.personId, role: 'administrator' }))) throw notYours()
    }, refused('not-yours'))
  }
})

test('a name that holds what no text column takes is kept without it', async () => {
  const { id } = await makeToken(world, david, { ...wanted, name: 'Door\0list' })
  assert.equal((await tokensOf(world, david)).find((one) => one.id === id)?.name, 'Door list')
})

test('a revoked token opens nothing at once, and is revoked once', async () => {
  const { id, token } = await makeToken(world, david, wanted)
  assert.equal(await revokeToken(world, david, id), true)
  assert.equal(await callerOf(world, token), undefined)
  assert.equal(await revokeToken(world, david, id), false)
  assert.equal((await tokensOf(world, david)).find((one) => one.id === id)?.state, 'revoked')
})

test('a token past its end opens nothing', async () => {
  const { id, token } = await makeToken(world, david, { ...wanted, days: 1 })
  world.later(daysMs(1) - 1)
  assert.ok(await callerOf(world, token))
  world.later(1)
  assert.equal(await callerOf(world, token), undefined)
  assert.equal((await tokensOf(world, david)).find((one) => one.id === id)?.state, 'ended')
})

test('a token ends with the part of whoever made it', async () => {
  const { organisationId } = world
  const added = await addPerson(world, world.analyst, organisationId, {
    name: 'Lee Abara',
    address: 'lee@ruiz.example',
    title: '',
    role: 'administrator',
  })
  assert.ok(added)
  const { personId } = added
  const { token, id } = await makeToken(world, { kind: 'administrator', personId, organisationId }, wanted)
  assert.ok(await callerOf(world, token))
  await setRole(world, david, { organisationId, personId, role: 'member' })
  assert.equal(await callerOf(world, token), undefined)
  assert.equal((await tokensOf(world, david)).find((one) => one.id === id)?.state, 'ended')
  await setRole(world, david, { organisationId, personId, role: 'administrator' })
  assert.ok(await callerOf(world, token))
  await removePerson(world, david, { organisationId, personId })
  assert.equal(await callerOf(world, token), undefined)
})

test('a token ends with the last day of whoever made it, also while nothing has ended their part', async () => {
  const { organisationId } = world
  const personId = await lastDayToday(world)
  const { token } = await makeToken(world, { kind: 'administrator', personId, organisationId }, wanted)
  assert.ok(await callerOf(world, token))
  world.later(daysMs(1))
  assert.equal(await callerOf(world, token), undefined)
})

test('a token of the programme ends when its operator is none any more', async () => {
  const { token } = await makeToken(world, operator, { ...wanted, scopes: ['applications:read'] })
  assert.equal((await callerOf(world, token))?.who.kind, 'programme-token')
  const role = (now: 'operator' | 'analyst') =>
    world.storage.asTenant(programme, (tx) =>
      tx.updateTable('staff').set({ role: now }).where('person_id', '=', operator.personId).execute(),
    )
  await role('analyst')
  assert.equal(await callerOf(world, token), undefined)
  await role('operator')
})

test('a token of a closed organisation opens nothing', async () => {
  const { id: organisationId } = await createOrganisation(world, world.analyst, { name: 'Closing', kind: 'charity', domains: [] })
  const added = await addPerson(world, world.analyst, organisationId, {
    name: 'Bo',
    address: 'bo@closing.example',
    title: '',
    role: 'administrator',
  })
  assert.ok(added)
  const { token } = await makeToken(world, { kind: 'administrator', personId: added.personId, organisationId }, wanted)
  assert.ok(await callerOf(world, token))
  await world.storage.asTenant(programme, (tx) =>
    tx.updateTable('organisation').set({ closed_at: world.clock.now() }).where('id', '=', organisationId).execute(),
  )
  assert.equal(await callerOf(world, token), undefined)
})

test('an organisation is never given what is the programme’s to allow', async () => {
  await assert.rejects(makeToken(world, david, { ...wanted, scopes: ['applications:read'] }), refused('no-scope'))
  const { token } = await makeToken(world, david, { ...wanted, scopes: ['applications:read', 'people:read', 'everything'] })
  assert.deepEqual((await callerOf(world, token))?.scopes, ['people:read'])
})

test('what is missing or too long is told in one sentence', async () => {
  await assert.rejects(makeToken(world, david, { ...wanted, name: ' ' }), refused('token-name-missing'))
  await assert.rejects(makeToken(world, david, { ...wanted, name: 'x'.repeat(101) }), refused('token-name-missing'))
  await assert.rejects(makeToken(world, david, { ...wanted, scopes: [] }), refused('no-scope'))
  for (const days of [0, 367, 1.5, Number.NaN])
    await assert.rejects(makeToken(world, david, { ...wanted, days }), refused('token-end-not-right'))
})

test('nobody sees or revokes the tokens of another organisation, and none sees those of the programme', async () => {
  const { id: organisationId } = await createOrganisation(world, world.analyst, { name: 'Other', kind: 'charity', domains: [] })
  const other: Administrator = { kind: 'administrator', personId: world.marta.personId, organisationId }
  const { id } = await makeToken(world, david, wanted)
  const { id: ofAll } = await makeToken(world, operator, wanted)
  assert.deepEqual(await tokensOf(world, other), [])
  assert.equal(await revokeToken(world, other, id), false)
  assert.equal(await revokeToken(world, david, ofAll), false)
  assert.ok((await tokensOf(world, david)).every((one) => one.id !== ofAll))
  assert.ok((await tokensOf(world, operator)).every((one) => one.id !== id))
})

test('what is no token, or a session’s, is nobody', async () => {
  for (const text of ['', 'bwt_', 'x', `bwt_${'A'.repeat(43)}`, 'a'.repeat(5000)]) assert.equal(await callerOf(world, text), undefined)
})

test('the fifty-first token is refused until one is revoked', async () => {
  const { id: organisationId } = await createOrganisation(world, world.analyst, { name: 'Many', kind: 'charity', domains: [] })
  const many: Administrator = { kind: 'administrator', personId: world.david.personId, organisationId }
  const made = []
  for (let count = 0; count < 50; count++) made.push(await makeToken(world, many, wanted))
  await assert.rejects(makeToken(world, many, wanted), refused('too-many-tokens'))
  await revokeToken(world, many, made[0]?.id ?? '')
  await makeToken(world, many, wanted)
})

test('making and revoking stand in the audit log, without the token', async () => {
  const { id, token } = await makeToken(world, david, wanted)
  await revokeToken(world, david, id)
  const entries = await world.storage.asTenant(david, (tx) =>
    tx
      .selectFrom('audit_entry')
      .select(['action', 'actor', 'details', 'organisation_id'])
      .where('subject', '=', `token/${id}`)
      .orderBy('seq')
      .execute(),
  )
  assert.deepEqual(
    entries.map(({ action, actor, organisation_id }) => [action, actor, organisation_id]),
    ['token.make', 'token.revoke'].map((action) => [action, david.personId, world.organisationId]),
  )
  assert.equal(JSON.stringify(entries).includes(token), false)
})

test('a token that works is on the list, however many were revoked since', async () => {
  const { id: organisationId } = await createOrganisation(world, world.analyst, { name: 'Busy', kind: 'charity', domains: [] })
  const busy: Administrator = { kind: 'administrator', personId: world.david.personId, organisationId }
  const { id } = await makeToken(world, busy, wanted)
  world.later(1000)
  const now = world.clock.now()
  const revoked = Array.from({ length: 220 }, () => ({
    ...{ id: uuid(), organisation_id: organisationId, name: 'Old', token_hash: randomBytes(32), made_by: busy.personId, created_at: now },
    ...{ ends_at: new Date(now.getTime() + daysMs(1)), last_used_at: null, revoked_at: now, revoked_by: null },
  }))
  await world.storage.asTenant(programme, (tx) => tx.insertInto('api_token').values(revoked).execute())
  const seen = await tokensOf(world, busy)
  assert.deepEqual([seen.length, seen[0]?.id], [200, id])
})

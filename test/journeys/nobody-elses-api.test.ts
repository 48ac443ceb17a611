/** Nobody gets into the API who may not: every operation, every pair of tenants, every scope that is missing. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { apiPath } from '#api'
import { makeToken, revokeToken, scopes } from '#api-tokens'
import { uuid } from '#storage'
import { type Operations, readOperations, scopeOf } from '../support/api-operations.ts'
import { type ApiAnswer, type ApiWorld, openApiWorld } from '../support/api-world.ts'

let world: ApiWorld
let operations: Operations
before(async () => {
  world = await openApiWorld()
  operations = await readOperations(world)
})
after(() => world.close())

test('without a token, with one of nobody, or with a browser’s cookie: 401 in one sentence, and the same for revoked and ended ones', async () => {
  const { house, ours } = world
  const make = () => makeToken(house.members, ours.administrator, { name: 'Short', scopes, days: 1 })
  const [revoked, ended] = [await make(), await make()]
  await revokeToken(house.members, ours.administrator, revoked.id)
  await house.storage.asTenant({ kind: 'programme' }, (tx) =>
    tx.updateTable('api_token').set({ ends_at: house.clock.now() }).where('id', '=', ended.id).execute(),
  )
  for (const [index, operation] of operations.all.entries()) {
    // Each from elsewhere: those who try many tokens are slowed down.
    const headers = { 'x-forwarded-for': `198.51.100.${index + 1}`, cookie: `bellwether=${ours.token}` }
    const path = operations.addressOf(operation, ours)
    const missing = await world.send(operation.method, path, { headers })
    assert.equal(missing.status, 401)
    assert.equal(missing.headers.get('www-authenticate'), 'Bearer')
    operations.isAsWritten(operation, missing)
    const answers: ApiAnswer[] = []
    for (const token of [`bwt_${'A'.repeat(43)}`, 'a-session-token-0000000000', revoked.token, ended.token])
      answers.push(await world.send(operation.method, path, { token, headers }))
    assert.deepEqual(
      answers.map(({ status, text }) => [status, text]),
      answers.map(() => [401, answers[0]?.text]),
    )
    operations.isAsWritten(operation, answers[0] ?? assert.fail())
  }
})

test('without the scope: 403 that names the scope and says nothing of what exists', async () => {
  const { house, ours, theirs, operator } = world
  for (const operation of operations.all) {
    const scope = scopeOf(operation)
    if (scope === undefined) continue
    const others = scopes.filter((one) => one !== scope)
    for (const who of [ours.administrator, operator]) {
      const { token } = await makeToken(house.members, who, { name: 'Less', scopes: others, days: 1 })
      const mine = await operations.ask(operation, ours, token)
      const foreign = await operations.ask(operation, theirs, token)
      const nobodys = await world.send(
        operation.method,
        operations.addressOf(operation, { ...ours, organisation: uuid(), people: [uuid(), uuid()] }),
        { token },
      )
      operations.isAsWritten(operation, mine)
      assert.equal(mine.status, 403)
      assert.match(mine.text, new RegExp(scope))
      assert.deepEqual([foreign.text, nobodys.text], [mine.text, mine.text])
    }
  }
})

test('what is another organisation’s is answered as what never was, for every pair and every operation', async () => {
  const { ours, theirs } = world
  for (const [mine, other] of [
    [ours, theirs],
    [theirs, ours],
  ] as const) {
    for (const operation of operations.all.filter(({ path }) => path.includes('{webhook}'))) {
      const foreign = await operations.ask(operation, other, mine.token)
      const ofAll = await operations.ask(operation, { ...other, hookOwner: world.operator }, mine.token)
      const nobodys = await world.send(operation.method, operations.addressOf(operation, mine), { token: mine.token })
      assert.equal(foreign.status, 404, operation.operationId)
      operations.isAsWritten(operation, foreign)
      assert.deepEqual([foreign.text, ofAll.text], [nobodys.text, nobodys.text])
      assert.equal((await operations.ask(operation, other, world.token)).text, nobodys.text, 'an organisation’s is not the programme’s')
    }
    for (const operation of operations.all.filter(({ path }) => path.includes('{organisation}'))) {
      const foreign = await operations.ask(operation, other, mine.token)
      const nobodys = await operations.ask(operation, { ...other, organisation: uuid(), people: [uuid(), uuid()] }, mine.token)
      assert.equal(foreign.status, 404, operation.operationId)
      operations.isAsWritten(operation, foreign)
      assert.equal(foreign.text, nobodys.text)
      // Their person under one's own organisation, too.
      if (operation.path.includes('{person}')) {
        const mixed = await operations.ask(operation, { ...mine, people: other.people }, mine.token)
        assert.deepEqual([mixed.status, mixed.text], [404, foreign.text], operation.operationId)
      }
    }
  }
})

test('no answer to a program of an organisation holds anything of another’s, and none anything of anybody’s own', async () => {
  const { ours, theirs } = world
  for (const operation of operations.all) {
    for (const [mine, other] of [
      [ours, theirs],
      [theirs, ours],
    ] as const) {
      const { text, headers } = await operations.ask(operation, mine, mine.token)
      const all = text + JSON.stringify([...headers])
      assert.ok(!all.includes(other.domain) && !all.includes(other.organisation) && !all.includes(other.name), operation.operationId)
    }
    for (const token of [ours.token, theirs.token, world.token]) {
      for (const side of [ours, theirs])
        assert.doesNotMatch((await operations.ask(operation, side, token)).text, /home-of-|personal/, operation.operationId)
    }
  }
})

test('an id that is none, or another’s cursor, says nothing', async () => {
  const { ours, theirs } = world
  for (const bad of ['x', "'--", '%00', '0', `${ours.organisation}x`]) {
    const answer = await world.send('GET', `${apiPath}/organisations/${encodeURIComponent(bad)}/people`, { token: ours.token })
    assert.equal(answer.status, 404, bad)
  }
  const people = `${apiPath}/organisations/${ours.organisation}/people`
  const foreign = await world.send('GET', `${people}?cursor=${theirs.people[0]}`, { token: ours.token })
  const nobodys = await world.send('GET', `${people}?cursor=${uuid()}`, { token: ours.token })
  assert.deepEqual([foreign.status, nobodys.status], [200, 200])
  assert.ok(!foreign.text.includes(theirs.domain))
})

test('whether an address is taken elsewhere does not show', async () => {
  const { ours } = world
  const add = (address: string) =>
    world.send('POST', `${apiPath}/organisations/${ours.organisation}/people`, { token: ours.token, body: { name: 'Lee', address } })
  for (const address of ['ada@westlake.example', 'ada@home-of-hartley.example', 'ada@home-of-westlake.example'])
    assert.equal((await add(address)).status, 201, address)
  const taken = await add('ada@hartley.example')
  assert.equal(taken.status, 409)
  assert.equal(taken.headers.get('content-type')?.split(';')[0], 'application/problem+json')
})

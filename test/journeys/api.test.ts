/** Programs and the API: its document is walked operation by operation against the real server, with a database behind it. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { z } from 'zod'
import { apiPath } from '#api'
import { makeToken, scopes } from '#api-tokens'
import { type Operations, readOperations, scopeOf } from '../support/api-operations.ts'
import { type ApiAnswer, type ApiWorld, openApiWorld } from '../support/api-world.ts'

let world: ApiWorld
let operations: Operations
before(async () => {
  world = await openApiWorld()
  operations = await readOperations(world)
})
after(() => world.close())

test('every operation of the document is answered as it says, for the programme and for an organisation', async () => {
  assert.ok(operations.all.length >= 18)
  for (const operation of operations.all) {
    const ofAll = await operations.ask(operation, { ...world.ours, hookOwner: world.operator }, world.token)
    operations.isAsWritten(operation, ofAll)
    assert.ok(ofAll.status < 300, `${operation.operationId} ${ofAll.text}`)
    const ofOne = await operations.ask(operation, world.ours, world.ours.token)
    operations.isAsWritten(operation, ofOne)
    assert.equal(ofOne.status, scopeOf(operation) === 'applications:read' ? 403 : ofAll.status, operation.operationId)
  }
})

test('the document is OpenAPI 3.1, as the specification’s own schema has it', async () => {
  const { json } = await world.send('GET', `${apiPath}/openapi.json`)
  const validator = new Validator()
  const { valid, errors } = await validator.validate(z.record(z.string(), z.unknown()).parse(json))
  assert.ok(valid, JSON.stringify(errors))
  assert.equal(validator.version, '3.1')
})

test('what the document names is served, and what is served is in the document', () => {
  const served = new Set(world.served().map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`))
  const written = new Set(operations.all.map(({ method, path }) => `${method} ${apiPath}${path}`))
  assert.deepEqual([...served].sort(), [...written].sort())
})

test('every scope opens some operation, and each names what it needs', () => {
  const needed = new Set(operations.all.map(scopeOf))
  assert.deepEqual(
    scopes.filter((scope) => !needed.has(scope)),
    [],
  )
  assert.deepEqual(
    operations.all.filter((one) => scopeOf(one) === undefined).map(({ operationId }) => operationId),
    ['getToken'],
  )
  assert.equal(new Set(operations.all.map(({ operationId }) => operationId)).size, operations.all.length)
})

test('an administrator makes a token on the page, a program uses it, and revoking it there shuts it out at once', async () => {
  const { ours } = world
  const cookie = await world.signIn()
  const post = (path: string, form: Readonly<Record<string, string>>) =>
    world.visit(`${path}?of=${ours.organisation}`, { cookie, form: new URLSearchParams(form) })
  const page = await post('/organisation/tokens', { name: 'Badges', 'may-people-read': 'yes', days: '30' })
  const token = /value="(bwt_[\w-]{43})"/.exec(page)?.[1] ?? assert.fail(page)
  const people = `${apiPath}/organisations/${ours.organisation}/people`
  assert.equal((await world.send('GET', people, { token })).status, 200)
  assert.equal((await world.send('GET', `${apiPath}/organisations/${ours.organisation}/accounts`, { token })).status, 403)
  const list = await world.visit(`/organisation/tokens?of=${ours.organisation}`, { cookie })
  const id = /tokens\/([0-9a-f-]{36})\/revoke[^>]*>[^<]*<span class="unseen"> Badges/.exec(list)?.[1] ?? assert.fail(list)
  assert.match(list, /last used/)
  await post(`/organisation/tokens/${id}/revoke`, {})
  assert.equal((await world.send('GET', people, { token })).status, 401)
})

test('a list is read to its end, page by page, each row once, while somebody is added', async () => {
  const { theirs } = world
  const people = `${apiPath}/organisations/${theirs.organisation}/people`
  for (let count = 0; count < 5; count++)
    await world.send('POST', people, { token: theirs.token, body: { name: `P ${count}`, address: `p${count}@westlake.example` } })
  const seen: string[] = []
  let cursor: string | undefined = ''
  while (cursor !== undefined) {
    const query: string = cursor === '' ? '?limit=2' : `?limit=2&cursor=${cursor}`
    const { json } = await world.send('GET', people + query, { token: theirs.token })
    const page = z.object({ items: z.array(z.object({ id: z.string() })), next: z.string().optional() }).parse(json)
    assert.ok(page.items.length <= 2)
    seen.push(...page.items.map(({ id }) => id))
    if (seen.length === 2)
      await world.send('POST', people, { token: theirs.token, body: { name: 'Late', address: 'late@westlake.example' } })
    cursor = page.next
  }
  assert.equal(new Set(seen).size, seen.length)
  assert.ok(seen.length >= 8)
})

test('what did not change is told in a few bytes', async () => {
  const path = `${apiPath}/organisations/${world.ours.organisation}`
  const first = await world.send('GET', path, { token: world.ours.token })
  const tag = first.headers.get('etag') ?? assert.fail()
  const again = await world.send('GET', path, { token: world.ours.token, headers: { 'if-none-match': tag } })
  assert.deepEqual([again.status, again.text, again.headers.get('etag')], [304, '', tag])
  const other = await world.send('GET', path, { token: world.ours.token, headers: { 'if-none-match': '"else"' } })
  assert.equal(other.status, 200)
})

test('what is not right is told in one sentence with its place, and changes nothing', async () => {
  const { ours } = world
  const people = `${apiPath}/organisations/${ours.organisation}/people`
  const add = (body: unknown) => world.send('POST', people, { token: ours.token, body })
  const before = (await world.send('GET', people, { token: ours.token })).text
  const detail = ({ json }: ApiAnswer) => z.object({ detail: z.string() }).parse(json).detail
  const wrong = [
    [422, await add({ address: 'a@hartley.example' }), /^"name" is missing\.$/],
    [422, await add({ name: 'A', address: 'nonsense' }), /mail address/],
    [422, await add({ name: 'A', address: 'a@hartley.example', role: 'administrator' }), /role/],
    [422, await add({ name: 'A\0', address: 'a@hartley.example' }), /^"name" is not right: it holds a control character/],
    [422, await add({ name: 'A', address: 'a\0@hartley.example' }), /^"address" is not right: /],
    [422, await add({ name: 'A', address: 'a@hartley.example', title: '\ud800' }), /^"title" is not right: .*half of a character/],
    [422, await add({ name: 'A', address: 'a@hartley.example', title: 'x'.repeat(101) }), /^"title" is not right: /],
    [422, await add({ name: 'A', address: 'a@hartley.example', secret: 1 }), /secret/],
    [400, await add('{'), /not JSON/],
    [413, await add({ name: 'A'.repeat(70_000) }), /64 KB/],
    [411, await world.send('POST', people, { token: ours.token, body: new Blob(['{}']).stream() }), /length/],
    [422, await world.send('GET', `${people}?limit=0`, { token: ours.token }), /^"limit" is not right: /],
    [422, await world.send('GET', `${people}?cursor=x`, { token: ours.token }), /^"cursor" is not right: /],
    [404, await world.send('GET', `${apiPath}/nowhere`, { token: ours.token }), /nothing here/],
    [404, await world.send('DELETE', people, { token: ours.token }), /nothing here/],
  ] as const
  for (const [status, answer, says] of wrong) {
    assert.equal(answer.status, status, answer.text)
    assert.match(detail(answer), says)
    assert.doesNotMatch(detail(answer), /[^.]$|\n|undefined/)
  }
  assert.equal((await world.send('GET', people, { token: ours.token })).text, before)
})

test('what a program did stands in the log under the name of its token', async () => {
  const { ours } = world
  const { json } = await world.send('POST', `${apiPath}/organisations/${ours.organisation}/people`, {
    token: ours.token,
    body: { name: 'Logged', address: 'logged@hartley.example' },
  })
  const { id } = z.object({ id: z.string() }).parse(json)
  assert.deepEqual(
    (await world.logged(`person/${id}`)).map(({ action, actor }) => [action, actor]),
    [['person.add', `the program “Tool of ${ours.name}”`]],
  )
})

test('a token that asks too often is told when to come back, and others go on', async () => {
  const { house, ours, theirs } = world
  const { token } = await makeToken(house.members, ours.administrator, { name: 'Busy', scopes, days: 1 })
  let answer = await world.send('GET', `${apiPath}/token`, { token })
  for (let count = 0; count < 310 && answer.status === 200; count++) answer = await world.send('GET', `${apiPath}/token`, { token })
  assert.equal(answer.status, 429)
  assert.ok(Number(answer.headers.get('retry-after')) > 0)
  assert.equal((await world.send('GET', `${apiPath}/token`, { token: theirs.token })).status, 200)
})

test('whoever tries many tokens from one place is told to wait', async () => {
  const headers = { 'x-forwarded-for': '203.0.113.77' }
  const token = `bwt_${'B'.repeat(43)}`
  let answer = await world.send('GET', `${apiPath}/token`, { token, headers })
  for (let count = 0; count < 40 && answer.status === 401; count++) answer = await world.send('GET', `${apiPath}/token`, { token, headers })
  assert.equal(answer.status, 429)
})

test('nobody is mailed again and again, whatever a program does', async () => {
  const { ours } = world
  const people = `${apiPath}/organisations/${ours.organisation}/people`
  const { json } = await world.send('POST', people, { token: ours.token, body: { name: 'Ida', address: 'ida@hartley.example' } })
  const { id } = z.object({ id: z.string() }).parse(json)
  const answers: number[] = []
  for (let count = 0; count < 4; count++)
    answers.push((await world.send('POST', `${people}/${id}/invitation`, { token: ours.token })).status)
  assert.deepEqual(answers, [202, 202, 409, 409])
})

test('what is sent to an address is as the document says, for each kind of event', async () => {
  for (const owner of [world.ours.hookOwner, world.operator]) await world.makeHook(owner)
  await world.happen()
  const typed = z.looseObject({ type: z.string() })
  const bodies = (await world.told()).map((body) => typed.parse(body)).filter(({ type }) => type !== 'webhook.test')
  assert.deepEqual([...new Set(bodies.map(({ type }) => type))].sort(), Object.keys(operations.document.webhooks).sort())
  for (const body of bodies) {
    operations.isMessage(body.type, body)
  }
})

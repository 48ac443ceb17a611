/** Programs and the API: its document is walked operation by operation against the real server, with a database behind it. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { z } from 'zod'
import { apiPath } from '#api'
import { makeToken, revokeToken, scopes } from '#api-tokens'
import { uuid } from '#storage'
import { type ApiAnswer, type ApiWorld, openApiWorld, type Side } from '../support/api-world.ts'

const operationSchema = z.object({
  operationId: z.string(),
  security: z.array(z.object({ token: z.array(z.enum(scopes)) })),
  parameters: z.array(z.object({ name: z.string(), in: z.enum(['path', 'query', 'header']) })).default([]),
  responses: z.record(z.string(), z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })).default({}) })),
})
const documentSchema = z.object({
  openapi: z.literal('3.1.0'),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
  webhooks: z.record(z.string(), z.unknown()),
  paths: z.record(
    z.string(),
    z.record(z.enum(['get', 'post', 'put', 'patch', 'delete']), operationSchema).or(z.record(z.string(), operationSchema)),
  ),
})

type Operation = z.infer<typeof operationSchema> & { readonly method: string; readonly path: string }

let world: ApiWorld
let operations: readonly Operation[]
let whole: z.infer<typeof documentSchema>
const ajv = new Ajv2020({ strict: false, validateFormats: false })

before(async () => {
  world = await openApiWorld()
  const { json } = await world.send('GET', `${apiPath}/openapi.json`)
  whole = documentSchema.parse(json)
  ajv.addSchema({ $id: 'document', ...whole })
  operations = Object.entries(whole.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
  )
})
after(() => world.close())

type Hook = { readonly webhook?: string; readonly delivery?: string }

/** What fills an address's blanks: one side's own. */
function addressOf({ path }: Operation, side: Side, hook: Hook = {}): string {
  const blanks: Readonly<Record<string, string | undefined>> = {
    organisation: side.organisation,
    person: side.people[1],
    application: world.application,
    webhook: hook.webhook ?? uuid(),
    delivery: hook.delivery ?? uuid(),
  }
  return apiPath + path.replace(/\{(\w+)\}/g, (_, name: string) => blanks[name] ?? assert.fail(`no example of ${name}`))
}

const bodies: Readonly<Record<string, (side: Side) => unknown>> = {
  addPerson: ({ domain }) => ({ name: 'New Person', address: `new-${uuid()}@${domain}` }),
  addWebhook: () => ({ url: 'https://hooks.example/in', events: ['person.joined'] }),
}

/** Asks with what belongs to `side`; a webhook is made for the question, and gone after it. */
async function ask(operation: Operation, side: Side, token: string | undefined): Promise<ApiAnswer> {
  const hook = operation.path.includes('{webhook}') ? await world.makeHook(side.hookOwner) : undefined
  const answer = await world.send(operation.method, addressOf(operation, side, hook), {
    token,
    body: bodies[operation.operationId]?.(side),
  })
  if (hook) await world.removeHook(side.hookOwner, hook.webhook)
  if (operation.operationId === 'addWebhook' && answer.status === 201) {
    const { id } = z.object({ id: z.string() }).parse(answer.json)
    await world.send('DELETE', `${apiPath}/webhooks/${id}`, { token })
  }
  return answer
}

const scopeOf = (operation: Operation) => operation.security[0]?.token[0]

/** The answer is one of those that the document names, and as it says. */
function isAsWritten(operation: Operation, answer: ApiAnswer): void {
  const type = answer.headers.get('content-type')?.split(';')[0] ?? ''
  if (answer.text === '') {
    assert.deepEqual(operation.responses[String(answer.status)]?.content, {}, operation.operationId)
    return
  }
  const at = `${operation.operationId} ${answer.status} ${type}`
  const schema = operation.responses[String(answer.status)]?.content[type]
  assert.ok(schema, `${at} is not in the document: ${answer.text}`)
  const pointer = ['paths', operation.path, operation.method.toLowerCase(), 'responses', String(answer.status), 'content', type, 'schema']
    .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
    .join('/')
  const check = ajv.compile({ $ref: `document#/${encodeURI(pointer)}` })
  assert.ok(check(answer.json), `${at}: ${JSON.stringify(check.errors)} ${answer.text}`)
}

test('every operation of the document is answered as it says, for the programme and for an organisation', async () => {
  assert.ok(operations.length >= 18)
  for (const operation of operations) {
    const ofAll = await ask(operation, { ...world.ours, hookOwner: world.operator }, world.token)
    isAsWritten(operation, ofAll)
    assert.ok(ofAll.status < 300, `${operation.operationId} ${ofAll.text}`)
    const ofOne = await ask(operation, world.ours, world.ours.token)
    isAsWritten(operation, ofOne)
    assert.equal(ofOne.status, scopeOf(operation) === 'applications:read' ? 403 : ofAll.status, operation.operationId)
  }
})

test('what the document names is served, and what is served is in the document', () => {
  const served = new Set(world.served().map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`))
  const written = new Set(operations.map(({ method, path }) => `${method} ${apiPath}${path}`))
  assert.deepEqual([...served].sort(), [...written].sort())
})

test('every scope opens some operation, and each names what it needs', () => {
  const needed = new Set(operations.map(scopeOf))
  assert.deepEqual(
    scopes.filter((scope) => !needed.has(scope)),
    [],
  )
  assert.deepEqual(
    operations.filter((one) => scopeOf(one) === undefined).map(({ operationId }) => operationId),
    ['getToken'],
  )
  assert.equal(new Set(operations.map(({ operationId }) => operationId)).size, operations.length)
})

describe('nobody gets in who may not', () => {
  test('without a token, with one of nobody, or with a browser’s cookie: 401 in one sentence, and the same for revoked and ended ones', async () => {
    const { house, ours } = world
    const make = () => makeToken(house.members, ours.administrator, { name: 'Short', scopes, days: 1 })
    const [revoked, ended] = [await make(), await make()]
    await revokeToken(house.members, ours.administrator, revoked.id)
    await house.storage.asTenant({ kind: 'programme' }, (tx) =>
      tx.updateTable('api_token').set({ ends_at: house.clock.now() }).where('id', '=', ended.id).execute(),
    )
    for (const [index, operation] of operations.entries()) {
      // Each from elsewhere: those who try many tokens are slowed down.
      const headers = { 'x-forwarded-for': `198.51.100.${index + 1}`, cookie: `bellwether=${ours.token}` }
      const path = addressOf(operation, ours)
      const missing = await world.send(operation.method, path, { headers })
      assert.equal(missing.status, 401)
      assert.equal(missing.headers.get('www-authenticate'), 'Bearer')
      isAsWritten(operation, missing)
      const answers: ApiAnswer[] = []
      for (const token of [`bwt_${'A'.repeat(43)}`, 'a-session-token-0000000000', revoked.token, ended.token])
        answers.push(await world.send(operation.method, path, { token, headers }))
      assert.deepEqual(
        answers.map(({ status, text }) => [status, text]),
        answers.map(() => [401, answers[0]?.text]),
      )
      isAsWritten(operation, answers[0] ?? assert.fail())
    }
  })

  test('without the scope: 403 that names the scope and says nothing of what exists', async () => {
    const { house, ours, theirs, operator } = world
    for (const operation of operations) {
      const scope = scopeOf(operation)
      if (scope === undefined) continue
      const others = scopes.filter((one) => one !== scope)
      for (const who of [ours.administrator, operator]) {
        const { token } = await makeToken(house.members, who, { name: 'Less', scopes: others, days: 1 })
        const mine = await ask(operation, ours, token)
        const foreign = await ask(operation, theirs, token)
        const nobodys = await world.send(
          operation.method,
          addressOf(operation, { ...ours, organisation: uuid(), people: [uuid(), uuid()] }),
          { token },
        )
        isAsWritten(operation, mine)
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
      for (const operation of operations.filter(({ path }) => path.includes('{webhook}'))) {
        const foreign = await ask(operation, other, mine.token)
        const ofAll = await ask(operation, { ...other, hookOwner: world.operator }, mine.token)
        const nobodys = await world.send(operation.method, addressOf(operation, mine), { token: mine.token })
        assert.equal(foreign.status, 404, operation.operationId)
        isAsWritten(operation, foreign)
        assert.deepEqual([foreign.text, ofAll.text], [nobodys.text, nobodys.text])
        assert.equal((await ask(operation, other, world.token)).text, nobodys.text, 'an organisation’s is not the programme’s')
      }
      for (const operation of operations.filter(({ path }) => path.includes('{organisation}'))) {
        const foreign = await ask(operation, other, mine.token)
        const nobodys = await ask(operation, { ...other, organisation: uuid(), people: [uuid(), uuid()] }, mine.token)
        assert.equal(foreign.status, 404, operation.operationId)
        isAsWritten(operation, foreign)
        assert.equal(foreign.text, nobodys.text)
        // Their person under one's own organisation, too.
        if (operation.path.includes('{person}')) {
          const mixed = await ask(operation, { ...mine, people: other.people }, mine.token)
          assert.deepEqual([mixed.status, mixed.text], [404, foreign.text], operation.operationId)
        }
      }
    }
  })

  test('no answer to a program of an organisation holds anything of another’s, and none anything of anybody’s own', async () => {
    const { ours, theirs } = world
    for (const operation of operations) {
      for (const [mine, other] of [
        [ours, theirs],
        [theirs, ours],
      ] as const) {
        const { text, headers } = await ask(operation, mine, mine.token)
        const all = text + JSON.stringify([...headers])
        assert.ok(!all.includes(other.domain) && !all.includes(other.organisation) && !all.includes(other.name), operation.operationId)
      }
      for (const token of [ours.token, theirs.token, world.token]) {
        for (const side of [ours, theirs])
          assert.doesNotMatch((await ask(operation, side, token)).text, /home-of-|personal/, operation.operationId)
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
    [422, await add({ name: 'A', address: 'a@hartley.example', role: 'king' }), /^"role" is not right: /],
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
  assert.deepEqual([...new Set(bodies.map(({ type }) => type))].sort(), Object.keys(whole.webhooks).sort())
  for (const body of bodies) {
    const check = ajv.compile({ $ref: `document#/webhooks/${body.type}/post/requestBody/content/application~1json/schema` })
    assert.ok(check(body), `${JSON.stringify(check.errors)} ${JSON.stringify(body)}`)
  }
})

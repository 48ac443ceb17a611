import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scopes } from '#api-tokens'
import { refusal, setback } from '#kernel'
import { createApi } from './create-api.ts'
import type { ApiDeps } from './deps.ts'

const token = `bwt_${'x'.repeat(43)}`
const organisation = '01990000-0000-7000-8000-000000000008'
const person = '01990000-0000-7000-8000-000000000009'

type Logged = { readonly level: string; readonly facts: Readonly<Record<string, unknown>>; readonly says: string }

/** An API over nothing; whatever is asked of the rooms below throws `thrown`. */
function open(thrown: unknown = new Error('nobody should ask'), change: Partial<ApiDeps> = {}) {
  const logged: Logged[] = []
  const remotes: string[] = []
  const write = (level: string) => (facts: Readonly<Record<string, unknown>>, says: string) => void logged.push({ level, facts, says })
  const fails = async (): Promise<never> => {
    throw thrown
  }
  const api = createApi({
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    programme: () => ({ publicAddress: 'https://protect.example', trustedProxies: ['127.0.0.1'] }),
    callerOf: async (given) =>
      given === token
        ? {
            tokenId: 'token-id',
            name: 'Tool',
            scopes,
            endsAt: new Date('2027-01-01T00:00:00Z'),
            who: { kind: 'programme-token', tokenId: 'token-id' },
          }
        : undefined,
    countUse: async () => 0,
    countUnknown: async (remote) => {
      remotes.push(remote)
      return 0
    },
    organisations: {
      list: fails,
      one: fails,
      people: fails,
      person: fails,
      accounts: fails,
      addPerson: fails,
      invite: fails,
      value: fails,
    },
    applications: { list: fails, one: fails },
    webhooks: { list: fails, one: fails, add: fails, start: fails, remove: fails, deliveries: fails, resend: fails, test: fails },
    ...change,
  })
  const ask = (path: string, headers: Readonly<Record<string, string>> = { authorization: `Bearer ${token}` }) =>
    api.fetch(new Request(`http://localhost${path}`, { headers }), { socket: '127.0.0.1' })
  return { ask, logged, remotes }
}

const onePerson = `/api/v1/organisations/${organisation}/people/${person}`

test('our own mistake has a reference that the log has too, and nothing of it is told', async () => {
  const { ask, logged } = open(new TypeError('x is not a function'))
  const answer = await ask(onePerson)
  const told = await answer.text()
  assert.equal(answer.status, 500)
  assert.doesNotMatch(told, /not a function|\.ts/)
  const reference = /"reference":"([0-9a-f]{12})"/.exec(told)?.[1]
  assert.ok(reference)
  assert.ok(logged.some(({ facts }) => facts['id'] === reference && String(facts['stack']).includes('x is not a function')))
})

test('a database that is away is told calmly, with when to come back', async () => {
  const { ask } = open(setback('database-gone', 'querying at 10.0.0.7: connection refused'))
  const answer = await ask(onePerson)
  assert.equal(answer.status, 503)
  assert.equal(answer.headers.get('retry-after'), '30')
  assert.doesNotMatch(await answer.text(), /10\.0\.0\.7|database/)
})

test('what storage’s policies refuse is answered as what never was', async () => {
  const { ask } = open(refusal('not-yours', 'It is somebody else’s.'))
  const { ask: askNowhere } = open()
  const [refused, nowhere] = [await ask(onePerson), await askNowhere('/api/v1/nowhere')]
  assert.deepEqual([refused.status, await refused.text()], [404, await nowhere.text()])
})

test('the log names the route and never a token, an id or an address', async () => {
  const { ask, logged } = open(refusal('not-yours', 'no'))
  await ask(onePerson, { authorization: `Bearer ${token}`, 'x-forwarded-for': '203.0.113.9' })
  assert.deepEqual(
    logged.map(({ says }) => says),
    ['GET /api/v1/organisations/:organisation/people/:person 404'],
  )
  assert.doesNotMatch(JSON.stringify(logged), new RegExp(`${token}|${person}|203\\.0\\.113`))
})

test('a token is read from its header alone: not from a cookie, the address, or another scheme', async () => {
  const { ask } = open()
  for (const headers of [
    { cookie: `bellwether=${token}` },
    { authorization: token },
    { authorization: `Basic ${token}` },
    { authorization: 'Bearer ' },
  ])
    assert.equal((await ask(`/api/v1/token?access_token=${token}`, headers)).status, 401)
  assert.equal((await ask('/api/v1/token', { authorization: `bearer ${token}` })).status, 200)
})

test('who tries tokens is known by the address that a trusted proxy saw', async () => {
  const { ask, remotes } = open()
  await ask('/api/v1/token', { authorization: 'Bearer bwt_wrong', 'x-forwarded-for': '198.51.100.1, 203.0.113.9' })
  assert.deepEqual(remotes, ['203.0.113.9'])
})

test('answers are for programs: no browser keeps, frames or runs them', async () => {
  const { ask } = open()
  const answer = await ask('/api/v1/token')
  assert.equal(answer.headers.get('content-type'), 'application/json')
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
  assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/)
  assert.equal(answer.headers.get('cache-control'), 'private, no-cache')
  assert.match(answer.headers.get('strict-transport-security') ?? '', /max-age/)
  assert.equal(answer.headers.get('access-control-allow-origin'), null)
})

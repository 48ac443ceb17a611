import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type NameServer, startNameServer, startSilentServer } from '../../../test/support/name-server.ts'
import { startResolver } from '../../../test/support/resolver.ts'
import { needs } from '../../../test/support/system-parts.ts'
import { openPerspectives, type Question } from './perspectives.ts'

const proof = 'bellwether-domain-proof=abc'
const record = (text: string) => `_bellwether-challenge TXT "${text}"`
const challenge: Question = { name: '_bellwether-challenge.riverton.example', type: 'TXT' }
const knot = needs('knot')
const servers: NameServer[] = []
let [honest, other, liar, silent] = ['', '', '', '']

before(async () => {
  if (knot.skip !== false) return
  const start = async (...records: readonly string[]): Promise<string> => {
    const server = await startNameServer({ 'riverton.example': records })
    servers.push(server)
    return server.server
  }
  honest = await start(
    record(proof),
    '@ MX 20 backup',
    '@ MX 10 Mail',
    'autodiscover CNAME autodiscover.outlook.com.',
    `long TXT "${'a'.repeat(200)}" "${'b'.repeat(200)}"`,
  )
  other = await start('@ TXT "the other half of a split zone"')
  liar = await start(record('bellwether-domain-proof=planted'))
  const quiet = await startSilentServer()
  servers.push(quiet)
  silent = quiet.server
})
after(async () => {
  await Promise.all(servers.map((server) => server.remove()))
})

const asked = (question: Question, ...from: readonly string[]) => Promise.all(openPerspectives(from, 200).map(({ ask }) => ask(question)))

test('each resolver says what it sees: the record, nothing, another one, or no word at all', knot, async () => {
  assert.deepEqual(await asked(challenge, honest, other, liar, silent), [
    { from: honest, values: [proof] },
    { from: other, values: [] },
    { from: liar, values: ['bellwether-domain-proof=planted'] },
    { from: silent, values: [], failed: 'timed out' },
  ])
})

test('mail servers come in order, names in lower case, a long text in one piece', knot, async () => {
  const [mail] = await asked({ name: 'riverton.example', type: 'MX' }, honest)
  assert.deepEqual(mail?.values, ['mail.riverton.example', 'backup.riverton.example'])
  const [alias] = await asked({ name: 'autodiscover.riverton.example', type: 'CNAME' }, honest)
  assert.deepEqual(alias?.values, ['autodiscover.outlook.com'])
  const [long] = await asked({ name: 'long.riverton.example', type: 'TXT' }, honest)
  assert.equal(long?.values[0]?.length, 400)
})

test('a server that refuses, is not there, or is asked for no name says why', knot, async () => {
  assert.deepEqual(await asked({ name: 'elsewhere.example', type: 'TXT' }, honest), [{ from: honest, values: [], failed: 'refused' }])
  const [gone] = await asked(challenge, '127.0.0.1:1')
  assert.ok(gone?.failed !== undefined)
  const [odd] = await asked({ name: 'a..b', type: 'TXT' }, honest)
  assert.ok(odd?.failed !== undefined)
})

test(
  'through resolvers that remember, each side of a split zone says its own, and a proof that is taken down is gone at once',
  needs('knot', 'unbound'),
  async (t) => {
    const zone = 'riverton.example'
    const [ours, theirs] = await Promise.all([startNameServer({ [zone]: [record(proof)] }), startNameServer({ [zone]: [] })])
    t.after(() => Promise.all([ours.remove(), theirs.remove()]))
    const [near, far] = await Promise.all([startResolver([zone], ours.server), startResolver([zone], theirs.server)])
    t.after(() => Promise.all([near.remove(), far.remove()]))
    const seen = [
      { from: near.server, values: [proof] },
      { from: far.server, values: [] },
    ]
    assert.deepEqual(await asked(challenge, near.server, far.server), seen)
    // Asked again, as each check is: once from memory where there is one.
    assert.deepEqual(await asked(challenge, near.server, far.server), seen)
    await ours.rewrite(zone, [])
    await theirs.rewrite(zone, [record('bellwether-domain-proof=planted')])
    assert.deepEqual(await asked(challenge, near.server, far.server), [
      { from: near.server, values: [] },
      { from: far.server, values: ['bellwether-domain-proof=planted'] },
    ])
    assert.deepEqual(await asked({ name: 'elsewhere.example', type: 'TXT' }, near.server), [
      { from: near.server, values: [], failed: 'refused' },
    ])
  },
)

test('a resolver whose name server is silent proves nothing', needs('knot', 'unbound'), async (t) => {
  const ours = await startNameServer({ 'riverton.example': [record(proof)] })
  const near = await startResolver(['riverton.example'], ours.server)
  t.after(() => near.remove())
  await ours.remove()
  const [answer] = await asked(challenge, near.server)
  assert.deepEqual(answer?.values, [])
  assert.match(answer?.failed ?? '', /timed out|server/)
})

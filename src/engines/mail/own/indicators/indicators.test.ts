import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { guardFor } from './guard.ts'
import { markOf } from './mark.ts'
import { readIndicators } from './read-indicators.ts'
import { readStixPattern } from './stix-pattern.ts'

const now = new Date('2026-05-03T12:00:00Z')
const guard = guardFor(['riverton.example'])
const fixture = (name: string): string => readFileSync(new URL(`../../../../../fixtures/indicators/${name}`, import.meta.url), 'utf8')
function read(text: string) {
  const answer = readIndicators(text, guard, now)
  if ('says' in answer) throw new Error(answer.says)
  return answer
}
const why = (answer: ReturnType<typeof read>) => Object.fromEntries(answer.refused.map((one) => [one.why, one.count]))

test('a STIX bundle gives what a mail can hold, and names the rest', () => {
  const answer = read(fixture('bundle.stix.json'))
  assert.equal(answer.format, 'stix')
  assert.deepEqual(
    answer.indicators.map(({ kind, value, also, confidence }) => [kind, value, also.length, confidence]),
    [
      ['domain', 'vote-portal.example', 0, 85],
      ['url', 'forms.example/d/ballot', 0, 100],
      ['address', 'clerk@county-office.example', 0, 100],
      ['address', 'it@county-desk.example', 0, 100],
      ['sha256', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 0, 30],
      ['domain', 'paste.example', 1, 100],
      ['ip', '4/cb007107/32', 0, 100],
      ['ip', '4/c6336400/24', 0, 100],
      ['domain', 'soon-over.example', 0, 100],
      ['domain', 'half.example', 0, 100],
      ['domain', 'county-ballot.github.io', 0, 100],
    ],
  )
  assert.deepEqual(answer.indicators.find(({ value }) => value === 'soon-over.example')?.validUntil, new Date('2027-01-01T00:00:00Z'))
  assert.deepEqual(why(answer), {
    'is past its end (valid_until)': 1,
    'was revoked by its source': 1,
    'cannot be looked for in a mail: FOLLOWEDBY': 1,
    'cannot be looked for in a mail: process:command_line': 1,
    'is written in yara, not as a STIX pattern': 1,
    'is a free mail service': 1,
    'belongs to an organisation of this programme': 1,
    'is a host where anybody has pages': 1,
    'is not written as STIX 2.1 asks': 1,
  })
})

test('a MISP event gives what is meant for detection, and names the rest', () => {
  const answer = read(fixture('event.misp.json'))
  assert.equal(answer.format, 'misp')
  assert.deepEqual(
    answer.indicators.map(({ kind, value }) => `${kind} ${value.slice(0, 40)}`),
    [
      'domain ballot-check.example',
      'domain login.ballot-check.example',
      'url ballot-check.example/sign-in?id=4',
      'address registrar@county-mail.example',
      'sender-name county registrar desk',
      'ip 4/cb007109/32',
      'sha256 2c26b46b68ffc68ff99b453c1d30413413422d70',
      'sha256 fcde2b2edba56bf408601fb721fe9b5c338d10ee',
      'address answers@ballot-check.example',
    ],
  )
  assert.deepEqual(why(answer), {
    'cannot be looked for in a mail: md5; ask for SHA-256': 1,
    'is not meant for detection (to_ids)': 1,
    'was deleted by its source': 1,
    'has a value that is no domain': 1,
    'is a large host that honest mail links to': 1,
    'is not an address of the open network': 1,
    'is too wide a range': 1,
    'cannot be looked for in a mail: comment': 1,
  })
})

test('a search of MISP, a list of events and a list of attributes are read alike', () => {
  const attribute = { type: 'domain', value: 'evil.example', to_ids: '1' }
  const forms = [{ response: [{ Event: { Attribute: [attribute] } }] }, [{ Event: { Attribute: [attribute] } }], { response: { Attribute: [attribute] } }, { Attribute: [attribute] }, [attribute]] // biome-ignore format: a table
  for (const form of forms) assert.equal(read(JSON.stringify(form)).indicators[0]?.value, 'evil.example', JSON.stringify(form))
})

test('a file that is neither is refused with a sentence', () => {
  assert.match(String(Object(readIndicators('<xml>', guard, now)).says), /is not JSON/)
  assert.match(String(Object(readIndicators('{"a": 1}', guard, now)).says), /no STIX 2\.1 bundle/)
  assert.match(String(Object(readIndicators('7', guard, now)).says), /no STIX 2\.1 bundle/)
})

const patterns: readonly (readonly [string, readonly string[] | RegExp])[] = [
  ["[domain-name:value = 'a.example']", ['a.example']],
  ["[domain-name:value='a.example']", ['a.example']],
  ["([domain-name:value = 'a.example'] OR [domain-name:value = 'b.example'])", ['a.example', 'b.example']],
  ["[domain-name:value = 'a.example' AND (url:value = 'https://b.example/x' OR url:value = 'https://c.example/y')]", ['a.example+b.example/x', 'a.example+c.example/y']],
  ["[domain-name:value IN ('a.example', 'b.example')]", ['a.example', 'b.example']],
  ["[email-addr:value = 'o\\'neil@a.example']", ["o'neil@a.example"]],
  ["[domain-name:value = 'a.example' OR domain-name:value = 'b.example' AND domain-name:value = 'c.example']", ['a.example', 'b.example+c.example']],
  ["[domain-name:value LIKE '%.example']", /LIKE/],
  ["[domain-name:value MATCHES '^a']", /MATCHES/],
  ["[domain-name:value != 'a.example']", /!=|“!/],
  ["[domain-name:value = 'a.example'", /its end/],
  ["[domain-name:value = 'a.example'] REPEATS 5 TIMES", /REPEATS/],
  ['', /its end/],
] // biome-ignore format: a table

for (const [text, expected] of patterns) {
  test(`the pattern ${text.slice(0, 90)}`, () => {
    const { any, lost } = readStixPattern(text)
    if (expected instanceof RegExp) {
      assert.deepEqual(any, [])
      return assert.match(lost.join(), expected)
    }
    assert.deepEqual(
      any.map((way) => way.map(({ value }) => value).join('+')),
      expected,
    )
    assert.deepEqual(lost, [])
  })
}

test('a pattern made to multiply is left out, at once', () => {
  const many = Array.from(
    { length: 60 },
    (_, place) => `(url:value = 'https://a.example/${place}' OR url:value = 'https://b.example/${place}')`,
  ).join(' AND ')
  assert.match(readStixPattern(`[${many}]`).lost.join(), /more than 200 ways/)
  assert.match(readStixPattern('['.repeat(5000)).lost.join(), /pattern/)
})

test('whatever stands in a file, reading it ends with an answer', () => {
  const leaf = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom("[domain-name:value = 'a.example']", '[', "'", 'AND', 'domain', 'bundle', 'indicator', '1'),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  )
  const keys = fc.constantFrom(
    'type',
    'value',
    'pattern',
    'objects',
    'Event',
    'Attribute',
    'Object',
    'response',
    'to_ids',
    'id',
    'valid_until',
    '__proto__',
  )
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('json'), { maxLength: 4 }), fc.dictionary(keys, tie('json'), { maxKeys: 6 })),
  }))
  fc.assert(
    fc.property(json, (value) => {
      const answer = readIndicators(JSON.stringify(value), guard, now)
      assert.ok('says' in answer || Array.isArray(answer.indicators))
    }),
    { numRuns: 1500, seed: 11 },
  )
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('[', ']', '(', ')', "'", ' AND ', ' OR ', '=', 'domain-name:value', 'a.example', '\\', ' '),
        maxLength: 60,
      }),
      (text) => Array.isArray(readStixPattern(text).any),
    ),
    { numRuns: 1500, seed: 12 },
  )
})

test('addresses are found however a report writes them', () => {
  for (const text of [
    'hxxps://evil[.]example/a',
    'HTTPS://Evil.example/a',
    'https[:]//evil(.)example/a',
    'https://evil[dot]example/a#top',
    'evil.example/a/',
  ])
    assert.equal(markOf('url', text)?.value, 'evil.example/a', text)
  assert.equal(markOf('address', 'Ana[at]Evil[.]example')?.value, 'ana@evil.example')
  assert.equal(markOf('domain', 'xn--bcher-kva.example.')?.value, 'bücher.example')
  assert.equal(markOf('ip', '2001:db8::1')?.value, '6/20010db8000000000000000000000001/128')
  assert.equal(markOf('domain', 'localhost'), undefined)
})

test('answers within answers, nested without end, end with a sentence', () => {
  const nested = `${'[{"response":'.repeat(50_000)}[]${'}]'.repeat(50_000)}`
  assert.match(String(Object(readIndicators(nested, guard, now)).says), /no STIX 2\.1 bundle/)
})

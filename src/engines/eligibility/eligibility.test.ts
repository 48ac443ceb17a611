import assert from 'node:assert/strict'
import { test } from 'node:test'
import { organisationKinds } from '#kernel'
import { programmeFiles, programmeOf } from '../../../test/support/programmes.ts'
import { readCondition } from './condition.ts'
import { decide } from './decide.ts'
import { type Facts, offices, products } from './facts.ts'
import { readProgramme } from './read-programme.ts'
import { whatWouldChange } from './what-would-change.ts'

const facts = (more: Partial<Facts> = {}): Facts => ({
  kind: 'campaign',
  office: 'state',
  country: 'US',
  region: '',
  product: 'office-365',
  people: 10,
  date: '2026-11-26',
  ...more,
})
const shipped = ['open', 'accountguard-2018', 'accountguard'] as const
const idsOf = (programme: Parameters<typeof decide>[0], more: Partial<Facts>) => {
  const { outcome, rules } = decide(programme, facts(more))
  return [outcome, ...rules.map(({ id }) => id)]
}

test('every programme that ships reads, and each of its examples comes out as it says', () => {
  for (const name of shipped) assert.ok(programmeOf(programmeFiles(name)).examples > 0, name)
})

test('in 2018 it was the United States and Office 365', () => {
  const programme = programmeOf(programmeFiles('accountguard-2018'))
  const date = '2018-10-01'
  assert.deepEqual(idsOf(programme, { date }), ['eligible', 'candidates'])
  assert.deepEqual(idsOf(programme, { date, product: 'google-workspace', country: 'DE' }), [
    'not-eligible',
    'country-closed',
    'base-product',
  ])
  assert.deepEqual(idsOf(programme, {}), ['not-eligible', 'over'])
})

test('today’s list knows the countries that a source names, and says of others that nobody knows', () => {
  const programme = programmeOf(programmeFiles('accountguard'))
  assert.equal(programme.countries.filter(({ status }) => status === 'open').length, 22)
  assert.ok(programme.countries.every(({ source }) => source.length > 10))
  assert.deepEqual(idsOf(programme, { country: 'KE' }), ['eligible', 'politics'])
  assert.deepEqual(idsOf(programme, { country: 'GH' }), ['unsure', 'country-unknown'])
  assert.deepEqual(idsOf(programme, { country: 'JP' }), ['unsure', 'country-unknown'])
})

test('an offer can leave out states: CO, DE, IL, OK, WI and WY', () => {
  const programme = programmeOf(programmeFiles('state-exclusions', 'fixtures/programmes'))
  for (const region of ['CO', 'DE', 'IL', 'OK', 'WI', 'WY'])
    assert.deepEqual(idsOf(programme, { region }), ['not-eligible', 'us.excluded-states'])
  assert.deepEqual(idsOf(programme, { region: 'OH' }), ['eligible', 'campaigns'])
  assert.deepEqual(idsOf(programme, { country: 'DE' }), ['not-eligible', 'country-closed'])
})

test('a new country is one file with its examples', () => {
  const files = programmeFiles('accountguard')
  const gh = `country: GH
status: open
source: "the operator, 2026"
examples:
  - facts: { kind: newsroom, country: GH, product: office-365 }
    outcome: eligible
    because: [journalism]
`
  assert.deepEqual(idsOf(programmeOf({ ...files, 'countries/GH.yaml': gh }), { country: 'GH' }), ['eligible', 'politics'])
  const wrong = readProgramme({ ...files, 'countries/GH.yaml': gh.replace('outcome: eligible', 'outcome: unsure') })
  assert.deepEqual('problems' in wrong && wrong.problems, [
    { file: 'countries/GH.yaml', line: 5, says: 'This example comes out eligible, because of journalism.' },
  ])
})

test('no rule reads a party or an opinion, however it is spelled', () => {
  const planted = [
    'party == "democratic"',
    'facts.party == "x"',
    'kind == "Democratic"',
    'kind == "party" && opinion != "green"',
    '"labour" in parties',
    'kind in ["campaign", "republican"]',
    'name.contains("Green")',
    'domain == "ruiz.example"',
    'ideology == "left" || true',
    'kind.matches("(?i)dem")',
    'office == "none" ? true : party == ""',
    '["campaign"].exists(k, k == kind && party == "a")',
    'region == "Republican"',
    'country == kind',
    '{"a": party}["a"] == "x"',
    'has(facts.party)',
    'size(kind) > 3',
    'kind + "x" == "campaignx"',
    'kind',
    'kind < "n"',
    'people == "10"',
    'date > "someday"',
  ]
  for (const text of planted) assert.ok('fault' in readCondition(text), text)
  const read = readCondition('kind == "campaign" && party == "democratic"')
  assert.match('fault' in read ? read.fault.says : '', /No rule can read “party”/)
})

test('a planted rule is refused with its file and line, and the programme with it', () => {
  const files = programmeFiles('open')
  const planted = (files['programme.yaml'] ?? '').replace('admits: kind == "party"', 'admits: kind == "party" && party == "green"')
  const read = readProgramme({ ...files, 'programme.yaml': planted })
  const [problem] = 'problems' in read ? read.problems : []
  assert.equal(problem?.file, 'programme.yaml')
  assert.equal(planted.split('\n')[(problem?.line ?? 0) - 1]?.trim(), 'admits: kind == "party" && party == "green"')
})

test('what may be compared is compared', () => {
  const holds = (text: string, more: Partial<Facts> = {}) => {
    const read = readCondition(text)
    return 'condition' in read ? read.condition(facts(more)) : assert.fail(read.fault.says)
  }
  assert.equal(holds('kind in ["campaign", "party"] && !(country == "CA") && people <= 10'), true)
  assert.equal(holds('"US" == country && date >= "2026-01-01" || false'), true)
  assert.equal(holds('people > 10'), false)
  assert.equal(holds('region == ""'), true)
})

test('a condition has bounds, and what is at them is told', () => {
  for (const text of [
    `kind == "campaign"${' || kind == "party"'.repeat(90)}`,
    `${'('.repeat(50)}true${')'.repeat(50)}`,
    'x'.repeat(2000),
    '',
    'kind ==',
    'kind == "campaign',
  ])
    assert.ok('fault' in readCondition(text), text.slice(0, 40))
})

test('what is wrong in a file is told with its line, and a bomb of aliases is no programme', () => {
  const files = programmeFiles('open')
  const source = files['programme.yaml'] ?? ''
  const problemsOf = (changed: string) => {
    const read = readProgramme({ 'programme.yaml': changed })
    return 'problems' in read ? read.problems : []
  }
  assert.match(problemsOf(source.replace('version: "1"', 'version: "1"\nparty: green'))[0]?.says ?? '', /party/i)
  assert.match(problemsOf(source.replace('other_countries: open', 'other_countries: maybe'))[0]?.says ?? '', /other_countries/)
  assert.match(problemsOf(source.replace('id: parties', 'id: standing-for-office'))[0]?.says ?? '', /already/)
  assert.match(problemsOf(source.replace('id: parties', 'id: nothing-admits'))[0]?.says ?? '', /already/)
  assert.equal(problemsOf('a: [').length, 1)
  assert.equal(problemsOf('').length, 1)
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b]\n`
  assert.deepEqual(problemsOf(bomb), [{ file: 'programme.yaml', line: 2, says: 'Write this out: & and * are not used here.' }])
})

test('two programmes with the same files have one hash, and any change another', () => {
  const files = programmeFiles('accountguard')
  const { hash } = programmeOf(files)
  assert.equal(programmeOf(Object.fromEntries(Object.entries(files).reverse())).hash, hash)
  assert.notEqual(programmeOf({ ...files, 'programme.yaml': `${files['programme.yaml']}\n# changed` }).hash, hash)
})

test('every decision says what would change it', () => {
  const then = programmeOf(programmeFiles('accountguard-2018'))
  const date = '2018-10-01'
  assert.deepEqual(
    whatWouldChange(then, facts({ date, product: 'other' })).filter(({ outcome }) => outcome === 'eligible'),
    [{ facts: [{ fact: 'product', to: ['office-365'] }], outcome: 'eligible' }],
  )
  const two = whatWouldChange(then, facts({ date, product: 'other', country: 'CA' }))
  assert.deepEqual(
    two.filter(({ outcome }) => outcome === 'eligible'),
    [
      {
        facts: [
          { fact: 'country', to: ['US'] },
          { fact: 'product', to: ['office-365'] },
        ],
        outcome: 'eligible',
      },
    ],
  )
  const excluded = programmeOf(programmeFiles('state-exclusions', 'fixtures/programmes'))
  assert.ok(whatWouldChange(excluded, facts({ region: 'WI' })).some(({ facts: [one] }) => one?.fact === 'region' && one.to.includes('OH')))
  assert.ok(
    whatWouldChange(excluded, facts({ region: 'OH' })).some(
      ({ facts: [one], outcome }) => one?.fact === 'region' && one.to.length === 6 && outcome === 'not-eligible',
    ),
  )
})

test('what would change it is true of each of 500 applications: done, it changes', () => {
  const programme = programmeOf(programmeFiles('accountguard'))
  for (const one of applications(500)) {
    const { outcome } = decide(programme, one)
    for (const change of whatWouldChange(programme, one)) {
      assert.notEqual(change.outcome, outcome)
      const [first, second] = change.facts
      for (const to of first?.to ?? [])
        assert.equal(
          decide(programme, { ...one, ...(first && { [first.fact]: to }), ...(second && { [second.fact]: second.to[0] }) }).outcome,
          change.outcome,
        )
    }
  }
})

test('10,000 applications are decided alike whatever party they are of', () => {
  const programmes = shipped.map((name) => programmeOf(programmeFiles(name)))
  const parties = ['red', 'blue', 'green', 'none']
  for (const [at, one] of applications(10_000).entries()) {
    const programme = programmes[at % programmes.length] ?? assert.fail()
    const of = (party: string) => JSON.stringify(decide(programme, { ...one, ...{ party, opinion: party, name: `${party} party` } }))
    const [first, ...others] = parties.map(of)
    for (const other of others) assert.equal(other, first)
  }
})

test('more than 10,000 applications a minute are decided on one core, with what would change them', () => {
  const programme = programmeOf(programmeFiles('accountguard'))
  const all = applications(2000)
  const began = process.cpuUsage()
  for (const one of all) whatWouldChange(programme, one)
  const { user, system } = process.cpuUsage(began)
  const aMinute = all.length / ((user + system) / 60e6)
  console.log(`# ${Math.round(aMinute).toLocaleString('en')} a minute`)
  assert.ok(aMinute > 10_000, `${Math.round(aMinute)} a minute`)
})

/** Drawn from a seed: every kind, office, product and some countries, also such as no programme knows. */
function applications(count: number): readonly Facts[] {
  let state = 20_261_126
  const draw = <Value>(values: readonly Value[]): Value => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return values[Math.floor((state / 2 ** 32) * values.length)] ?? assert.fail()
  }
  return Array.from({ length: count }, () =>
    facts({
      kind: draw(organisationKinds),
      office: draw(offices),
      product: draw(products),
      country: draw(['US', 'DE', 'GH', 'JP', 'NZ', 'AR']),
      region: draw(['', 'CA', 'WI']),
      people: draw([1, 12, 5000]),
      date: draw(['2018-09-01', '2026-11-26']),
    }),
  )
}

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { isTrouble, type Staff, type Who } from '#kernel'
import { openWorld, programme, type World } from '../../../test/support/programme.ts'
import { programmeFiles } from '../../../test/support/programmes.ts'
import type { EnrolmentDeps } from './deps.ts'
import { enterValue, strikeValue, type ValueGiven, valueLedger } from './value-ledger.ts'
import { acceptProgramme, programmeByHash, programmeInForce, programmeVersions, triedProgramme } from './versions.ts'

let world: World
let deps: EnrolmentDeps
let desk: Staff
const open = programmeFiles('open')
const today = programmeFiles('accountguard')

before(async () => {
  world = await openWorld()
  deps = { ...world, shipped: async () => open }
  assert.ok(world.analyst.kind === 'analyst')
  desk = world.analyst
})
after(() => world.storage.close())

const refuses = (code: string) => (thrown: unknown) => isTrouble(thrown, 'refusal') && thrown.code === code

test('until an operator accepts others, the rules that ship are in force; afterwards every text stays readable by its hash', async () => {
  const shipped = await programmeInForce(deps)
  assert.deepEqual([shipped.programme.id, shipped.since], ['open', undefined])
  const accepted = await acceptProgramme(deps, desk, { files: today, before: shipped.programme.hash })
  const now = await programmeInForce(deps)
  assert.deepEqual([now.programme.hash, now.since], [accepted.hash, world.clock.now()])
  assert.deepEqual(await programmeByHash(deps, accepted.hash), today)
  assert.equal(await programmeByHash(deps, 'f'.repeat(64)), undefined)
  world.later(1000)
  await acceptProgramme(deps, desk, { files: open, before: accepted.hash })
  assert.deepEqual(
    (await programmeVersions(deps)).map(({ programme: id }) => id),
    ['open', 'accountguard'],
  )
})

test('two operators do not overwrite each other', async () => {
  const { programme: now } = await programmeInForce(deps)
  const tries = await Promise.allSettled(
    [1, 2].map(() =>
      acceptProgramme(deps, desk, { files: { ...today, 'programme.yaml': `${today['programme.yaml']}\n# again` }, before: now.hash }),
    ),
  )
  assert.deepEqual(tries.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  await assert.rejects(acceptProgramme(deps, desk, { files: today, before: now.hash }), refuses('programme-changed'))
})

test('rules with a party in them are not accepted', async () => {
  const planted = {
    ...open,
    'programme.yaml': (open['programme.yaml'] ?? '').replace('admits: kind == "vendor"', 'admits: party == "green"'),
  }
  assert.throws(
    () => triedProgramme(planted),
    (thrown) => refuses('programme-not-right')(thrown) && /No rule can read “party”/.test(String(thrown)),
  )
})

const given = (more: Partial<ValueGiven> = {}): ValueGiven => ({
  givenOn: '2026-05-01',
  what: 'Two security keys each',
  law: 'FEC',
  currency: 'USD',
  amount: '1,337.00',
  note: '',
  ...more,
})

test('a value is entered in its smallest unit, summed by law and currency, struck out and never lost', async () => {
  const { organisationId } = world
  for (const [amount, currency] of [
    ['1,337.00', 'USD'],
    ['13.370,50', 'usd'],
    ['20', 'USD'],
    ["1'000", 'JPY'],
  ] as const)
    assert.equal(await enterValue(deps, desk, organisationId, given({ amount, currency })), true)
  const ledger = (await valueLedger(deps, desk, organisationId)) ?? assert.fail()
  assert.deepEqual(ledger.sums, [
    { law: 'FEC', currency: 'JPY', minorUnits: 1000, entries: 1 },
    { law: 'FEC', currency: 'USD', minorUnits: 133_700 + 1_337_050 + 2000, entries: 3 },
  ])
  const first = ledger.entries.find(({ currency }) => currency === 'JPY') ?? assert.fail()
  assert.equal(await strikeValue(deps, desk, organisationId, first.id), true)
  assert.equal(await strikeValue(deps, desk, organisationId, first.id), false)
  assert.equal((await valueLedger(deps, desk, organisationId))?.entries.length, 3)
  const kept = await world.storage.asTenant(programme, (tx) => tx.selectFrom('value_entry').select('id').execute())
  assert.equal(kept.length, 4)
})

test('an amount, a day or a thing that is none is refused, each with its sentence', async () => {
  const enter = (more: Partial<ValueGiven>) => enterValue(deps, desk, world.organisationId, given(more))
  for (const amount of ['', 'much', '1.2.3', '-5', '1,33,7', '9'.repeat(20)])
    await assert.rejects(enter({ amount }), refuses('amount-not-right'), amount)
  await assert.rejects(enter({ currency: 'XX1' }), refuses('amount-not-right'))
  for (const givenOn of ['2026-02-30', 'today', '2027-01-01', ''])
    await assert.rejects(enter({ givenOn }), refuses('day-not-right'), givenOn)
  await assert.rejects(enter({ what: ' ' }), refuses('what-missing'))
})

test('an organisation reads its own ledger and nobody else’s', async () => {
  const mine: Who = { kind: 'administrator', personId: world.david.personId, organisationId: world.organisationId }
  assert.ok(((await valueLedger(deps, mine, world.organisationId))?.entries.length ?? 0) > 0)
  assert.equal(await valueLedger(deps, mine, '00000000-0000-7000-8000-000000000000'), undefined)
  const stranger: Who = { kind: 'person', personId: world.marta.personId }
  assert.deepEqual((await valueLedger(deps, stranger, world.organisationId))?.entries ?? [], [])
})

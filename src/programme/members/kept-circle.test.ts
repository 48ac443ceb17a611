import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Who } from '#kernel'
import { readOrg } from '#mail'
import { openWorld, programme, type World } from '../../../test/support/programme.ts'
import { circleOf } from './circle.ts'
import { exportOrg, importOrg, keepCircle, keptCircle } from './kept-circle.ts'

let world: World
let administrator: Who
before(async () => {
  world = await openWorld()
  administrator = { kind: 'administrator', personId: world.david.personId, organisationId: world.organisationId }
})
after(() => world.storage.close())

const empty = { country: '', leaders: [], vendors: [], brands: [] }
const circle = {
  country: 'us',
  leaders: [{ name: ' Elena  Brandt ', addresses: ['Elena@BrandtForSenate.example'], role: 'candidate' }],
  vendors: [{ name: 'Print House', domains: ['@PrintHouse.example', 'printhouse.example'] }],
  brands: [{ name: 'ActBlue', domains: [] }],
}
const kept = {
  country: 'US',
  leaders: [{ name: 'Elena Brandt', addresses: ['elena@brandtforsenate.example'], role: 'candidate' }],
  vendors: [{ name: 'Print House', domains: ['printhouse.example'] }],
  brands: [{ name: 'ActBlue', domains: [] }],
}
const strangers = (): readonly Who[] => [
  { kind: 'administrator', personId: world.marta.personId, organisationId: '00000000-0000-7000-8000-000000000001' },
  { kind: 'person', personId: world.marta.personId },
]

test('an administrator keeps the circle, and mails are judged by it', async () => {
  assert.equal(await keepCircle(world, administrator, world.organisationId, circle), true)
  assert.deepEqual(await keptCircle(world, administrator, world.organisationId), kept)
  const seen = await world.storage.asTenant(programme, (tx) =>
    circleOf(tx, { organisationId: world.organisationId, personId: world.david.personId }),
  )
  assert.deepEqual([seen.leaders, seen.vendors, seen.brands, seen.country], [kept.leaders, kept.vendors, kept.brands, 'US'])
})

test('staff keep it too; for anybody else it does not exist', async () => {
  assert.equal(await keepCircle(world, world.analyst, world.organisationId, circle), true)
  for (const who of strangers()) {
    assert.equal(await keptCircle(world, who, world.organisationId), undefined)
    assert.equal(await keepCircle(world, who, world.organisationId, empty), false)
    assert.equal(await exportOrg(world, who, world.organisationId), undefined)
    assert.equal(await importOrg(world, who, world.organisationId, '{"name":"X","domains":[]}'), undefined)
  }
  assert.deepEqual(await keptCircle(world, administrator, world.organisationId), kept)
})

test('who administered it before is refused at once', async () => {
  const former: Who = { kind: 'administrator', personId: world.marta.personId, organisationId: world.organisationId }
  assert.equal(await keepCircle(world, former, world.organisationId, empty), false)
})

test('what cannot be right is told, and nothing is kept', async () => {
  const bad = [
    [{ ...empty, country: 'Atlantis' }, 'country-not-valid'],
    [{ ...empty, vendors: [{ name: 'Print House', domains: ['not a domain'] }] }, 'domain-not-valid'],
    [{ ...empty, leaders: [{ name: 'Elena', addresses: ['nobody'] }] }, 'address-not-valid'],
    [{ ...empty, brands: Array.from({ length: 501 }, (_, at) => ({ name: `Name ${at}`, domains: [] })) }, 'circle-too-long'],
    [{ ...empty, brands: [{ name: ' ', domains: [] }] }, 'circle-too-long'],
  ] as const
  for (const [given, code] of bad) await assert.rejects(keepCircle(world, administrator, world.organisationId, given), { code })
  assert.deepEqual(await keptCircle(world, administrator, world.organisationId), kept)
})

test('what is carried out can be carried in, and holds nobody’s private address', async () => {
  const json = await exportOrg(world, administrator, world.organisationId)
  assert.ok(json)
  const org = readOrg(json)
  assert.equal(org.circle.organisation?.name, 'Ruiz for Mayor')
  assert.ok(org.circle.people.some(({ addresses }) => addresses.includes('marta@ruiz.example')))
  assert.doesNotMatch(json, /home\.example/)
  assert.equal(await keepCircle(world, administrator, world.organisationId, empty), true)
  assert.deepEqual(await importOrg(world, administrator, world.organisationId, json), { names: 3 })
  assert.deepEqual(await keptCircle(world, administrator, world.organisationId), kept)
})

test('a file with one bad name in the middle leaves everything as it was', async () => {
  const before = await keptCircle(world, administrator, world.organisationId)
  const file = {
    name: 'Elsewhere',
    domains: ['elsewhere.example'],
    vendors: [{ name: 'Good Print', domains: ['good-print.example'] }],
    brands: [
      { name: 'Good Name', domains: ['good.example'] },
      { name: 'Bad Name', domains: ['not a domain'] },
      { name: 'Later', domains: ['later.example'] },
    ],
    leaders: [{ name: 'Somebody', addresses: ['somebody@good.example'] }],
    country: 'FR',
  }
  await assert.rejects(importOrg(world, administrator, world.organisationId, JSON.stringify(file)), { code: 'domain-not-valid' })
  assert.deepEqual(await keptCircle(world, administrator, world.organisationId), before)
})

test('a file with halves of characters, or signs that no table holds, is taken in without them', async () => {
  const file = `{"name":"X","domains":[],"people":[{"name":"Half \\ud83d Name","addresses":[],"role":"Chief ${'x'.repeat(193)}\u{1f469}"}],"vendors":[{"name":"Print\\u0000House","domains":[]}]}`
  await importOrg(world, administrator, world.organisationId, file)
  const now = await keptCircle(world, administrator, world.organisationId)
  assert.ok(now?.leaders.some(({ name }) => name === 'Half \ufffd Name'))
  assert.ok(now?.vendors.some(({ name }) => name === 'Print House'))
  await keepCircle(world, administrator, world.organisationId, circle)
})

test('two files taken in at the same moment are both there afterwards', async () => {
  await keepCircle(world, administrator, world.organisationId, circle)
  const file = (name: string) => JSON.stringify({ name: 'X', domains: [], brands: [{ name, domains: [] }] })
  const names = Array.from({ length: 6 }, (_, place) => `Name ${place}`)
  await Promise.all(names.map((name) => importOrg(world, administrator, world.organisationId, file(name))))
  const now = await keptCircle(world, administrator, world.organisationId)
  assert.deepEqual(now?.brands.map(({ name }) => name).sort(), ['ActBlue', ...names])
  await keepCircle(world, administrator, world.organisationId, circle)
})

test('carrying it out and in is in the log, with how many names', async () => {
  await exportOrg(world, administrator, world.organisationId)
  const deeds = await world.storage.asTenant(programme, (tx) =>
    tx
      .selectFrom('audit_entry')
      .select(['action', 'actor', 'details'])
      .where('action', 'in', ['organisation.export', 'organisation.import'])
      .orderBy('seq', 'desc')
      .execute(),
  )
  assert.deepEqual(deeds[0], { action: 'organisation.export', actor: world.david.personId, details: { rows: 5 } })
  assert.ok(deeds.some(({ action, details }) => action === 'organisation.import' && Object(details).names > 0))
})

test('a file adds to what is kept; its people who are nobody’s here become names to protect', async () => {
  const file = {
    name: 'Elsewhere',
    domains: ['elsewhere.example'],
    people: [{ name: 'Jane Okafor', addresses: [] }],
    vendors: [{ name: 'print house', domains: ['new-print.example'] }],
  }
  await importOrg(world, administrator, world.organisationId, JSON.stringify(file))
  const now = await keptCircle(world, administrator, world.organisationId)
  assert.deepEqual(
    now?.leaders.map(({ name }) => name),
    ['Elena Brandt', 'Jane Okafor'],
  )
  assert.deepEqual(now?.vendors, [{ name: 'print house', domains: ['new-print.example'] }])
  await assert.rejects(importOrg(world, administrator, world.organisationId, '{'), { code: 'unreadable-organisation' })
})

test('a file whose names hold what no column takes is kept without it', async () => {
  const odd = { people: [{ name: 'Ana\0 Ruiz\ud800', addresses: [], role: `${'x'.repeat(199)}🔔\u0007` }] }
  const json = JSON.stringify({ name: 'Ruiz', domains: ['ruiz.example'], ...odd })
  assert.ok(await importOrg(world, world.analyst, world.organisationId, json))
  const { leaders } = (await keptCircle(world, world.analyst, world.organisationId)) ?? assert.fail()
  const one = leaders.find(({ name }) => name === 'Ana Ruiz\ufffd') ?? assert.fail(JSON.stringify(leaders))
  assert.ok(one.role === undefined || one.role.isWellFormed())
})

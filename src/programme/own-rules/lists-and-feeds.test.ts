import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { auditEntries } from '#audit'
import { daysMs, isTrouble, type Who } from '#kernel'
import { guardFor, readIndicators, readList } from '#mail'
import { keepCircle } from '#members'
import { openWorld, programme, type World } from '../../../test/support/programme.ts'
import type { ReadFiles } from './deps.ts'
import { exportFeed, feeds, indicatorsFound, removeFeed, takeFeed } from './feeds.ts'
import { exportLists, listEntries, removeListEntry, takeList } from './lists.ts'
import { ownState } from './own-state.ts'

/** As the threads of the product do, without a thread. */
const files: ReadFiles = {
  list: async (text, list, near) => readList(text, list, near),
  indicators: async (text, ownDomains, now) => readIndicators(text, guardFor(ownDomains), now),
}
let world: World
let desk: World & { readonly files: ReadFiles }
before(async () => {
  world = await openWorld()
  desk = { ...world, files }
})
after(() => world.storage.close())

const bundle = readFileSync(new URL('../../../fixtures/indicators/bundle.stix.json', import.meta.url), 'utf8')
const state = async () => (await world.storage.asTenant(programme, (tx) => ownState(tx, world.clock.now(), undefined)))?.set
const strangers = (): readonly Who[] => [
  { kind: 'person', personId: world.marta.personId },
  { kind: 'administrator', personId: world.david.personId, organisationId: world.organisationId },
]
const all = { search: '', page: 1 }
const takeEntries = async (who: Who, list: string, text: string) => {
  const taken = await takeList(desk, who, { list, text, sure: '' })
  return 'added' in taken ? taken : assert.fail(JSON.stringify(taken.doubts))
}

test('entries are taken in, searched, carried out and removed, and what cannot be used is named with its line', async () => {
  const text = 'Evil.example,the attack of May\nnot a value at all\nhxxps://forms[.]example/d/ballot,a form,2027-01-31\n'
  const { added, refused } = await takeEntries(world.analyst, 'block', text)
  assert.deepEqual([added, refused.map(({ line }) => line)], [2, [2]])
  await takeEntries(world.analyst, 'block', 'evil.example,known better')
  const { rows, total } = await listEntries(world, world.analyst, { search: 'evil', page: 1 })
  assert.deepEqual([total, rows[0]?.reason], [1, 'known better'])
  assert.equal((await exportLists(world, world.analyst)).length, 2)
  assert.deepEqual((await state())?.lists.map(({ value }) => value).sort(), ['evil.example', 'forms.example/d/ballot'])
  const [found] = rows
  assert.equal(await removeListEntry(world, world.analyst, found?.id ?? ''), true)
  assert.deepEqual(
    (await state())?.lists.map(({ value }) => value),
    ['forms.example/d/ballot'],
  )
})

test('a list with nothing in it that can be used is refused with the first line that is wrong', async () => {
  await assert.rejects(takeEntries(world.analyst, 'allow', 'https://forms.example/d'), (thrown: unknown) => {
    assert.ok(isTrouble(thrown, 'refusal'))
    assert.match(thrown.message, /Line 1: .* says nothing of who sends it/)
    return true
  })
})

test('entries that would hit our own people, those they deal with or free mail are asked about first, and taken when they are meant', async () => {
  await keepCircle(world, world.analyst, world.organisationId, {
    country: '',
    leaders: [{ name: 'Elena Brandt', addresses: ['elena@brandt-office.example'] }],
    vendors: [{ name: 'Print House', domains: ['print-house.example'] }],
    brands: [],
  })
  const text = 'bad.example\nruiz.example\nelena@brandt-office.example\nprint-house.example\nmarta@ruiz.example'
  const listed = async () => (await exportLists(world, world.analyst)).map(({ written }) => written)
  const asked = await takeList(desk, world.analyst, { list: 'block', text, sure: '' })
  assert.ok('doubts' in asked)
  assert.deepEqual(
    asked.doubts.map(({ written }) => written),
    ['ruiz.example', 'elena@brandt-office.example', 'print-house.example', 'marta@ruiz.example'],
  )
  assert.ok(!(await listed()).includes('bad.example'), 'nothing is taken before')
  const more = await takeList(desk, world.analyst, { list: 'block', text: `${text}\ngmail.com`, sure: asked.sure })
  assert.ok('doubts' in more && more.doubts.length === 5, 'what was not shown is not agreed to')
  const free = await takeList(desk, world.analyst, { list: 'allow', text: 'gmail.com', sure: 'yes' })
  assert.ok('doubts' in free)
  const taken = await takeList(desk, world.analyst, { list: 'block', text, sure: asked.sure })
  assert.ok('added' in taken && taken.added === 5)
  for (const { id, written } of await exportLists(world, world.analyst))
    if (text.includes(written)) await removeListEntry(world, world.analyst, id)
})

test('indicators are taken in without our own and everybody’s hosts, and what is left out is counted and named', async () => {
  const own = bundle.replaceAll('mail.riverton.example', 'mail.ruiz.example')
  const id = await takeFeed(desk, world.analyst, 'National CERT', own)
  const [feed] = await feeds(world, world.analyst)
  assert.equal(feed?.name, 'National CERT')
  const why = new Map(feed?.leftOut.map((one) => [one.why, one.examples]))
  assert.deepEqual(why.get('is a free mail service'), ['gmail.com'])
  assert.deepEqual(why.get('belongs to an organisation of this programme'), ['mail.ruiz.example'])
  const { rows } = await indicatorsFound(world, world.analyst, { search: 'vote-portal', page: 1 })
  assert.deepEqual(rows, [{ kind: 'domain', value: 'vote-portal.example', confidence: 85, feed: 'National CERT' }])
  const set = await state()
  assert.equal(set?.indicators.length, feed?.count)
  assert.ok(await exportFeed(world, world.analyst, id))
  await assert.rejects(takeFeed(desk, world.analyst, 'x', '{}'), (thrown: unknown) => isTrouble(thrown, 'refusal'))

  for (const who of strangers()) {
    assert.deepEqual(await feeds(world, who), [])
    assert.equal((await indicatorsFound(world, who, all)).total, 0)
    assert.equal(await exportFeed(world, who, id), undefined)
    assert.equal(await removeFeed(world, who, id), false)
    await assert.rejects(takeFeed(desk, who, 'theirs', own))
    assert.equal((await listEntries(world, who, all)).total, 0)
    await assert.rejects(takeEntries(who, 'block', 'theirs.example'))
  }
  assert.equal(await removeFeed(world, world.analyst, id), true)
  assert.deepEqual((await state())?.indicators, [])
})

test('what is carried out as a file is in the log: who, what, how many rows', async () => {
  await takeEntries(world.analyst, 'block', 'carried.example\nout.example')
  const lists = await exportLists(world, world.analyst)
  const id = await takeFeed(desk, world.analyst, 'Carried out', bundle)
  await exportFeed(world, world.analyst, id)
  const [feed] = await feeds(world, world.analyst)
  const deeds = await world.storage.asTenant(programme, (tx) =>
    tx
      .selectFrom('audit_entry')
      .select(['action', 'actor', 'subject', 'details'])
      .where('action', 'like', 'own-%.export')
      .orderBy('seq', 'desc')
      .limit(2)
      .execute(),
  )
  const actor = world.analyst.kind === 'analyst' ? world.analyst.personId : ''
  assert.deepEqual(deeds, [
    { action: 'own-feed.export', actor, subject: `own-feed/${id}`, details: { rows: feed?.count } },
    { action: 'own-list.export', actor, subject: 'own-list', details: { rows: lists.length } },
  ])
  const page = await world.storage.asTenant(world.analyst, (tx) => auditEntries(tx, { search: 'own-list.export', limit: 1, offset: 0 }))
  assert.equal(page.rows[0]?.rows, lists.length)
  await removeFeed(world, world.analyst, id)
})

test('what ends by date is compared with no mail after it', async () => {
  await takeEntries(world.analyst, 'block', 'over-soon.example,,2026-05-04')
  const has = async () => (await state())?.lists.some(({ value }) => value === 'over-soon.example')
  assert.equal(await has(), true)
  world.later(daysMs(2))
  assert.equal(await has(), false)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { isTrouble, type Who } from '#kernel'
import { checkOwnRule, exampleRule } from '#mail'
import { openWorld, programme, type World } from '../../../test/support/programme.ts'
import type { CheckRule } from './deps.ts'
import { ownState } from './own-state.ts'
import { exportRule, keepRule, ownRule, ownRules, removeRule, switchOff, switchRule } from './rules.ts'

let world: World
let desk: World & { readonly check: CheckRule }
before(async () => {
  world = await openWorld()
  desk = { ...world, check: (source) => checkOwnRule(source) }
})
after(() => world.storage.close())

const named = (name: string): string => exampleRule.replace('own.ballot-printer-invoice', name)
const state = () => world.storage.asTenant(programme, (tx) => ownState(tx, world.clock.now(), undefined))
const isRefused = (code: string) => (thrown: unknown) => isTrouble(thrown, 'refusal') && thrown.code === code

test('a rule is kept with every text it had, and mails are judged by the newest', async () => {
  const id = (await keepRule(desk, world.analyst, named('own.versions'))) ?? ''
  const changed = named('own.versions').replace('ballot printing is overdue', 'ballot printing is late')
  assert.equal(await keepRule(desk, world.analyst, changed, id), id)
  const rule = await ownRule(world, world.analyst, id)
  assert.deepEqual([rule?.version, rule?.source, rule?.versions.map(({ version }) => version)], [2, changed, [2, 1]])
  assert.equal(rule?.changedBy, 'Ana Desk')
  assert.ok((await state())?.set.rules.includes(changed))
})

test('a rule that is saved as a file is in the log; for strangers there is none', async () => {
  const id = (await keepRule(desk, world.analyst, named('own.saved'))) ?? ''
  assert.deepEqual(await exportRule(world, world.analyst, id), { name: 'own.saved', source: named('own.saved') })
  assert.equal(await exportRule(world, { kind: 'person', personId: world.marta.personId }, id), undefined)
  const deeds = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('audit_entry').select(['subject', 'details']).where('action', '=', 'own-rule.export').execute(),
  )
  assert.deepEqual(deeds, [{ subject: `own-rule/${id}`, details: { rows: 1 } }])
})

test('a rule whose examples do not go as they say is not kept, and the line is told', async () => {
  const silent = named('own.silent').replace('says("ballot printing")', 'says("submarine")')
  await assert.rejects(keepRule(desk, world.analyst, silent), (thrown: unknown) => {
    assert.ok(isTrouble(thrown, 'refusal'))
    assert.match(thrown.message, /^Line \d+, column \d+: This mail stands under “fires”, and the rule stays quiet\./)
    return true
  })
  assert.ok(!(await ownRules(world, world.analyst)).some(({ name }) => name === 'own.silent'))
})

test('two rules have two ids, and a rule keeps its own', async () => {
  const id = await keepRule(desk, world.analyst, named('own.taken'))
  await assert.rejects(keepRule(desk, world.analyst, named('own.taken')), isRefused('rule-name-taken'))
  await assert.rejects(keepRule(desk, world.analyst, named('own.other'), id), isRefused('rule-keeps-name'))
})

test('a rule that was switched off is asked of no mail, and its headline still tells past findings', async () => {
  const id = (await keepRule(desk, world.analyst, named('own.paused'))) ?? ''
  const before = (await state())?.mark
  assert.equal(await switchRule(world, world.analyst, id, false), true)
  const now = await state()
  assert.notEqual(now?.mark, before, 'others see that something changed')
  assert.ok(!now?.set.rules.includes(named('own.paused')))
  assert.equal(now?.titles.get('own.paused')?.en, 'A stranger sends an invoice for ballot printing')
})

test('what did not change is not read again', async () => {
  const now = await state()
  assert.equal(await world.storage.asTenant(programme, (tx) => ownState(tx, world.clock.now(), now?.mark)), undefined)
})

test('the programme switches off what it cannot ask, once, and says why', async () => {
  const id = (await keepRule(desk, world.analyst, named('own.fails'))) ?? ''
  const off = () => world.storage.asTenant(programme, (tx) => switchOff(tx, world, 'own.fails', 'There is no such list.'))
  assert.deepEqual([await off(), await off()], [true, false])
  const rule = await ownRule(world, world.analyst, id)
  assert.deepEqual([rule?.isOn, rule?.offReason], [false, 'There is no such list.'])
})

test('for people and administrators there are no rules to see, change or remove', async () => {
  const id = (await keepRule(desk, world.analyst, named('own.hidden'))) ?? ''
  const strangers: readonly Who[] = [
    { kind: 'person', personId: world.marta.personId },
    { kind: 'administrator', personId: world.david.personId, organisationId: world.organisationId },
  ]
  for (const who of strangers) {
    assert.deepEqual(await ownRules(world, who), [])
    assert.equal(await ownRule(world, who, id), undefined)
    assert.equal(await keepRule(desk, who, named('own.hidden'), id), undefined)
    await assert.rejects(keepRule(desk, who, named('own.theirs')))
    assert.equal(await switchRule(world, who, id, false), false)
    assert.equal(await removeRule(world, who, id), false)
  }
  assert.equal(await removeRule(world, world.analyst, id), true)
  assert.equal(await ownRule(world, world.analyst, id), undefined)
})

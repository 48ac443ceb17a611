import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { insert } from '../../../test/support/make-rows.ts'
import { isForbidden, machinery, openRows, type RowsSeen, type Viewer } from '../../../test/support/rows-seen.ts'
import {
  grantOf,
  type HelpPurpose,
  helpLastsMs,
  helpPurposes,
  nobodysMatter,
  type Viewers,
  viewedAt,
  viewersInRole,
} from '../../../test/support/viewers-in-role.ts'
import { uuid } from './ids.ts'

/**
 * Helpers in each purpose, the auditor and the trainer against every table there is. A table that stands in no line
 * opens to nobody of them, so a new one is closed until it is written here.
 */

/** Of the organisation that let them in: work matters, and the people through their membership. Its own grant is the key. */
const inEveryPurpose = { organisation: 'w', membership: 'w', person: 'w', helper_grant: 'w' }
const opensTo: Readonly<Record<HelpPurpose, Readonly<Record<string, string>>>> = {
  'set-up': { ...inEveryPurpose, account: 'w', invitation: 'w' },
  connections: { ...inEveryPurpose, account: 'w', connection: 'w' },
  'sign-in': { ...inEveryPurpose, account: 'w', invitation: 'w' },
  training: inEveryPurpose,
}

/** Of both sides: what the programme decided. A person is there as one of those who decide. */
const opensToAuditor: Readonly<Record<string, string>> = {
  organisation: 'w',
  person: 'w',
  staff: 'w',
  audit_entry: 'wp',
  programme_version: 'wp',
  value_entry: 'w',
  register: 'wp',
}

const now = viewedAt

let world: RowsSeen
let viewers: Viewers
let helper: string
before(async () => {
  world = await openRows()
  helper = world.theirs('person')
  viewers = await viewersInRole(world)
  await world.become(machinery)
  await world.app.query('update bellwether.application set submitted_at = $1', [now])
})
after(() => world.close())

const as = (purpose: HelpPurpose, change: Partial<Viewer> = {}): Viewer => ({ ...viewers[`helper-${purpose}`], ...change })

const tables = () => world.shapes.map(({ name }) => name).filter((name) => !nobodysMatter.has(name))

async function opened(viewer: Viewer, side: 'ours' | 'theirs'): Promise<Record<string, string>> {
  await world.become(viewer)
  const seen: Record<string, string> = {}
  for (const table of tables()) {
    // Made after the rows of the two sides: the grant itself.
    const found = (table === 'helper_grant' && side === 'ours' && (await ownGrant(viewer))) || (await world.seenOf(table, side))
    if (found !== '') seen[table] = found
  }
  return seen
}

const ownGrant = async ({ help = '' }: Viewer): Promise<string> =>
  help === '' || (await world.app.query('select from bellwether.helper_grant where id = $1', [help])).rowCount !== 1 ? '' : 'w'

for (const purpose of helpPurposes) {
  test(`a helper for ${purpose} sees of every table what their purpose opens, and nothing elsewhere or of their own`, async () => {
    assert.deepEqual(await opened(as(purpose), 'ours'), opensTo[purpose])
    assert.deepEqual(await opened(as(purpose), 'theirs'), {})
  })
}

test('at the minute when their time ends a helper sees nothing but that it ended', async () => {
  for (const purpose of helpPurposes) {
    const last = as(purpose, { at: new Date(now.getTime() + helpLastsMs - 1) })
    assert.deepEqual(await opened(last, 'ours'), opensTo[purpose])
    assert.deepEqual(await opened(as(purpose, { at: new Date(now.getTime() + helpLastsMs) }), 'ours'), { helper_grant: 'w' })
  }
})

test('a grant opens nothing before it is accepted, once it was ended, to another person, or when no moment is named', async () => {
  const closed: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    'not accepted': { accepted_at: null },
    ended: { ended_at: now },
  }
  for (const [name, change] of Object.entries(closed)) {
    await world.become(machinery)
    const id = uuid()
    await insert(world.app, 'helper_grant', { id, ...grantOf(world, 'set-up', change) })
    assert.deepEqual(await opened(as('set-up', { help: id }), 'ours'), { helper_grant: 'w' }, name)
  }
  assert.deepEqual(await opened(as('set-up', { person: world.ours('person') }), 'ours'), {})
  const { at: _, ...timeless } = as('set-up')
  assert.deepEqual(await opened(timeless, 'ours'), { helper_grant: 'w' })
  assert.deepEqual(await opened(as('set-up', { help: uuid() }), 'ours'), {})
})

test('a grant is a key for helpers only: named by anybody else it opens nothing more', async () => {
  for (const kind of ['person', 'administrator', 'auditor', 'trainer', '']) {
    await world.become(as('set-up', { kind, organisation: kind === 'administrator' ? world.theirs('organisation') : '' }))
    assert.equal(await world.seenOf('invitation', 'ours'), '', kind)
    assert.equal(await world.seenOf('account', 'ours'), '', kind)
  }
})

test('an auditor sees of every table what was decided, and a trainer sees no table at all', async () => {
  for (const side of ['ours', 'theirs'] as const) {
    assert.deepEqual(await opened({ kind: 'auditor', person: uuid(), organisation: '' }, side), opensToAuditor)
    assert.deepEqual(await opened({ kind: 'trainer', person: uuid(), organisation: '' }, side), {})
  }
})

const parts = (): readonly (readonly [string, Viewer])[] => [
  ...helpPurposes.map((purpose) => [`helper for ${purpose}`, as(purpose)] as const),
  ['auditor', { kind: 'auditor', person: helper, organisation: '' }],
  ['trainer', { kind: 'trainer', person: helper, organisation: '' }],
]

test('none of the three changes, removes or adds a row of anybody', async () => {
  for (const [name, viewer] of parts()) {
    await world.become(viewer)
    for (const row of world.rows) {
      if (row.table === 'rate_limit') continue
      const [column = ''] = world.keyOf(row)
      const what = `${name}: ${row.table}`
      assert.equal(await world.changes(`update bellwether.${row.table} set ${column} = ${column}`, row), 0, what)
      assert.equal(await world.changes(`delete from bellwether.${row.table}`, row), 0, what)
      // Whoever does something is written down; no one is let in by it.
      if (row.table !== 'audit_entry') await assert.rejects(world.adds(row), isForbidden, what)
    }
  }
})

test('a helper writes down that they looked, at the organisation that let them in and in their own name', async () => {
  await world.become(as('training'))
  const look = world.rows.find(({ table, side, matter }) => table === 'looked_at' && side === 'ours' && matter === 'work')
  assert.ok(look)
  const mine = { viewer: helper, person_id: null, incident_id: null }
  await world.adds(look, mine)
  await assert.rejects(world.adds(look, { ...mine, viewer: world.ours('person') }), isForbidden)
  await assert.rejects(world.adds(look, { ...mine, organisation_id: world.theirs('organisation') }), isForbidden)
  await assert.rejects(world.adds(look, { ...mine, person_id: world.ours('person') }), isForbidden)
})

test('what is read for the three by the owner answers nobody else', async () => {
  const answers = {
    helped_passkeys: ['helper for sign-in'],
    audited_applications: ['auditor'],
    audited_consents: ['auditor'],
    trained_organisations: ['trainer'],
  }
  for (const [name, viewer] of [
    ...parts(),
    ['person', { kind: 'person', person: world.ours('person'), organisation: '' }],
    ['administrator', { kind: 'administrator', person: world.ours('person'), organisation: world.ours('organisation') }],
    ['analyst', { kind: 'analyst', person: uuid(), organisation: '' }],
    ['nobody', { kind: '', person: '', organisation: '' }],
  ] as const) {
    await world.become(viewer)
    for (const [read, allowed] of Object.entries(answers)) {
      const { rows } = await world.app.query(`select * from bellwether.${read}()`)
      assert.equal(rows.length > 0, allowed.includes(name), `${read} for ${name}`)
    }
  }
})

test('a decision is told without the names and addresses of those who applied', async () => {
  await world.become({ kind: 'auditor', person: uuid(), organisation: '' })
  const { fields } = await world.app.query('select * from bellwether.audited_applications()')
  assert.deepEqual(
    fields.map(({ name }) => name).filter((name) => /answer|contact|token|vouch|language/.test(name)),
    [],
  )
})

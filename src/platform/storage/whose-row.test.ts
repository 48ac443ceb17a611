import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { insert, type MadeRow } from '../../../test/support/make-rows.ts'
import { isForbidden, machinery, openRows, type RowsSeen, type Viewer } from '../../../test/support/rows-seen.ts'
import { nobodysMatter, type Viewers, viewersInRole } from '../../../test/support/viewers-in-role.ts'
import { uuid } from './ids.ts'

let world: RowsSeen
let viewers: Viewers & { readonly colleague: Viewer; readonly programme: Viewer }

before(async () => {
  world = await openRows()
  const inRole = await viewersInRole(world)
  const colleague = uuid()
  await insert(world.app, 'person', { id: colleague, name: 'N', created_at: new Date() })
  const membership = { organisation_id: world.ours('organisation'), person_id: colleague, role: 'member', since: new Date() }
  await insert(world.app, 'membership', membership)
  viewers = { ...inRole, colleague: { kind: 'person', person: colleague, organisation: '' }, programme: machinery }
})
after(() => world.close())

/**
 * Which rows of their own side each may read, by hand: w for a work matter, p
 * for a personal one. Nobody introduced reads nothing; a colleague of the same
 * organisation reads what is said of the colleague: their name is not in it.
 */
const mayRead: Readonly<Record<string, { person?: string; colleague?: string; administrator?: string; analyst?: string }>> = {
  organisation: { person: 'w', colleague: 'w', administrator: 'w', analyst: 'w' },
  person: { person: 'w', administrator: 'w', analyst: 'w' },
  membership: { person: 'w', administrator: 'w', analyst: 'w' },
  staff: { person: 'w', analyst: 'w' },
  observer: { person: 'w', analyst: 'w' },
  helper_grant: { person: 'w', administrator: 'w', analyst: 'w' },
  account: { person: 'wp', administrator: 'w', analyst: 'w' },
  mail_code: { person: 'wp' },
  consent: { person: 'wp' },
  access_grant: { person: 'wp', administrator: 'w', analyst: 'p' },
  invitation: { administrator: 'w', analyst: 'w' },
  session: { person: 'wp' },
  passkey: { person: 'wp' },
  passkey_challenge: {},
  totp: { person: 'wp' },
  recovery_code: { person: 'wp' },
  second_step: {},
  alone_start: {},
  erasure: {},
  season: { administrator: 'w', analyst: 'w' },
  pending_change: { administrator: 'w', analyst: 'w' },
  off_boarding: { administrator: 'w', analyst: 'w' },
  household_link: { person: 'wp' },
  account_share: { person: 'wp' },
  sign_in_elsewhere: {},
  staff_identity: { person: 'wp' },
  recovery_request: { person: 'wp', administrator: 'w', analyst: 'wp' },
  connection: { person: 'wp', administrator: 'w', analyst: 'w' },
  connection_secret: {},
  mailbox_cursor: {},
  message_verdict: { person: 'wp', administrator: 'w', analyst: 'w' },
  report_spool: {},
  report_address: { person: 'w' },
  watch_address: { person: 'wp' },
  provider_mail: { person: 'wp' },
  self_check: { person: 'wp' },
  incident: { person: 'wp', administrator: 'w', analyst: 'w' },
  affected: { person: 'wp', administrator: 'w', analyst: 'w' },
  campaign_trace: {},
  finding: { person: 'wp', administrator: 'w', analyst: 'w' },
  flagged_message: { person: 'wp', administrator: 'w', analyst: 'w' },
  triage_step: { person: 'wp', administrator: 'w', analyst: 'w' },
  looked_at: { person: 'wp', administrator: 'w' },
  notice: { person: 'wp', administrator: 'w', analyst: 'w' },
  notice_action: { person: 'wp', administrator: 'w', analyst: 'w' },
  delivery: { person: 'wp', administrator: 'w', analyst: 'w' },
  contact_method: { person: 'wp', administrator: 'w' },
  notice_preference: { person: 'w' },
  receipt: { person: 'wp', administrator: 'w', analyst: 'w' },
  receipt_batch: { analyst: 'wp' },
  setting: { analyst: 'wp' },
  data_key: {},
  operator_alert: { analyst: 'wp' },
  audit_entry: { person: 'wp', administrator: 'w', analyst: 'wp' },
  election: {},
  correspondent: { person: 'wp' },
  conversation: { person: 'wp' },
  warm_up: { person: 'wp' },
  mail_trace: { person: 'wp', analyst: 'w' },
  mail_trace_hash: { person: 'wp', analyst: 'w' },
  incident_trace: {},
  reach: { analyst: 'w' },
  reach_mail: {},
  evaluation_mail: { person: 'wp', analyst: 'w' },
  programme_version: { analyst: 'wp' },
  value_entry: { administrator: 'w', analyst: 'w' },
  application: { analyst: 'wp' },
  application_proof: { analyst: 'wp' },
  come_back_code: {},
  application_opinion: { analyst: 'wp' },
  vouch: { administrator: 'w', analyst: 'w' },
  register: { analyst: 'wp' },
  register_entry: { analyst: 'wp' },
  // What belongs to no organisation is the programme's, and so the desk's.
  api_token: { administrator: 'w', analyst: 'wp' },
  webhook_endpoint: { administrator: 'w', analyst: 'p' },
  webhook_delivery: { administrator: 'w', analyst: 'p' },
  composition: { analyst: 'wp' },
  simulation: { person: 'w', analyst: 'w' },
  simulation_mail: { person: 'w', analyst: 'w' },
  on_call_schedule: { analyst: 'wp' },
  on_call_layer: { analyst: 'wp' },
  on_call_turn: { analyst: 'wp' },
  on_call_override: { analyst: 'wp' },
  escalation: { analyst: 'wp' },
  escalation_step: { analyst: 'wp' },
  on_call_page: { analyst: 'wp' },
  own_rule: { analyst: 'wp' },
  own_rule_version: { analyst: 'wp' },
  own_list_entry: { analyst: 'wp' },
  own_feed: { analyst: 'wp' },
  own_indicator: { analyst: 'wp' },
}

const tenantTables = () => world.shapes.filter(({ name }) => !nobodysMatter.has(name))
const tenantRows = () => world.rows.filter(({ table }) => !nobodysMatter.has(table))
const named = (row: MadeRow) => `${row.table} (${row.side}, ${row.matter})`

test('every table has rows here and a line in the table of who may read', () => {
  const tables = tenantTables().map(({ name }) => name)
  assert.deepEqual(
    tables.filter((name) => mayRead[name] === undefined || !world.rows.some((row) => row.table === name && row.side === 'theirs')),
    [],
  )
  assert.deepEqual(
    Object.keys(mayRead).filter((name) => !tables.includes(name)),
    [],
  )
})

test('each reads of their own side exactly what the table says', async () => {
  for (const who of ['person', 'colleague', 'administrator', 'analyst'] as const) {
    await world.become(viewers[who])
    const found: Record<string, string> = {}
    for (const { name } of tenantTables()) found[name] = await world.seenOf(name, 'ours')
    assert.deepEqual(found, Object.fromEntries(tenantTables().map(({ name }) => [name, mayRead[name]?.[who] ?? ''])), who)
  }
})

test('a program reads what the administrators of its organisation read, and no token', async () => {
  await world.become(viewers.program)
  for (const { name } of tenantTables()) {
    // Nobody but people lets helpers in, or sees them.
    const expected = ['api_token', 'helper_grant'].includes(name) ? '' : (mayRead[name]?.administrator ?? '')
    assert.equal(await world.seenOf(name, 'ours'), expected, name)
  }
})

/** What the routes for a program of the programme need. */
const readByProgrammeToken: Readonly<Record<string, string>> = {
  organisation: 'w',
  person: 'w',
  membership: 'w',
  account: 'w',
  connection: 'w',
  invitation: 'w',
  application: 'wp',
  value_entry: 'w',
  webhook_endpoint: 'p',
  webhook_delivery: 'p',
}

test('a program of the programme reads what its routes give, and nothing of anybody’s own', async () => {
  await world.become(viewers['programme-program'])
  for (const { name } of tenantTables()) assert.equal(await world.seenOf(name, 'ours'), readByProgrammeToken[name] ?? '', name)
})

test('the machinery reads every row', async () => {
  await world.become(viewers.programme)
  for (const row of tenantRows()) assert.ok(await world.sees(row), named(row))
})

test("nobody else's row is read, whoever asks", async () => {
  for (const who of ['person', 'colleague', 'administrator', 'program'] as const) {
    await world.become(viewers[who])
    for (const row of tenantRows().filter(({ side }) => side === 'theirs'))
      assert.equal(await world.sees(row), false, `${who}: ${named(row)}`)
  }
  await world.become(viewers.nobody)
  for (const row of tenantRows()) assert.equal(await world.sees(row), false, `nobody: ${named(row)}`)
  await world.become(viewers.analyst)
  for (const { name } of tenantTables()) assert.equal(await world.seenOf(name, 'theirs'), mayRead[name]?.analyst ?? '', `analyst: ${name}`)
})

const desksOwn = new Set([
  'setting',
  'operator_alert',
  'composition',
  'on_call_schedule',
  'on_call_layer',
  'on_call_turn',
  'on_call_override',
  'escalation',
  'escalation_step',
  'on_call_page',
  'own_rule',
  'own_rule_version',
  'own_list_entry',
  'own_feed',
  'own_indicator',
  'programme_version',
  'register',
  'register_entry',
  'api_token',
  'webhook_endpoint',
  'webhook_delivery',
])

test("nobody else's row is changed or removed, and an analyst's hands stay off personal matters", async () => {
  for (const who of ['nobody', 'person', 'colleague', 'administrator', 'program', 'analyst'] as const) {
    await world.become(viewers[who])
    for (const row of tenantRows().filter(({ side, matter }) => side === 'theirs' && (who !== 'analyst' || matter === 'personal'))) {
      // Settings, rules of our own and alerts about the product are the desk's own work.
      if (who === 'analyst' && desksOwn.has(row.table)) continue
      const [column = ''] = world.keyOf(row)
      assert.equal(await world.changes(`update bellwether.${row.table} set ${column} = ${column}`, row), 0, `${who} changes ${named(row)}`)
      assert.equal(await world.changes(`delete from bellwether.${row.table}`, row), 0, `${who} removes ${named(row)}`)
    }
  }
})

/** A new person is made before they belong anywhere; what was done is recorded whoever did it. */
const anybodyMayAdd: Readonly<Record<string, readonly string[]>> = {
  person: ['administrator', 'program'],
  audit_entry: ['person', 'colleague', 'administrator', 'program'],
}

test('nobody adds a row to what is not theirs', async () => {
  for (const who of ['nobody', 'person', 'colleague', 'administrator', 'program'] as const) {
    await world.become(viewers[who])
    for (const row of tenantRows().filter(({ side }) => side === 'theirs')) {
      if (anybodyMayAdd[row.table]?.includes(who)) continue
      await assert.rejects(world.adds(row), isForbidden, `${who} adds ${named(row)}`)
    }
  }
})

test('a live grant opens a personal matter, to the one it names, and its end closes it', async () => {
  const person = viewers.person.person
  const consent = world.rows.find((row) => row.table === 'consent' && row.side === 'ours')?.values.id
  const grant = { person_id: person, scope: 'details', consent_id: consent, since: new Date() }
  const [toDesk, toOrganisation] = [uuid(), uuid()]
  await world.undone(async () => {
    await world.become(viewers.programme)
    await insert(world.app, 'access_grant', { ...grant, id: toDesk, to_desk: true, organisation_id: null })
    await world.become(viewers.analyst)
    assert.equal(await world.seenOf('finding', 'ours'), 'wp')
    assert.equal(await world.seenOf('finding', 'theirs'), 'w')
    assert.equal(await world.seenOf('account', 'ours'), 'w', 'an address is not in the grant')
    await world.become(viewers.administrator)
    assert.equal(await world.seenOf('finding', 'ours'), 'w')
    await world.become(viewers.programme)
    await insert(world.app, 'access_grant', {
      ...grant,
      id: toOrganisation,
      to_desk: false,
      organisation_id: viewers.administrator.organisation,
    })
    await world.become(viewers.administrator)
    assert.equal(await world.seenOf('finding', 'ours'), 'wp')
    await world.become(viewers.program)
    assert.equal(await world.seenOf('finding', 'ours'), 'w', 'it was allowed to people, not to a program')
    await world.become(viewers.programme)
    await world.app.query('update bellwether.access_grant set until = now() where id = any($1)', [[toDesk, toOrganisation]])
    for (const who of ['analyst', 'administrator'] as const) {
      await world.become(viewers[who])
      assert.equal(await world.seenOf('finding', 'ours'), 'w', who)
    }
  })
})

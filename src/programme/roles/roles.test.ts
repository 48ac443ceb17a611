import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { record } from '#audit'
import { acceptHelp, letIn } from '#helpers'
import { type Auditor, daysMs, type Staff, type Trainer } from '#kernel'
import { appointStaff } from '#members'
import { uuid } from '#storage'
import { openWorld, programme, provenAddress, type World } from '../../../test/support/programme.ts'
import {
  auditedApplications,
  auditedConsents,
  auditedLog,
  auditedRegisters,
  auditedValue,
  auditedVersions,
  trainedOrganisations,
  whoHasARole,
} from './index.ts'

let world: World
let desk: Staff
const auditor: Auditor = { kind: 'auditor', personId: uuid() }
const trainer: Trainer = { kind: 'trainer', personId: uuid() }
const page = { page: 1 }
before(async () => {
  world = await openWorld()
  assert.ok(world.analyst.kind === 'analyst')
  desk = world.analyst
  await provenAddress(world, world.marta.personId, 'marta@home.example')
})
after(() => world.storage.close())

test('an auditor reads applications with their reasons, and nothing of who applied', async () => {
  const now = world.clock.now()
  const id = uuid()
  await world.storage.asTenant(programme, async (tx) => {
    const row = { language: 'en', domain: 'ruiz.example', contact_folded: 'ana@ruiz.example', points: 40, begun_at: now, changed_at: now }
    await tx
      .insertInto('application')
      .values({
        ...{ id, ...row, state: 'refused', token_hash: randomBytes(32), vouch_hash: randomBytes(32), submitted_at: now, decided_at: now },
        answers: JSON.stringify({ contactName: 'Ana Ruiz', contactAddress: 'ana@ruiz.example' }),
        programme: JSON.stringify({ version: '2026-10' }),
        reasons: JSON.stringify([{ kind: 'lookalike', facts: {} }]),
      })
      .execute()
    await tx
      .insertInto('application_opinion')
      .values({ application_id: id, person_id: desk.personId, says: 'refuse', reason: 'It is a copy.', at: now })
      .execute()
  })
  const { rows, total } = await auditedApplications(world, auditor, page)
  assert.equal(total, 1)
  assert.deepEqual(rows[0], {
    ...{ id, state: 'refused', domain: 'ruiz.example', points: 40, doubts: ['lookalike'], rules: '2026-10' },
    ...{ opinions: [{ says: 'refuse', reason: 'It is a copy.', by: 'Ana Desk' }], submittedAt: now, decidedAt: now },
  })
  assert.doesNotMatch(JSON.stringify(rows), /ana@|Ana Ruiz/)
})

test('an auditor reads the log with the end of its chain, and actors only where they decide for the programme', async () => {
  await world.storage.asTenant(programme, async (tx) => {
    await record(tx, world.clock, { actor: desk, action: 'test.desk', subject: 'x/1' })
    await record(tx, world.clock, { actor: { kind: 'person', personId: world.marta.personId }, action: 'test.person', subject: 'x/2' })
  })
  const { head, entries } = await auditedLog(world, auditor, { search: 'test.', page: 1 })
  assert.deepEqual(
    entries.rows.map(({ action, actor }) => [action, actor]),
    [
      ['test.person', 'somebody'],
      ['test.desk', 'Ana Desk'],
    ],
  )
  assert.equal(head.seq, entries.rows[0]?.seq)
  assert.match(head.hash, /^[0-9a-f]{64}$/)
})

test('an auditor reads versions, ledger, registers, and permissions as counts', async () => {
  const now = world.clock.now()
  await world.storage.asTenant(programme, async (tx) => {
    await tx
      .insertInto('programme_version')
      .values({ hash: 'abc', programme: 'open', version: '1', files: '{}', accepted_at: now, accepted_by: null })
      .execute()
    const entry = { given_on: '2026-05-01', what: 'Keys', law: 'FEC', currency: 'USD', minor_units: 500, entered_at: now, entered_by: null }
    await tx
      .insertInto('value_entry')
      .values({ id: uuid(), organisation_id: world.organisationId, ...entry, removed_at: null, removed_by: null })
      .execute()
    await tx.insertInto('register').values({ id: uuid(), name: 'FEC', country: 'US', entries: 3, added_at: now, added_by: null }).execute()
    for (const withdrawn_at of [null, now, null])
      await tx
        .insertInto('consent')
        .values({
          ...{ id: uuid(), person_id: world.marta.personId, organisation_id: null, account_id: null, purpose: 'examine-mail' },
          ...{ version: '7', given_at: now, withdrawn_at },
        })
        .execute()
  })
  assert.deepEqual(await auditedVersions(world, auditor), [{ hash: 'abc', version: '1', programme: 'open', acceptedAt: now }])
  assert.deepEqual(
    (await auditedValue(world, auditor, page)).rows.map(({ organisation, minorUnits, struckOut }) => [organisation, minorUnits, struckOut]),
    [['Ruiz for Mayor', 500, false]],
  )
  assert.deepEqual(await auditedRegisters(world, auditor), [{ name: 'FEC', country: 'US', entries: 3, addedAt: now }])
  assert.deepEqual(
    (await auditedConsents(world, auditor)).filter(({ version }) => version === '7'),
    [{ purpose: 'examine-mail', version: '7', given: 2, withdrawn: 1 }],
  )
})

test('a trainer reads how many people take part where, and the work address of whoever looks after them', async () => {
  assert.deepEqual(await trainedOrganisations(world, trainer, page), {
    rows: [
      {
        ...{ id: world.organisationId, name: 'Ruiz for Mayor', people: 2, languages: [{ language: 'en', people: 2 }] },
        administrators: [{ name: 'David Cole', address: 'david@ruiz.example' }],
      },
    ],
    ...{ total: 1, page: 1, pages: 1 },
  })
  assert.equal((await trainedOrganisations(world, trainer, { page: 2 })).rows.length, 0)
})

test('the operator reads who has a role, and nobody else does', async () => {
  const helga = { kind: 'person', personId: uuid() } as const
  const at = world.clock.now()
  const passkey = (personId: string) => ({
    ...{ credential_id: personId, person_id: personId, public_key: Buffer.alloc(1), name: 'Phone', created_at: at },
  })
  await world.storage.asTenant(programme, async (tx) => {
    await tx.insertInto('person').values({ id: helga.personId, name: 'Helga Lind', created_at: at, erased_at: null }).execute()
    await tx
      .insertInto('passkey')
      .values([passkey(helga.personId), passkey(world.marta.personId)])
      .execute()
    await tx.updateTable('account').set({ proven_at: at }).where('person_id', '=', world.marta.personId).execute()
  })
  const david = { kind: 'administrator', personId: world.david.personId, organisationId: world.organisationId } as const
  const { token = '' } = await letIn(world, david, { purpose: 'training', days: 7, address: '' })
  await acceptHelp(world, helga, { token })
  await appointStaff(world, desk, { address: 'marta@ruiz.example', role: 'auditor' })
  const roles = async (who = desk, search = '') =>
    (await whoHasARole(world, who, { search, page: 1 })).rows.map(({ role, name, purpose }) => [role, name, purpose ?? ''])
  const expected = [
    ['operator', 'Ana Desk', ''],
    ['auditor', 'Marta Ruiz', ''],
    ['helper', 'Helga Lind', 'training'],
    ['administrator', 'David Cole', ''],
  ]
  assert.deepEqual(await roles(), expected)
  assert.deepEqual(await roles(desk, 'helga'), [expected[2]])
  assert.deepEqual(await roles({ kind: 'analyst', personId: world.marta.personId }), [])
  world.later(daysMs(7))
  assert.deepEqual(await roles(desk, 'helga'), [], 'a helper whose time ended has no role')
})

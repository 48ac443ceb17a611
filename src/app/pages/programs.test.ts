import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Administrator, dayIn } from '#kernel'
import { addPerson } from '#members'
import { openWorld, programme, type World } from '../../../test/support/programme.ts'
import { openSettings } from '../settings/settings.ts'
import { programsOf } from './programs.ts'
import { seasonPagesOf } from './season.ts'

let world: World
let programs: ReturnType<typeof programsOf>
let season: ReturnType<typeof seasonPagesOf>
let david: Administrator
let ana: Administrator
let other: Administrator
before(async () => {
  world = await openWorld()
  const settings = await openSettings({ ...world, fixed: {}, localAddress: 'http://localhost:1' })
  const house = { ...world, members: world, settings }
  programs = programsOf(house)
  season = seasonPagesOf(house)
  const { organisationId } = world
  david = { kind: 'administrator', personId: world.david.personId, organisationId }
  const added = await addPerson(world, programme, organisationId, {
    name: 'Ana',
    address: 'ana@ruiz.example',
    title: '',
    role: 'administrator',
  })
  ana = { kind: 'administrator', personId: added?.personId ?? '', organisationId }
  other = { ...david, organisationId: '01990000-0000-7000-8000-00000000ffff' }
})
after(() => world.storage.close())

const wanted = { name: 'Volunteer list', scopes: ['people:read'], days: 90 }
const given = { url: 'https://hooks.ruiz.example/told', events: ['person.joined'] }
const tokenStates = async () => (await programs.tokens(david)).map(({ name, state }) => `${name} ${state}`)
const hosts = async () => (await programs.hooks(david)).map(({ url }) => new URL(url).host)
const waiting = async () => (await season.changes(david, world.organisationId)) ?? []

test('far from an election an administrator makes and ends tokens and addresses that are told alone', async () => {
  const { organisationId } = world
  const token = await programs.makeToken(david, { ...wanted, name: 'Old list' })
  const [made] = await programs.tokens(david)
  assert.equal(await programs.revokeToken(david, made?.id ?? ''), 'done')
  const hook = await programs.addHook(david, given)
  assert.equal(await programs.removeHook(david, hook.id), 'done')
  assert.deepEqual([await tokenStates(), await hosts()], [['Old list revoked'], []])
  assert.match(token.token, /^bwt_/)
  await programs.makeToken(david, wanted)
  await programs.addHook(david, given)
  await season.keep(david, organisationId, { electionDays: [dayIn(world.clock.now(), 5)], endsOn: '' })
})

test('before an election none is made, and one ends when a second administrator or the desk says yes', async () => {
  const { organisationId, analyst } = world
  await assert.rejects(programs.makeToken(david, wanted), { code: 'programs-frozen' })
  await assert.rejects(programs.addHook(david, given), { code: 'programs-frozen' })
  const token = (await programs.tokens(david)).find(({ state }) => state === 'live')?.id ?? ''
  const hook = (await programs.hooks(david))[0]?.id ?? ''
  assert.equal(await programs.revokeToken(other, token), undefined)
  assert.equal(await programs.removeHook(other, hook), undefined)
  assert.equal(await programs.revokeToken(david, hook), undefined, 'there is no token of that id')
  for (const _ of ['once', 'twice is once']) assert.equal(await programs.revokeToken(david, token), 'waits')
  assert.equal(await programs.removeHook(david, hook), 'waits')
  assert.deepEqual(
    (await waiting()).map(({ kind, program, mayAgree }) => [kind, program, mayAgree]),
    [
      ['end-token', 'Volunteer list', false],
      ['end-hook', 'hooks.ruiz.example', false],
    ],
  )
  assert.deepEqual([await tokenStates(), await hosts()], [['Volunteer list live', 'Old list revoked'], ['hooks.ruiz.example']])
  const [first, second] = await waiting()
  await assert.rejects(season.answer(david, { organisationId, changeId: first?.id ?? '', agrees: true }), { code: 'ask-another' })
  assert.equal(await season.answer(analyst, { organisationId, changeId: first?.id ?? '', agrees: true }), true)
  assert.equal(await season.answer(ana, { organisationId, changeId: second?.id ?? '', agrees: true }), true)
  assert.deepEqual([(await tokenStates()).filter((one) => one.endsWith('live')), await hosts()], [[], []])
  const log = await world.storage.asTenant(programme, (tx) =>
    tx
      .selectFrom('audit_entry')
      .select(['action', 'organisation_id'])
      .where('action', 'in', ['token.revoke', 'webhook.remove'])
      .orderBy('seq', 'desc')
      .limit(2)
      .execute(),
  )
  assert.deepEqual(log, [
    { action: 'webhook.remove', organisation_id: organisationId },
    { action: 'token.revoke', organisation_id: organisationId },
  ])
})

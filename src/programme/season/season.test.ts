import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { dayIn, daysMs, hoursMs, type Who } from '#kernel'
import { acceptInvitation, addPerson, giveConsent, invitation, invite, listMembers, organisation } from '#members'
import { lettersAsked } from '../../../test/support/letters-asked.ts'
import { connectedMailbox, openWorld, programme, provenAddress, seasonIn, type World } from '../../../test/support/programme.ts'
import { askWhatNext } from './ask-what-next.ts'
import { frozenFor, isFrozen, keepSeason, seasonOf } from './calendar.ts'
import { answerChange, change, changes } from './changes.ts'
import type { SeasonDeps } from './deps.ts'
import { leaveDue, leavingOf, stay } from './leaving.ts'
import { seasons } from './overview.ts'

let world: World
let deps: SeasonDeps
let organisationId: string
let ana: Who
let bea: Who
const stranger = (): Who => ({
  kind: 'administrator',
  personId: world.marta.personId,
  organisationId: '01990000-0000-7000-8000-00000000ffff',
})

before(async () => {
  world = await openWorld()
  deps = seasonIn(world)
  organisationId = world.organisationId
  ana = { kind: 'administrator', personId: await joined('Ana Boss', 'ana@ruiz.example', 'administrator'), organisationId }
  bea = { kind: 'administrator', personId: await joined('Bea Boss', 'bea@ruiz.example', 'administrator'), organisationId }
})
after(() => world.storage.close())

async function joined(name: string, address: string, role: 'member' | 'administrator' = 'member'): Promise<string> {
  const added = await addPerson(world, programme, organisationId ?? world.organisationId, { name, address, title: '', role })
  const made = await invite(world, programme, { organisationId, personId: added?.personId ?? '' })
  await acceptInvitation(world, { token: made?.token ?? '', name, language: 'en', consentVersion: '1' })
  return added?.personId ?? ''
}

const inDays = (days: number): string => dayIn(world.clock.now(), days)
const names = async () =>
  (await listMembers(world, programme, organisationId, { search: '', page: 1, waiting: false }))?.rows.map(({ name }) => name) ?? []

test('the days before an election are frozen, election day too, and the day after is not', () => {
  const days = ['2026-11-03', '2027-05-02']
  assert.equal(frozenFor(days, '2026-10-19', 14), undefined)
  assert.equal(frozenFor(days, '2026-10-20', 14), '2026-11-03')
  assert.equal(frozenFor(days, '2026-11-03', 14), '2026-11-03')
  assert.equal(frozenFor(days, '2026-11-04', 14), undefined)
  assert.equal(frozenFor(days, '2026-11-03', 0), undefined)
})

test('before an election one administrator takes nobody out and makes nobody administrator alone; a second does, or the desk', async () => {
  await keepSeason(deps, ana, organisationId, { electionDays: [inDays(7)], endsOn: inDays(30) })
  assert.equal((await seasonOf(deps, ana, organisationId))?.frozen?.until, inDays(7))
  const personId = await joined('Max Member', 'max@ruiz.example')
  assert.equal(await change(deps, ana, organisationId, { kind: 'remove-person', personId }), 'waits')
  assert.equal(await change(deps, ana, organisationId, { kind: 'remove-person', personId }), 'waits')
  assert.ok((await names()).includes('Max Member'))
  const waiting = (await changes(deps, bea, organisationId)) ?? []
  assert.deepEqual(
    waiting.map(({ kind, person, askedBy, mayAgree }) => [kind, person, askedBy, mayAgree]),
    [['remove-person', 'Max Member', 'Ana Boss', true]],
  )
  if (world.analyst.kind !== 'analyst') assert.fail()
  const [row] = (await seasons(deps, world.analyst, 1)).rows
  assert.deepEqual([row?.name, row?.frozenUntil, row?.isOver, row?.waiting], ['Ruiz for Mayor', inDays(7), false, 1])
  const changeId = waiting[0]?.id ?? ''
  await assert.rejects(answerChange(deps, ana, { organisationId, changeId, agrees: true }), { code: 'ask-another' })
  assert.equal(await answerChange(deps, stranger(), { organisationId, changeId, agrees: true }), false)
  assert.equal(await answerChange(deps, bea, { organisationId, changeId, agrees: true }), true)
  assert.equal((await names()).includes('Max Member'), false)
  assert.equal(await answerChange(deps, bea, { organisationId, changeId, agrees: true }), false)

  const other = await joined('Ned Next', 'ned@ruiz.example')
  assert.equal(await change(deps, ana, organisationId, { kind: 'set-role', personId: other, role: 'administrator' }), 'waits')
  const [again = assert.fail()] = (await changes(deps, world.analyst, organisationId)) ?? []
  assert.equal(await answerChange(deps, world.analyst, { organisationId, changeId: again.id, agrees: false }), true)
  assert.deepEqual(await changes(deps, ana, organisationId), [])
  assert.equal(await change(deps, world.analyst, organisationId, { kind: 'remove-person', personId: other }), 'done')
})

test('whom a change is about does not say the second yes to it, at the desk or not; their no counts', async () => {
  if (world.analyst.kind !== 'analyst' || !('personId' in bea)) assert.fail()
  const { personId: staff } = world.analyst
  await world.storage.asTenant(programme, (tx) =>
    tx
      .insertInto('membership')
      .values({ person_id: staff, organisation_id: organisationId, role: 'member', since: world.clock.now() })
      .execute(),
  )
  const waiting = async (who: Who) => {
    const [one = assert.fail(), ...rest] = (await changes(deps, who, organisationId)) ?? []
    assert.deepEqual(rest, [])
    return { changeId: one.id, mayAgree: one.mayAgree, isAboutMe: one.isAboutMe }
  }
  const answer = (who: Who, changeId: string, agrees: boolean) => answerChange(deps, who, { organisationId, changeId, agrees })

  assert.equal(await change(deps, ana, organisationId, { kind: 'set-role', personId: bea.personId, role: 'member' }), 'waits')
  const hers = await waiting(bea)
  assert.deepEqual([hers.mayAgree, hers.isAboutMe], [false, true])
  await assert.rejects(answer(bea, hers.changeId, true), { code: 'about-you' })
  assert.equal(await answer(bea, hers.changeId, false), true)

  const own = { kind: 'set-role', personId: staff, role: 'administrator' } as const
  assert.equal(await change(deps, ana, organisationId, own), 'waits')
  const theirs = await waiting(world.analyst)
  assert.deepEqual([theirs.mayAgree, theirs.isAboutMe], [false, true])
  await assert.rejects(answer(world.analyst, theirs.changeId, true), { code: 'about-you' })
  assert.equal(await answer(ana, theirs.changeId, false), true)

  // Nor by acting at once, as the desk else does.
  assert.equal(await change(deps, world.analyst, organisationId, own), 'waits')
  const { changeId } = await waiting(bea)
  await assert.rejects(answer(world.analyst, changeId, true), { code: 'ask-another' })
  assert.equal(await answer(bea, changeId, true), true)
  assert.equal(await change(deps, world.analyst, organisationId, { kind: 'remove-person', personId: staff }), 'waits')
  assert.equal(await answer(ana, (await waiting(ana)).changeId, true), true)
})

test('who wants the freeze gone by taking the election out of the calendar does not get it', async () => {
  await keepSeason(deps, ana, organisationId, { electionDays: [], endsOn: '' })
  const { frozen } = (await seasonOf(deps, ana, organisationId)) ?? {}
  assert.ok(frozen)
  const now = world.clock.now()
  assert.equal(await world.storage.asTenant(programme, (tx) => isFrozen(tx, organisationId, { now, freezeDays: 14 })), true)
  await assert.rejects(
    keepSeason(deps, ana, organisationId, { electionDays: Array.from({ length: 11 }, (_, at) => inDays(40 + at)), endsOn: '' }),
    { code: 'too-many-days' },
  )
  assert.equal(await keepSeason(deps, stranger(), organisationId, { electionDays: [], endsOn: '' }), false)
})

test('of two elections that freeze today both stay', async () => {
  const kept = async () => (await seasonOf(deps, ana, organisationId))?.electionDays
  await keepSeason(deps, ana, organisationId, { electionDays: [inDays(7), inDays(9)], endsOn: '' })
  await keepSeason(deps, ana, organisationId, { electionDays: [], endsOn: '' })
  assert.deepEqual(await kept(), [inDays(7), inDays(9)])
})

test('a change that nobody agreed to in three days is forgotten', async () => {
  const personId = await joined('Late Lou', 'lou@ruiz.example')
  assert.equal(await change(deps, ana, organisationId, { kind: 'remove-person', personId }), 'waits')
  world.later(hoursMs(73))
  assert.deepEqual(await changes(deps, bea, organisationId), [])
})

test('after its end the administrators are asked once what comes next, and again after another season', async () => {
  const asked = async () => (await lettersAsked(world.storage)).filter(({ news }) => news === 'season-over').length
  await keepSeason(deps, ana, organisationId, { electionDays: [], endsOn: inDays(5) })
  world.later(daysMs(5))
  assert.equal(await askWhatNext(deps), 0, 'it is the last day')
  world.later(daysMs(1))
  assert.equal(await askWhatNext(deps), 1)
  assert.equal(await askWhatNext(deps), 0)
  // Ana, Bea and David administer.
  assert.equal(await asked(), 3)
  await keepSeason(deps, ana, organisationId, { electionDays: [], endsOn: inDays(1) })
  world.later(daysMs(2))
  assert.equal(await askWhatNext(deps), 1)
  assert.equal(await asked(), 6)
})

test('an organisation says goodbye: until the day it can stay, then links, connections and permissions end, and people keep what is theirs', async () => {
  world.later(daysMs(20))
  const personId = await joined('Sue Stays', 'sue@ruiz.example')
  const account = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('account').select('id').where('person_id', '=', personId).executeTakeFirstOrThrow(),
  )
  await connectedMailbox(world, { personId, accountId: account.id })
  await provenAddress(world, personId, 'sue@home.example')
  await giveConsent(world, { kind: 'person', personId }, { purpose: 'organisation-is-told', organisationId, version: '1' })
  const waits = await addPerson(world, programme, organisationId, { name: 'Wes', address: 'wes@ruiz.example', title: '', role: 'member' })
  const link = await invite(world, programme, { organisationId, personId: waits?.personId ?? '' })

  assert.equal(await change(deps, stranger(), organisationId, { kind: 'leave', leavesOn: inDays(3) }), undefined)
  assert.equal(await change(deps, ana, organisationId, { kind: 'leave', leavesOn: inDays(3) }), 'done')
  await assert.rejects(change(deps, ana, organisationId, { kind: 'leave', leavesOn: inDays(3) }), { code: 'leaves-already' })
  assert.equal(await stay(deps, bea, organisationId), true)
  assert.equal(await leavingOf(deps, bea, organisationId), undefined)
  assert.equal(await change(deps, ana, organisationId, { kind: 'leave', leavesOn: inDays(3) }), 'done')
  world.later(daysMs(3))
  assert.deepEqual(await leaveDue(deps), [])
  world.later(daysMs(1))
  assert.deepEqual(await leaveDue(deps), [organisationId])
  assert.deepEqual(await leaveDue(deps), [])

  assert.equal(await organisation(world, programme, organisationId), undefined)
  assert.equal(await invitation(world, link?.token ?? ''), undefined)
  const left = await world.storage.asTenant(programme, async (tx) => ({
    secrets: await tx.selectFrom('connection_secret').select('connection_id').where('person_id', '=', personId).execute(),
    grants: await tx.selectFrom('access_grant').select('id').where('person_id', '=', personId).where('until', 'is', null).execute(),
    own: await tx.selectFrom('account').select('address').where('person_id', '=', personId).where('removed_at', 'is', null).execute(),
  }))
  assert.deepEqual(left, { secrets: [], grants: [], own: [{ address: 'sue@home.example' }] })
})

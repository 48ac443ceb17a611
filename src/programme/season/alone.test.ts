import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { dayIn, daysMs, type Who } from '#kernel'
import { setTime } from '#members'
import { openWorld, seasonIn, type World } from '../../../test/support/programme.ts'
import { refuseEarlierEnd, refuseNewAdministrators, refuseNewPrograms } from './alone.ts'
import { keepSeason } from './calendar.ts'
import type { SeasonDeps } from './deps.ts'

let world: World
let deps: SeasonDeps
let david: Who
let organisationId: string
before(async () => {
  world = await openWorld()
  deps = seasonIn(world)
  organisationId = world.organisationId
  david = { kind: 'administrator', personId: world.david.personId, organisationId }
})
after(() => world.storage.close())

const inDays = (days: number): string => dayIn(world.clock.now(), days)
const end = (who: Who, days: number | undefined) =>
  refuseEarlierEnd(deps, who, { organisationId, personId: world.marta.personId, endsOn: days === undefined ? '' : inDays(days) })

test('far from an election an organisation adds administrators and moves last days as it likes', async () => {
  await keepSeason(deps, david, organisationId, { electionDays: [inDays(15)], endsOn: '' })
  await refuseNewAdministrators(deps, david, organisationId)
  await refuseNewPrograms(deps, david)
  await end(david, 0)
})

test('before an election nobody makes a second person of their own, by hand, by list or by a program', async () => {
  world.later(daysMs(1))
  const token: Who = { kind: 'token', organisationId, tokenId: world.marta.personId }
  for (const who of [david, token])
    await assert.rejects(refuseNewAdministrators(deps, who, organisationId), { code: 'administrators-frozen' })
  await refuseNewAdministrators(deps, world.analyst, organisationId)
})

test('before an election no program is let in, by an administrator or by another program; the desk’s own are not an organisation’s', async () => {
  const tokenId = world.marta.personId
  for (const who of [david, { kind: 'token', organisationId, tokenId } as const])
    await assert.rejects(refuseNewPrograms(deps, who), { code: 'programs-frozen' })
  await refuseNewPrograms(deps, world.analyst)
  await refuseNewPrograms(deps, { kind: 'programme-token', tokenId })
})

test('before an election one administrator ends nobody’s part by an early last day, and may lengthen it', async () => {
  await assert.rejects(end(david, 0), { code: 'earlier-end-frozen' }, 'she had no last day')
  await end(david, undefined)
  await end(world.analyst, 0)
  await setTime(world, david, { organisationId, personId: world.marta.personId, kind: 'volunteer', endsOn: inDays(20) })
  await assert.rejects(end(david, 19), { code: 'earlier-end-frozen' })
  await end(david, 20)
  await end(david, 40)
})

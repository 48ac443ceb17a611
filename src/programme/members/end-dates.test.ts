import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { daysMs, type Who } from '#kernel'
import { lettersAsked } from '../../../test/support/letters-asked.ts'
import { openWorld, programme, provenAddress, type World } from '../../../test/support/programme.ts'
import { keepConnection } from './connections.ts'
import { giveConsent } from './consents.ts'
import { peopleLeft, setTime, takeBack } from './end-dates.ts'
import { keepEndDates } from './end-due.ts'
import { member } from './members-list.ts'
import { addPerson, removePerson } from './people.ts'
import { beginSession } from './sessions.ts'

// The world begins on 3 May 2026.
let world: World
let administrator: Who
let noor: Who
let personId: string
let accountId: string
let organisationId: string
before(async () => {
  world = await openWorld()
  organisationId = world.organisationId
  administrator = { kind: 'administrator', personId: world.david.personId, organisationId }
  const given = { name: 'Noor Said', address: 'noor@ruiz.example', title: '', role: 'member', kind: 'volunteer' } as const
  const added = await addPerson(world, administrator, organisationId, { ...given, endsOn: '2026-05-20' })
  assert.ok(added)
  ;({ personId, accountId } = added)
  noor = { kind: 'person', personId }
  await provenAddress(world, personId, 'noor@home.example')
  const settings = { host: 'imap.ruiz.example' }
  await keepConnection(world, noor, { accountId, settings, secret: 'correct horse', consentVersion: '1' })
  await giveConsent(world, noor, { purpose: 'organisation-is-told', organisationId, version: '1' })
  await giveConsent(world, noor, { purpose: 'desk-sees-findings', version: '1' })
  await world.storage.asTenant(programme, (tx) => beginSession(tx, world, { personId, method: 'mail-code' }))
})
after(() => world.storage.close())

const rows = () =>
  world.storage.asTenant(programme, async (tx) => ({
    secrets: await tx.selectFrom('connection_secret').select('connection_id').where('person_id', '=', personId).execute(),
    personal: await tx
      .selectFrom('account')
      .select('removed_at')
      .where('person_id', '=', personId)
      .where('kind', '=', 'personal')
      .execute(),
    grants: await tx
      .selectFrom('access_grant')
      .select(['to_desk', 'organisation_id'])
      .where('person_id', '=', personId)
      .where('until', 'is', null)
      .execute(),
    sessions: await tx.selectFrom('session').select('id').where('person_id', '=', personId).where('ended_at', 'is', null).execute(),
  }))
const news = async () =>
  (await lettersAsked(world.storage)).filter(({ letter }) => letter === 'membership-news').map((letter) => letter.news)
const refused = (code: string) => (thrown: unknown) =>
  typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === code
const newcomer = { name: 'Ada', address: 'ada@ruiz.example', title: '', role: 'member' } as const

test('a volunteer or a vendor is not taken in without a last day, staff are', async () => {
  for (const kind of ['volunteer', 'vendor'] as const)
    await assert.rejects(addPerson(world, administrator, organisationId, { ...newcomer, kind }), refused('end-date-missing'))
  for (const endsOn of ['2026-05-02', '2031-01-01', '3 May', '2026-02-30'])
    await assert.rejects(addPerson(world, administrator, organisationId, { ...newcomer, endsOn }), refused('end-date-not-valid'))
  // A form sends an empty last day.
  const added = await addPerson(world, administrator, organisationId, { ...newcomer, kind: 'staff', endsOn: '' })
  assert.equal((await member(world, administrator, organisationId, added?.personId ?? ''))?.endsOn, undefined)
})

test('the database itself holds no volunteer without a last day', async () => {
  const write = world.storage.asTenant(programme, (tx) =>
    tx.updateTable('membership').set({ ends_on: null }).where('person_id', '=', personId).execute(),
  )
  await assert.rejects(write)
})

test('seven days before, the person is told once, at their own address; a moved day is told of again', async () => {
  world.later(daysMs(9))
  assert.deepEqual(await keepEndDates(world), { told: 0, ended: 0 })
  world.later(daysMs(1))
  assert.deepEqual(await keepEndDates(world), { told: 1, ended: 0 })
  assert.deepEqual(await keepEndDates(world), { told: 0, ended: 0 })
  assert.deepEqual(await news(), ['ends-soon'])
  const [letter] = (await lettersAsked(world.storage)).filter((one) => one.letter === 'membership-news')
  assert.notEqual(letter?.accountId, accountId)
  assert.equal(await setTime(world, administrator, { organisationId, personId, kind: 'volunteer', endsOn: '2026-05-25' }), true)
  assert.equal((await member(world, administrator, organisationId, personId))?.endsOn, '2026-05-25')
  world.later(daysMs(5))
  assert.deepEqual(await keepEndDates(world), { told: 1, ended: 0 })
})

test('the day after the last one their part ends by itself; what is their own stays, and they are not signed out', async () => {
  world.later(daysMs(7))
  assert.deepEqual(await keepEndDates(world), { told: 0, ended: 0 }, 'it is 25 May, the last day')
  assert.equal((await rows()).secrets.length, 1)
  world.later(daysMs(1))
  assert.deepEqual(await keepEndDates(world), { told: 0, ended: 1 })
  assert.deepEqual(await news(), ['ends-soon', 'ends-soon', 'ended'])
  const left = await rows()
  assert.deepEqual(left.secrets, [])
  assert.deepEqual(left.grants, [{ to_desk: true, organisation_id: null }])
  assert.deepEqual(left.personal, [{ removed_at: null }])
  assert.equal(left.sessions.length, 1)
  assert.equal(await member(world, administrator, organisationId, personId), undefined)
})

test('an administrator takes them back within thirty days, with a new last day and without what the person had allowed', async () => {
  const [one] = (await peopleLeft(world, administrator, organisationId, 1))?.rows ?? []
  assert.deepEqual([one?.name, one?.how], ['Noor Said', 'due'])
  const back = { organisationId, personId }
  await assert.rejects(takeBack(world, administrator, { ...back, endsOn: '' }), refused('end-date-missing'))
  assert.equal(await takeBack(world, { ...administrator, organisationId: personId } as Who, { ...back, endsOn: '2026-06-30' }), false)
  assert.equal(await takeBack(world, administrator, { ...back, endsOn: '2026-06-30' }), true)
  const again = await member(world, administrator, organisationId, personId)
  assert.deepEqual(
    [again?.workAddress, again?.kind, again?.endsOn, again?.mailbox],
    ['noor@ruiz.example', 'volunteer', '2026-06-30', 'none'],
  )
  assert.deepEqual((await rows()).grants, [{ to_desk: true, organisation_id: null }])
  assert.deepEqual((await peopleLeft(world, administrator, organisationId, 1))?.rows, [])
})

test('after thirty days, or when somebody else has the address, nobody is taken back', async () => {
  await removePerson(world, administrator, { organisationId, personId })
  const other = await addPerson(world, administrator, organisationId, { ...newcomer, name: 'Noor Two', address: 'noor@ruiz.example' })
  const back = { organisationId, personId, endsOn: '2026-12-01' }
  await assert.rejects(takeBack(world, administrator, back), refused('address-taken'))
  await removePerson(world, administrator, { organisationId, personId: other?.personId ?? '' })
  world.later(daysMs(31))
  assert.equal(await takeBack(world, administrator, back), false)
  assert.deepEqual((await peopleLeft(world, administrator, organisationId, 1))?.rows, [])
})

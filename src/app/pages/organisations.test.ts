import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { dayIn, dayOf, type Who } from '#kernel'
import { addPerson, createOrganisation } from '#members'
import { keepSeason } from '#season'
import { newDataDir } from '../../../test/support/product.ts'
import { openHouseFor } from '../../../test/support/seed.ts'
import { notifyDepsOf } from '../wire.ts'
import { organisationsOf } from './organisations.ts'
import { seasonDepsOf } from './season.ts'

const programme = { kind: 'programme' } as const

let dataDir: string
let house: Awaited<ReturnType<typeof openHouseFor>>
let organisationId: string
let david: Who
let day: string
before(async () => {
  dataDir = await newDataDir()
  house = await openHouseFor(dataDir)
  organisationId = (await createOrganisation(house.members, programme, { name: 'Ruiz', kind: 'campaign', domains: ['ruiz.example'] })).id
  const given = { name: 'David Cole', address: 'david@ruiz.example', title: '', role: 'administrator' } as const
  const added = await addPerson(house.members, programme, organisationId, given)
  david = { kind: 'administrator', personId: added?.personId ?? '', organisationId }
  day = dayIn(house.clock.now(), 7)
  await keepSeason(seasonDepsOf(house), david, organisationId, { electionDays: [day], endsOn: '' })
})
after(async () => {
  await house?.close()
  await rm(dataDir, { recursive: true, force: true })
})

test('before an election the pages let nobody past the second yes', async () => {
  const { explain } = notifyDepsOf(house)
  const pages = organisationsOf(house, { ...house, explain })
  const eve = { name: 'Eve', address: 'eve@ruiz.example', title: '', role: 'administrator' } as const
  const frozen = { code: 'administrators-frozen' }
  await assert.rejects(pages.addPerson(david, organisationId, { ...eve, kind: 'staff', endsOn: '' }), frozen)
  const text = 'name,address,role\nEve,eve@ruiz.example,admin\n'
  await assert.rejects(pages.importPeople(david, organisationId, { text, byMail: false }), frozen)

  const member = await pages.addPerson(david, organisationId, { ...eve, role: 'member', kind: 'volunteer', endsOn: day })
  const personId = member?.personId ?? ''
  const today = dayOf(house.clock.now())
  await assert.rejects(pages.setTime(david, organisationId, personId, { kind: 'volunteer', endsOn: today }), { code: 'earlier-end-frozen' })
  assert.equal(await pages.setTime(david, organisationId, personId, { kind: 'volunteer', endsOn: day }), true)
})

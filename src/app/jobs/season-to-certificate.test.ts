/**
 * A season from its first day to what is left of it, on a real database with the time in our hands: an organisation that was accepted, an election near,
 * the goodbye, what it takes along, and the certificate that anybody checks with the file alone.
 */
import assert from 'node:assert/strict'
import { createPublicKey, verify } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { verifyChain } from '#audit'
import { certificateOf } from '#erasure'
import { dayIn, daysMs, type Who } from '#kernel'
import { foundOrganisation } from '#members'
import { newDataDir } from '../../../test/support/product.ts'
import { openHouseFor } from '../../../test/support/seed.ts'
import { organisationsOf } from '../pages/organisations.ts'
import { seasonPagesOf } from '../pages/season.ts'
import { notifyDepsOf } from '../wire.ts'
import { openSeasonKeeping } from './keep-season.ts'

const programme = { kind: 'programme' } as const

let dataDir: string
let opened: Awaited<ReturnType<typeof openHouseFor>>
before(async () => {
  dataDir = await newDataDir()
  opened = await openHouseFor(dataDir)
})
after(async () => {
  await opened?.close()
  await rm(dataDir, { recursive: true, force: true })
})

test('an accepted organisation goes through its election, leaves, takes everything along, and a certificate is what is left', async () => {
  let now = Date.parse('2026-10-01T09:00:00Z')
  const clock = { now: () => new Date(now) }
  const house = { ...opened, clock, members: { ...opened.members, clock } }
  const { storage } = house
  const inDays = (days: number) => dayIn(new Date(now), days)
  const pages = organisationsOf(house, { ...house, explain: notifyDepsOf(house).explain })
  const season = seasonPagesOf(house)
  const keepSeason = openSeasonKeeping(house)
  const work = () => keepSeason({}, { id: '1', attempts: 1, signal: new AbortController().signal })

  const { organisationId } = await storage.asTenant(programme, (tx) =>
    foundOrganisation(tx, house, {
      name: 'Unmistakable for Ohio',
      kind: 'campaign',
      country: 'US',
      domains: ['unmistakable.example'],
      language: 'en',
      administrators: [
        { name: 'Ana Unmistakable', address: 'ana@unmistakable.example' },
        { name: 'Bea Unmistakable', address: 'bea@unmistakable.example' },
      ],
    }),
  )
  const people = await pages.members(programme, organisationId, { search: '', page: 1, waiting: false })
  const administrator = (at: number): Who => ({ kind: 'administrator', personId: people?.rows[at]?.personId ?? '', organisationId })
  const [ana, bea] = [administrator(0), administrator(1)]
  const given = { name: 'Vic Unmistakable', address: 'vic@unmistakable.example', title: '', role: 'member', kind: 'volunteer' } as const
  const vic = (await pages.addPerson(ana, organisationId, { ...given, endsOn: inDays(40) }))?.personId ?? ''
  const ned = {
    name: 'Ned Unmistakable',
    address: 'ned@unmistakable.example',
    title: '',
    role: 'member',
    kind: 'staff',
    endsOn: '',
  } as const
  const personId = (await pages.addPerson(ana, organisationId, ned))?.personId ?? ''
  await season.keep(ana, organisationId, { electionDays: [inDays(33)], endsOn: inDays(60) })

  // Fourteen days before the election one administrator alone neither takes somebody out nor makes the whole organisation leave.
  now += daysMs(20)
  assert.equal(await season.change(ana, organisationId, { kind: 'remove-person', personId }), 'waits')
  assert.equal(await season.change(ana, organisationId, { kind: 'leave', leavesOn: inDays(1) }), 'waits')
  const [removal, goodbye] = (await season.changes(bea, organisationId)) ?? []
  const answer = (changeId: string, agrees: boolean) => ({ organisationId, changeId, agrees })
  await assert.rejects(season.answer(ana, answer(removal?.id ?? '', true)), { code: 'ask-another' })
  assert.equal(await season.answer(bea, answer(removal?.id ?? '', true)), true)
  assert.equal(await season.answer(bea, answer(goodbye?.id ?? '', false)), true)
  assert.equal(await pages.member(ana, organisationId, personId), undefined)

  // The volunteer's time ends by itself, by the hourly work.
  now += daysMs(21)
  await work()
  assert.equal(await pages.member(ana, organisationId, vic), undefined)

  // The season is over: the organisation takes everything along and leaves.
  now += daysMs(20)
  const taken: string[] = []
  for (const part of (await pages.exportAll(ana, organisationId)) ?? [])
    if ('value' in part) taken.push(JSON.stringify(part.value) ?? '')
    else for await (const rows of part.pages) taken.push(JSON.stringify(rows))
  for (const text of ['Unmistakable for Ohio', 'ana@unmistakable.example', 'Bea Unmistakable']) assert.ok(taken.join().includes(text), text)
  assert.equal(await pages.exportAll({ kind: 'person', personId }, organisationId), undefined)
  assert.equal(await season.change(ana, organisationId, { kind: 'leave', leavesOn: inDays(1) }), 'done')
  const certificateId = (await season.leaving(ana, organisationId))?.certificateId ?? ''
  now += daysMs(2)
  await work()
  assert.equal(await pages.one(ana, organisationId), undefined)
  assert.equal(await certificateOf(house.members, certificateId), undefined)

  // Thirty days later its names and addresses are nowhere, the log still holds together, and the certificate says so.
  now += daysMs(31)
  await work()
  await work()
  const left = await storage.asTenant(programme, async (tx) => [
    await tx.selectFrom('organisation').selectAll().execute(),
    await tx.selectFrom('person').selectAll().execute(),
    await tx.selectFrom('account').selectAll().execute(),
    await tx.selectFrom('audit_entry').selectAll().execute(),
    await tx.selectFrom('membership').selectAll().where('organisation_id', '=', organisationId).execute(),
    await tx.selectFrom('data_key').selectAll().where('owner_id', '=', organisationId).execute(),
  ])
  assert.doesNotMatch(JSON.stringify(left), /unmistakable/i)
  assert.deepEqual(left.slice(-2), [[], []])
  assert.equal((await verifyChain(storage)).brokenAt, undefined)
  const { signed = '', signature = '', publicKey = '', subject, counts } = (await certificateOf(house.members, certificateId)) ?? {}
  assert.deepEqual(subject, { kind: 'organisation', id: organisationId })
  assert.ok((counts?.membership ?? 0) >= 4)
  const isSigned = (text: string) => verify(null, Buffer.from(text), createPublicKey(publicKey), Buffer.from(signature, 'base64'))
  assert.deepEqual([isSigned(signed), isSigned(signed.replace('membership 4', 'membership 3'))], [true, false])
})

import assert from 'node:assert/strict'
import { createPublicKey, verify } from 'node:crypto'
import { after, before, test } from 'node:test'
import { verifyChain } from '#audit'
import { dayOf, daysMs, type Who } from '#kernel'
import { acceptHouseholdLink, acceptInvitation, giveConsent, invite, makeHouseholdLink, sharersOf } from '#members'
import { change, leaveDue, leavingOf, type SeasonDeps } from '#season'
import { connectedMailbox, openWorld, programme, provenAddress, seasonIn, type World } from '../../../test/support/programme.ts'
import { certificateOf } from './certificate.ts'
import { eraseDue, eraseMe } from './erase.ts'

let world: World
let season: SeasonDeps
before(async () => {
  world = await openWorld()
  season = seasonIn(world)
})
after(() => world.storage.close())

/** Everything that the database holds, as text: what is not in it is nowhere. */
async function everything(): Promise<string> {
  return world.storage.asTenant(programme, async (tx) => {
    const tables = [
      'person',
      'account',
      'membership',
      'consent',
      'audit_entry',
      'invitation',
      'organisation',
      'connection',
      'erasure',
    ] as const
    const all: unknown[] = []
    for (const table of tables) all.push(await tx.selectFrom(table).selectAll().execute())
    return JSON.stringify(all)
  })
}

test('whoever leaves for good leaves no name and no address, others keep theirs, and the log still verifies', async () => {
  const { personId } = world.marta
  const marta: Who = { kind: 'person', personId }
  const made = await invite(world, programme, { organisationId: world.organisationId, personId })
  await acceptInvitation(world, { token: made?.token ?? '', name: 'Marta Unmistakable', language: 'en', consentVersion: '1' })
  await connectedMailbox(world, world.marta)
  const home = await provenAddress(world, personId, 'marta.unmistakable@home.example')
  await giveConsent(world, marta, { purpose: 'desk-sees-findings', version: '1' })
  const link = await makeHouseholdLink(world, marta, home)
  await acceptHouseholdLink(world, { kind: 'person', personId: world.david.personId }, link?.token ?? '')
  assert.match(await everything(), /unmistakable/i)

  const left = await eraseMe(world, marta)
  const all = await everything()
  assert.doesNotMatch(all, /unmistakable|marta@ruiz/i)
  assert.match(all, /david@ruiz\.example/)
  assert.equal(await sharersOf(world, marta, home), undefined)
  assert.equal((await verifyChain(world.storage)).brokenAt, undefined)

  const certificate = await certificateOf(world, left?.certificateId ?? '')
  assert.equal(certificate?.isGenuine, true)
  assert.ok((certificate?.counts.consent ?? 0) > 0)
  // As anybody else would check it, with the file alone.
  const { signed = '', signature = '', publicKey = '' } = certificate ?? {}
  assert.equal(verify(null, Buffer.from(signed), createPublicKey(publicKey), Buffer.from(signature, 'base64')), true)
  assert.equal(
    verify(null, Buffer.from(signed.replace('consent', 'notice')), createPublicKey(publicKey), Buffer.from(signature, 'base64')),
    false,
  )
})

test('a certificate whose row was changed says so, and a number that never was has none', async () => {
  const { id } = await world.storage.asTenant(programme, (tx) => tx.selectFrom('erasure').select('id').executeTakeFirstOrThrow())
  await world.storage.asTenant(programme, (tx) =>
    tx
      .updateTable('erasure')
      .set({ counts: JSON.stringify({ consent: 1 }) })
      .where('id', '=', id)
      .execute(),
  )
  assert.equal((await certificateOf(world, id))?.isGenuine, false)
  assert.equal(await certificateOf(world, '01990000-0000-7000-8000-0000000000ff'), undefined)
})

test('whoever works at the desk is not erased by one step, and a program or the machinery erases nobody', async () => {
  const { analyst } = world
  const staff: Who = { kind: 'person', personId: 'personId' in analyst ? analyst.personId : '' }
  await assert.rejects(eraseMe(world, staff), { code: 'still-staff' })
  assert.equal(await eraseMe(world, programme), undefined)
  assert.equal(await eraseMe(world, analyst), undefined)
})

test('an organisation is erased as many days after its goodbye as it was told, under the number it was told', async () => {
  const { organisationId } = world
  await change({ ...season, eraseAfterDays: async () => 45 }, world.analyst, organisationId, {
    kind: 'leave',
    leavesOn: dayOf(world.clock.now()),
  })
  const { certificateId: told = '', eraseAfterDays } = (await leavingOf(season, world.analyst, organisationId)) ?? {}
  assert.equal(eraseAfterDays, 45)
  world.later(daysMs(1))
  assert.deepEqual(await leaveDue(season), [organisationId])
  world.later(daysMs(44))
  assert.equal(await eraseDue(world), 0)
  assert.match(await everything(), /Ruiz for Mayor/)
  world.later(daysMs(2))
  assert.equal(await eraseDue(world), 1)
  assert.equal(await eraseDue(world), 0)
  assert.doesNotMatch(await everything(), /Ruiz for Mayor|ruiz\.example/)
  assert.equal((await certificateOf(world, told))?.subject.kind, 'organisation')
  assert.equal((await verifyChain(world.storage)).brokenAt, undefined)
})

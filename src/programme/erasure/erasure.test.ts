import assert from 'node:assert/strict'
import { createPublicKey, verify } from 'node:crypto'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { verifyChain } from '#audit'
import { dayOf, daysMs, type Who } from '#kernel'
import { acceptHouseholdLink, acceptInvitation, giveConsent, invite, makeHouseholdLink, sharersOf } from '#members'
import { change, leaveDue, leavingOf, type SeasonDeps } from '#season'
import { uuid } from '#storage'
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

/** Everything that the database holds, every row of every table, jobs that wait too, as text: what is not in it is nowhere. */
async function everything(): Promise<string> {
  const owner = new pg.Client({ connectionString: world.storage.databaseOwnerUrl })
  await owner.connect()
  try {
    await owner.query("select set_config('bellwether.kind', 'programme', false)")
    const { rows: tables } = await owner.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_schema in ('bellwether', 'graphile_worker') and table_type = 'BASE TABLE'`,
    )
    const all: string[] = []
    for (const { name } of tables) {
      const { rows } = await owner.query<{ whole: string }>(`select one::text as whole from ${name} one`)
      all.push(name, ...rows.map(({ whole }) => whole))
    }
    return all.join('\n')
  } finally {
    await owner.end()
  }
}

/** Where an address stands without its person: somebody wants to let its reader in to help, or it was enrolled by. */
async function typedElsewhere(address: string): Promise<void> {
  const now = world.clock.now()
  const soon = new Date(now.getTime() + daysMs(1))
  await world.storage.asTenant(programme, async (tx) => {
    await tx
      .insertInto('helper_grant')
      .values({
        ...{ id: uuid(), organisation_id: world.organisationId, person_id: null, purpose: 'set-up', address_folded: address },
        ...{ token_hash: null, let_in_by: world.david.personId, offered_at: now, offered_until: soon, accepted_at: null },
        ...{ since: now, until: soon, ended_at: null, ended_by: null },
      })
      .execute()
    await tx
      .insertInto('alone_start')
      .values({
        ...{ id: uuid(), token_hash: Buffer.from(address), address, address_folded: address, language: 'en', code_hash: Buffer.from('x') },
        ...{ asked_from: Buffer.from('x'), created_at: now, expires_at: soon, used_at: now },
      })
      .execute()
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
  await typedElsewhere('marta.unmistakable@home.example')
  await typedElsewhere('somebody.else@home.example')
  assert.match(await everything(), /unmistakable/i)

  const left = await eraseMe(world, marta)
  const all = await everything()
  assert.doesNotMatch(all, /unmistakable|marta@ruiz/i)
  assert.match(all, /david@ruiz\.example/)
  assert.equal(all.match(/somebody\.else@home\.example/g)?.length, 3)
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

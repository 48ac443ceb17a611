import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Who } from '#kernel'
import { connectedMailbox, openWorld, provenAddress, type World } from '../../../test/support/programme.ts'
import { consentsOf, giveConsent, withdrawConsent } from './consents.ts'
import { whoSees } from './who-sees.ts'

let world: World
let marta: Who
before(async () => {
  world = await openWorld()
  marta = { kind: 'person', personId: world.marta.personId }
  await connectedMailbox(world, world.marta)
  await provenAddress(world, world.marta.personId, 'marta@home.example')
})
after(() => world.storage.close())

/** `organisation desk others` of a thing. */
async function seen(thing: string): Promise<string> {
  const { viewers, sights } = await whoSees(world, marta)
  assert.deepEqual(
    viewers.map(({ kind }) => kind),
    ['you', 'organisation', 'desk', 'others'],
  )
  return sights.find((one) => one.thing === thing)?.seen.join(' ') ?? ''
}

test('what the page says is what the policies let through', async () => {
  assert.equal(await seen('work-address'), '1 1 1 0')
  assert.equal(await seen('work-watch'), '1 1 1 0')
  assert.equal(await seen('own-address'), '1 0 0 0')
  assert.match(await seen('permissions'), /^\d+ 0 0 0$/)
})

test('a permission that opens something is seen at once, and its withdrawal too', async () => {
  const { storage } = world
  await storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .insertInto('notice')
      .values({
        id: '01990000-0000-7000-8000-0000000000d1',
        incident_id: null,
        person_id: world.marta.personId,
        organisation_id: null,
        kind: 'first-look',
        level: 'targeted',
        language: 'en',
        code_hash: Buffer.from('who sees'),
        sealed: Buffer.alloc(0),
        subject_account_id: null,
        decided_at: world.clock.now(),
        read_at: null,
      })
      .execute(),
  )
  assert.equal(await seen('own-notice'), '1 0 0 0')
  await giveConsent(world, marta, { purpose: 'desk-sees-findings', version: '1' })
  assert.equal(await seen('own-notice'), '1 0 1 0')
  const { consents } = await consentsOf(world, marta)
  await withdrawConsent(world, marta, consents.find(({ purpose }) => purpose === 'desk-sees-findings')?.id ?? '')
  assert.equal(await seen('own-notice'), '1 0 0 0')
})

test('that what hit somebody may warn others shows nothing of them to anybody', async () => {
  await giveConsent(world, marta, { purpose: 'share-indicators', version: '1' })
  for (const thing of ['own-address', 'own-notice', 'own-hostile', 'own-examined', 'own-watch'])
    assert.match(await seen(thing), /^\d+ 0 0 0$/, thing)
})

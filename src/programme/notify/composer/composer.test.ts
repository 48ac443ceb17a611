import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Staff } from '#kernel'
import { uuid } from '#storage'
import { seedReaders } from '../../../../test/support/notice-load.ts'
import { openWorld, programme, provenAddress, type World } from '../../../../test/support/programme.ts'
import type { NotifyDeps } from '../deps.ts'
import { noticeSeen } from '../notice-page.ts'
import { type Draft, keepComposition, startComposition, withdrawComposition } from './keep.ts'
import { rehearse } from './rehearse.ts'
import { approveComposition, sendComposition, sendToAll } from './send.ts'

let world: World
let deps: NotifyDeps
let ana: Staff
let olu: Staff

before(async () => {
  world = await openWorld()
  deps = {
    ...world,
    sender: async () => ({
      ...{ name: 'Bellwether', publicAddress: 'https://protect.example', fromAddress: 'notices@protect.example', helpContact: '' },
      ...{ intakeDomain: '', relay: null },
    }),
  }
  ana = await colleague('Ana')
  olu = await colleague('Olu')
  await provenAddress(world, world.marta.personId, 'marta@home.example')
})
after(async () => {
  await world.storage.close()
})

async function colleague(name: string): Promise<Staff> {
  const personId = uuid()
  const now = world.clock.now()
  await world.storage.asTenant(programme, async (tx) => {
    await tx.insertInto('person').values({ id: personId, name, created_at: now, erased_at: null }).execute()
    await tx.insertInto('staff').values({ person_id: personId, role: 'analyst', since: now, until: null }).execute()
  })
  return { kind: 'analyst', personId }
}

const draft = (over: Partial<Draft> = {}): Draft => ({
  audience: { kind: 'organisation', typed: 'ruiz for mayor' },
  level: 'possible-access',
  wordings: {
    en: { headline: 'a false parcel notice goes round', says: ['Nobody of ours lost an account.', 'It asks for a small fee.'] },
    es: { headline: 'circula un falso aviso de paquete', says: ['Nadie de los nuestros perdió una cuenta.'] },
  },
  steps: ['leave-mail', 'tell-us'],
  ...over,
})

const everybody = () => draft({ audience: { kind: 'everybody', typed: '' } })
const startIt = (of = draft()) => startComposition(deps, ana, of)

const noticesOf = (id: string) =>
  world.storage.asTenant(programme, (tx) => tx.selectFrom('notice').selectAll().where('composition_id', '=', id).execute())
const stateOf = async (id: string) =>
  (await world.storage.asTenant(programme, (tx) => tx.selectFrom('composition').select('state').where('id', '=', id).executeTakeFirst()))
    ?.state
const deedsOf = async (id: string) => {
  const rows = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('audit_entry').select('action').where('subject', '=', `composition/${id}`).orderBy('seq').execute(),
  )
  return rows.map(({ action }) => action)
}
const countRows = (table: 'notice' | 'delivery') =>
  world.storage.asTenant(programme, async (tx) => (await tx.selectFrom(table).select('id').execute()).length)

test('a notice to a few is sent by whoever wrote it, and each reads it in their language or in English', async () => {
  const id = await startIt()
  assert.equal(await sendComposition(deps, ana, id), 'sending')
  await world.storage.asTenant(programme, (tx) =>
    tx.updateTable('person').set({ language: 'fr' }).where('id', '=', world.david.personId).execute(),
  )
  await sendToAll(deps)({ compositionId: id })
  const notices = await noticesOf(id)
  assert.deepEqual(new Set(notices.map(({ person_id }) => person_id)), new Set([world.marta.personId, world.david.personId]))
  assert.equal(await stateOf(id), 'sent')
  const read = async (personId: string) =>
    noticeSeen(deps, { kind: 'person', personId }, notices.find(({ person_id }) => person_id === personId)?.id ?? '')
  const [marta, david] = [await read(world.marta.personId), await read(world.david.personId)]
  assert.equal(marta?.says[0], 'Possible access: a false parcel notice goes round')
  assert.equal(david?.says[0], 'Accès possible\u00a0: a false parcel notice goes round')
  assert.match(String(david?.says.at(-1)), /en anglais/)
  assert.equal(marta?.says.length, 3)
  assert.equal(marta?.actions.length, 2)
  assert.deepEqual(await deedsOf(id), ['notice.compose', 'notice.send'])
  await world.storage.asTenant(programme, (tx) =>
    tx.updateTable('person').set({ language: 'en' }).where('id', '=', world.david.personId).execute(),
  )
})

test('where somebody may have got in, the mailbox they may hold is told nothing', async () => {
  const id = await startIt(draft({ audience: { kind: 'person', typed: 'marta@ruiz.example' } }))
  await sendComposition(deps, ana, id)
  await sendToAll(deps)({ compositionId: id })
  const [notice] = await noticesOf(id)
  const accounts = await world.storage.asTenant(programme, (tx) =>
    tx
      .selectFrom('delivery')
      .innerJoin('account', 'account.id', 'delivery.account_id')
      .select('account.address')
      .where('notice_id', '=', notice?.id ?? '')
      .execute(),
  )
  assert.deepEqual(accounts, [{ address: 'marta@home.example' }])
})

test('a dry run says who would be told by what, and writes nothing', async () => {
  const id = await startIt()
  const before = [await countRows('notice'), await countRows('delivery')]
  const seen = await rehearse(deps, ana, id)
  assert.equal(seen?.people, 2)
  assert.deepEqual(seen?.first, { mail: 1 })
  assert.equal(seen?.unreached, 1)
  assert.deepEqual(seen?.byLanguage, { en: 2 })
  assert.deepEqual([await countRows('notice'), await countRows('delivery')], before)
  assert.equal(await stateOf(id), 'draft')
})

test('to more than ten, somebody else has to agree; nobody agrees with themselves', async () => {
  await seedReaders(world, 12)
  const id = await startIt(everybody())
  assert.equal(await sendComposition(deps, ana, id), 'asked')
  assert.deepEqual(await noticesOf(id), [])
  await sendToAll(deps)({ compositionId: id })
  assert.deepEqual(await noticesOf(id), [], 'a job that comes too early tells nobody')
  await assert.rejects(approveComposition(deps, ana, id), { code: 'not-yours-to-approve' })
  await assert.rejects(keepComposition(deps, ana, id, draft()), { code: 'not-a-draft' })
  await assert.rejects(
    world.storage.asTenant(ana, (tx) => tx.updateTable('composition').set({ approved_by: ana.personId }).where('id', '=', id).execute()),
    /check/,
  )
  assert.equal(await approveComposition(deps, olu, id), true)
  await assert.rejects(approveComposition(deps, olu, id), { code: 'not-a-draft' })
  await assert.rejects(withdrawComposition(deps, ana, id), { code: 'not-a-draft' })
  assert.deepEqual(await deedsOf(id), ['notice.compose', 'notice.ask-approval', 'notice.approve'])
})

test('what was withdrawn is never approved', async () => {
  const id = await startIt(everybody())
  await sendComposition(deps, ana, id)
  assert.equal(await withdrawComposition(deps, olu, id), true)
  await assert.rejects(approveComposition(deps, olu, id), { code: 'not-a-draft' })
  await sendToAll(deps)({ compositionId: id })
  assert.deepEqual(await noticesOf(id), [])
  assert.deepEqual(await deedsOf(id), ['notice.compose', 'notice.ask-approval', 'notice.withdraw'])
})

test('only its author keeps or sends a draft, and whoever is not found is told so', async () => {
  const id = await startIt()
  assert.equal(await keepComposition(deps, olu, id, draft()), false)
  assert.equal(await sendComposition(deps, olu, id), undefined)
  await assert.rejects(startIt(draft({ audience: { kind: 'person', typed: 'nobody@ruiz.example' } })), { code: 'audience-not-found' })
  await assert.rejects(startIt(draft({ audience: { kind: 'organisation', typed: '' } })), { code: 'audience-not-found' })
})

test('words that are not ready are kept and not sent', async () => {
  const id = await startIt(draft({ wordings: { en: { headline: 'click on evil.example', says: ['Go.'] } } }))
  await assert.rejects(sendComposition(deps, ana, id), { code: 'wording-not-ready' })
  assert.equal(await keepComposition(deps, ana, id, draft()), true)
  assert.equal(await sendComposition(deps, ana, id), 'sending')
})

test('however often its job begins, and two at once, everybody is told exactly once', async () => {
  await seedReaders(world, 230)
  const id = await startIt(everybody())
  await sendComposition(deps, ana, id)
  await approveComposition(deps, olu, id)
  const living = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('person').select('id').where('erased_at', 'is', null).execute(),
  )
  let fetched = 0
  // The process dies after its first portion.
  const dying = {
    ...deps.vault,
    fetch: async (owners: Parameters<typeof deps.vault.fetch>[0]) => (++fetched > 1 ? assert.fail('killed') : deps.vault.fetch(owners)),
  }
  await assert.rejects(sendToAll({ ...deps, vault: Object.assign(Object.create(deps.vault), dying) })({ compositionId: id }), /killed/)
  assert.equal((await noticesOf(id)).length, 200)
  await Promise.all([sendToAll(deps)({ compositionId: id }), sendToAll(deps)({ compositionId: id })])
  await sendToAll(deps)({ compositionId: id })
  const told = (await noticesOf(id)).map(({ person_id }) => person_id)
  assert.equal(new Set(told).size, told.length)
  assert.deepEqual(told.toSorted(), living.map((one) => one.id).toSorted())
  assert.equal(await stateOf(id), 'sent')
})

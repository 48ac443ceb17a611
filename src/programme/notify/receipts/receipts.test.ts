import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyChain } from '#audit'
import { minutesMs, type Who } from '#kernel'
import { incidentContent } from '../../../../test/support/notice-load.ts'
import { openWorld, programme, provenAddress, type World } from '../../../../test/support/programme.ts'
import { acknowledgeNotice } from '../answers/acknowledge.ts'
import { writeNotices } from '../write-notice.ts'
import { checkProof, type Proof } from './check-proof.ts'
import { funnels } from './funnel.ts'
import { noteReceipts } from './note-receipts.ts'
import { proofOf } from './proof.ts'

let world: World
before(async () => {
  world = await openWorld()
  await provenAddress(world, world.marta.personId, 'marta@home.example')
})
after(() => world.storage.close())

const marta = (): Who => ({ kind: 'person', personId: world.marta.personId })

/** A notice to Marta that was sent a minute after it was decided. */
async function toldMarta(): Promise<string> {
  const { personId, accountId } = world.marta
  const content = incidentContent(world.clock.now())
  const decided = {
    personId,
    incidentId: null,
    organisationId: null,
    subjectAccountId: accountId,
    level: 'possible-access',
    content,
  } as const
  const sealer = await world.vault.sealer({ kind: 'person', id: personId })
  const [id = ''] = await world.storage.asTenant(programme, (tx) =>
    writeNotices(tx, { ...world, messageDomain: 'protect.example' }, [{ sealer, decided }]),
  )
  world.later(minutesMs(1))
  await world.storage.asTenant(programme, (tx) =>
    tx
      .updateTable('delivery')
      .set({ state: 'sent', sent_at: world.clock.now() })
      .where('notice_id', '=', id)
      .where('channel', '=', 'mail')
      .execute(),
  )
  return id
}

const proof = async (id: string): Promise<Proof> => {
  const made = await proofOf(world, marta(), id)
  assert.ok(made)
  return made
}

test('what happened to a notice can be proved, and the proof holds by itself', async () => {
  const id = await toldMarta()
  world.later(minutesMs(2))
  await acknowledgeNotice(world, marta(), id, 'portal')
  await noteReceipts(world)()
  await noteReceipts(world)()
  const made = await proof(id)
  assert.deepEqual(made.receipts.map(({ what, channel }) => `${channel ?? 'person'} ${what}`).sort(), [
    'home delivered',
    'home sent',
    'mail sent',
    'person acknowledged',
    'person read',
  ])
  const checked = checkProof(JSON.stringify(made))
  assert.equal(checked.holds, true)
  assert.match(checked.says, /^The proof holds: notice .* decided at 2026-05-03T12:00:00.000Z, was sent by/)
  assert.equal((await verifyChain(world.storage)).brokenAt, undefined)
})

test('what comes later is a receipt of its own, and nothing is noted twice', async () => {
  const id = await toldMarta()
  await noteReceipts(world)()
  const before = (await proof(id)).receipts.length
  world.later(minutesMs(30))
  await acknowledgeNotice(world, marta(), id, 'code')
  await noteReceipts(world)()
  await noteReceipts(world)()
  const made = await proof(id)
  assert.equal(made.receipts.length, before + 2)
  assert.equal(new Set(made.receipts.map(({ batch }) => batch)).size, 2)
})

test('a proof that was changed in one place does not hold, whatever the place', async () => {
  const id = await toldMarta()
  await noteReceipts(world)()
  const made = await proof(id)
  const [receipt, batch] = [made.receipts[0], made.batches[0]]
  assert.ok(receipt && batch)
  const later = '2026-05-04T00:00:00.000Z'
  const forged: readonly Proof[] = [
    { ...made, decidedAt: later },
    { ...made, receipts: [{ ...receipt, at: later }, ...made.receipts.slice(1)] },
    { ...made, receipts: made.receipts.slice(1) },
    { ...made, batches: [{ ...batch, hashes: batch.hashes.map(() => '0'.repeat(64)) }, ...made.batches.slice(1)] },
    { ...made, batches: [{ ...batch, auditEntry: batch.auditEntry + 1 }, ...made.batches.slice(1)] },
    { ...made, signature: Buffer.from('no').toString('base64') },
  ]
  for (const one of forged) assert.equal(checkProof(JSON.stringify(one)).holds, false)
  for (const text of ['', '{}', 'null', '[]', JSON.stringify({ ...made, publicKey: 'no key' })]) assert.equal(checkProof(text).holds, false)
})

test('a batch stands in the audit log, and its digest is the same there', async () => {
  const id = await toldMarta()
  await noteReceipts(world)()
  const [batch] = (await proof(id)).batches
  assert.ok(batch)
  const entry = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('audit_entry').select(['action', 'details']).where('seq', '=', batch.auditEntry).executeTakeFirstOrThrow(),
  )
  assert.deepEqual(entry, { action: 'receipts.note', details: { count: batch.hashes.length, digest: batch.digest } })
})

test('a proof is its person’s and of those who may see the notice', async () => {
  const id = await toldMarta()
  await noteReceipts(world)()
  assert.equal(await proofOf(world, { kind: 'person', personId: world.david.personId }, id), undefined)
  assert.equal(await proofOf(world, world.analyst, id), undefined, 'a personal matter that the desk was not let into')
})

test('the funnel says how many got how far, and the median that it took them', async () => {
  const from = world.clock.now()
  const [one, other] = [await toldMarta(), await toldMarta()]
  world.later(minutesMs(10))
  await acknowledgeNotice(world, marta(), one, 'code')
  await acknowledgeNotice(world, marta(), other, 'voice')
  await toldMarta()
  const [funnel] = await world.storage.asTenant(programme, (tx) => funnels(tx, from, new Date(world.clock.now().getTime() + 1)))
  assert.ok(funnel)
  assert.deepEqual([funnel.level, funnel.notices], ['possible-access', 3])
  assert.deepEqual(
    funnel.steps.map(({ name, count, medianMinutes }) => [name, count, medianMinutes]),
    [
      ['told', 3, 1],
      ['seen', 2, 11.5],
      ['verified', 1, 12],
      ['understood', 2, 11.5],
      ['acted', 0, undefined],
    ],
  )
})

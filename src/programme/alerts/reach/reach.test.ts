/** One campaign in three organisations: judged fine in two, confirmed in one, and everybody is told once. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { daysMs } from '#kernel'
import { inspect, nobody } from '#mail'
import { consentsOf, giveConsent, withdrawConsent } from '#members'
import { mailOf, type ThreeOrganisations, threeOrganisations } from '../../../../test/support/three-organisations.ts'
import { decide } from '../decide.ts'
import { hunt } from '../hunt/hunt.ts'
import { incident } from '../incident.ts'
import { exportQueue, queue } from '../queue.ts'
import { reachHunted, reachIncident } from './ask-reach.ts'
import { reachOf } from './reach-seen.ts'
import { receiveAgain } from './receive-again.ts'
import { runReach } from './run-reach.ts'
import { stopReach } from './stop-reach.ts'

let three: ThreeOrganisations
before(async () => {
  three = await threeOrganisations()
})
after(() => three.close())

/** The same sender and the same page behind the link; only the words differ, and those of the first give it away. */
const campaign = (name: string) => {
  const from = `${name} Files <jobs@${name.toLowerCase()}-files.example>`
  const page = `https://${name.toLowerCase()}-view.example/d/17`
  return {
    harsh: (to: string) =>
      mailOf(
        from,
        to,
        'Your mailbox is full',
        `Your mailbox is full. Verify your password within 24 hours or your account will be closed: ${page}`,
      ),
    mild: (to: string) =>
      mailOf(from, to, `The ${name} minutes`, `Hello,\n\nhere are the minutes we spoke of last week, as you asked.\n${page}\n\nRegards`),
  }
}

test('mails of a campaign that were judged fine elsewhere are told once each when it is confirmed, and nobody learns of another', async () => {
  const { ana, bea, cem, told, analyst, arrives, work, incidents } = three
  const { harsh, mild } = campaign('Harbour')
  assert.equal((await arrives(ana, harsh(ana.address))).verdict, 'dangerous')
  for (const box of [bea, cem]) assert.notEqual((await arrives(box, mild(box.address))).verdict, 'dangerous')
  assert.deepEqual(
    told.map(({ personId }) => personId),
    [ana.personId],
  )
  const [first = assert.fail()] = await incidents(ana)

  assert.equal(await decide(three, analyst, first.id, { step: 'confirm', reason: 'a stolen page' }), true)
  await work({ twice: true })
  assert.deepEqual(told.map(({ personId }) => personId).sort(), [ana.personId, bea.personId, cem.personId].sort())
  for (const box of [bea, cem]) {
    const [own = assert.fail(), ...others] = await incidents(box)
    assert.deepEqual(others, [])
    assert.equal(own.messages, 1)
    assert.equal(own.headline, 'mail.same-as-known')
  }
  const seen = await reachOf(three, analyst, { incidentId: first.id })
  assert.deepEqual(
    { found: seen?.found, told: seen?.told, people: seen?.people, organisations: seen?.organisations, waiting: seen?.waiting },
    { found: 2, told: 2, people: 2, organisations: 2, waiting: 0 },
  )

  // Asked for once more, and run once more: nothing happens twice.
  await reachIncident(three, analyst, first.id)
  await work({ twice: true })
  assert.equal(told.length, 3)

  for (const [who, others] of [
    [three.administrators.bea, /ruiz|cedar|cem|marta/i],
    [three.administrators.cem, /ruiz|bridge|bea|marta/i],
  ] as const) {
    assert.equal(await incident(three, who, first.id), undefined)
    assert.equal(await reachOf(three, who, { incidentId: first.id }), undefined)
    assert.equal(await hunt(three, who, { kind: 'sender', value: 'jobs@harbour-files.example', page: 1 }), undefined)
    assert.equal(await reachIncident(three, who, first.id), false)
    const page = await queue(three, who, { state: 'all', search: '', page: 1 })
    assert.equal(page.total, 1)
    const own = await incident(three, who, page.rows[0]?.id ?? '')
    const exported: unknown[] = []
    for await (const row of exportQueue(three, who, { state: 'all', search: '', page: 1 })) exported.push(row)
    assert.doesNotMatch(JSON.stringify([page, own, exported]), others)
  }
})

test('a mail of the campaign that comes later is found at once, and after some days no more', async () => {
  const { ana, bea, cem, told, analyst, arrives, work, incidents } = three
  const { harsh, mild } = campaign('Meadow')
  await arrives(ana, harsh(ana.address))
  const found = (await incidents(ana)).at(-1)
  await decide(three, analyst, found?.id ?? '', { step: 'confirm', reason: '' })
  await work()
  told.length = 0
  assert.equal((await arrives(bea, mild(bea.address))).verdict, 'dangerous')
  assert.deepEqual(
    told.map(({ personId, reasons }) => [personId, reasons[0]?.id]),
    [[bea.personId, 'mail.same-as-known']],
  )
  three.later(daysMs(8))
  assert.notEqual((await arrives(cem, mild(cem.address))).verdict, 'dangerous')
  assert.equal(told.length, 1)
})

test('opening the incident again ends it: later mails are judged by themselves', async () => {
  const { ana, bea, analyst, arrives, work, incidents } = three
  const { harsh, mild } = campaign('Orchard')
  await arrives(ana, harsh(ana.address))
  const id = (await incidents(ana)).at(-1)?.id ?? ''
  await assert.rejects(reachIncident(three, analyst, id), { code: 'confirm-first' })
  await decide(three, analyst, id, { step: 'confirm', reason: '' })
  await work()
  await decide(three, analyst, id, { step: 'reopen', reason: 'our own printer' })
  assert.notEqual((await arrives(bea, mild(bea.address))).verdict, 'dangerous')
  assert.equal((await reachOf(three, analyst, { incidentId: id }))?.ended, true)
})

test('opening it again while a mail is being read tells nobody of that mail', async () => {
  const { ana, bea, told, analyst, arrives, work, incidents, clock } = three
  const { harsh, mild } = campaign('Saddle')
  await arrives(ana, harsh(ana.address))
  const { uid } = await arrives(bea, mild(bea.address))
  const id = (await incidents(ana)).at(-1)?.id ?? ''
  await decide(three, analyst, id, { step: 'confirm', reason: '' })
  const { id: reachId } = await three.storage.asTenant({ kind: 'programme' }, (tx) =>
    tx.selectFrom('reach').select('id').where('incident_id', '=', id).executeTakeFirstOrThrow(),
  )
  assert.equal(await runReach(three, { reachId, again: true }), 1)
  const bytes = Buffer.from(mild(bea.address))
  const inspection = await inspect(bytes, { circle: nobody, trustedAuthserv: [], knownCampaign: 'same-sender' })
  assert.equal(inspection.verdict, 'dangerous')
  await decide(three, analyst, id, { step: 'reopen', reason: 'our own printer' })
  const at = { reachId, connectionId: bea.connectionId, folder: 'INBOX', uidValidity: 1, uid }
  const teller = async () => async () => assert.fail('somebody was told')
  const read = { bytes, inspection, arrivedAt: clock.now() }
  assert.equal(await receiveAgain({ ...three, teller }, at, { reached: bea, read }), 'nothing-to-do')
  const seen = await reachOf(three, analyst, { incidentId: id })
  assert.deepEqual({ ended: seen?.ended, waiting: seen?.waiting, left: seen?.left }, { ended: true, waiting: 0, left: 1 })
  await work()
  told.length = 0
})

test('a reach that an analyst stops while it runs tells nobody else, finds no later mail, and is in the log', async () => {
  const { ana, bea, cem, told, analyst, arrives, work, incidents } = three
  const { harsh, mild } = campaign('Lantern')
  await arrives(ana, harsh(ana.address))
  await arrives(bea, mild(bea.address))
  const id = (await incidents(ana)).at(-1)?.id ?? ''
  await decide(three, analyst, id, { step: 'confirm', reason: '' })
  const reach = await three.storage.asTenant({ kind: 'programme' }, (tx) =>
    tx.selectFrom('reach').select('id').where('incident_id', '=', id).executeTakeFirstOrThrow(),
  )
  assert.equal(await runReach(three, { reachId: reach.id, again: false }), 1)
  told.length = 0
  for (const who of [three.administrators.bea, { kind: 'person', personId: ana.personId } as const])
    assert.equal(await stopReach(three, who, { incidentId: id }), false)
  assert.equal(await stopReach(three, analyst, { incidentId: id }), true)
  assert.equal(await stopReach(three, analyst, { incidentId: id }), true, 'twice is once')
  await work({ twice: true })
  assert.notEqual((await arrives(cem, mild(cem.address))).verdict, 'dangerous')
  assert.deepEqual(told, [])
  const seen = await reachOf(three, analyst, { incidentId: id })
  assert.deepEqual({ ended: seen?.ended, told: seen?.told, left: seen?.left }, { ended: true, told: 0, left: 1 })
  const deeds = await three.storage.asTenant({ kind: 'programme' }, (tx) =>
    tx.selectFrom('audit_entry').select(['subject', 'organisation_id']).where('action', '=', 'reach.stop').execute(),
  )
  assert.deepEqual(deeds, [{ subject: `reach/${reach.id}`, organisation_id: ana.organisationId }])
})

test('what a hunt began is stopped from the hunt', async () => {
  const { bea, told, analyst, arrives, work } = three
  const { mild } = campaign('Kettle')
  await arrives(bea, mild(bea.address))
  told.length = 0
  const asked = { kind: 'link-host', value: 'kettle-view[.]example' } as const
  await reachHunted(three, analyst, { ...asked, reason: 'a stolen page' })
  assert.equal(await stopReach(three, analyst, asked), true)
  await work({ twice: true })
  assert.deepEqual(told, [])
  const hunted = await hunt(three, analyst, { ...asked, page: 1 })
  assert.ok(hunted !== undefined && 'reach' in hunted)
  assert.equal(hunted.reach?.ended, true)
})

test('a mail of a mailbox that is disconnected before it is read again waits no longer', async () => {
  const { ana, bea, analyst, arrives, work, incidents, clock } = three
  const { harsh, mild } = campaign('Timber')
  await arrives(ana, harsh(ana.address))
  const personal = await three.personalBox(bea, 'bea@second.example')
  await arrives(personal, mild(personal.address))
  const id = (await incidents(ana)).at(-1)?.id ?? ''
  await decide(three, analyst, id, { step: 'confirm', reason: '' })
  const { id: reachId } = await three.storage.asTenant({ kind: 'programme' }, (tx) =>
    tx.selectFrom('reach').select('id').where('incident_id', '=', id).executeTakeFirstOrThrow(),
  )
  assert.equal(await runReach(three, { reachId, again: true }), 1)
  await three.storage.asTenant({ kind: 'programme' }, (tx) =>
    tx.updateTable('connection').set({ ended_at: clock.now(), state: 'ended' }).where('id', '=', personal.connectionId).execute(),
  )
  await work()
  const seen = await reachOf(three, analyst, { incidentId: id })
  assert.deepEqual({ gone: seen?.gone, waiting: seen?.waiting, told: seen?.told }, { gone: 1, waiting: 0, told: 0 })
})

test('mails that are gone, judged dangerous before, or in a mailbox that was disconnected are counted or left out, and wake nobody', async () => {
  const { ana, bea, cem, told, analyst, arrives, remove, work, incidents, clock } = three
  const { harsh, mild } = campaign('Quarry')
  await arrives(ana, harsh(ana.address))
  const gone = await arrives(bea, mild(bea.address))
  await arrives(bea, harsh(bea.address))
  const personal = await three.personalBox(cem, 'cem@home.example')
  await arrives(personal, mild(personal.address))
  remove(bea, gone.uid)
  const id = (await incidents(ana)).at(-1)?.id ?? ''
  told.length = 0
  await decide(three, analyst, id, { step: 'confirm', reason: '' })
  await three.storage.asTenant({ kind: 'programme' }, (tx) =>
    tx.updateTable('connection').set({ ended_at: clock.now(), state: 'ended' }).where('id', '=', personal.connectionId).execute(),
  )
  await work()
  const seen = await reachOf(three, analyst, { incidentId: id })
  assert.deepEqual({ found: seen?.found, gone: seen?.gone, known: seen?.known, told: seen?.told }, { found: 2, gone: 1, known: 1, told: 0 })
  assert.deepEqual(told, [])
})

test('a personal mailbox is reached too; its person alone is told, and the desk sees a count', async () => {
  const { ana, bea, told, analyst, arrives, work, incidents } = three
  const { harsh, mild } = campaign('Pepper')
  await arrives(ana, harsh(ana.address))
  const personal = await three.personalBox(bea, 'bea@home.example')
  await arrives(personal, mild(personal.address))
  const id = (await incidents(ana)).at(-1)?.id ?? ''
  told.length = 0
  await decide(three, analyst, id, { step: 'confirm', reason: '' })
  await work({ twice: true })
  assert.deepEqual(
    told.map(({ personId, organisationId }) => [personId, organisationId]),
    [[bea.personId, null]],
  )
  const [own = assert.fail()] = await incidents(personal)
  assert.equal(await incident(three, analyst, own.id), undefined)
  assert.equal(await incident(three, three.administrators.cem, own.id), undefined)
  assert.equal((await reachOf(three, analyst, { incidentId: id }))?.told, 1)
})

test('what hit a personal mailbox warns others only by its person’s leave, and no longer once that is taken back', async () => {
  const { ana, cem, told, analyst, arrives, work, incidents } = three
  const { harsh, mild } = campaign('Quince')
  const personal = await three.personalBox(cem, 'cem.third@home.example')
  const who = { kind: 'person', personId: cem.personId } as const
  await giveConsent(three, who, { purpose: 'desk-sees-findings', version: '1' })
  await arrives(ana, mild(ana.address))
  await arrives(personal, harsh(personal.address))
  const [own = assert.fail()] = await incidents(personal)
  told.length = 0
  await decide(three, analyst, own.id, { step: 'confirm', reason: '' })
  await work({ twice: true })
  assert.deepEqual(told, [])
  await assert.rejects(reachIncident(three, analyst, own.id), { code: 'may-not-warn' })

  assert.equal(await giveConsent(three, who, { purpose: 'share-indicators', version: '1' }), true)
  assert.equal(await reachIncident(three, analyst, own.id), true)
  await work({ twice: true })
  assert.deepEqual(
    told.map(({ personId }) => personId),
    [ana.personId],
  )

  const { consents } = await consentsOf(three, who)
  const given = consents.find(({ purpose, withdrawnAt }) => purpose === 'share-indicators' && withdrawnAt === undefined)
  assert.equal(await withdrawConsent(three, who, given?.id ?? ''), true)
  told.length = 0
  await arrives(three.bea, mild(three.bea.address))
  assert.deepEqual(told, [])
  await assert.rejects(reachIncident(three, analyst, own.id), { code: 'may-not-warn' })
})

test('a colleague who passes the mail on to ask about it is no sender of it', async () => {
  const { ana, bea, told, analyst, arrives, work, incidents } = three
  const { harsh } = campaign('Thistle')
  await arrives(ana, harsh(ana.address))
  const id = (await incidents(ana)).at(-1)?.id ?? ''
  await decide(three, analyst, id, { step: 'confirm', reason: '' })
  await work()
  told.length = 0
  const page = 'https://thistle-view.example/d/17'
  const asks = mailOf(
    `Bo Lind <bo@bridge-ledger.example>`,
    bea.address,
    'Fwd: Your mailbox is full',
    `Did you get this one too?\n\n${page}`,
    'Authentication-Results: mx.programme.example; dmarc=pass header.from=bridge-ledger.example\n',
  )
  assert.notEqual((await arrives(bea, asks)).verdict, 'dangerous')
  assert.deepEqual(told, [])
})

test('an incident that the desk dismissed elsewhere is not told over its head, and the count says so', async () => {
  const { ana, bea, told, analyst, arrives, work, incidents } = three
  const { harsh, mild } = campaign('Willow')
  await arrives(bea, harsh(bea.address))
  const there = (await incidents(bea)).at(-1)?.id ?? ''
  await decide(three, analyst, there, { step: 'dismiss', why: 'our-own-test', reason: '' })
  await arrives(ana, harsh(ana.address))
  await arrives(bea, mild(bea.address))
  await arrives(bea, mild(bea.address))
  const id = (await incidents(ana)).at(-1)?.id ?? ''
  told.length = 0
  await decide(three, analyst, id, { step: 'confirm', reason: '' })
  await work()
  // Two of three parts are not enough to vanish into what was dismissed: it is told as an incident of its own, once.
  assert.equal(told.filter(({ personId }) => personId === bea.personId).length, 1)
  const seen = await reachOf(three, analyst, { incidentId: id })
  assert.deepEqual({ told: seen?.told, known: seen?.known }, { told: 2, known: 1 })
})

test('from a hunt, everybody who got mail with one link is told; of a link that everybody uses nobody is', async () => {
  const { bea, cem, told, analyst, arrives, work } = three
  const { mild } = campaign('Yarrow')
  const sent = [await arrives(bea, mild(bea.address)), await arrives(cem, mild(cem.address))]
  assert.ok(sent.every(({ verdict }) => verdict !== 'dangerous'))
  told.length = 0
  const shared = reachHunted(three, analyst, { kind: 'link-host', value: 'www.dropbox.com', reason: 'x' })
  await assert.rejects(shared, { code: 'shared-by-all' })
  await assert.rejects(reachHunted(three, analyst, { kind: 'link-host', value: 'x', reason: 'x' }), { code: 'trace-not-read' })
  await assert.rejects(reachHunted(three, analyst, { kind: 'link-host', value: 'yarrow-view.example', reason: ' ' }), {
    code: 'reason-missing',
  })
  assert.equal(
    await reachHunted(three, analyst, { kind: 'link-host', value: 'hxxps://yarrow-view[.]example/', reason: 'a stolen page' }),
    true,
  )
  await work({ twice: true })
  assert.deepEqual(told.map(({ personId }) => personId).sort(), [bea.personId, cem.personId].sort())
  const hunted = await hunt(three, analyst, { kind: 'link-host', value: 'yarrow-view.example', page: 1 })
  assert.ok(hunted !== undefined && 'reach' in hunted)
  assert.equal(hunted.reach?.told, 2)
})

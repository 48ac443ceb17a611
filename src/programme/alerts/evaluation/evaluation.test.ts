import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { exportMine, giveConsent, removeAccount, whoLooked, withdrawConsent } from '#members'
import { uuid } from '#storage'
import { type Box, mailOf, type ThreeOrganisations, threeOrganisations } from '../../../../test/support/three-organisations.ts'
import { decide } from '../decide.ts'
import { evaluation, exportEvaluation, isKept, removeKept, testAgain } from './evaluation.ts'
import { keepHit, labelFlagged, labelHit } from './keep-mail.ts'
import { keepTest, nextToTest } from './test-rules.ts'

let three: ThreeOrganisations
before(async () => {
  three = await threeOrganisations()
})
after(() => three.close())

const harsh = (box: Box, name: string) =>
  mailOf(
    `${name} Desk <desk@${name}-desk.example>`,
    box.address,
    'Your mailbox is full',
    `Verify your password within 24 hours or your account will be closed: https://${name}-login.example/x`,
  )
const mild = (box: Box) =>
  mailOf(
    'Print House <jobs@print-house.example>',
    box.address,
    'The flyers are ready',
    'Hello,\n\nthe flyers can be picked up on Monday.\n\nRegards, Lee',
  )
const set = () => evaluation(three, three.analyst, { page: 1 })
const place = (box: Box, uid: number) => ({ connectionId: box.connectionId, folder: 'INBOX', uidValidity: 1, uid })

test('a dismissed honest mail and a missed hostile one are kept, tested, and counted rule by rule', async () => {
  const { ana, bea, analyst, arrives, work, incidents } = three
  await arrives(ana, harsh(ana, 'alpha'))
  const [wrongly = assert.fail()] = await incidents(ana)
  await decide(three, analyst, wrongly.id, { step: 'dismiss', why: 'honest-mail', reason: '' })
  assert.equal(await labelFlagged(three, analyst, { incidentId: wrongly.id }, { label: 'honest', reason: 'our own desk' }), true)
  const { uid, verdict } = await arrives(bea, mild(bea))
  assert.equal(verdict, 'fine')
  assert.equal(await labelHit(three, analyst, place(bea, uid), { label: 'hostile', reason: '' }), true)
  await work({ twice: true })

  const { counts, rows, rules } = await set()
  assert.deepEqual(counts, { mails: 2, honest: 1, hostile: 1, right: 0, missed: 1, falseAlarms: 1, untested: 0, changed: 0 })
  assert.deepEqual(rows.map(({ source, label, verdictThen }) => [source, label, verdictThen]).sort(), [
    ['hunt', 'hostile', 'fine'],
    ['incident', 'honest', 'dangerous'],
  ])
  assert.ok(rules.length > 0 && rules.every(({ wrong, right }) => wrong === 1 && right === 0))
  assert.doesNotMatch(JSON.stringify([rows, await exportEvaluation(three, analyst)]), /mailbox is full|alpha-login|flyers/)
  const looks = await whoLooked(three, { kind: 'person', personId: bea.personId })
  assert.ok(looks.some(({ what }) => /kept a mail \(hostile\)/.test(what)))
})

test('saying it again changes the label and keeps one copy', async () => {
  const { ana, analyst, work, incidents } = three
  const [one = assert.fail()] = await incidents(ana)
  await labelFlagged(three, analyst, { incidentId: one.id }, { label: 'hostile', reason: 'it was not ours' })
  await work()
  const { counts } = await set()
  assert.deepEqual({ mails: counts.mails, right: counts.right, missed: counts.missed }, { mails: 2, right: 1, missed: 1 })
  await labelFlagged(three, analyst, { incidentId: one.id }, { label: 'honest', reason: '' })
  await work()
})

test('what the rules say anew is set beside what they said before, once a run', async () => {
  const run = { run: uuid() }
  const mail = await nextToTest(three, run)
  assert.ok(mail)
  const inspection = { verdict: 'careful', findings: [] } as never
  await keepTest(three, run, mail.id, inspection)
  await keepTest(three, run, mail.id, inspection)
  const row = (await set()).rows.find(({ id }) => id === mail.id)
  assert.equal(row?.verdictNow, 'careful')
  assert.equal(row?.verdictBefore, row?.verdictThen, 'a run that is taken up again moves nothing twice')
  const { counts, rules } = await set()
  assert.equal(counts.changed, 1)
  assert.ok(rules.some(({ changed }) => changed === 1))
  await testAgain(three, three.analyst)
  await three.work({ twice: true })
  assert.equal((await set()).rows.find(({ id }) => id === mail.id)?.verdictNow, row?.verdictThen)
})

test('a personal mail is kept by its person’s leave alone, and goes when the leave ends', async () => {
  const { cem, analyst, arrives, work, incidents } = three
  const personal = await three.personalBox(cem, 'cem@home.example')
  const cemHimself = { kind: 'person', personId: cem.personId } as const
  const { uid } = await arrives(personal, harsh(personal, 'beta'))
  const [matter = assert.fail()] = await incidents(personal)
  assert.equal(await labelFlagged(three, analyst, { incidentId: matter.id }, { label: 'hostile', reason: '' }), false)
  assert.equal(await labelHit(three, analyst, place(personal, uid), { label: 'hostile', reason: '' }), false)
  await giveConsent(three, cemHimself, { purpose: 'desk-sees-findings', version: '1' })
  assert.equal(await labelFlagged(three, analyst, { incidentId: matter.id }, { label: 'hostile', reason: '' }), true)
  await work()
  const before = await set()
  assert.equal(before.counts.mails, 3)
  assert.doesNotMatch(JSON.stringify(before), /home\.example/)
  const consent = await three.storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .selectFrom('consent')
      .select('id')
      .where('purpose', '=', 'desk-sees-findings')
      .where('withdrawn_at', 'is', null)
      .executeTakeFirstOrThrow(),
  )
  await withdrawConsent(three, cemHimself, consent.id)
  const left = await three.storage.asTenant({ kind: 'programme' }, (tx) => tx.selectFrom('evaluation_mail').select('id').execute())
  assert.equal(left.length, 2, 'the bytes are gone, not only hidden')
})

test('two tests of the whole set at once both come to their end', async () => {
  const inspection = { verdict: 'fine', findings: [] } as never
  const runs = [{ run: uuid() }, { run: uuid() }]
  const { counts } = await set()
  const tested: string[][] = [[], []]
  for (let turn = 0; turn <= counts.mails; turn += 1)
    for (const [which, run] of runs.entries()) {
      const mail = await nextToTest(three, run, tested[which]?.at(-1))
      if (mail === undefined) continue
      await keepTest(three, run, mail.id, inspection)
      tested[which]?.push(mail.id)
    }
  for (const [which, run] of runs.entries()) {
    assert.equal(new Set(tested[which]).size, counts.mails)
    assert.equal(await nextToTest(three, run, tested[which]?.at(-1)), undefined)
  }
})

test('an honest mail that was judged fine is not kept: nothing was wrong', async () => {
  const { bea, analyst, arrives } = three
  const { uid, verdict } = await arrives(bea, mild(bea))
  assert.equal(verdict, 'fine')
  await assert.rejects(labelHit(three, analyst, place(bea, uid), { label: 'honest', reason: '' }), { code: 'was-right' })
})

test('a mail of a mailbox that was disconnected while it was read is not kept', async () => {
  const { bea, analyst, arrives, clock, storage } = three
  const { uid } = await arrives(bea, mild(bea))
  const ended = (ended_at: Date | null, state: 'ended' | 'watching') =>
    storage.asTenant({ kind: 'programme' }, (tx) =>
      tx.updateTable('connection').set({ ended_at, state }).where('id', '=', bea.connectionId).execute(),
    )
  const before = (await set()).counts.mails
  await ended(clock.now(), 'ended')
  const hit = {
    ...{
      reached: bea,
      place: place(bea, uid),
      bytes: Buffer.from(mild(bea)),
      by: analyst.kind === 'analyst' ? analyst.personId : '',
      verdictThen: 'fine',
    },
    labelled: { label: 'hostile', reason: '' },
  } as const
  await assert.rejects(keepHit(three, hit), { code: 'needs-their-leave' })
  assert.equal((await set()).counts.mails, before)
  await ended(null, 'watching')
})

test('leave that was taken back while a mail was read is no failed job', async () => {
  const { cem, analyst, arrives, work } = three
  const personal = await three.personalBox(cem, 'cem@second.example')
  const cemHimself = { kind: 'person', personId: cem.personId } as const
  const given = await giveConsent(three, cemHimself, { purpose: 'desk-sees-findings', version: '1' })
  assert.ok(given)
  const { uid } = await arrives(personal, harsh(personal, 'gamma'))
  const before = (await set()).counts.mails
  assert.equal(await labelHit(three, analyst, place(personal, uid), { label: 'honest', reason: '' }), true)
  await three.storage.asTenant({ kind: 'programme' }, (tx) =>
    tx.updateTable('access_grant').set({ until: three.clock.now() }).where('person_id', '=', cem.personId).execute(),
  )
  await work()
  assert.equal((await set()).counts.mails, before)
})

test('whose mail was kept finds it in their own file, without the mail; with its address a personal one goes', async () => {
  const { ana, bea, cem, analyst, arrives, work } = three
  const kept = async ({ personId }: Box) => {
    const mine = await exportMine(three, { kind: 'person', personId })
    return mine['mailsKeptForTesting'] as readonly { readonly label: string; readonly reason: string }[]
  }
  assert.deepEqual(
    (await kept(bea)).map(({ label }) => label),
    ['hostile'],
  )
  assert.deepEqual(
    (await kept(ana)).map(({ label, reason }) => [label, reason]),
    [['honest', '']],
  )
  assert.doesNotMatch(JSON.stringify(await kept(ana)), /mailbox is full|alpha-login|sealed/)

  const personal = await three.personalBox(bea, 'bea@home.example')
  const beaHerself = { kind: 'person', personId: bea.personId } as const
  await giveConsent(three, beaHerself, { purpose: 'desk-sees-findings', version: '1' })
  const { uid } = await arrives(personal, harsh(personal, 'delta'))
  await labelHit(three, analyst, place(personal, uid), { label: 'honest', reason: '' })
  await work()
  assert.equal((await kept(bea)).length, 2)
  assert.deepEqual(await kept(cem), [])
  assert.equal(await removeAccount(three, beaHerself, personal.accountId), true)
  assert.equal((await kept(bea)).length, 1, 'the work mail is the organisation’s')
})

test('the export is in the log with its rows', async () => {
  const rows = await exportEvaluation(three, three.analyst)
  const { details } = await three.storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .selectFrom('audit_entry')
      .select('details')
      .where('action', '=', 'evaluation.export')
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow(),
  )
  assert.deepEqual(details, { rows: rows.length })
})

test('nobody but the desk sees, adds, tests or removes; what is removed is gone', async () => {
  const { bea, analyst, administrators, incidents, ana } = three
  const { rows } = await set()
  const [own = assert.fail()] = await incidents(ana)
  for (const who of [administrators.bea, { kind: 'person', personId: bea.personId } as const]) {
    assert.equal((await evaluation(three, who, { page: 1 })).counts.mails, 0)
    assert.deepEqual(await exportEvaluation(three, who), [])
    assert.equal(await labelFlagged(three, who, { incidentId: own.id }, { label: 'honest', reason: '' }), false)
    assert.equal(await testAgain(three, who), false)
    assert.equal(await removeKept(three, who, rows[0]?.id ?? ''), false)
  }
  assert.equal(await isKept(three, analyst, uuid()), false)
  assert.equal(await removeKept(three, analyst, uuid()), false)
  for (const { id } of rows) assert.equal(await removeKept(three, analyst, id), true)
  assert.equal((await set()).counts.mails, 0)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { disconnect, exportMine, whoLooked } from '#members'
import { uuid } from '#storage'
import { type Box, mailOf, type ThreeOrganisations, threeOrganisations } from '../../../../test/support/three-organisations.ts'
import { exportHunt, type HuntHit, hunt } from './hunt.ts'

let three: ThreeOrganisations
let personal: Box
const sender = 'Harbour Files <jobs@harbour-files.example>'
const letter = (to: string) =>
  mailOf(sender, to, 'The harbour minutes', 'Hello,\n\nhere are the minutes: https://view.harbour.example/d/17\n\nRegards')

before(async () => {
  three = await threeOrganisations()
  personal = await three.personalBox(three.cem, 'cem@home.example')
  for (const box of [three.ana, three.bea, three.bea, personal]) await three.arrives(box, letter(box.address))
  await three.arrives(three.cem, mailOf('Other <a@other.example>', three.cem.address, 'Budget for May', 'Thanks.'))
})
after(() => three.close())

const found = async (kind: Parameters<typeof hunt>[2]['kind'], value: string, page = 1) => {
  const hunted = await hunt(three, three.analyst, { kind, value, page })
  assert.ok(hunted !== undefined && !('problem' in hunted), JSON.stringify(hunted))
  return hunted
}

test('one trace is found in every mailbox, however it is spelt; personal mail is counted and not shown', async () => {
  for (const [kind, value] of [
    ['sender', 'JOBS@harbour-files[.]example'],
    ['sender-domain', 'harbour-files.example'],
    ['link-host', 'hxxps://view.harbour[.]example/other'],
    ['link-host', 'harbour.example'],
    ['subject', 'Re: THE HARBOUR MINUTES (2)'],
  ] as const) {
    const { summary, hits } = await found(kind, value)
    assert.deepEqual(
      { mails: summary.mails, mailboxes: summary.mailboxes, organisations: summary.organisations, hidden: summary.hidden },
      { mails: 4, mailboxes: 3, organisations: 2, hidden: 1 },
      `${kind} ${value}`,
    )
    assert.equal(hits.total, 3)
    assert.deepEqual([...new Set(hits.rows.map(({ person }) => person))].sort(), ['Bea Lind', 'Marta Ruiz'])
    assert.doesNotMatch(JSON.stringify(hits), /home\.example|Cem/)
  }
})

test('what no mail has is found nowhere, and what cannot be looked for is said in one sentence', async () => {
  const none = await found('sender', 'nobody@nowhere.example')
  assert.equal(none.summary.mails, 0)
  assert.equal(none.summary.first, undefined)
  assert.deepEqual(await hunt(three, three.analyst, { kind: 'attachment', value: 'invoice.pdf', page: 1 }), {
    problem: 'Paste the SHA-256 of the file: 64 digits from 0 to 9 and a to f.',
  })
})

test('a page beyond the last is empty and still counts; the export has every row that may be seen', async () => {
  const beyond = await found('sender', 'jobs@harbour-files.example', 9)
  assert.deepEqual({ rows: beyond.hits.rows.length, total: beyond.hits.total }, { rows: 0, total: 3 })
  const rows: HuntHit[] = []
  for await (const row of exportHunt(three, three.analyst, { kind: 'sender', value: 'jobs@harbour-files.example' })) rows.push(row)
  assert.equal(rows.length, 3)
  assert.doesNotMatch(JSON.stringify(rows), /home\.example/)
  const deed = await three.storage.asTenant({ kind: 'programme' }, (tx) =>
    tx.selectFrom('audit_entry').select(['subject', 'details']).where('action', '=', 'hunt.export').executeTakeFirstOrThrow(),
  )
  assert.deepEqual(deed, { subject: 'hunt/sender', details: { rows: 3 } })
})

test('whose mail was found, and whose was only counted, can read that somebody looked; the deed is in the log and the value is not', async () => {
  await found('sender', 'jobs@harbour-files.example')
  const seenBy = async ({ personId }: Box) => (await whoLooked(three, { kind: 'person', personId })).map(({ what }) => what)
  assert.ok((await seenBy(three.bea)).some((what) => /a mail has a sender/.test(what)))
  assert.ok((await seenBy(three.cem)).some((what) => /counted by sender, not shown/.test(what)))
  const entries = await three.storage.asTenant({ kind: 'programme' }, (tx) =>
    tx.selectFrom('audit_entry').select(['action', 'subject', 'details']).where('action', 'like', 'hunt%').execute(),
  )
  assert.ok(entries.length > 0)
  assert.doesNotMatch(JSON.stringify(entries), /harbour/)
})

test('whoever asks for the second page first is written down too: its counts are the same', async () => {
  const deeds = async () => {
    const hunts = await three.storage.asTenant({ kind: 'programme' }, (tx) =>
      tx.selectFrom('audit_entry').select('seq').where('action', '=', 'hunt').execute(),
    )
    const looks = await whoLooked(three, { kind: 'person', personId: three.cem.personId })
    return { hunts: hunts.length, ofCem: looks.filter(({ what }) => /not shown/.test(what)).length }
  }
  const before = await deeds()
  assert.equal((await found('sender', 'jobs@harbour-files.example', 2)).summary.hidden, 1)
  assert.deepEqual(await deeds(), { hunts: before.hunts + 1, ofCem: before.ofCem + 1 })
})

test('a person’s own file says how many of their mails can be found again', async () => {
  const mine = await exportMine(three, { kind: 'person', personId: three.bea.personId })
  assert.equal(Number(Object(mine['messagesFindable']).count), 2)
})

test('nobody but the desk hunts', async () => {
  for (const who of [three.administrators.bea, { kind: 'person', personId: three.bea.personId } as const]) {
    assert.equal(await hunt(three, who, { kind: 'sender', value: 'jobs@harbour-files.example', page: 1 }), undefined)
    for await (const row of exportHunt(three, who, { kind: 'sender', value: 'jobs@harbour-files.example' })) assert.fail(row.person)
  }
})

test('the database holds hashes and no word of the mail', async () => {
  const [rows, hashes] = await three.storage.asTenant({ kind: 'programme' }, async (tx) => [
    await tx.selectFrom('mail_trace').selectAll().execute(),
    await tx.selectFrom('mail_trace_hash').select('hash').execute(),
  ])
  assert.ok(rows.length >= 5 && hashes.length > rows.length)
  assert.doesNotMatch(JSON.stringify([rows, hashes.map(({ hash }) => hash.toString('latin1'))]), /harbour|minutes/)
  assert.ok(hashes.every(({ hash }) => hash.length === 16))
})

test('an analyst’s search and the machinery’s find by an index, not by reading every row', async () => {
  const hash = Buffer.alloc(16, 7)
  for (const who of [three.analyst, { kind: 'programme' } as const]) {
    const plan = await three.storage.asTenant(who, async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx)
      return sql<{ 'QUERY PLAN': string }>`explain select mail_id from bellwether.mail_trace_hash where hash = ${hash}`.execute(tx)
    })
    assert.match(plan.rows.map((row) => row['QUERY PLAN']).join('\n'), /Index Cond: \(hash = /)
  }
})

const lure = (to: string) =>
  mailOf(
    'Quarry Desk <desk@quarry-desk.example>',
    to,
    'Your mailbox is full',
    'Verify your password within 24 hours: https://quarry-login.example/x',
  )

test('of a personal mailbox the desk sees no more than its person allowed: findings, and no mail in which nothing was found', async () => {
  assert.equal((await three.arrives(personal, lure(personal.address))).verdict, 'dangerous')
  const [consent, at] = [uuid(), three.clock.now()]
  const allow = (scope: 'told' | 'details') =>
    three.storage.asTenant({ kind: 'programme' }, (tx) =>
      tx
        .insertInto('access_grant')
        .values({ id: uuid(), person_id: personal.personId, to_desk: true, scope, consent_id: consent, since: at })
        .execute(),
    )
  await three.storage.asTenant({ kind: 'programme' }, (tx) =>
    tx
      .insertInto('consent')
      .values({ id: consent, person_id: personal.personId, purpose: 'desk-sees-findings', version: '1', given_at: at })
      .execute(),
  )
  await allow('told')
  const counted = await found('sender', 'desk@quarry-desk.example')
  assert.deepEqual([counted.summary.mails, counted.summary.hidden, counted.hits.total], [1, 1, 0], 'told opens nothing')
  await allow('details')
  const shown = await found('sender', 'desk@quarry-desk.example')
  assert.deepEqual([shown.summary.hidden, shown.hits.total, shown.hits.rows[0]?.account], [0, 1, 'a personal mailbox'])
  const fine = await found('sender', 'jobs@harbour-files.example')
  assert.deepEqual([fine.summary.mails, fine.summary.hidden, fine.hits.total], [4, 1, 3])
  for await (const row of exportHunt(three, three.analyst, { kind: 'sender', value: 'jobs@harbour-files.example' }))
    assert.notEqual(row.account, 'a personal mailbox')
  assert.doesNotMatch(JSON.stringify([shown, fine]), /home\.example|mailbox is full|minutes/)
  const looks = await whoLooked(three, { kind: 'person', personId: personal.personId })
  assert.ok(looks.some(({ what }) => /counted by sender, not shown/.test(what)))
})

test('when a mailbox is disconnected its hashes go at once', async () => {
  await disconnect(three, { kind: 'person', personId: three.bea.personId }, three.bea.accountId)
  assert.equal((await found('sender', 'jobs@harbour-files.example')).summary.mails, 2)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { mailOf, type ThreeOrganisations, threeOrganisations } from '../../../test/support/three-organisations.ts'
import { ownerOf } from './arrival.ts'
import { incident } from './incident.ts'
import { whyOf } from './why.ts'

let three: ThreeOrganisations
let id: string
before(async () => {
  three = await threeOrganisations()
  const { ana } = three
  const letter = (text: string) =>
    mailOf(
      'Mailbox Desk <desk@quota-desk.example>',
      ana.address,
      'Your mailbox is full',
      `Verify your password within 24 hours or your account will be closed: https://quota-login.example/${text}`,
      'Authentication-Results: mx.programme.example; spf=fail smtp.mailfrom=quota-desk.example; dmarc=fail header.from=quota-desk.example\n',
    )
  await three.arrives(ana, letter('one'))
  await three.arrives(ana, letter('two'))
  id = (await three.incidents(ana))[0]?.id ?? ''
})
after(() => three.close())

test('all that was weighed stands there with a name, heaviest first, and what was looked for and not found', async () => {
  const why = await whyOf(three, three.analyst, id, 1)
  assert.ok(why?.weights && why.weights.length > 1)
  const sizes = why.weights.map(({ points }) => Math.abs(points))
  assert.deepEqual(
    sizes,
    sizes.toSorted((one, other) => other - one),
  )
  for (const { name } of why.weights) assert.match(name, /^[\p{L}“].{3,}/u)
  assert.ok(why.passed.length > 20)
  assert.ok(why.findings.length > 0 && why.findings.every((finding) => !why.passed.includes(finding.title)))
  assert.deepEqual(
    why.checks.map(({ result }) => result),
    ['fail', 'fail', 'not stated'],
  )
  assert.deepEqual(why.traces.find(({ kind }) => kind === 'sender')?.value, 'desk@quota-desk.example')
  assert.doesNotMatch(JSON.stringify(why), /campaign/)
})

test('each of its mails has its page, and one beyond the last is the last', async () => {
  const [first, second, beyond] = await Promise.all([1, 2, 99].map((page) => whyOf(three, three.analyst, id, page)))
  assert.equal(first?.pages, 2)
  assert.notEqual(first?.flaggedId, second?.flaggedId)
  assert.equal(beyond?.flaggedId, second?.flaggedId)
})

test('a mail that was kept before weights were still opens, without them', async () => {
  const why = await whyOf(three, three.analyst, id, 2)
  const sealer = await three.vault.sealer(ownerOf(three.ana))
  const flaggedId = why?.flaggedId ?? ''
  await three.storage.asTenant({ kind: 'programme' }, async (tx) => {
    const row = await tx.selectFrom('flagged_message').select('sealed_view').where('id', '=', flaggedId).executeTakeFirstOrThrow()
    const { weighed: _, ...old } = JSON.parse(sealer.open(row.sealed_view, `flagged-view/${flaggedId}`).toString('utf8'))
    await tx
      .updateTable('flagged_message')
      .set({ sealed_view: sealer.seal(JSON.stringify(old), `flagged-view/${flaggedId}`) })
      .where('id', '=', flaggedId)
      .execute()
  })
  const older = await whyOf(three, three.analyst, id, 2)
  assert.equal(older?.weights, undefined)
  assert.ok(older?.message !== undefined && older.findings.length > 0)
  assert.ok((await incident(three, three.analyst, id))?.message)
})

test('looking at the why is written down, and it does not exist for another organisation or for a person', async () => {
  const looks = () =>
    three.storage.asTenant({ kind: 'programme' }, (tx) =>
      tx.selectFrom('looked_at').select('what').where('incident_id', '=', id).where('what', 'like', 'why:%').execute(),
    )
  const before = (await looks()).length
  await whyOf(three, three.analyst, id, 1)
  assert.equal((await looks()).length, before + 1)
  assert.equal(await whyOf(three, three.administrators.bea, id, 1), undefined)
})

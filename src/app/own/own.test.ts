/** From a rule that an operator keeps to an incident, through the real engine in its thread. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { exampleRule, nobody, titleOf } from '#mail'
import { type CheckRule, keepRule, ownRules } from '#own-rules'
import { connectedMailbox, openWorld, programme, type World } from '../../../test/support/programme.ts'
import { createInspector } from '../inspector/index.ts'
import { openExamination } from '../jobs/examine-message.ts'
import { checkRule } from './check-rule.ts'
import { openOwn } from './own.ts'
import { withOwn } from './with-own.ts'

let world: World
let desk: World & { readonly check: CheckRule }
let connectionId: string
const plain = createInspector({ threads: 1, dns: 'off' })
before(async () => {
  world = await openWorld()
  desk = { ...world, check: checkRule }
  connectionId = await connectedMailbox(world, world.marta)
  const settings = { host: 'imap.example', port: 993, tls: 'implicit', user: 'marta', how: 'password', trustedAuthserv: [] }
  await world.storage.asTenant(programme, (tx) =>
    tx
      .updateTable('connection')
      .set({ settings: JSON.stringify(settings) })
      .where('id', '=', connectionId)
      .execute(),
  )
})
after(async () => {
  await plain.close()
  await world.storage.close()
})

const quietLog = { info: () => {}, warn: () => {}, error: () => {} }
const mail = Buffer.from(
  'From: Billing <billing@quick-ballots.example>\r\nTo: marta@ruiz.example\r\nSubject: June\r\n\r\nHere is the invoice for ballot printing of June.\r\n',
)

test('a rule is added, and a mail that was fine becomes an incident under the rule’s headline', async () => {
  const own = openOwn(world)
  const inspector = withOwn({ ...world, own, log: quietLog }, plain)
  const examine = openExamination({
    ...world,
    teller: async () => async () => {},
    reader: { headers: async () => ({ gone: true }), read: async () => ({ bytes: mail, internalDate: world.clock.now(), complete: true }) },
    inspector,
  })
  const arrive = (uid: number) =>
    examine(
      { connectionId, folder: 'INBOX', specialUse: 'inbox', uidValidity: 1, uid, firstLook: false },
      { id: String(uid), attempts: 1, signal: new AbortController().signal },
    )
  const verdictOf = async (uid: number) =>
    (
      await world.storage.asTenant(programme, (tx) =>
        tx
          .selectFrom('message_verdict')
          .select('verdict')
          .where('connection_id', '=', connectionId)
          .where('uid', '=', uid)
          .executeTakeFirst(),
      )
    )?.verdict
  await arrive(1)
  assert.equal(await verdictOf(1), 'fine')

  await keepRule(desk, world.analyst, exampleRule)
  world.later(6000)
  await arrive(2)
  assert.equal(await verdictOf(2), 'dangerous')
  const incidents = await world.storage.asTenant(programme, (tx) => tx.selectFrom('incident').select('headline').execute())
  assert.deepEqual(incidents, [{ headline: 'own.ballot-printer-invoice' }])
  assert.equal(own.titleOf('own.ballot-printer-invoice', 'en'), 'A stranger sends an invoice for ballot printing')
  assert.equal(own.titleOf('own.ballot-printer-invoice', 'de'), 'A stranger sends an invoice for ballot printing')
  assert.equal(own.titleOf('mail.device-code', 'en'), undefined)
  assert.equal(titleOf('own.blocked', 'en'), 'A mail from, or to, something the operator blocked')
})

test('a rule that cannot be asked is switched off with an alert, and the mail is judged by all else', async () => {
  const own = openOwn(world)
  const troubled = { id: 'own.ballot-printer-invoice', kind: 'error', says: 'There is no such list.' } as const
  const inspector = withOwn(
    { ...world, own, log: quietLog },
    { ...plain, inspect: async (...given) => ({ ...(await plain.inspect(...given)), ownTroubles: [troubled, troubled] }) },
  )
  const { verdict } = await inspector.inspect(mail, { circle: nobody, trustedAuthserv: [] })
  assert.equal(verdict, 'dangerous')
  const [rule] = await ownRules(world, world.analyst)
  assert.deepEqual([rule?.isOn, rule?.offReason], [false, 'There is no such list.'])
  const alerts = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('operator_alert').select('says').where('kind', '=', 'own-rule-failed').execute(),
  )
  assert.equal(alerts.length, 1)
  assert.match(alerts[0]?.says ?? '', /own\.ballot-printer-invoice was switched off.*There is no such list/)
})

test('a rule that one mail made work too much goes on, and the operator is told', async () => {
  const own = openOwn(world)
  const troubled = { id: 'own.slow', kind: 'too-long', says: 'It took too many steps.' } as const
  await keepRule(desk, world.analyst, exampleRule.replace('own.ballot-printer-invoice', 'own.slow'))
  const inspector = withOwn(
    { ...world, own, log: quietLog },
    { ...plain, inspect: async (...given) => ({ ...(await plain.inspect(...given)), ownTroubles: [troubled] }) },
  )
  await inspector.inspect(mail, { circle: nobody, trustedAuthserv: [] })
  const slow = (await ownRules(world, world.analyst)).find(({ name }) => name === 'own.slow')
  assert.equal(slow?.isOn, true)
  const told = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('operator_alert').select('says').where('subject', '=', 'own-rule/own.slow').execute(),
  )
  assert.equal(told.length, 1)
})

test('a rule that no mail can be worked out for is told once with its reason, however many mails come, and stays on', async () => {
  const rule = exampleRule
    .replace('own.ballot-printer-invoice', 'own.overflow')
    .replace('message.relation == "stranger" &&', '(message.is_reply ? message.size * 9223372036854775807 > 1 : true) &&')
  await keepRule(desk, world.analyst, rule)
  const warned: unknown[] = []
  const log = { ...quietLog, warn: (facts: unknown) => void warned.push(facts) }
  const inspector = withOwn({ ...world, own: openOwn(world), log }, plain)
  const reply = Buffer.from(`In-Reply-To: <a@b.example>\r\n${mail.toString().replace('Subject: June', 'Subject: Re: June')}`)
  for (let count = 0; count < 5; count += 1) {
    const { findings } = await inspector.inspect(reply, { circle: nobody, trustedAuthserv: [] })
    assert.ok(!findings.some(({ id }) => id === 'own.overflow'))
  }
  assert.equal((await ownRules(world, world.analyst)).find(({ name }) => name === 'own.overflow')?.isOn, true)
  const told = await world.storage.asTenant(programme, (tx) =>
    tx.selectFrom('operator_alert').select('says').where('subject', '=', 'own-rule/own.overflow').execute(),
  )
  assert.equal(told.length, 1)
  assert.match(told[0]?.says ?? '', /own\.overflow could not be worked out.*int overflow/)
  assert.deepEqual(warned, [{ rule: 'own.overflow', kind: 'value' }])
})

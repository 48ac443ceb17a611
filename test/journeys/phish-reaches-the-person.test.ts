/**
 * Follow one email, twenty times over: twenty people's boxes on a real Dovecot
 * with three hundred honest mails; twenty different attacks and one campaign of
 * fifty mails arrive; each person is told on another address, within seconds,
 * and nobody is told of anything honest.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startDovecot, withoutDovecot } from '../support/dovecot.ts'
import { attackKinds, attackLetter, campaignLetter, chance, honestLetter, inventedName } from '../support/letters.ts'
import { newDataDir, startProduct } from '../support/product.ts'
import { ask } from '../support/product-database.ts'
import { openHouseFor, seedOrganisation, seedRelay } from '../support/seed.ts'
import { type Received, startSmtpSink, textOf } from '../support/smtp-sink.ts'
import { grounds } from '../support/two-databases.ts'
import { until } from '../support/until.ts'

const people = 20
const honestMails = 300
const campaignMails = 50
/** A mail server is another process and a person's other mailbox; five seconds is the promise. */
const promiseMs = 5000

const at95 = (values: readonly number[]): number => [...values].sort((one, other) => one - other)[Math.floor(values.length * 0.95)] ?? 0

for (const ground of grounds) {
  test(`twenty attacks on twenty people become twenty incidents and twenty notices, on ${ground.name}`, {
    skip: withoutDovecot() || ground.without(),
    timeout: 240_000,
  }, async (t) => {
    const random = chance(20_261_103)
    const names = Array.from({ length: people }, (_, index) => `${inventedName(random)} ${String.fromCharCode(65 + index)}`)
    const [dovecot, sink, on, dataDir] = await Promise.all([startDovecot(), startSmtpSink(), ground.open(), newDataDir()])
    t.after(() => Promise.all([dovecot.remove(), sink.stop(), on.remove()]))
    const house = await openHouseFor(dataDir, on.environment)
    const seeded = await seedOrganisation(house, {
      organisation: 'Westlake Office',
      domain: 'westlake-office.example',
      people: names,
      imap: dovecot,
    })
    await seedRelay(house, sink)
    await house.close()
    for (const one of seeded) await dovecot.addBox(one.work, one.password)
    const where = { dataDir, ...(on.given && { adminUrl: on.given.adminUrl }) }
    const count = async (text: string) => Number((await ask<{ count: string }>(where, text))[0]?.count)

    // Half of the honest mail is there before the mailboxes are connected.
    const toWhom = (index: number) => {
      const one = seeded[index % people]
      assert.ok(one)
      return one
    }
    const honestTo = (index: number) =>
      dovecot.deliver(toWhom(index).work, honestLetter(random, { name: toWhom(index).name, address: toWhom(index).work }).bytes)
    for (let index = 0; index < honestMails / 2; index++) await honestTo(index)

    const product = await startProduct({ dataDir, environment: on.environment })
    t.after(() => product.remove())
    await until(
      'the first look is done',
      async () => (await count('select count(*) from bellwether.message_verdict')) === honestMails / 2,
      60_000,
    )
    await until(
      'every mailbox is watched',
      async () => (await count("select count(*) from bellwether.connection where state = 'watching'")) === people,
      30_000,
    )

    const sentAt = new Map<string, number>()
    for (const [index, kind] of attackKinds.entries()) {
      const one = toWhom(index)
      await dovecot.deliver(one.work, attackLetter(kind, random, { name: one.name, address: one.work }).bytes)
      sentAt.set(one.personal, Date.now())
      for (let more = 0; more < 7; more++) await honestTo(index * 7 + more)
    }
    const isTold = (message: Received) => sentAt.has(message.to[0] ?? '')
    const told = await sink.waitFor(people, { match: isTold, withinMs: 60_000 })
    const waits = told.map((message) => Date.parse(message.at) - (sentAt.get(message.to[0] ?? '') ?? 0))
    t.diagnostic(`from appended to delivered: ${at95(waits)} ms for 95 of 100`)
    assert.equal(told.length, people)
    assert.ok(at95(waits) <= promiseMs, `95 of 100 are told within ${promiseMs} ms; it took ${at95(waits)} ms`)
    assert.equal(await count("select count(*) from bellwether.incident where origin = 'mailbox'"), people, 'one incident an attack')

    for (let index = 0; index < campaignMails; index++) {
      const one = toWhom(index)
      await dovecot.deliver(one.work, campaignLetter(random, { name: one.name, address: one.work }).bytes)
    }
    for (let index = 0; index < 10; index++) await honestTo(index)
    const all = honestMails / 2 + people + people * 7 + campaignMails + 10
    await until('every mail is examined', async () => (await count('select count(*) from bellwether.message_verdict')) === all, 60_000)
    const campaign = await ask<{ id: string; messages: number }>(
      where,
      'select id, messages from bellwether.incident order by messages desc limit 1',
    )
    assert.equal(campaign[0]?.messages, campaignMails, 'fifty mails of one campaign are one incident')
    assert.equal(await count('select count(*) from bellwether.incident'), people + 1)
    await sink.waitFor(people * 2, { withinMs: 30_000 })
    await until(
      'nothing waits to be sent',
      async () => (await count("select count(*) from bellwether.delivery where channel = 'mail' and state <> 'sent'")) === 0,
      30_000,
    )

    const letters = await sink.received()
    assert.equal(letters.length, people * 2, 'one notice a person and incident, and nothing for honest mail')
    for (const letter of letters) {
      assert.ok(
        letter.to.every((address) => address.endsWith('@personal.example')),
        'told on the other address',
      )
      const [, body = ''] = textOf(letter).split('\r\n\r\n', 2)
      assert.doesNotMatch(body, /https?:|www\.|click/i, 'no link')
      assert.match(textOf(letter), /\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/, 'a code to check')
    }
    for (const one of seeded)
      assert.ok(
        (await dovecot.flags(one.work)).every((flags) => flags === ''),
        'nothing in the box is marked',
      )
  })
}

/** What an attacker can write for nothing excuses nothing: hostile mails with one more line stay what they are. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect, nobody } from '#mail'
import { cheapExcuses, type Excuse } from '../../../../test/support/cheap-excuses.ts'
import { fixtureMail, fixtureNames, riverton } from '../../../../test/support/mail-fixtures.ts'
import { putTogether, takeApart } from '../../../../test/support/mail-parts.ts'

const mails = fixtureNames('hostile').map((name) => ({ name, bytes: fixtureMail(name) }))
const verdictsOf = (excuse: Excuse): Promise<readonly string[]> =>
  Promise.all(
    mails.map(async ({ bytes }) => {
      const changed = putTogether(excuse(takeApart(bytes)))
      return (await inspect(changed, { trustedAuthserv: ['mx.riverton.example'], circle: riverton })).verdict
    }),
  )

/** Of a hundred hostile mails, how many must stay dangerous. A thread is the dearest: to take part in one costs the attacker a mailbox. */
const excuses: readonly (readonly [string, Excuse, number])[] = [
  ['a List-Id that nobody signed for', cheapExcuses.withList, 97],
  ['a way out without a way', cheapExcuses.withWayOut, 97],
  ['a warning of phishing at the foot', cheapExcuses.withWarning, 90],
  ['small print', cheapExcuses.withSmallPrint, 97],
  ['twenty thousand letters about nothing', cheapExcuses.withFiller, 90],
  ['a thread that never was', cheapExcuses.withThread, 90],
  ['no hurry, and somebody to ask', cheapExcuses.withOpenness, 80],
  ['small talk before the matter', cheapExcuses.withSmallTalk, 90],
  ['all of these at once', cheapExcuses.withAll, 80],
]
for (const [name, excuse, least] of excuses) {
  test(`${name}: at least ${least} % of the hostile mails stay dangerous`, async () => {
    const verdicts = await verdictsOf(excuse)
    const lost = mails.filter((_, place) => verdicts[place] !== 'dangerous').map((one) => one.name)
    assert.ok(lost.length <= mails.length * (1 - least / 100), `${lost.length} of ${mails.length} excused: ${lost.slice(0, 40).join(' ')}`)
  })
}

test('a way out that a free mailbox offers does not excuse', async () => {
  for (const name of ['gift-cards-chair', 'vip-candidate', 'persona-fr']) {
    const mail = Buffer.concat([
      fixtureMail(`hostile/${name}`),
      Buffer.from('\n\nUnsubscribe at any time: https://leave.example/unsubscribe\n'),
    ])
    assert.equal((await inspect(mail, { trustedAuthserv: 'topmost', circle: nobody })).verdict, 'dangerous', name)
  }
})

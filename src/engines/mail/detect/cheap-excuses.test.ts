/** What an attacker can write for nothing excuses nothing: hostile mails with one more line stay what they are. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect, nobody } from '#mail'
import { fixtureMail, fixtureNames, riverton } from '../../../../test/support/mail-fixtures.ts'
import {
  eachLeaf,
  headerOf,
  isText,
  type Part,
  putTogether,
  takeApart,
  textOf,
  withHeader,
  withText,
} from '../../../../test/support/mail-parts.ts'

type Excuse = (mail: Part) => Part

/** More words at the end of what is read. */
const withWords =
  (more: string): Excuse =>
  (mail) =>
    eachLeaf(mail, (leaf) => {
      if (!isText(leaf)) return leaf
      const isPage = /html/i.test(headerOf(leaf, 'content-type'))
      const text = textOf(leaf)
      return withText(leaf, isPage ? text.replace(/(?=<\/body>)|$/i, more.replace(/\n/g, '<br>')) : `${text}\n${more}`)
    }) ?? mail
const withList: Excuse = (mail) => withHeader(mail, 'List-Id', 'Team news <news.riverton-news.example>')
const withThread: Excuse = (mail) =>
  withWords('\nOn Mon, 3 Jun 2026 at 09:12, Marta Soler wrote:\n> Thank you, let us speak of it next week when everybody is back.\n')(
    withHeader(withHeader(mail, 'In-Reply-To', '<q1@x.example>'), 'Subject', `Re: ${headerOf(mail, 'subject')}`),
  )
const withWayOut = withWords('\nTo unsubscribe from these emails, reply STOP.\n')
const withWarning = withWords('\nBeware of phishing: we never ask for your password by e-mail. Fraudsters may impersonate us.\n')
const withSmallPrint = withWords(
  '\nThis message is confidential and intended only for the addressee. If that is not you, please delete it.\n'.repeat(8),
)
const withFiller = withWords(
  'The walking group went to the coast on Sunday and came home late with wet shoes and good stories to tell.\n'.repeat(180),
)
const withAll: Excuse = (mail) => [withList, withThread, withWayOut, withWarning].reduce((worse, excuse) => excuse(worse), mail)

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
  ['a List-Id that nobody signed for', withList, 97],
  ['a way out without a way', withWayOut, 97],
  ['a warning of phishing at the foot', withWarning, 90],
  ['small print', withSmallPrint, 97],
  ['twenty thousand letters about nothing', withFiller, 90],
  ['a thread that never was', withThread, 90],
  ['all of these at once', withAll, 80],
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

/** What an attacker can write for nothing excuses nothing: the same hostile mail with one more line stays what it is. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { inspect, nobody } from '#mail'

const hostile = (name: string): string => readFileSync(new URL(`../../../../fixtures/mail/hostile/${name}.eml`, import.meta.url), 'latin1')
const verdictOf = async (mail: string): Promise<string> =>
  (await inspect(new Uint8Array(Buffer.from(mail, 'latin1')), { trustedAuthserv: 'topmost', circle: nobody })).verdict

const called = [
  'gift-cards-chair',
  'wages-change',
  'parcel-dhl',
  'fourth-bank',
  'third-extort',
  'vip-candidate',
  'second-multa-es',
  'bec-bank-fr',
]
for (const name of called) {
  test(`a List-Id that nobody signed for does not excuse ${name}`, async () => {
    assert.equal(await verdictOf(`List-Id: Team news <news.riverton-news.example>\n${hostile(name)}`), 'dangerous')
  })
}

for (const name of ['gift-cards-chair', 'vip-candidate', 'persona-fr']) {
  test(`a way out that a free mailbox offers does not excuse ${name}`, async () => {
    assert.equal(await verdictOf(`${hostile(name)}\n\nYou can unsubscribe at any time: manage your preferences.\n`), 'dangerous')
  })
}

const idle = 'The walking group went to the coast on Sunday and came home late with wet shoes and good stories to tell.\n'.repeat(180)
for (const name of ['apppass-polite', 'fifth-apppass-3', 'gift-cards-chair', 'third-extort', 'wages-change', 'device-code']) {
  test(`twenty thousand letters about nothing do not excuse ${name}`, async () => {
    assert.equal(await verdictOf(`${hostile(name)}\n\n${idle}`), 'dangerous')
  })
}

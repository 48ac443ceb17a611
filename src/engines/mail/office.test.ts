/** The ordinary mail of a campaign office: nobody may be frightened by it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect, nobody } from '#mail'
import { riverton } from '../../../test/support/mail-fixtures.ts'
import { officeMail, officeMails } from '../../../test/support/office-mails.ts'

for (const [whose, circle] of [
  ['with org.json', riverton],
  ['with nobody known', nobody],
] as const) {
  test(`none of ${officeMails} ordinary mails of a campaign office is called dangerous, ${whose}`, async () => {
    const alarms: string[] = []
    for (let place = 0; place < officeMails; place++) {
      const { verdict, view, weights } = await inspect(officeMail(place), { circle, trustedAuthserv: ['mx.riverton.example'] })
      if (verdict === 'dangerous')
        alarms.push(
          `${place} ${view.from} ${view.subject}: ${weights
            .slice(0, 5)
            .map((one) => `${one.id} ${one.points}`)
            .join(', ')}`,
        )
    }
    assert.deepEqual(alarms, [])
  })
}

test('the ordinary mails differ from each other', () => {
  const texts = new Set(
    Array.from({ length: officeMails }, (_, place) => Buffer.from(officeMail(place)).toString('utf8').replace(/\d+/g, '0')),
  )
  assert.ok(texts.size >= 300, `only ${texts.size} are different`)
})

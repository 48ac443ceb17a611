/** Twenty thousand mutated mails: whatever is done to the bytes, an inspection comes back. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { inspect, nobody } from '#mail'
import { fixtureMail, fixtureNames } from '../../../test/support/mail-fixtures.ts'

const originals = [...fixtureNames('hostile'), ...fixtureNames('broken')].map(fixtureMail).filter((bytes) => bytes.length < 20_000)

const change = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), at: fc.nat(), byte: fc.nat({ max: 255 }) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), length: fc.nat({ max: 200 }) }),
  fc.record({ kind: fc.constant('double' as const), at: fc.nat(), length: fc.nat({ max: 400 }) }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: fc.nat(),
    text: fc.constantFrom(
      '\r\n',
      '\0',
      '--mix\n',
      '=?utf-8?B?',
      '<a href="',
      '<!--',
      '&#x110000;',
      'xn--a-9999999',
      '%',
      '\u202e',
      ';;;',
      '((((',
    ),
  }),
)

function mutate(bytes: Uint8Array, changes: readonly (typeof change extends fc.Arbitrary<infer Change> ? Change : never)[]): Uint8Array {
  let mutated = Buffer.from(bytes)
  for (const one of changes) {
    const at = one.at % (mutated.length + 1)
    const before = mutated.subarray(0, at)
    const after = mutated.subarray(at)
    if (one.kind === 'set') mutated = Buffer.concat([before, Buffer.from([one.byte]), after.subarray(1)])
    if (one.kind === 'cut') mutated = Buffer.concat([before, after.subarray(one.length)])
    if (one.kind === 'double') mutated = Buffer.concat([before, after.subarray(0, one.length), after])
    if (one.kind === 'insert') mutated = Buffer.concat([before, Buffer.from(one.text), after])
  }
  return mutated
}

test('no mutation of a mail makes the engine throw', async () => {
  const mutated = fc.tuple(fc.nat({ max: originals.length - 1 }), fc.array(change, { minLength: 1, maxLength: 8 }))
  await fc.assert(
    fc.asyncProperty(mutated, async ([place, changes]) => {
      const bytes = mutate(originals[place] ?? new Uint8Array(), changes)
      const { score, verdict } = await inspect(bytes, { trustedAuthserv: [], circle: nobody })
      assert.ok(score >= 0 && score <= 1 && ['dangerous', 'careful', 'fine'].includes(verdict))
    }),
    { numRuns: 20_000, seed: 20260501, interruptAfterTimeLimit: 120_000, markInterruptAsFailure: true },
  )
})

/** Twenty thousand mutated mails: whatever is done to the bytes, an inspection comes back, in time. The bench does a million. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { inspect, nobody } from '#mail'
import { type Change, mutable, mutate, snippets } from '../../../test/support/mutate.ts'

const originals = mutable()
const longestMs = 2000

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), at: fc.nat(), byte: fc.nat({ max: 255 }) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), length: fc.nat({ max: 200 }) }),
  fc.record({ kind: fc.constant('double' as const), at: fc.nat(), length: fc.nat({ max: 400 }) }),
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat(), text: fc.constantFrom(...snippets) }),
)

test('no mutation of a mail makes the engine throw', async () => {
  const mutated = fc.tuple(fc.nat({ max: originals.length - 1 }), fc.array(change, { minLength: 1, maxLength: 8 }))
  await fc.assert(
    fc.asyncProperty(mutated, async ([place, changes]) => {
      const bytes = mutate(originals[place] ?? new Uint8Array(), changes)
      const began = performance.now()
      const { score, verdict } = await inspect(bytes, { trustedAuthserv: [], circle: nobody })
      assert.ok(performance.now() - began < longestMs, 'it takes no longer than any mail may')
      assert.ok(score >= 0 && score <= 1 && ['dangerous', 'careful', 'fine'].includes(verdict))
    }),
    { numRuns: 20_000, seed: 20260501, interruptAfterTimeLimit: 120_000, markInterruptAsFailure: true },
  )
})

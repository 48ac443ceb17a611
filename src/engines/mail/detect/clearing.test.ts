/** What clears a mail has a name and a weight, and a mail without it weighs more. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type InspectContext, type Inspection, inspect, weightInWords } from '#mail'
import { histories } from '../../../../test/support/histories.ts'
import { fixtureMail, fixtureNames, riverton } from '../../../../test/support/mail-fixtures.ts'
import { clearable, withoutClearing } from '../../../../test/support/without-clearing.ts'

const contextOf = (name: string): InspectContext => ({
  trustedAuthserv: ['mx.riverton.example'],
  circle: riverton,
  ...(histories[name] && { history: histories[name] }),
})
/** All that was weighed but the second opinion, which is on the whole mail and so changes with everything. */
const sumOf = ({ weights }: Inspection, id: string): number =>
  weights.reduce((total, one) => total + (one.id === id || !one.id.includes('reads-like-') ? one.points : 0), 0)
const clearingOf = ({ weights }: Inspection, id: string) => weights.find((one) => one.id === id && one.points < 0)

/** Whether all that accuses one mail accuses the other as much: only then do the two tell what clears. */
const accusesAsMuch = (after: Inspection, before: Inspection): boolean =>
  before.weights.every((one) => one.points < 0 || after.weights.some(({ id, points }) => id === one.id && points >= one.points))

/** An honest mail, and the same with the minutes of a long evening. */
const short = fixtureMail('honest/receipt')
const long = Buffer.concat([
  short,
  Buffer.from('Then we spoke of the hall, the chairs and the tea, and who would bring them.\n'.repeat(70)),
])

const names = [...fixtureNames('honest'), ...fixtureNames('history'), ...fixtureNames('hostile')]
const mails = [{ name: 'honest/long', bytes: new Uint8Array(long) }, ...names.map((name) => ({ name, bytes: fixtureMail(name) }))]
const seen: { readonly name: string; readonly bytes: Uint8Array; readonly inspection: Inspection }[] = []
for (const { name, bytes } of mails) seen.push({ name, bytes, inspection: await inspect(bytes, contextOf(name)) })

test('all that clears a mail is tried here, and reads as words', () => {
  const met = seen.flatMap(({ inspection }) => inspection.weights.filter(({ points }) => points < 0).map(({ id }) => id))
  assert.deepEqual([...new Set(met)].sort(), [...clearable].sort())
  for (const id of clearable) assert.notEqual(weightInWords(id), id.replaceAll('-', ' '), `${id} has a sentence of its own`)
})

for (const id of clearable) {
  test(`a mail that is cleared by ${id} weighs more without it`, async () => {
    let tried = 0
    for (const { name, bytes, inspection } of seen.filter((one) => clearingOf(one.inspection, id) !== undefined).slice(0, 40)) {
      const other = withoutClearing(id, bytes, contextOf(name))
      const after = await inspect(other.bytes, other.context)
      assert.equal(clearingOf(after, id), undefined, name)
      if (!accusesAsMuch(after, inspection)) continue
      tried += 1
      const [before, left] = [sumOf(inspection, id), sumOf(after, id)]
      assert.ok(left > before, `${name}: ${before} points, ${left} without`)
      assert.ok(after.score >= inspection.score, `${name}: ${inspection.score}, ${after.score} without`)
    }
    assert.ok(tried > 0, 'a mail was cleared by it')
  })
}

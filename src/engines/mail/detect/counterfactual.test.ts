/** What a finding quotes is what it rests on: a mail without it is no longer accused of it, or less, and of less in all. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Inspection, inspect, rules } from '#mail'
import { histories } from '../../../../test/support/histories.ts'
import { fixtureMail, riverton } from '../../../../test/support/mail-fixtures.ts'
import { withoutEvidence } from '../../../../test/support/without-evidence.ts'

/** A mail that says the same three times has to be rid of it three times; each time only what is then quoted goes. */
const rounds = 4

const pointsOf = ({ weights }: Inspection, id?: string): number =>
  weights.filter((one) => id === undefined || one.id === id).reduce((total, { points }) => total + points, 0)
const findingOf = ({ findings }: Inspection, id: string) => findings.find((one) => one.id === id)
/** Weaker than it was. A sum of what was weighed anyway has no weight of its own, only a confidence. */
const isWeaker = (seen: Inspection, original: Inspection, id: string): boolean =>
  pointsOf(seen, id) < pointsOf(original, id) || (findingOf(seen, id)?.confidence ?? 0) < (findingOf(original, id)?.confidence ?? 0)

/** Two mails are of one campaign when two of its three parts agree. */
const isSameCampaign = ({ campaign: one }: Inspection, { campaign: other }: Inspection): boolean =>
  [one.sender === other.sender, one.subject === other.subject, one.payload === other.payload].filter(Boolean).length >= 2

for (const { id, examples } of rules) {
  test(`${id}: without what it quotes it says less, and so does the verdict`, async () => {
    const name = examples.fires
    const history = histories[name]
    const context = { trustedAuthserv: ['mx.riverton.example'], circle: riverton, ...(history && { history }) }
    const original = await inspect(fixtureMail(name), { ...context, ...examples.given })
    let bytes = fixtureMail(name)
    let seen = original
    for (let round = 0; round < rounds; round++) {
      const finding = findingOf(seen, id)
      if (finding === undefined || isWeaker(seen, original, id)) break
      bytes = withoutEvidence(bytes, finding.evidence)
      seen = await inspect(bytes, context)
      // What the programme knew of the mail, it knows of any mail of that campaign.
      if (examples.given !== undefined && isSameCampaign(seen, original)) seen = await inspect(bytes, { ...context, ...examples.given })
    }
    assert.ok(isWeaker(seen, original, id), `${name} still: ${JSON.stringify(findingOf(seen, id)?.evidence)}`)
    assert.ok(pointsOf(seen) < pointsOf(original), `${name}: ${pointsOf(original)} points, ${pointsOf(seen)} without`)
    assert.ok(seen.score <= original.score, `${name}: ${original.score}, ${seen.score} without`)
  })
}

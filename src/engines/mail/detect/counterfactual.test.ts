/** What a finding quotes is what it rests on: a mail without it is no longer accused of it, or less, and of less in all. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type InspectContext, type Inspection, inspect, rules } from '#mail'
import { fileReaders } from '../../../../test/support/file-readers.ts'
import { histories } from '../../../../test/support/histories.ts'
import { fixtureMail, fixtureNames, riverton } from '../../../../test/support/mail-fixtures.ts'
import { withoutEvidence } from '../../../../test/support/without-evidence.ts'

/** A mail that says the same three times has to be rid of it three times; each time only what is then quoted goes. */
const rounds = 4

/** Mails whose reason goes with its evidence, while the change itself makes another mail that is worse; by name and reason. */
const becomeWorse: Readonly<Record<string, string>> = {
  'hostile/auth-own-unsigned-softfail mail.forged-house': 'what a colleague may ask, a stranger who asks the same may not',
  'hostile/second-consent-doc mail.app-consent': 'what led to a real sign-in page leads to a stranger’s page then',
  'hostile/wages-change-two mail.wages-elsewhere': 'without the salary it is somebody’s new bank account, which is as bad',
  'hostile/links-translate-goog mail.mailbox-scare':
    'its link is the sender’s own through a translator; from another house it leads elsewhere',
  'hostile/eighth-ox-fellow mail.claimed-institute': 'the name that went was the mailbox’s, which spoke a little for it',
  'hostile/auth-arc-of-nobody mail.forged-house': 'whoever sent it, it reads like a lure, and then comes from a stranger',
  'hostile/circle-reply-lookalike mail.forged-house': 'whoever sent it, it reads like a lure, and then comes from a stranger',
  'hostile/eleventh-note-intuit-de mail.answer-elsewhere': 'without the service that carries it, it comes from a stranger',
  'hostile/fifth-extort-2 mail.blackmail': 'a threat without its coins is one of many',
  'hostile/fifth-github-1 mail.app-consent': 'what led to a real sign-in page leads to a stranger’s page then',
}

/** A likeness rests on the whole of a mail: of these few, what is left without the sentences it quotes is no less like a lure. */
const noLessLike: ReadonlySet<string> = new Set(
  ['consent-safelinks', 'fifth-ceo-2', 'fifth-dev-d30', 'fourth-device', 'fourth-payroll', 'links-translate-goog', 'second-elon'].map(
    (name) => `hostile/${name} mail.reads-like-lure`,
  ),
)

const hostile = [...fixtureNames('hostile'), ...fixtureNames('files/hostile')]

const contextOf = (name: string): InspectContext => ({
  trustedAuthserv: ['mx.riverton.example'],
  circle: riverton,
  files: fileReaders(),
  ...(histories[name] && { history: histories[name] }),
})
/** Of one finding, or of all but the second opinion, which is on the whole mail and may find the changed one worse. */
const pointsOf = ({ weights }: Inspection, id?: string): number =>
  weights
    .filter((one) => (id === undefined ? !one.id.includes('reads-like-') : one.id === id))
    .reduce((total, { points }) => total + points, 0)
const findingOf = ({ findings }: Inspection, id: string) => findings.find((one) => one.id === id)

/** Weaker than it was. A sum of what was weighed anyway has no weight of its own, only a confidence. */
const isWeaker = (seen: Inspection, original: Inspection, id: string): boolean =>
  pointsOf(seen, id) < pointsOf(original, id) || (findingOf(seen, id)?.confidence ?? 0) < (findingOf(original, id)?.confidence ?? 0)

/** Two mails are of one campaign when two of its three parts agree. */
const isSameCampaign = ({ campaign: one }: Inspection, { campaign: other }: Inspection): boolean =>
  [one.sender === other.sender, one.subject === other.subject, one.payload === other.payload].filter(Boolean).length >= 2

/** The mail as it is judged without what the finding quotes. */
async function without(id: string, name: string, original: Inspection, given?: Partial<InspectContext>): Promise<Inspection> {
  const context = contextOf(name)
  let bytes = fixtureMail(name)
  let seen = original
  for (let round = 0; round < rounds; round++) {
    const finding = findingOf(seen, id)
    if (finding === undefined || isWeaker(seen, original, id)) break
    bytes = withoutEvidence(bytes, finding.evidence)
    seen = await inspect(bytes, context)
    // What the programme knew of the mail, it knows of any mail of that campaign.
    if (given !== undefined && isSameCampaign(seen, original)) seen = await inspect(bytes, { ...context, ...given })
  }
  return seen
}

for (const { id, examples } of rules) {
  test(`${id}: without what it quotes it says less, and so does the verdict`, async () => {
    const { fires: name, given } = examples
    const original = await inspect(fixtureMail(name), { ...contextOf(name), ...given })
    const seen = await without(id, name, original, given)
    assert.ok(isWeaker(seen, original, id), `${name} still: ${JSON.stringify(findingOf(seen, id)?.evidence)}`)
    assert.ok(pointsOf(seen) < pointsOf(original), `${name}: ${pointsOf(original)} points, ${pointsOf(seen)} without`)
    if (becomeWorse[`${name} ${id}`] === undefined)
      assert.ok(seen.score <= original.score, `${name}: ${original.score}, ${seen.score} without`)
  })
}

test('every reason told of a hostile mail goes or weakens with its evidence, and the mail is accused of less', async () => {
  const stay: string[] = []
  for (const name of hostile) {
    const original = await inspect(fixtureMail(name), contextOf(name))
    for (const { id, evidence } of original.reasons) {
      const seen = await without(id, name, original)
      const isLess = becomeWorse[`${name} ${id}`] !== undefined || (pointsOf(seen) < pointsOf(original) && seen.score <= original.score)
      if (!noLessLike.has(`${name} ${id}`) && (!isWeaker(seen, original, id) || !isLess))
        stay.push(`${name} ${id}: ${evidence.map(({ quote }) => quote).join(' | ')}`)
    }
  }
  assert.deepEqual(stay, [])
})

test('a mail that is taken apart and put together with nothing taken out is judged as before', async () => {
  for (const name of hostile) {
    const [before, after] = [fixtureMail(name), withoutEvidence(fixtureMail(name), [])]
    assert.deepEqual((await inspect(after, contextOf(name))).weights, (await inspect(before, contextOf(name))).weights, name)
  }
})

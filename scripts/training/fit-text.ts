/**
 * Fits the text model and writes src/engines/mail/detect/model/text-weights.json: node scripts/training/fit-text.ts
 *
 * Learns from texts that were written for it (texts/) and from the hand-made mails under fixtures/mail/{hostile,honest} and the opened sets under
 * fixtures/mail/unseen: nothing else, no real mail. The same input gives the same file, bit for bit. Logistic regression over hashed words, L2, a fixed number of full passes.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { wordBuckets as buckets, wordsOfMail, wordsOfText } from '#mail'
import { fixtureMail, fixtureNames } from '../../test/support/mail-fixtures.ts'
import { unseenMails } from '../../test/support/unseen-mails.ts'
import { fillSlots } from './fill-slots.ts'

type Example = { readonly features: readonly number[]; readonly isHostile: boolean; readonly weight: number }

const passes = 400
const rate = 0.5
const ridge = 0.002

const examples = [
  ...writtenTexts('hostile', true),
  ...writtenTexts('honest', false),
  ...(await fixtures('hostile', true)),
  ...(await fixtures('honest', false)),
  ...(await openedSets()),
]
const { weights, bias } = fit(examples)
const scale = Math.max(...weights.map(Math.abs)) / 127
const quantised = Int8Array.from(weights, (weight) => Math.round(weight / scale))
const file = join(import.meta.dirname, '../../src/engines/mail/detect/model/text-weights.json')
const json = { buckets, bias: round(bias), scale: round(scale), weights: Buffer.from(quantised.buffer).toString('base64') }
writeFileSync(file, `${JSON.stringify(json, undefined, 2)}\n`)
process.stdout.write(`${examples.length} examples, ${quantised.filter((weight) => weight !== 0).length} buckets with a weight\n`)

/** The texts of every family, `texts/<family>.<kind>.txt`, in the order of the families' names. */
function writtenTexts(kind: 'hostile' | 'honest', isHostile: boolean): readonly Example[] {
  const folder = join(import.meta.dirname, 'texts')
  return readdirSync(folder)
    .filter((name) => name.endsWith(`.${kind}.txt`))
    .toSorted()
    .flatMap((name) => textsIn(readFileSync(join(folder, name), 'utf8')))
    .map(({ subject, body }) => ({ features: wordsOfText(subject, body), isHostile, weight: 1 }))
}

/** The texts of a file, parted by `---`: the first line is the subject. Slots are filled by the text's place in its file. */
function textsIn(file: string): readonly { readonly subject: string; readonly body: string }[] {
  return file
    .split(/^---$/m)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry, place) => {
      const [subject = '', ...lines] = fillSlots(entry, place).split('\n')
      return { subject, body: lines.join('\n') }
    })
}

async function fixtures(kind: 'hostile' | 'honest', isHostile: boolean): Promise<readonly Example[]> {
  return Promise.all(fixtureNames(kind).map(async (name) => ({ features: await wordsOfMail(fixtureMail(name)), isHostile, weight: 1 })))
}

/** The sets of unseen mails that have been opened, and measure nothing any more. */
async function openedSets(): Promise<readonly Example[]> {
  const mails = ['one', 'two', 'three'].flatMap((set) => unseenMails(set))
  return Promise.all(
    mails.map(async ({ path, isHostile }) => ({ features: await wordsOfMail(new Uint8Array(readFileSync(path))), isHostile, weight: 1 })),
  )
}

/** Full-batch descent; classes weigh the same however many texts each has. */
function fit(all: readonly Example[]): { readonly weights: readonly number[]; readonly bias: number } {
  const weights = new Float64Array(buckets)
  let bias = 0
  const share = { hostile: all.filter((one) => one.isHostile).length, all: all.length }
  const balance = (isHostile: boolean): number => all.length / (2 * (isHostile ? share.hostile : share.all - share.hostile))
  for (let pass = 0; pass < passes; pass++) {
    const slope = new Float64Array(buckets)
    let biasSlope = 0
    for (const { features, isHostile, weight } of all) {
      const unit = 1 / Math.sqrt(Math.max(1, features.length))
      const sum = features.reduce((total, at) => total + (weights[at] ?? 0), 0) * unit + bias
      const error = (1 / (1 + Math.exp(-sum)) - (isHostile ? 1 : 0)) * weight * balance(isHostile)
      for (const at of features) slope[at] = (slope[at] ?? 0) + error * unit
      biasSlope += error
    }
    for (let at = 0; at < buckets; at++)
      weights[at] = (weights[at] ?? 0) - rate * ((slope[at] ?? 0) / Math.sqrt(all.length) + ridge * (weights[at] ?? 0))
    bias -= (rate * biasSlope) / all.length
  }
  return { weights: [...weights], bias }
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

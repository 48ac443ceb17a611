/**
 * Fits the model and writes src/engines/mail/detect/model/weights.json: node scripts/training/fit-model.ts [--without SET…]
 *
 * Learns from letters and texts that were written for it (letters/, texts/), from the hand-made mails under fixtures/mail/{hostile,honest} and from the opened
 * sets under fixtures/mail/unseen: no real mail. The same input gives the same file, bit for bit. With `--without`, the sets named are left out, the file is
 * not written, and it is told how well the model tells them apart.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { wordBuckets as buckets, type Circle, forestSchema, type ModelInput, modelInput, nobody, oddsOf, wordsLevel } from '#mail'
import { cheapExcuses, withWords } from '../../test/support/cheap-excuses.ts'
import { fileReaders } from '../../test/support/file-readers.ts'
import { fixtureMail, fixtureNames, riverton } from '../../test/support/mail-fixtures.ts'
import { putTogether, takeApart } from '../../test/support/mail-parts.ts'
import { unseenMails } from '../../test/support/unseen-mails.ts'
import { type Forest, type Growth, growForest, type Node, type SparseRow } from './boosted-trees.ts'
import { type Example, fitLogistic, type Row } from './dual-descent.ts'
import { writtenLetters, writtenTexts } from './letters.ts'

const cost = 5
const folds = 5
const growth: Growth = { trees: 400, leaves: 31, rate: 0.05, calm: 2, fewestInLeaf: 20 }
const leafStep = 1e-4
/** Ordinary letters are few among those written here, and most among those that arrive. */
const ordinary = 4
const largestCopied = 200_000
/** The same in other words and languages. */
const kindWords = [
  '\nTake your time, it can wait until next week. Check with your colleagues or call us on the usual number if anything seems odd.\n',
  '\nNo corre prisa. Si prefiere no hacerlo, no pasa nada. Puede preguntar a la oficina, que está al corriente, o llamarnos al número de siempre.\n',
  '\nRien ne presse. Si vous préférez ne pas le faire, ce n’est pas grave. Demandez au bureau, qui est au courant, ou appelez-nous au numéro habituel.\n',
  '\nEs eilt nicht. Wenn Sie lieber nicht möchten, ist das in Ordnung. Fragen Sie gern im Büro nach, dort weiß man Bescheid, oder rufen Sie unter der bekannten Nummer an.\n',
  '\nMy daughter started school on Monday and we are all rather tired. Greetings to everybody, see you at the summer party.\n',
]
/** A word that only one example has tells of that example. */
const fewestExamples = 2
/** Fewer say nothing, as in opinion.ts. */
const fewestWords = 4

type Seen = {
  readonly input: ModelInput
  readonly isHostile: boolean
  readonly set: string
  readonly fold: number
  readonly isCopy: boolean
  readonly weight: number
}

const opened = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen']
const without = process.argv.includes('--without') ? process.argv.slice(process.argv.indexOf('--without') + 1) : []

const all: readonly Seen[] = [
  ...(await readAll([...writtenLetters()].map((letter) => ({ ...letter, set: 'letters' })))),
  ...(await readAll([...writtenTexts()].map((letter) => ({ ...letter, set: 'texts' })))),
  ...(await readAll(
    (['hostile', 'honest'] as const).flatMap((kind) =>
      fixtureNames(kind).map((name) => ({
        bytes: fixtureMail(name),
        isHostile: kind === 'hostile',
        house: 'riverton.example',
        set: 'fixtures',
      })),
    ),
  )),
  ...(await readAll(
    [...opened, ...without.filter((set) => !opened.includes(set))].flatMap((set) =>
      unseenMails(set).map(({ path, isHostile, house }) => ({ bytes: new Uint8Array(readFileSync(path)), isHostile, house, set })),
    ),
  )),
]

const learnt = all.filter(({ set }) => !without.includes(set))
const model = fitModel(learnt)
if (without.length === 0) write(model)
else for (const set of without) report(set, model)
process.stdout.write(`${learnt.length} examples, ${model.columns.length} columns, ${model.forest.trees.length} trees\n`)

type Written = {
  readonly bytes: Uint8Array
  readonly isHostile: boolean
  readonly house: string
  readonly set: string
  readonly family?: string
}

/**
 * Each mail as it is, and once more with what anybody can write for nothing beneath it, honest or not: so that such a line tells the model nothing.
 */
async function readAll(mails: readonly Written[]): Promise<readonly Seen[]> {
  const seen: Seen[] = []
  const excuses = [...Object.values(cheapExcuses), ...kindWords.map(withWords)]
  for (const [place, { bytes, isHostile, house, set, family = '' }] of mails.entries()) {
    const excuse = excuses[place % excuses.length]
    const copy =
      excuse === undefined || bytes.byteLength > largestCopied ? [] : [new Uint8Array(putTogether(excuse(takeApart(Buffer.from(bytes)))))]
    for (const [at, one] of [bytes, ...copy].entries()) {
      const circle: Circle = house === 'riverton.example' ? riverton : nobody
      const input = await modelInput(one, { circle, trustedAuthserv: [`mx.${house}`], files: fileReaders() })
      seen.push({ input, isHostile, set, fold: place % folds, isCopy: at > 0, weight: family.startsWith('ordinary') ? ordinary : 1 })
    }
  }
  return seen
}

type Words = { readonly bias: number; readonly weights: Float64Array }

/** The words alone. Rare ones count for more (inverse document frequency); what a word weighs in the end holds that already. */
function fitWords(seen: readonly Seen[]): Words {
  const met = new Float64Array(buckets)
  for (const { input } of seen) for (const at of input.words) met[at] = (met[at] ?? 0) + 1
  const rarity = met.map((count) => (count < fewestExamples ? 0 : (Math.log((1 + seen.length) / (1 + count)) + 1) / 4))
  const hostile = seen.filter((one) => one.isHostile).length
  const balance = (isHostile: boolean): number => seen.length / (2 * (isHostile ? hostile : seen.length - hostile))
  const examples = seen.map(
    ({ input, isHostile, weight }): Example => ({ row: rowOf(input.words, rarity), isHostile, weight: weight * balance(isHostile) }),
  )
  const weights = fitLogistic(examples, buckets, cost)
  return { bias: weights.at(-1) ?? 0, weights: Float64Array.from(rarity, (rare, at) => rare * (weights[at] ?? 0)) }
}

function rowOf(words: readonly number[], rarity: Float64Array): Row {
  const unit = 1 / Math.sqrt(Math.max(1, words.length))
  const known = words.filter((at) => (rarity[at] ?? 0) > 0)
  return { at: Int32Array.from(known), value: Float64Array.from(known, (at) => (rarity[at] ?? 0) * unit) }
}

function oddsBy(model: Words | undefined, words: readonly number[]): number {
  if (model === undefined || words.length < fewestWords) return 0
  return model.bias + words.reduce((sum, at) => sum + (model.weights[at] ?? 0), 0) / Math.sqrt(words.length)
}

type Model = { readonly words: Words; readonly columns: readonly string[]; readonly forest: Forest }

/** The forest sees of each letter's words what a model says that did not learn from that letter. */
function fitModel(seen: readonly Seen[]): Model {
  const columns = [...new Set(seen.flatMap(({ input }) => input.senses.map(([name]) => name)))].toSorted().concat('words')
  const parts = [...Array(folds).keys()].map((fold) => fitWords(seen.filter((one) => one.fold !== fold)))
  const rows = seen.map(({ input, fold, isHostile, weight }) => ({
    ...sparse(input, oddsBy(parts[fold], input.words), columns),
    isHostile,
    weight,
  }))
  return {
    words: fitWords(seen),
    columns,
    forest: growForest(rows, columns.length, growth),
  }
}

function sparse({ senses }: ModelInput, words: number, columns: readonly string[]): SparseRow {
  const at = new Map(columns.map((name, place) => [name, place]))
  const cells = [...senses, ['words', wordsLevel(words)] as const]
    .flatMap(([name, value]) => {
      const column = at.get(name)
      return column === undefined ? [] : [{ column, value }]
    })
    .sort((left, right) => left.column - right.column)
  return { column: Uint16Array.from(cells, ({ column }) => column), value: Uint8Array.from(cells, ({ value }) => value) }
}

function write({ words, columns, forest }: Model): void {
  const step = words.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127
  const packed = Int8Array.from(words.weights, (weight) => Math.round(weight / step))
  const json = {
    buckets,
    step: round(step),
    words: base64(packed),
    wordsBias: round(words.bias),
    columns,
    forest: pack(forest),
  }
  writeFileSync(join(import.meta.dirname, '../../src/engines/mail/detect/model/weights.json'), `${JSON.stringify(json, undefined, 2)}\n`)
}

function base64({ buffer, byteOffset, byteLength }: Int8Array | Int16Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64')
}

/** As `forestSchema` has it. */
function pack({ bias, trees }: Forest) {
  const splits: number[] = []
  const leaves: number[] = []
  const place = (node: Node): number => {
    if ('leaf' in node) return -leaves.push(Math.round(node.leaf / leafStep))
    const at = splits.length / 4
    splits.push(node.column, node.atMost, 0, 0)
    splits[at * 4 + 2] = place(node.yes)
    splits[at * 4 + 3] = place(node.no)
    return at
  }
  const roots = trees.map(place)
  return { bias: round(bias), step: leafStep, roots, splits: base64(Int16Array.from(splits)), leaves: base64(Int16Array.from(leaves)) }
}

/** How well the model tells a set that it did not learn from: the area under the curve, for the words and for all. */
function report(set: string, { words, columns, forest }: Model): void {
  const packed = forestSchema.parse(pack(forest))
  const odds = all
    .filter((one) => one.set === set && !one.isCopy)
    .map(({ input, isHostile }) => {
      const said = oddsBy(words, input.words)
      const row = new Uint8Array(columns.length)
      const { column, value } = sparse(input, said, columns)
      column.forEach((at, i) => {
        row[at] = value[i] ?? 0
      })
      return { isHostile, said, whole: oddsOf(packed, row) }
    })
  const area = (score: (one: (typeof odds)[number]) => number): string => {
    const pairs = odds
      .filter((one) => one.isHostile)
      .flatMap((one) => odds.filter((other) => !other.isHostile).map((other) => score(one) - score(other)))
    return (pairs.reduce((sum, gap) => sum + (gap > 0 ? 1 : gap === 0 ? 0.5 : 0), 0) / pairs.length).toFixed(4)
  }
  process.stdout.write(`${set}: words ${area((one) => one.said)}, whole ${area((one) => one.whole)}\n`)
}

function round(value: number): number {
  return Math.round(value * 1e5) / 1e5
}

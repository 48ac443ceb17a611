/**
 * Fits the model and writes src/engines/mail/detect/model/weights.json: node scripts/training/fit-model.ts [--without SET…]
 *
 * Learns from letters and texts that were written for it (letters/, texts/), from the hand-made mails under fixtures/mail/{hostile,honest} and from the opened
 * sets under fixtures/mail/unseen: no real mail. The same input gives the same file, bit for bit. With `--without`, the sets named are left out, the file is
 * not written, and it is told how well the model tells them apart.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  wordBuckets as buckets,
  type Circle,
  concepts,
  forestSchema,
  type ModelInput,
  modelInput,
  nobody,
  oddsOf,
  turnsKnown,
  turnsLevel,
  wordsLevel,
} from '#mail'
import { cheapExcuses, withWords } from '../../test/support/cheap-excuses.ts'
import { fileReaders } from '../../test/support/file-readers.ts'
import { fixtureMail, fixtureNames, riverton } from '../../test/support/mail-fixtures.ts'
import { putTogether, takeApart } from '../../test/support/mail-parts.ts'
import { unseenMails } from '../../test/support/unseen-mails.ts'
import { type Forest, type Growth, growForest, meanOf, type Node, type SparseRow } from './boosted-trees.ts'
import { type Example, fitLogistic, type Row } from './dual-descent.ts'
import { writtenLetters, writtenTexts } from './letters.ts'

/** What is read of a mail in many small pieces, and how: a piece that so few examples have tells of them alone. */
const ofWords: Reading = { pieces: ({ words }) => words, known: buckets, cost: 5, fewestExamples: 2, fewestPieces: 4 }
const ofTurns: Reading = { pieces: ({ turns }) => turns, known: turnsKnown, cost: 1, fewestExamples: 5, fewestPieces: 1 }
const folds = 5
const growth: Growth = { trees: 400, leaves: 31, rate: 0.05, calm: 2, fewestInLeaf: 20, share: { rows: 0.6, columns: 0.3 } }
/** One forest more or less moves a family of twenty by two: their mean is calmer than any of them. */
const seeds = [1, 2]
const leafStep = 5e-5
/** Ordinary letters are few among those written here, and most among those that arrive. */
const ordinary = 4
/** Whole mails are few beside letters, and more like those that arrive. */
const wholeMail = 3
const largestCopied = 200_000
/** The same in other words and languages. */
const kindWords = [
  '\nTake your time, it can wait until next week. Check with your colleagues or call us on the usual number if anything seems odd.\n',
  '\nNo corre prisa. Si prefiere no hacerlo, no pasa nada. Puede preguntar a la oficina, que está al corriente, o llamarnos al número de siempre.\n',
  '\nRien ne presse. Si vous préférez ne pas le faire, ce n’est pas grave. Demandez au bureau, qui est au courant, ou appelez-nous au numéro habituel.\n',
  '\nEs eilt nicht. Wenn Sie lieber nicht möchten, ist das in Ordnung. Fragen Sie gern im Büro nach, dort weiß man Bescheid, oder rufen Sie unter der bekannten Nummer an.\n',
  '\nMy daughter started school on Monday and we are all rather tired. Greetings to everybody, see you at the summer party.\n',
]

const weightOf = (set: string, family: string): number =>
  family.startsWith('ordinary') ? ordinary : set === 'letters' || set === 'texts' ? 1 : wholeMail

type Reading = {
  readonly pieces: (input: ModelInput) => readonly number[]
  /** How many there are. */
  readonly known: number
  readonly cost: number
  readonly fewestExamples: number
  /** A mail with fewer says nothing, as in opinion.ts. */
  readonly fewestPieces: number
}

type Seen = {
  readonly input: ModelInput
  readonly isHostile: boolean
  readonly set: string
  readonly fold: number
  readonly isCopy: boolean
  readonly weight: number
}

const opened = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen']
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
      seen.push({ input, isHostile, set, fold: place % folds, isCopy: at > 0, weight: weightOf(set, family) })
    }
  }
  return seen
}

type Read = { readonly reading: Reading; readonly bias: number; readonly weights: Float64Array }

/** The pieces alone. Rare ones count for more (inverse document frequency); what a piece weighs in the end holds that already. */
function fitReading(reading: Reading, seen: readonly Seen[]): Read {
  const met = new Float64Array(reading.known)
  for (const { input } of seen) for (const at of reading.pieces(input)) met[at] = (met[at] ?? 0) + 1
  const rarity = met.map((count) => (count < reading.fewestExamples ? 0 : (Math.log((1 + seen.length) / (1 + count)) + 1) / 4))
  const hostile = seen.filter((one) => one.isHostile).length
  const balance = (isHostile: boolean): number => seen.length / (2 * (isHostile ? hostile : seen.length - hostile))
  const examples = seen.map(
    ({ input, isHostile, weight }): Example => ({
      row: rowOf(reading.pieces(input), rarity),
      isHostile,
      weight: weight * balance(isHostile),
    }),
  )
  const weights = fitLogistic(examples, reading.known, reading.cost)
  return { reading, bias: weights.at(-1) ?? 0, weights: Float64Array.from(rarity, (rare, at) => rare * (weights[at] ?? 0)) }
}

function rowOf(pieces: readonly number[], rarity: Float64Array): Row {
  const unit = 1 / Math.sqrt(Math.max(1, pieces.length))
  const known = pieces.filter((at) => (rarity[at] ?? 0) > 0)
  return { at: Int32Array.from(known), value: Float64Array.from(known, (at) => (rarity[at] ?? 0) * unit) }
}

function oddsBy(read: Read | undefined, input: ModelInput): number {
  const pieces = read?.reading.pieces(input) ?? []
  if (read === undefined || pieces.length < read.reading.fewestPieces) return 0
  return read.bias + pieces.reduce((sum, at) => sum + (read.weights[at] ?? 0), 0) / Math.sqrt(pieces.length)
}

type Model = { readonly words: Read; readonly turns: Read; readonly columns: readonly string[]; readonly forest: Forest }

/** The forest sees of each letter's words and turns what models say that did not learn from that letter. */
function fitModel(seen: readonly Seen[]): Model {
  const columns = [...new Set(seen.flatMap(({ input }) => input.senses.map(([name]) => name)))].toSorted().concat('turns', 'words')
  const parts = [...Array(folds).keys()].map((fold) => {
    const others = seen.filter((one) => one.fold !== fold)
    return { words: fitReading(ofWords, others), turns: fitReading(ofTurns, others) }
  })
  const rows = seen.map(({ input, fold, isHostile, weight }) => ({
    ...sparse(input, { words: oddsBy(parts[fold]?.words, input), turns: oddsBy(parts[fold]?.turns, input) }, columns),
    isHostile,
    weight,
  }))
  return {
    words: fitReading(ofWords, seen),
    turns: fitReading(ofTurns, seen),
    columns,
    forest: meanOf(seeds.map((seed) => growForest(rows, columns.length, growth, seed))),
  }
}

type Heard = { readonly words: number; readonly turns: number }

function sparse({ senses }: ModelInput, { words, turns }: Heard, columns: readonly string[]): SparseRow {
  const at = new Map(columns.map((name, place) => [name, place]))
  const cells = [...senses, ['turns', turnsLevel(turns)] as const, ['words', wordsLevel(words)] as const].flatMap(([name, value]) => {
    const column = at.get(name)
    return column === undefined ? [] : [{ column, value }]
  })
  return { column: Uint16Array.from(cells, ({ column }) => column), value: Uint8Array.from(cells, ({ value }) => value) }
}

function write({ words, turns, columns, forest }: Model): void {
  const ofWords = packRead(words)
  const json = {
    buckets,
    step: ofWords.step,
    words: ofWords.weights,
    wordsBias: ofWords.bias,
    turns: { concepts, ...packRead(turns) },
    columns,
    forest: pack(forest),
  }
  writeFileSync(join(import.meta.dirname, '../../src/engines/mail/detect/model/weights.json'), `${JSON.stringify(json, undefined, 2)}\n`)
}

/** A byte for each weight. */
function packRead({ bias, weights }: Read) {
  const step = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127
  return { step: round(step), bias: round(bias), weights: base64(Int8Array.from(weights, (weight) => Math.round(weight / step))) }
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

/** How well the model tells a set that it did not learn from: the area under the curve, for the words, the turns and for all. */
function report(set: string, { words, turns, columns, forest }: Model): void {
  const packed = forestSchema.parse(pack(forest))
  const odds = all
    .filter((one) => one.set === set && !one.isCopy)
    .map(({ input, isHostile }) => {
      const heard = { words: oddsBy(words, input), turns: oddsBy(turns, input) }
      const row = new Uint8Array(columns.length)
      const { column, value } = sparse(input, heard, columns)
      column.forEach((at, i) => {
        row[at] = value[i] ?? 0
      })
      return { isHostile, ...heard, whole: oddsOf(packed, row) }
    })
  const area = (score: (one: (typeof odds)[number]) => number): string => {
    const pairs = odds
      .filter((one) => one.isHostile)
      .flatMap((one) => odds.filter((other) => !other.isHostile).map((other) => score(one) - score(other)))
    return (pairs.reduce((sum, gap) => sum + (gap > 0 ? 1 : gap === 0 ? 0.5 : 0), 0) / pairs.length).toFixed(4)
  }
  process.stdout.write(`${set}: words ${area((one) => one.words)}, turns ${area((one) => one.turns)}, whole ${area((one) => one.whole)}\n`)
}

function round(value: number): number {
  return Math.round(value * 1e5) / 1e5
}

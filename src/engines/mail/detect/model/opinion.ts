/**
 * A second opinion on a mail: how much all of it resembles hostile mail. A logistic model reads the words, and another which concepts stand side by side
 * (`turns.ts`); a forest of small trees weighs both among everything else about the mail (`senses.ts`), the words capped, so that they never decide alone.
 * Fitted by scripts/training/fit-model.ts on letters written for it.
 */
import { z } from 'zod'
import { isLending } from '../../names/trusted-senders.ts'
import { plainWords } from '../../words/plain-words.ts'
import { readSentences, type Sentences } from '../../words/sentences.ts'
import type { Mail } from '../mail.ts'
import type { Weight } from '../weight.ts'
import { forestSchema, oddsOf } from './forest.ts'
import { type Sense, sensesOf } from './senses.ts'
import { buckets, textFeatures } from './text-features.ts'
import { turnsOf, turnsTable } from './turns.ts'
import written from './weights.json' with { type: 'json' }

const schema = z.object({
  buckets: z.literal(buckets),
  /** What a step of a word's weight stands for, and the weights themselves, a byte each. */
  step: z.number(),
  words: z.string(),
  wordsBias: z.number(),
  /** The same of turns: a row and a column for each of the concepts, of every kind of turn. */
  turns: z.object({ concepts: z.array(z.string()), step: z.number(), bias: z.number(), weights: z.string() }),
  columns: z.array(z.string()),
  forest: forestSchema,
})
const { step, wordsBias, words: packed, turns, columns, forest } = schema.parse(written)
const bytesOf = (base64: string): Int8Array => new Int8Array(Uint8Array.from(Buffer.from(base64, 'base64')).buffer)
const table = bytesOf(packed)
const tableOfTurns = turnsTable(turns.concepts, bytesOf(turns.weights))
const columnOf = new Map(columns.map((name, at) => [name, at]))

/** Fewer features than in one line say nothing. */
const fewest = 4

/** Log-odds, above zero where the words are like those of hostile mail, under the balance of the training letters. */
export const wordsOdds = once((mail) => oddsOfWords(mail.message.subject, mail.text))

/** Log-odds of the whole mail. Asked only where it matters: reading all senses takes a tenth of the time a mail has. */
export const wholeOdds = once((mail) => oddsOfWhole({ words: wordsOdds(mail), turns: turnsOdds(mail), senses: sensesOf(mail) }))

/** As `wordsOdds`, of what the mail says side by side. */
const turnsOdds = once((mail) => oddsOfTurns(mail.says))

/** Worked out once a mail. */
function once(work: (mail: Mail) => number): (mail: Mail) => number {
  const known = new WeakMap<Mail, number>()
  return (mail) => {
    const odds = known.get(mail) ?? work(mail)
    known.set(mail, odds)
    return odds
  }
}

function oddsOfWords(subject: string, text: string): number {
  const features = textFeatures(subject, text)
  if (features.length < fewest) return 0
  return wordsBias + (features.reduce((sum, at) => sum + (table[at] ?? 0), 0) * step) / Math.sqrt(features.length)
}

function oddsOfTurns(says: Sentences): number {
  const met = turnsOf(says)
  if (met.length === 0) return 0
  return turns.bias + (met.reduce((sum, at) => sum + (tableOfTurns[at] ?? 0), 0) * turns.step) / Math.sqrt(met.length)
}

const row = new Uint8Array(columns.length)

/** However loud the words are, they move the odds by no more than this from what everything else says. */
const farthestByWords = 2

type Heard = { readonly words: number; readonly turns: number; readonly senses: readonly Sense[] }

function oddsOfWhole({ words, turns, senses }: Heard): number {
  row.fill(0)
  for (const [name, value] of senses) set(name, value)
  set('turns', turnsLevel(turns))
  set('words', wordsLevel(0))
  const silent = oddsOf(forest, row)
  set('words', wordsLevel(words))
  return Math.min(silent + farthestByWords, Math.max(silent - farthestByWords, oddsOf(forest, row)))
}

function set(name: string, value: number): void {
  const at = columnOf.get(name)
  if (at !== undefined) row[at] = value
}

/** Log-odds as the forest sees them: a whole number from 1 up, the middle one for neither. */
const levels =
  ({ most, perUnit }: { readonly most: number; readonly perUnit: number }) =>
  (odds: number): number =>
    1 + Math.round((Math.min(most, Math.max(-most, odds)) + most) * perUnit)

/** From 1 to 33. */
export const wordsLevel = levels({ most: 2, perUnit: 8 })
/** From 1 to 37. */
export const turnsLevel = levels({ most: 3, perUnit: 6 })

/** Points at most for words that resemble those of hostile mail, and against. */
const cap = { for: 24, against: -16 }
const pointsPerUnit = 14

/** The words' weight; none for a mail with too few of them. */
export function wordsWeight(mail: Mail): readonly Weight[] {
  const points = Math.round(Math.min(cap.for, Math.max(cap.against, wordsOdds(mail) * pointsPerUnit)))
  return points === 0 ? [] : [{ id: points > 0 ? 'words-of-lures' : 'words-of-honest-mail', kind: points > 0 ? 'text' : 'cleared', points }]
}

/** Log-odds from which down a mail reads like an honest one, what that takes, what each unit below takes, and how much at most. */
const honest = { from: 0.5, least: 40, perUnit: 70, most: 200 }

/** Something that one person wrote to another: pictures and pages of links tell no story, and in the mails of a service that carries strangers' words most is its own. */
const isLetter = (mail: Mail): boolean =>
  mail.text.trim().length >= 60 && mail.text.length <= 6000 && mail.web.length <= 10 && !isLending(mail.message.from.domain)

/** What a mail that is made and reads like honest ones has taken off what rests on words. */
export function honestReading(mail: Mail): readonly Weight[] {
  // Nothing clears a mail whose sender's check failed.
  const below = isLetter(mail) && !mail.forged ? honest.from - wholeOdds(mail) : -1
  if (below < 0) return []
  return [
    { id: 'reads-like-honest-mail', kind: 'cleared', points: -Math.round(Math.min(honest.most, honest.least + honest.perUnit * below)) },
  ]
}

const mostWeighed = 14

/**
 * The sentences that the opinion rests on, as plain words, the most telling first: each time the one without which the odds would be lowest, until they are
 * below `enough`, `most` are told, or no other lowers them. Roughly, since nothing is measured anew.
 */
export function tellingSentences(mail: Mail, { most, enough }: { readonly most: number; readonly enough: number }): readonly string[] {
  const { subject } = mail.message
  const plain = plainWords(mail.text)
  const whole = wordsOdds(mail)
  const wholeTurns = turnsOdds(mail)
  let left = sentencesOf(mail.words).map((sentence) => ({
    sentence,
    said: new Map(
      readSentences(sentence)
        .counts()
        .map(([concept, count]) => [`says-${concept}`, count]),
    ),
    fewerWords: whole - oddsOfWords(subject, plain.replace(sentence, '')),
    fewerTurns: wholeTurns - oddsOfTurns(readSentences(mail.words.replace(sentence, ''))),
  }))
  const told: string[] = []
  let senses = sensesOf(mail)
  let words = whole
  let turned = wholeTurns
  let odds = wholeOdds(mail)
  while (told.length < most && odds >= enough) {
    const tried = left.map((one) => {
      const rest = senses.map(([name, value]): Sense => [name, Math.max(0, value - (one.said.get(name) ?? 0))])
      return { one, rest, odds: oddsOfWhole({ words: words - one.fewerWords, turns: turned - one.fewerTurns, senses: rest }) }
    })
    const best = tried.reduce<(typeof tried)[number] | undefined>(
      (low, next) => (low === undefined || next.odds < low.odds ? next : low),
      undefined,
    )
    if (best === undefined || best.odds >= odds) break
    told.push(best.one.sentence.slice(0, 160))
    left = left.filter((one) => one !== best.one)
    senses = best.rest
    words -= best.one.fewerWords
    turned -= best.one.fewerTurns
    odds = best.odds
  }
  return told
}

/** A quotation leads nowhere: it ends where an address begins. */
const sentencesOf = (words: string): readonly string[] =>
  words
    .slice(0, 2000)
    .split(/(?<=[.!?])\s+|\n+|\s*(?:https?:|www\.)\S*/)
    .map((one) => one.trim())
    .filter((one) => one.length > 15)
    .slice(0, mostWeighed)

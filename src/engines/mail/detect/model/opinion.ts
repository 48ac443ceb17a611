/**
 * A second opinion on a mail: how much all of it resembles hostile mail. A logistic model reads the words; a forest of small trees weighs that, capped, among
 * everything else about the mail (`senses.ts`), so that words never decide alone. Fitted by scripts/training/fit-model.ts on letters written for it.
 */
import { z } from 'zod'
import { isLending } from '../../names/trusted-senders.ts'
import { readSentences } from '../../words/sentences.ts'
import type { Mail } from '../mail.ts'
import type { Weight } from '../weight.ts'
import { forestSchema, oddsOf } from './forest.ts'
import { type Sense, sensesOf } from './senses.ts'
import { buckets, textFeatures } from './text-features.ts'
import written from './weights.json' with { type: 'json' }

const schema = z.object({
  buckets: z.literal(buckets),
  /** What a step of a word's weight stands for, and the weights themselves, a byte each. */
  step: z.number(),
  words: z.string(),
  wordsBias: z.number(),
  columns: z.array(z.string()),
  forest: forestSchema,
})
const { step, wordsBias, words: packed, columns, forest } = schema.parse(written)
const table = new Int8Array(Uint8Array.from(Buffer.from(packed, 'base64')).buffer)
const columnOf = new Map(columns.map((name, at) => [name, at]))

/** Fewer features than in one line say nothing. */
const fewest = 4

/** Log-odds, above zero where the words are like those of hostile mail, under the balance of the training letters. */
export const wordsOdds = once((mail) => oddsOfWords(mail.message.subject, mail.text))

/** Log-odds of the whole mail. Asked only where it matters: reading all senses takes a tenth of the time a mail has. */
export const wholeOdds = once((mail) => oddsOfWhole(wordsOdds(mail), sensesOf(mail)))

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

const row = new Uint8Array(columns.length)

/** However loud the words are, they move the odds by no more than this from what everything else says. */
const farthestByWords = 2

function oddsOfWhole(words: number, senses: readonly Sense[]): number {
  row.fill(0)
  for (const [name, value] of senses) set(name, value)
  set('words', wordsLevel(0))
  const silent = oddsOf(forest, row)
  set('words', wordsLevel(words))
  return Math.min(silent + farthestByWords, Math.max(silent - farthestByWords, oddsOf(forest, row)))
}

function set(name: string, value: number): void {
  const at = columnOf.get(name)
  if (at !== undefined) row[at] = value
}

const mostOfWords = 2
const levelsPerUnit = 8

/** The words' log-odds as the forest sees them: a whole number from 1 to 33, 17 for neither. */
export const wordsLevel = (odds: number): number =>
  1 + Math.round((Math.min(mostOfWords, Math.max(-mostOfWords, odds)) + mostOfWords) * levelsPerUnit)

/** Points at most for words that resemble those of hostile mail, and against. */
const cap = { for: 24, against: -16 }
const pointsPerUnit = 14

/** The words' weight; none for a mail with too few of them. */
export function wordsWeight(mail: Mail): readonly Weight[] {
  const points = Math.round(Math.min(cap.for, Math.max(cap.against, wordsOdds(mail) * pointsPerUnit)))
  return points === 0 ? [] : [{ id: points > 0 ? 'words-of-lures' : 'words-of-honest-mail', kind: points > 0 ? 'text' : 'cleared', points }]
}

/** Log-odds from which down a mail reads like an honest one, what that takes, what each unit below takes, and how much at most. */
const honest = { from: 0.25, least: 30, perUnit: 60, most: 250 }

/** Something that one person wrote to another: pictures and pages of links tell no story, and in the mails of a service that carries strangers' words most is its own. */
const isLetter = (mail: Mail): boolean =>
  mail.text.trim().length >= 60 && mail.text.length <= 6000 && mail.web.length <= 10 && !isLending(mail.message.from.domain)

/** What a mail that is made and reads like honest ones has taken off what rests on words. */
export function honestReading(mail: Mail): readonly Weight[] {
  const below = isLetter(mail) ? honest.from - wholeOdds(mail) : -1
  if (below < 0) return []
  return [
    { id: 'reads-like-honest-mail', kind: 'cleared', points: -Math.round(Math.min(honest.most, honest.least + honest.perUnit * below)) },
  ]
}

/**
 * The sentences that the opinion rests on, as plain words, the most telling first: each time the one without which the odds would be lowest, until they are
 * below `enough` or `most` are told.
 */
export function tellingSentences(mail: Mail, { most, enough }: { readonly most: number; readonly enough: number }): readonly string[] {
  const left = new Set(
    mail.words
      .slice(0, 2500)
      // A quotation leads nowhere: it ends where an address begins.
      .split(/(?<=[.!?])\s+|\n+|\s*(?:https?:|www\.)\S*/)
      .map((one) => one.trim())
      .filter((one) => one.length > 15)
      .slice(0, 30),
  )
  const told: string[] = []
  let senses = sensesOf(mail)
  let words = mail.words
  while (told.length < most && left.size > 0) {
    const best = [...left]
      .map((sentence) => ({ sentence, ...without(sentence, words, senses) }))
      .reduce((low, one) => (one.odds < low.odds ? one : low))
    told.push(best.sentence.slice(0, 160))
    left.delete(best.sentence)
    senses = best.senses
    words = best.words
    if (best.odds < enough) break
  }
  return told
}

/** What is left of a mail without a sentence: roughly, since nothing is measured anew. */
function without(sentence: string, words: string, senses: readonly Sense[]) {
  const said = new Map(
    readSentences(sentence)
      .counts()
      .map(([concept, count]) => [`says-${concept}`, count]),
  )
  const rest = words.replace(sentence, '')
  const fewer = senses.map(([name, value]): Sense => [name, Math.max(0, value - (said.get(name) ?? 0))])
  return { words: rest, senses: fewer, odds: oddsOfWhole(oddsOfWords('', rest), fewer) }
}

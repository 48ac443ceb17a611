/**
 * A second opinion on a mail: how much all of it resembles hostile mail. A logistic model reads the words; a forest of small trees weighs that, capped, among
 * everything else about the mail (`senses.ts`), so that words never decide alone. Fitted by scripts/training/fit-model.ts on letters written for it.
 */
import { z } from 'zod'
import type { Mail } from '../mail.ts'
import type { Weight } from '../weight.ts'
import { forestSchema, oddsOf } from './forest.ts'
import { sensesOf } from './senses.ts'
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

/** Log-odds, above zero where a mail is like hostile mail, under the balance of the training letters. */
export type Opinion = {
  /** Of the words alone. */
  readonly words: number
  /** Of the whole mail. */
  readonly whole: number
}

/** Fewer features than in one line say nothing. */
const fewest = 4

const given = new WeakMap<Mail, Opinion>()

/** The opinion on a mail, worked out once. */
export function opinionOf(mail: Mail): Opinion {
  const known = given.get(mail)
  if (known !== undefined) return known
  const words = oddsOfWords(mail.message.subject, mail.text)
  const opinion = { words, whole: oddsOfWhole(words, sensesOf(mail)) }
  given.set(mail, opinion)
  return opinion
}

function oddsOfWords(subject: string, text: string): number {
  const features = textFeatures(subject, text)
  if (features.length < fewest) return 0
  return wordsBias + (features.reduce((sum, at) => sum + (table[at] ?? 0), 0) * step) / Math.sqrt(features.length)
}

const row = new Uint8Array(columns.length)

function oddsOfWhole(words: number, senses: ReturnType<typeof sensesOf>): number {
  row.fill(0)
  for (const [name, value] of [...senses, ['words', wordsLevel(words)] as const]) {
    const at = columnOf.get(name)
    if (at !== undefined) row[at] = value
  }
  return oddsOf(forest, row)
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
  const points = Math.round(Math.min(cap.for, Math.max(cap.against, opinionOf(mail).words * pointsPerUnit)))
  return points === 0 ? [] : [{ id: points > 0 ? 'words-of-lures' : 'words-of-honest-mail', kind: points > 0 ? 'text' : 'cleared', points }]
}

/** Log-odds from which down a mail reads like an honest one, what that takes, what each unit below takes, and how much at most. */
const honest = { from: 0.5, least: 20, perUnit: 40, most: 250 }

/** What a mail that is made and reads like honest ones has taken off what rests on words. */
export function honestReading(mail: Mail): readonly Weight[] {
  const below = honest.from - opinionOf(mail).whole
  if (below < 0) return []
  return [{ id: 'reads-like-honest-mail', kind: 'cleared', points: -Math.round(Math.min(honest.most, honest.least + honest.perUnit * below)) }]
}

/** The sentence whose words resemble those of hostile mail most, as plain words. */
export function tellingSentence(mail: Mail): string {
  const [first = '', ...others] = mail.words
    .slice(0, 2500)
    .split(/(?<=[.!?])\s+|\n+/)
    .map((one) => one.trim())
    .filter((one) => one.length > 20)
  const score = (sentence: string): number => oddsOfWords('', sentence)
  return others.reduce((best, one) => (score(one) > score(best) ? one : best), first).slice(0, 160)
}

/**
 * How much a mail's words resemble those of hostile mail, as a weight that is capped both ways: words alone never make a mail dangerous and never clear one.
 * The weights are fitted by scripts/training/fit-text.ts on texts written for it and on hand-made mails.
 */
import { z } from 'zod'
import { readMessage } from '../../parse/read-message.ts'
import type { Mail } from '../mail.ts'
import type { Weight } from '../weight.ts'
import { buckets, textFeatures } from './text-features.ts'
import written from './text-weights.json' with { type: 'json' }

const schema = z.object({ buckets: z.literal(buckets), bias: z.number(), scale: z.number(), weights: z.string() })
const { bias, scale, weights } = schema.parse(written)
const table = new Int8Array(Uint8Array.from(Buffer.from(weights, 'base64')).buffer)

/** Points at most, for and against. */
const cap = { for: 24, against: -16 }
const pointsPerUnit = 14

/** Above zero: like hostile mail. Log-odds under the balance of the training texts. */
function textOdds(subject: string, text: string): number {
  const features = textFeatures(subject, text)
  if (features.length < 4) return 0
  const sum = features.reduce((total, at) => total + (table[at] ?? 0), 0)
  return bias + (sum * scale) / Math.sqrt(features.length)
}

/** The words' weight; none for a mail with too few of them. */
export function wordsWeight(mail: Mail): readonly Weight[] {
  const points = Math.round(Math.min(cap.for, Math.max(cap.against, textOdds(mail.message.subject, mail.text) * pointsPerUnit)))
  return points === 0 ? [] : [{ id: points > 0 ? 'words-of-lures' : 'words-of-honest-mail', kind: points > 0 ? 'text' : 'cleared', points }]
}

/** What the model sees of a whole mail: for whoever fits its weights. */
export async function wordsOfMail(bytes: Uint8Array): Promise<readonly number[]> {
  const { subject, page, plain } = await readMessage(bytes)
  return textFeatures(subject, page?.text ?? plain)
}

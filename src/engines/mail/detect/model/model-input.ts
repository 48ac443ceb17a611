/** What the fitted model sees of a mail, for whoever fits its weights. */
import type { InspectContext } from '../../context.ts'
import { wholeMessage } from '../../whole-message.ts'
import { measure } from '../mail.ts'
import { type Sense, sensesOf } from './senses.ts'
import { textFeatures } from './text-features.ts'
import { turnsOf } from './turns.ts'

export type ModelInput = { readonly words: readonly number[]; readonly turns: readonly number[]; readonly senses: readonly Sense[] }

export async function modelInput(bytes: Uint8Array, context: InspectContext): Promise<ModelInput> {
  const mail = measure(await wholeMessage(bytes, context))
  return { words: textFeatures(mail.message.subject, mail.text), turns: turnsOf(mail.says), senses: sensesOf(mail) }
}

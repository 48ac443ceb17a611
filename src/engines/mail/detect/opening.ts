/** The first lines of a long letter as a letter of their own: a lure is short, and what is heaped up below it hides nothing. */
import type { Message } from '../message.ts'
import { readIntents } from '../words/intents.ts'
import { plainWords } from '../words/plain-words.ts'

const long = 3500
const opening = 1500
/** Where a newsletter says how to leave it. */
const foot = 1500
/** From so many links on a long text is a newsletter. */
const newsletter = 8

/** The mail as it would be without what follows its opening; undefined when it is short, or a newsletter. */
export function asOpening(message: Message): Message | undefined {
  const { page, plain, links } = message
  const text = page?.text ?? plain
  if (text.length < long || links.length >= newsletter || message.listId !== '') return undefined
  if (readIntents(plainWords(text.slice(-foot)))('unsubscribe') !== undefined) return undefined
  const end = text.indexOf('\n', opening)
  const head = text.slice(0, end < 0 || end > 2 * opening ? opening : end)
  return { ...message, plain: page === undefined ? head : '', page: page && { ...page, text: head } }
}

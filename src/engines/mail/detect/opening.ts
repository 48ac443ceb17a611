/** The first lines of a long letter as a letter of their own: a lure is short, and what is heaped up below it hides nothing. */
import type { Message } from '../message.ts'
import { readIntents } from '../words/intents.ts'
import { plainWords } from '../words/plain-words.ts'

const long = 3500
const opening = 1500
/** Where a newsletter says how to leave it. */
const foot = 1500
/** And what else stands only under what many get. */
const massMail = /\bun-?subscri|\bnewsletter|\ball rights reserved\b|\bcopyright\b|\bto be removed\b|\bpaid for by\b/
/** From so many links on a long text is a newsletter. */
const newsletter = 8

/** The mail as it would be without what follows its opening; undefined when it is short, or a newsletter. */
export function asOpening(message: Message): Message | undefined {
  const { page, plain, links } = message
  const text = page?.text ?? plain
  if (text.length < long || links.length >= newsletter || message.listId !== '') return undefined
  const end = plainWords(text.slice(-foot))
  if (readIntents(end)('unsubscribe') !== undefined || massMail.test(end)) return undefined
  const at = text.indexOf('\n', opening)
  const head = text.slice(0, at < 0 || at > 2 * opening ? opening : at)
  return { ...message, plain: page === undefined ? head : '', page: page && { ...page, text: head } }
}

/** Names for weights that are neither a rule's nor of a mail's make: who the sender is to the reader, and what the words want. */
import type { Intent } from '../words/intents.ts'

const cleared: Readonly<Record<string, string>> = {
  own: 'from the reader’s own house, though nobody checked it',
  'own-verified': 'from the reader’s own house, and checked',
  known: 'from somebody the house deals with, though nobody checked it',
  'known-verified': 'from somebody the house deals with, and checked',
  brand: 'from a well-known house’s own domain, though nobody checked it',
  'brand-verified': 'from a well-known house’s own domain, and checked',
  'stranger-verified': 'from a stranger, but really from the domain it shows',
  'signed-list': 'signed by the mailing list it came through',
  'answered-thread': 'an answer within a thread',
  'trusted-sender': 'really from a public office or a well-known house',
  'deals-openly': 'nothing presses, and whoever doubts is told where to ask',
  'shop-talk': 'talk among people who build software or machines',
  'mutual-correspondent': 'from somebody the reader’s side has long written with, both ways',
  'long-known-sender': 'from somebody who has long written to the reader’s side',
  'reads-like-honest-mail': 'all of it together is like honest mail',
  'words-of-honest-mail': 'worded as honest mail is',
  'words-of-lures': 'worded as lures are',
}

const asks: Partial<Readonly<Record<Intent, string>>> = {
  credentials: 'it wants a password or a sign-in',
  urgency: 'it presses for time',
  threat: 'it threatens',
  mailbox: 'it says that something is wrong with the mailbox',
  voicemail: 'it speaks of a voice message',
  parcel: 'it speaks of a parcel',
  prize: 'it promises a prize',
  wallet: 'it wants something of a crypto wallet',
  fortune: 'it promises a fortune',
  invest: 'it wants money invested',
  refund: 'it promises money back',
  qr: 'it wants a code scanned',
  court: 'it speaks of a court',
  giftCards: 'it wants gift cards',
}

const inAsks = new Map<string, string>(Object.entries(asks))

/** The name of a weight; for one that nobody named, its id as words, so that it still reads. */
export function otherWeightInWords(id: string): string {
  const named = cleared[id] ?? (id.startsWith('asks-') ? inAsks.get(id.slice(5)) : undefined)
  if (named !== undefined) return named
  return id
    .replace(/^mail\./, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_.]+/g, ' ')
    .toLowerCase()
}

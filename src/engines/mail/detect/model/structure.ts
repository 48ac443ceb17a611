/**
 * What a mail's make weighs, set by hand and monotone: each line can only accuse or only clear, whatever else is there. The weights follow how often a mark
 * was met in hostile and in honest mail (docs/decisions/0012-a-small-model.md); no line is enough by itself, and three ordinary ones are not either.
 */
import type { Intent } from '../../words/intents.ts'
import type { Mail } from '../mail.ts'
import type { Weight } from '../weight.ts'
import { type Marks, marksOf } from './marks.ts'

type Line = {
  readonly id: string
  /** For the page that shows an analyst what was weighed. */
  readonly says: string
  readonly points: number
  readonly holds: (marks: Marks) => boolean
}

const noOwn = (marks: Marks): boolean => marks.links > 0 && !marks.ownLink
const cold = (marks: Marks): boolean => !marks.inThread

const accusers: readonly Line[] = [
  { id: 'auth-fails', says: 'the check of the sender failed', points: 25, holds: (m) => m.authFails },
  { id: 'spf-fails', says: 'the sending server was not allowed to send for this domain', points: 16, holds: (m) => m.spfFails },
  { id: 'signed-by-another', says: 'signed by another house than the one in From', points: 6, holds: (m) => m.signedByOther && cold(m) },
  { id: 'pictograph-up-front', says: 'a picture sign in the subject or the name', points: 20, holds: (m) => m.pictograph },
  { id: 'odd-letters', says: 'letters that look like others, or cannot be seen', points: 12, holds: (m) => m.oddLetters },
  { id: 'to-nobody', says: 'addressed to nobody', points: 26, holds: (m) => m.toNobody },
  { id: 'from-ending', says: 'the sender has an ending that is mostly abused', points: 28, holds: (m) => m.fromEnding },
  { id: 'link-ending', says: 'a link has an ending that is mostly abused', points: 20, holds: (m) => m.linkEnding && !m.ownLink },
  { id: 'numbered-host', says: 'a numbered host in the sender’s address', points: 18, holds: (m) => m.numberedHost },
  { id: 'rented-domain', says: 'a sender’s domain that a service lends to anybody', points: 22, holds: (m) => m.rentedDomain },
  {
    id: 'meaningless-words',
    says: 'rows of letters that mean nothing to a reader',
    points: 12,
    holds: (m) => m.meaningless && m.isHtml && cold(m),
  },
  { id: 'numbered-domain', says: 'a number in the sender’s domain', points: 6, holds: (m) => m.numberedLabel },
  { id: 'unspeakable-domain', says: 'a sender’s domain that nobody could say aloud', points: 6, holds: (m) => m.unspeakableLabel },
  { id: 'numbered-box', says: 'a long numbered mailbox name', points: 8, holds: (m) => m.numberedBox },
  {
    id: 'name-fits-nothing',
    says: 'the name has nothing in common with the address',
    points: 14,
    holds: (m) => m.nameFitsNothing && m.isHtml && cold(m),
  },
  { id: 'name-is-address', says: 'the name is itself an address', points: 4, holds: (m) => m.nameIsAddress },
  {
    id: 'no-link-home',
    says: 'links, and none to the sender’s own house',
    points: 14,
    holds: (m) => m.isHtml && noOwn(m) && cold(m) && !m.sharesAlbum,
  },
  {
    id: 'one-foreign-house',
    says: 'every link leads to one other house',
    points: 10,
    holds: (m) => m.isHtml && m.oneForeignHouse && cold(m) && !m.sharesAlbum,
  },
  { id: 'one-target', says: 'every link leads to the same page', points: 8, holds: (m) => m.isHtml && m.oneTarget && noOwn(m) },
  { id: 'page-without-plain-text', says: 'a page with no plain text beside it', points: 10, holds: (m) => m.htmlOnly && noOwn(m) },
  { id: 'short-page', says: 'a short page with no plain text beside it', points: 12, holds: (m) => m.htmlOnly && m.letters < 400 },
  {
    id: 'picture-with-link',
    says: 'a picture, few words and a link',
    points: 18,
    holds: (m) => m.pictures > 0 && m.letters < 300 && m.links > 0 && cold(m),
  },
  { id: 'picture-only', says: 'pictures instead of words', points: 12, holds: (m) => m.pictures > 0 && m.letters < 120 },
  { id: 'hidden-text', says: 'text that the reader cannot see', points: 18, holds: (m) => m.hidden > 300 && noOwn(m) },
  {
    id: 'more-hidden-than-seen',
    says: 'more hidden text than visible',
    points: 14,
    holds: (m) => m.hidden > 200 && m.hidden > m.letters && noOwn(m),
  },
  {
    id: 'borrowed-page',
    says: 'a link to a page that anybody can make for nothing',
    points: 16,
    holds: (m) => m.borrowedPage && m.links < 12,
  },
  { id: 'short-link', says: 'a shortened link', points: 14, holds: (m) => m.shortLink && m.links < 12 },
  { id: 'redirected', says: 'a link that passes through a foreign redirect', points: 14, holds: (m) => m.redirected && m.links < 12 },
  { id: 'numeric-host', says: 'a link to a bare number', points: 14, holds: (m) => m.numericHost },
  { id: 'token-in-link', says: 'a link that carries the reader along behind a #', points: 14, holds: (m) => m.carriesToken },
  { id: 'reader-in-link', says: 'a foreign link that carries the reader’s address', points: 8, holds: (m) => m.carriesReader && noOwn(m) },
  {
    id: 'greets-by-address',
    says: 'it greets the address, not the person',
    points: 8,
    holds: (m) => m.greetsByAddress && m.isHtml && cold(m),
  },
  { id: 'subject-number', says: 'a long number in the subject', points: 10, holds: (m) => m.subjectNumber },
  { id: 'subject-shouts', says: 'a subject that shouts', points: 6, holds: (m) => m.subjectShouts },
  { id: 'subject-capitals', says: 'a subject in capitals', points: 6, holds: (m) => m.subjectCapitals },
  { id: 'subject-money', says: 'an amount of money in the subject', points: 12, holds: (m) => m.subjectMoney },
  { id: 'free-mail-to-nobody', says: 'a free mailbox that writes to nobody', points: 16, holds: (m) => m.freeMail && m.toNobody },
  { id: 'money-up-front', says: 'a sum of money in the first lines', points: 12, holds: (m) => m.moneyUpFront && m.freeMail && cold(m) },
  { id: 'no-subject', says: 'no subject', points: 8, holds: (m) => m.noSubject },
  {
    id: 'paper-from-nobody',
    says: 'a PDF file from a sender nobody vouches for',
    points: 28,
    holds: (m) => m.pdf && cold(m) && (m.freeMail || !m.aligned),
  },
  { id: 'file-from-free-mail', says: 'a file from a free mailbox', points: 12, holds: (m) => m.file && m.freeMail && cold(m) },
  { id: 'page-from-free-mail', says: 'a page without plain text from a free mailbox', points: 24, holds: (m) => m.freeMail && m.htmlOnly },
  { id: 'answers-to-free-mail', says: 'answers go to a free mailbox', points: 14, holds: (m) => m.answersToFreeMail && cold(m) },
  { id: 'brand-in-name', says: 'a brand’s name on an address that is not the brand’s', points: 14, holds: (m) => m.brandInName },
  {
    id: 'brand-without-link',
    says: 'it speaks of a brand and does not lead there',
    points: 8,
    holds: (m) => m.brandWithoutLink && m.isHtml && cold(m),
  },
  { id: 'script-or-form', says: 'a script or a form in the mail', points: 4, holds: (m) => m.scripted },
]

const clearers: readonly Line[] = [
  { id: 'answer-in-thread', says: 'an answer with the mail it answers', points: -30, holds: (m) => m.isAnswer },
  { id: 'in-thread', says: 'part of a thread', points: -12, holds: (m) => m.inThread && !m.isAnswer },
  { id: 'name-fits-domain', says: 'the name is the house that sent it', points: -16, holds: (m) => m.nameFitsDomain && !m.fromEnding },
  { id: 'name-fits-box', says: 'the name is the mailbox’s', points: -8, holds: (m) => m.nameFitsBox && !m.nameFitsDomain && m.isHtml },
  {
    id: 'plain-name-fits-box',
    says: 'plain text from a mailbox with the same name',
    points: -12,
    holds: (m) => m.nameFitsBox && !m.nameFitsDomain && !m.isHtml,
  },
  { id: 'link-home', says: 'a link to the sender’s own house', points: -14, holds: (m) => m.ownLink && !m.fromEnding },
  { id: 'plain-text', says: 'plain text and nothing else', points: -10, holds: (m) => !m.isHtml },
  { id: 'long-text', says: 'a long text', points: -14, holds: (m) => m.letters >= 4000 },
  { id: 'many-houses', says: 'links to many places, as newsletters have them', points: -8, holds: (m) => m.socialLinks },
]

/** What the mail wants, as far as it adds to its make. */
const wants: readonly (readonly [Intent, number])[] = [
  ['credentials', 10], ['urgency', 8], ['threat', 8], ['mailbox', 8], ['voicemail', 8], ['parcel', 8], ['prize', 8], ['wallet', 18], ['fortune', 12], ['invest', 10],
  ['refund', 6], ['qr', 10], ['court', 4], ['giftCards', 6],
] // biome-ignore format: a table

const worked = new WeakMap<Mail, readonly Weight[]>()

/** The weights of a mail's make; `mail.borrowed-name` and its like come from the rules. Worked out once a mail. */
export function structure(mail: Mail): readonly Weight[] {
  const known = worked.get(mail)
  if (known !== undefined) return known
  const weights = weigh(mail)
  worked.set(mail, weights)
  return weights
}

function weigh(mail: Mail): readonly Weight[] {
  const marks = marksOf(mail)
  const holding = [...accusers, ...clearers].filter((line) => line.holds(marks))
  const asked = marks.inThread ? [] : wants.filter(([intent]) => mail.wants(intent) !== undefined)
  return [
    ...holding.map(({ id, points }): Weight => ({ id, kind: points < 0 ? 'cleared' : 'structure', points })),
    ...asked.map(([intent, points]): Weight => ({ id: `asks-${intent}`, kind: 'structure', points })),
  ]
}

const sentences = new Map([...accusers, ...clearers].map((line) => [line.id, line.says]))

/** A weight's id in plain English; undefined for one of another kind. */
export const markInWords = (id: string): string | undefined => sentences.get(id)

/**
 * What is measured about a mail's make: facts that can be counted, none of which says anything by itself. What each weighs stands in
 * `structure.ts`. Nothing here looks at Received lines, X-headers, list headers, the presence of a results header or the language: those tell where a mail
 * was collected, not what it is.
 */
import type { Message } from '../../message.ts'
import { belongsTo } from '../../names/brands.ts'
import { labelOf, registered } from '../../names/domain.ts'
import { hasAbusedEnding, isFreeMail, isHost } from '../../names/services.ts'
import { plainWords } from '../../words/plain-words.ts'
import type { Mail } from '../mail.ts'

/** Pictographs, as subjects and names carry them to be seen first. */
const pictograph = /\p{Extended_Pictographic}/u
/** Letters that are there to be read by people and not by programs: invisible, full-width, mathematical, phonetic. */
const oddLetter = /\u034f|[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\uff01-\uff5e\u0250-\u02af]|[\u{1d400}-\u{1d7ff}]/u
const mixedWord = /[a-z][\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff][a-z]/i
const consonants = /[bcdfghjklmnpqrstvwxz]{5,}/
const quotedAnswer = /^\s*>|^[^\n]{0,80}\b(?:wrote|escribió|schrieb|a écrit|escreveu)\s*:\s*$|^-{2,}\s*(?:original|forwarded)/im
/** A number in a subject that nobody would say aloud: `#48213`, `INV88231X`, `1048821`. */
const caseNumber = /\b(?=\w*\d)(?=\w*[A-Za-z])\w{7,}\b|#\s?\d{3,}|\d{6,}/
/** One row of letters and digits that no word, hash or key explains: text that is there to make each copy different. */
const meaningless = /(?<![\w/=+.-])(?=\w{32})(?=[A-Za-z]*\d)(?=\w*[a-z])(?=\w*[A-Z])\w{32,}(?![\w/=+.-])/
const money = /[$€£]\s?\d|\d\s?(?:usd|eur|gbp|btc)\b/i
/** `+28,728$`, `$24.281`, `12 500 000 €`: more than one spends at lunch. */
const sum = /[$€£]\s?\d{1,3}(?:[., {2}]\d{3})+|\d{1,3}(?:[., {2}]\d{3})+\s?(?:[$€£]|usd|eur)/i
const wrapperOfDefenders = /safelinks|urldefense|proofpoint|mimecast|cudasvc|cisco|symantec/

const album =
  /^(?:photos\.google\.com|photos\.app\.goo\.gl|(?:www\.)?icloud\.com|(?:www\.)?flickr\.com|(?:www\.)?youtube\.com|youtu\.be|maps\.(?:google\.com|app\.goo\.gl)|(?:www\.)?openstreetmap\.org|(?:www\.)?instagram\.com|[\w.]*wikipedia\.org)$/

export type Marks = {
  readonly isHtml: boolean
  readonly htmlOnly: boolean
  readonly letters: number
  readonly pictures: number
  readonly hidden: number
  readonly scripted: boolean
  /** An answer in a thread, with what it answers. */
  readonly isAnswer: boolean
  readonly inThread: boolean
  readonly freeMail: boolean
  readonly aligned: boolean
  readonly authFails: boolean
  readonly spfFails: boolean
  readonly signedByOther: boolean
  readonly fromEnding: boolean
  readonly numberedHost: boolean
  readonly numberedLabel: boolean
  readonly rentedDomain: boolean
  readonly meaningless: boolean
  readonly unspeakableLabel: boolean
  readonly numberedBox: boolean
  readonly nameFitsDomain: boolean
  readonly nameFitsBox: boolean
  readonly nameFitsNothing: boolean
  readonly nameIsAddress: boolean
  readonly toNobody: boolean
  readonly greetsByAddress: boolean
  readonly answersToFreeMail: boolean
  readonly links: number
  readonly ownLink: boolean
  readonly oneForeignHouse: boolean
  readonly oneTarget: boolean
  readonly linkEnding: boolean
  readonly shortLink: boolean
  readonly borrowedPage: boolean
  readonly redirected: boolean
  readonly numericHost: boolean
  readonly carriesToken: boolean
  readonly carriesReader: boolean
  readonly socialLinks: boolean
  /** A private mailbox that leads to pictures and maps only, which ask nobody for a password. */
  readonly sharesAlbum: boolean
  readonly brandInName: boolean
  readonly brandWithoutLink: boolean
  readonly pictograph: boolean
  readonly oddLetters: boolean
  readonly subjectNumber: boolean
  readonly subjectShouts: boolean
  readonly subjectCapitals: boolean
  readonly subjectMoney: boolean
  readonly noSubject: boolean
  readonly moneyUpFront: boolean
  readonly pdf: boolean
  readonly file: boolean
}

const measured = new WeakMap<Mail, Marks>()

/** The measured facts of a mail, worked out once. */
export function marksOf(mail: Mail): Marks {
  const known = measured.get(mail)
  if (known !== undefined) return known
  const marks = { ...senderMarks(mail), ...linkMarks(mail), ...bodyMarks(mail), ...subjectMarks(mail) }
  measured.set(mail, marks)
  return marks
}

function senderMarks(mail: Mail) {
  const { from, replyTo, to, reader, authentication } = mail.message
  const box = from.address.slice(0, Math.max(0, from.address.lastIndexOf('@')))
  const label = labelOf(from.domain)
  const joined = label.replaceAll('-', '')
  const words = plainWords(from.name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 3)
  const below = from.host.slice(0, Math.max(0, from.host.length - from.domain.length - 1))
  const nameFitsDomain = words.some((word) => joined.includes(word))
  const nameFitsBox = words.some((word) => box.includes(word))
  return {
    freeMail: mail.freeMail,
    aligned: authentication.dmarc === 'pass',
    authFails: authentication.dmarc === 'fail',
    spfFails: authentication.spf === 'fail' && authentication.dmarc !== 'pass',
    signedByOther:
      authentication.dmarc !== 'pass' &&
      authentication.signedBy.length > 0 &&
      !authentication.signedBy.some((domain) => registered(domain) === from.domain),
    fromEnding: mail.relation === 'stranger' && hasAbusedEnding(from.host),
    numberedHost: /\d/.test(below),
    numberedLabel: /\d/.test(label),
    rentedDomain: isHost('tenants', from.host),
    unspeakableLabel: consonants.test(label) || label.length > 18,
    numberedBox: /\d{3,}/.test(box) && box.length > 18,
    nameFitsDomain,
    nameFitsBox,
    nameFitsNothing: from.name !== '' && !from.name.includes('@') && !mail.freeMail && !nameFitsDomain && !nameFitsBox,
    nameIsAddress: from.name.includes('@'),
    toNobody: to.length === 0,
    greetsByAddress: reader !== undefined && reader.address !== '' && mail.text.slice(0, 600).toLowerCase().includes(reader.address),
    answersToFreeMail: replyTo !== undefined && isFreeMail(replyTo.domain) && replyTo.address !== from.address && !mail.freeMail,
  }
}

function linkMarks(mail: Mail) {
  const { message } = mail
  // The make of the mail itself: papers lead to where their writers please.
  const web = mail.web.filter((link) => link.origin === 'body')
  const houses = new Set(web.map((link) => link.domain))
  const targets = new Set(web.map((link) => link.innermost.split('#')[0]))
  const posed = (brand: (typeof mail.nameBrands)[number]): boolean => !belongsTo(brand, message.from.domain)
  return {
    links: web.length,
    ownLink: mail.hasOwnLink,
    oneForeignHouse: houses.size === 1 && !houses.has(message.from.domain),
    oneTarget: web.length > 1 && targets.size === 1,
    linkEnding: web.some((link) => link.domain !== message.from.domain && hasAbusedEnding(link.host)),
    shortLink: web.some((link) => isHost('shorteners', link.host)),
    borrowedPage: mail.borrowedPages.length > 0,
    redirected: web.some(({ through: [first] }) => first !== undefined && !wrapperOfDefenders.test(first)),
    numericHost: web.some((link) => /^(?!10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)\d+(?:\.\d+){3}$/.test(link.host)),
    carriesToken: web.some((link) => /#[^#]*(?:@|%40|(?=[^#]*\d)(?=[^#]*[a-z])(?=[^#]*[A-Z])[A-Za-z0-9+/]{20,}=*$)/.test(link.target)),
    carriesReader: mail.carriesReader,
    socialLinks:
      web.length > 20 || web.filter((link) => /^(?:facebook|twitter|instagram|linkedin|youtube|x)\.com$/.test(link.domain)).length > 1,
    sharesAlbum: mail.freeMail && web.length > 0 && web.every((link) => album.test(link.host)),
    brandInName: mail.nameBrands.some(posed),
    brandWithoutLink: mail.leadBrands.some((brand) => posed(brand) && !web.some((link) => belongsTo(brand, link.domain))),
  }
}

function bodyMarks(mail: Mail) {
  const { page, hasPlain, isReply, hasThread, plain, history } = mail.message
  // Headers of a thread are easily copied; a memory that does not know the sender in it takes their worth away.
  const inThread = isReply && hasThread && history?.thread?.senderBelongs !== false
  const text = page?.text ?? plain
  return {
    isHtml: page !== undefined,
    htmlOnly: page !== undefined && !hasPlain,
    letters: text.length,
    pictures: page?.pictures ?? 0,
    hidden: page?.hiddenText.length ?? 0,
    meaningless: meaningless.test(text),
    scripted: page !== undefined && page.scripts + page.forms > 0,
    isAnswer: inThread && quotedAnswer.test(plain === '' ? text : plain),
    inThread,
    pdf: mail.files.some((file) => file.type === 'application/pdf' || /\.pdf$/i.test(file.name)),
    file: mail.files.length > 0,
  }
}

function subjectMarks({ message, text }: Mail) {
  const { subject, from } = message
  return {
    pictograph: pictograph.test(subject) || pictograph.test(from.name),
    oddLetters: oddLetter.test(subject) || oddLetter.test(from.name) || isMixed(message) || mixedWord.test(text.slice(0, 2000)),
    subjectNumber: caseNumber.test(subject),
    subjectShouts: subject.includes('!'),
    subjectCapitals: subject.length > 8 && subject === subject.toUpperCase() && /[A-Z]{4}/.test(subject),
    subjectMoney: money.test(subject),
    noSubject: subject === '',
    moneyUpFront: sum.test(text.slice(0, 300)),
  }
}

const isMixed = ({ subject, from }: Message): boolean => mixedWord.test(subject) || mixedWord.test(from.name)

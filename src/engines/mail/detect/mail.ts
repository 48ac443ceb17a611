/** What rules ask of a mail: who the sender is to the reader, where the links lead, what the words want. Worked out once, before any rule looks. */
import type { Attachment, Link, Message } from '../message.ts'
import { type Brand, belongsTo, brandOf, brandsIn, ownNames } from '../names/brands.ts'
import { labelOf, registered } from '../names/domain.ts'
import { isDressed, isTrustWords } from '../names/lookalike.ts'
import { hasAbusedEnding, isFreeMail, isHost } from '../names/services.ts'
import { type Intent, type Intents, readIntents } from '../words/intents.ts'
import { plainWords } from '../words/plain-words.ts'
import { asksInPaper, carries, isBill, isLeaflet, papersOf, withPapers } from './papers.ts'

/** `own`: the reader's organisation. `known`: a vendor, brand or address of the circle. `brand`: a famous name's real domain. */
export type Relation = 'own' | 'known' | 'brand' | 'stranger'

export type Mail = {
  readonly message: Message
  /** Subject and visible text as plain words. */
  readonly words: string
  /** The visible text as it stands. */
  readonly text: string
  readonly wants: Intents
  readonly relation: Relation
  readonly freeMail: boolean
  readonly verified: boolean
  readonly forged: boolean
  /** The sender's domain is made of words that inspire trust, or has an ending that is mostly abused. */
  readonly shadyDomain: boolean
  /** A weaker form of it: one such word behind a hyphen. */
  readonly dressedDomain: boolean
  /** The name on the mail is an office (`IT Support`, `Payroll`), not a person or a house. */
  readonly borrowedOffice: boolean
  readonly readerDomain: string
  readonly ownBrands: readonly Brand[]
  /** Brands in the sender's display name. */
  readonly nameBrands: readonly Brand[]
  /** Brands in subject and the first lines. */
  readonly leadBrands: readonly Brand[]
  readonly web: readonly Link[]
  /** Web links that lead to neither the sender nor anybody known. */
  readonly foreign: readonly Link[]
  /** Links on free page hosts and short links. */
  readonly borrowedPages: readonly Link[]
  readonly hasOwnLink: boolean
  /** A link carries the reader's address along, so that the page greets its victim. Newsletters do that too. */
  readonly carriesReader: boolean
  readonly files: readonly Attachment[]
  /** What short papers among the files say, as plain words. */
  readonly paperWords: string
  /** What short papers want of their reader. */
  readonly paperWants: Intents
  /** A list's conversation about such mails, with nothing in it that one could fall for. */
  readonly talksOfTricks: boolean
}

const office =
  /^\W*(?:(?:the|your|company|corporate|internal|global|central|e-?mail|mail|office|office365|new|staff|employee|cloud|web|online|digital|server|network|system|account|accounts|customer)\s+)*(?:i\.?t\.?|i\.?c\.?t\.?|help ?-?desk|service ?desk|support|admin|administrators?|administration|webmail|mailbox|postmaster|mail ?(?:admin|server|system|delivery|support|service|team|center)|e-?mail ?(?:admin|server|system|security|support|service|team|quarantine)|security|hr|human resources|payroll|accounts? (?:team|department|security|support|service|verification|services)|account|finance|benefits|compliance|system|server|no-?reply|notifications?|alert|quarantine|voice ?mail|fax|scanner|documents?|file ?share|e-?sign\w*|billing|delivery|parcel|shipping|courier|soporte|administrador|recursos humanos|nominas?|seguridad|correo|buzon|informatica|sistemas|direccion|atencion)\b/

const isOffice = (name: string, domain: string): boolean => {
  const plain = plainWords(name)
  const label = labelOf(domain)
  return plain !== '' && office.test(plain) && !(label.length > 3 && plain.replace(/[^a-z0-9]/g, '').includes(label.replaceAll('-', '')))
}

/** The same name under another ending: houses own several. */
const isSibling = (domain: string, other: string): boolean =>
  domain === other || (labelOf(other).length > 4 && labelOf(domain) === labelOf(other))

/** Papers quote and cite: their links are told apart from what the mail itself leads to. */
const isPaperLink = ({ origin }: Link): boolean => origin === 'pdf' || origin === 'office' || origin === 'page'

/** Where a lure is, and where a newsletter says how to leave it. */
const endsOf = (text: string): string => (text.length <= 7000 ? text : `${text.slice(0, 6000)}\n${text.slice(-1000)}`)

/** The mail, measured. */
export function measure(message: Message): Mail {
  const { from, reader, circle } = message
  const readerDomain = reader === undefined || isFreeMail(reader.domain) || reader.address === from.address ? '' : reader.domain
  const ownBrands = ownNames(circle)
  const organisation = (circle.organisation?.domains ?? []).map((domain) => registered(domain.toLowerCase()))
  const knownDomains = new Set([...ownBrands.flatMap((brand) => brand.domains.map(registered))])
  const knownAddresses = new Set(circle.people.flatMap((person) => person.addresses.map((address) => address.toLowerCase())))
  const freeMail = isFreeMail(from.domain)
  // Mass mail is often written to its own sender, with the reader in Bcc: that is no colleague.
  const toItself = reader !== undefined && reader.address === from.address && !organisation.includes(from.domain)
  const own = !freeMail && from.domain !== '' && !toItself && (from.domain === readerDomain || organisation.includes(from.domain))
  const known = knownAddresses.has(from.address) || (!freeMail && knownDomains.has(from.domain))
  const relation: Relation = own ? 'own' : known ? 'known' : !freeMail && brandOf(from.domain) !== undefined ? 'brand' : 'stranger'
  const text =
    message.page === undefined || message.page.text.length < 20 ? `${message.page?.text ?? ''}\n${message.plain}` : message.page.text
  const lead = `${message.subject}\n${endsOf(text)}\n${text.length < 300 ? (message.page?.pictureWords ?? '') : ''}`
  const paperWords = papersOf(message.attachments)
  const bodyWords = plainWords(lead)
  const paperWants = readIntents(paperWords)
  // A mail with next to nothing in it says what its paper says. Bills speak of money, dates and numbers by nature, and count only for what bills do not say.
  const isCover = paperWords !== '' && text.trim().length < 200
  const speaks = isCover && !isBill(paperWords)
  const words = speaks ? `${bodyWords}\n${paperWords}` : bodyWords
  const web = message.links.filter((link) => link.kind === 'web' && link.host !== '')
  const borrowedPages = web.filter(
    (link) =>
      isHost('freePages', link.host) ||
      isHost('shorteners', link.host) ||
      /^docs\.google\.com\/forms/.test(link.innermost.replace(/^https?:\/\//, '')),
  )
  const isKnownHost = (link: Link): boolean =>
    isSibling(link.domain, from.domain) ||
    link.domain === readerDomain ||
    organisation.includes(link.domain) ||
    knownDomains.has(link.domain) ||
    brandOf(link.domain) !== undefined ||
    isHost('common', link.host) ||
    isHost('mailSenders', link.host) ||
    isHost('meeting', link.host) ||
    isHost('sharing', link.host)
  const paperCounts = isLeaflet(web.filter(isPaperLink)) && (!isBill(paperWords) || asksInPaper(paperWants))
  const counts = (link: Link): boolean => !isPaperLink(link) || paperCounts
  return {
    message,
    words,
    text,
    wants: speaks || paperWords === '' ? readIntents(words) : withPapers(readIntents(words), paperWants, isCover),
    paperWords,
    paperWants,
    relation,
    freeMail,
    verified: message.authentication.dmarc === 'pass',
    forged: message.authentication.dmarc === 'fail',
    shadyDomain: !freeMail && relation === 'stranger' && (isTrustWords(from.domain) || hasAbusedEnding(from.host)),
    dressedDomain: !freeMail && relation === 'stranger' && isDressed(from.domain),
    borrowedOffice: relation === 'stranger' && isOffice(from.name, from.domain),
    readerDomain,
    ownBrands,
    nameBrands: brandsIn(from.name),
    leadBrands: brandsIn(`${message.subject}\n${text.slice(0, 600)}`),
    web,
    foreign: web.filter((link) => (borrowedPages.includes(link) || !isKnownHost(link)) && counts(link)),
    borrowedPages: borrowedPages.filter(counts),
    hasOwnLink: from.domain !== '' && web.some((link) => isSibling(link.domain, from.domain) && !isPaperLink(link)),
    carriesReader: reader !== undefined && reader.address !== '' && web.some((link) => carries(link, reader.address)),
    files: message.attachments.filter((attachment) => !attachment.inline),
    talksOfTricks: message.listId !== '' && message.attachments.length === 0 && /\b(?:phish|scam|spoof|fraud|estafa)/.test(words),
  }
}

/** The first of several intents that was said, with its words. */
export function firstSaid(mail: Mail, ...intents: readonly Intent[]): string | undefined {
  for (const intent of intents) {
    const words = mail.wants(intent)
    if (words !== undefined) return words
  }
  return undefined
}

/** Whether sender and every brand named agree: the brand's mail comes from the brand's domain. */
export const isFromBrand = (mail: Mail, brand: Brand): boolean =>
  belongsTo(brand, mail.message.from.domain) || mail.ownBrands.some((own) => own.domains.includes(mail.message.from.domain))

/** Nobody the reader is known to deal with, as far as this mail can show. */
const isStranger = (mail: Mail): boolean => mail.relation === 'stranger'

/** A link that a stranger wants followed: foreign, or on the stranger's own ground. */
export const luringLink = (mail: Mail): Link | undefined =>
  mail.foreign[0] ?? (isStranger(mail) ? mail.web.find((link) => link.domain === mail.message.from.domain) : undefined)

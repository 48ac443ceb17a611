/** What rules ask of a mail: who the sender is to the reader, where the links lead, what the words want. Worked out once, before any rule looks. */
import { foldHomoglyphs } from '#kernel'
import type { Address, Attachment, Authentication, Link, Message } from '../message.ts'
import type { Authority } from '../names/authorities.ts'
import { type Brand, belongsTo, brandOf, brandsIn } from '../names/brands.ts'
import { type CircleIndex, indexOf, type NameHit } from '../names/circle-index.ts'
import { labelOf, registered } from '../names/domain.ts'
import type { LikenessOf } from '../names/likeness.ts'
import { isDressed, isTrustWords, likenessOf } from '../names/lookalike.ts'
import { readPersonName } from '../names/person-name.ts'
import { isPublicOffice } from '../names/public-offices.ts'
import { hasAbusedEnding, isFreeMail, isHost, isLentGroup } from '../names/services.ts'
import { type Trust, trustOf } from '../names/trusted-senders.ts'
import { type CalendarEntry, isCalendar, readCalendar } from '../view/read-calendar.ts'
import { type Intent, type Intents, readIntents } from '../words/intents.ts'
import { joinLines, plainWords, withoutDigitLetters, withoutQuotes } from '../words/plain-words.ts'
import { readSentences, type Sentences } from '../words/sentences.ts'
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
  /** The same words, a calendar entry's and a paper's, as concepts sentence by sentence. */
  readonly says: Sentences
  readonly entry: CalendarEntry | undefined
  /** What short papers among the files say, as it stands, as plain words, and what they want of their reader. */
  readonly papers: string
  readonly paperWords: string
  readonly paperWants: Intents
  readonly relation: Relation
  readonly freeMail: boolean
  readonly verified: boolean
  readonly forged: boolean
  /** A list or forwarder that was itself checked brought the mail: that the sender's own check failed is then the list's doing. */
  readonly relayed: boolean
  /** A list brought it: one that proved itself, or one it is addressed to where nobody could check. A List-Id alone is a line that anybody can write. */
  readonly throughList: boolean
  /** A sender who is proven genuine and whom everybody may trust to be nobody's cover. */
  readonly trust: Trust
  /** The sender's domain is made of words that inspire trust, or has an ending that is mostly abused. */
  readonly shadyDomain: boolean
  /** A weaker form of it: one such word behind a hyphen. */
  readonly dressedDomain: boolean
  /** The name on the mail is an office (`IT Support`, `Payroll`), not a person or a house. */
  readonly borrowedOffice: boolean
  readonly readerDomain: string
  readonly circle: CircleIndex
  readonly ownBrands: readonly Brand[]
  /** Domains near to the reader, which somebody may imitate; always the same list for the same reader. */
  readonly near: readonly string[]
  readonly likenessOf: LikenessOf
  /** Whom of the circle the sender's display name may mean, where it is not their address. */
  readonly meantPeople: readonly NameHit[]
  /** Public offices and donation platforms in the sender's display name. */
  readonly nameAuthorities: readonly Authority[]
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
  /** A conversation about such mails, as its subject says, with nothing in it that one could fall for. */
  readonly talksOfTricks: boolean
}

const office =
  /^\W*(?:(?:the|your|company|corporate|internal|global|central|e-?mail|mail|office|office365|new|staff|employee|cloud|web|online|digital|server|network|system|account|accounts|customer)\s+)*(?:i\.?t\.?|i\.?c\.?t\.?|help ?-?desk|service ?desk|support|admin|administrators?|administration|webmail|mailbox|postmaster|mail ?(?:admin|server|system|delivery|support|service|team|center)|e-?mail ?(?:admin|server|system|security|support|service|team|quarantine)|security|hr|human resources|payroll|accounts? (?:team|department|security|support|service|verification|services)|account|finance|benefits|compliance|system|server|no-?reply|notifications?|alert|quarantine|voice ?mail|fax|scanner|documents?|file ?share|e-?sign\w*|billing|delivery|parcel|shipping|courier|soporte|administrador|recursos humanos|nominas?|seguridad|correo|buzon|informatica|sistemas|direccion|atencion)\b/

const isOffice = (name: string, domain: string): boolean => {
  const plain = plainWords(name)
  const label = labelOf(domain)
  return plain !== '' && office.test(plain) && !(label.length > 3 && plain.replace(/[^a-z0-9]/g, '').includes(label.replaceAll('-', '')))
}

const meantBy = (index: CircleIndex, from: Address): readonly NameHit[] =>
  from.name === '' ? [] : index.people(readPersonName(from.name)).filter(({ person }) => !person.addresses.has(from.address))

const listHost = (listId: string): string => /<?[^<>]*?([\w-]+(?:\.[\w-]+)+)>?\s*$/.exec(listId)?.[1]?.toLowerCase() ?? ''

/** A list's own signature, or its own host, or a trusted forwarder's seal; its List-Id alone is only a word. */
function isRelayed({ listId, authentication }: Message): boolean {
  const { vouchedBy, signedBy, spf, spfDomain = '' } = authentication
  if (vouchedBy !== undefined) return true
  const host = listHost(listId)
  if (host === '') return false
  const list = registered(host)
  return signedBy.some((domain) => registered(domain) === list) || (spf === 'pass' && registered(spfDomain) === list)
}

/** No check of the sender is stated, whoever wrote the results. */
const isUnchecked = ({ dmarc, spf, dkim }: Authentication): boolean => [dmarc, spf, dkim].every((one) => one === 'not stated')

const isToList = ({ listId, to }: Message): boolean => {
  const host = listHost(listId)
  return host !== '' && to.some((one) => one.domain === registered(host))
}

/** Pages that anybody may make within a house that makes its own too: forms, published slides, designs. */
const anybodysPage =
  /^https?:\/\/(?:docs\.google\.com\/(?:a\/[^/]+\/)?(?:forms|drawings|(?:presentation|document|spreadsheets)\/d\/(?:e\/)?[^/]+\/pub)|(?:www\.)?canva\.com\/design\/|(?:www\.)?figma\.com\/(?:deck|slides|proto|site)\/|(?:www\.)?linkedin\.com\/smart-links\/|acrobat\.adobe\.com\/id\/)/i

/** The same name under another ending: houses own several. */
const isSibling = (domain: string, other: string): boolean =>
  domain === other || (labelOf(other).length > 4 && labelOf(domain) === labelOf(other))

const leaving = /unsub|opt-?out|preferen|subscri|abmeld|abbestell|suscri|\bbaja\b|abonn|d[eé]sinscri|email-?settings|manage/i
const leavingBy = /(?:unsub|opt-?out|preferen|abmeld|abbestell|suscri|\bbaja\b|d[eé]sabonn|d[eé]sinscri)[^\n]{0,60}\bhttps?:/i
/** Whether one can leave: by a link that says so, by one of the many of a newsletter, or as a letter long enough for one tells. */
const leadsOut = (text: string, web: readonly Link[]): boolean =>
  text.length > 900 || web.length > 5 || web.some((link) => leaving.test(link.text) || leaving.test(link.innermost)) || leavingBy.test(text)

/** Words on how to leave cost nothing: without a way they spare nobody, and nobody writes to many out of a free mailbox. */
const withoutWayOut = (isWay: boolean, wants: Intents): Intents =>
  isWay ? wants : (intent) => (intent === 'unsubscribe' ? undefined : wants(intent))

/** Where a lure is, and where a newsletter says how to leave it. */
const endsOf = (text: string): string => (text.length <= 7000 ? text : `${text.slice(0, 6000)}\n${text.slice(-1000)}`)

/** Papers quote and cite: their links are told apart from what the mail itself leads to. */
const isPaperLink = ({ origin }: Link): boolean => origin === 'pdf' || origin === 'office' || origin === 'page'

/** The mail, measured. */
export function measure(message: Message): Mail {
  const { from, reader, circle } = message
  const readerDomain = reader === undefined || isFreeMail(reader.domain) || reader.address === from.address ? '' : reader.domain
  const index = indexOf(circle)
  const { house, domains: knownDomains, addresses: knownAddresses } = index
  // People write from yahoo.com; reply.yahoo.com is the house itself.
  const freeMail = isFreeMail(from.domain) && from.host === from.domain
  // Mass mail is often written to its own sender, with the reader in Bcc: that is no colleague.
  const toItself = reader !== undefined && reader.address === from.address && !house.has(from.domain)
  const own = !freeMail && from.domain !== '' && !toItself && (from.domain === readerDomain || house.has(from.domain))
  const known = knownAddresses.has(from.address) || (!freeMail && knownDomains.has(from.domain))
  const lent = isLentGroup(from.domain)
  const relation: Relation = own ? 'own' : known ? 'known' : !freeMail && !lent && brandOf(from.domain) !== undefined ? 'brand' : 'stranger'
  const relayed = isRelayed(message)
  const text =
    message.page === undefined || message.page.text.length < 20 ? `${message.page?.text ?? ''}\n${message.plain}` : message.page.text
  const calendar = message.attachments.find(isCalendar)
  const entry = calendar === undefined ? undefined : readCalendar(calendar)
  const lead = `${message.subject}\n${joinLines(endsOf(withoutQuotes(text)))}\n${text.length < 300 ? (message.page?.pictureWords ?? '') : ''}\n${joinLines(endsOf(entry?.text ?? ''))}`
  const papers = papersOf(message.attachments)
  const paperWords = papers === '' ? '' : plainWords(joinLines(papers))
  const paperWants = readIntents(paperWords)
  const bodyWords = plainWords(lead)
  // A mail with next to nothing in it says what its paper says. Bills speak of money, dates and numbers by nature, and count only for what bills do not say.
  const isCover = paperWords !== '' && text.trim().length < 200
  const speaks = isCover && !isBill(paperWords)
  const words = speaks ? `${bodyWords}\n${paperWords}` : bodyWords
  const said = paperWords === '' ? words : `${bodyWords}\n${paperWords}`
  const web = [...message.links, ...(entry?.links ?? [])].filter((link) => link.kind === 'web' && link.host !== '')
  const borrowedPages = web.filter(
    (link) => isHost('freePages', link.host) || isHost('shorteners', link.host) || anybodysPage.test(link.innermost),
  )
  const isKnownHost = (link: Link): boolean =>
    isSibling(link.domain, from.domain) ||
    link.domain === readerDomain ||
    house.has(link.domain) ||
    knownDomains.has(link.domain) ||
    brandOf(link.domain) !== undefined ||
    isPublicOffice(link.host) ||
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
    wants: withoutWayOut(
      !freeMail && leadsOut(text, web),
      speaks || paperWords === '' ? readIntents(words) : withPapers(readIntents(words), paperWants, isCover),
    ),
    says: readSentences(withoutDigitLetters(said), said),
    entry,
    papers,
    paperWords,
    paperWants,
    relation,
    freeMail,
    verified: message.authentication.dmarc === 'pass',
    forged: message.authentication.dmarc === 'fail' && !relayed,
    relayed,
    throughList: relayed || (isUnchecked(message.authentication) && isToList(message)),
    trust: message.authentication.dmarc === 'pass' ? trustOf(from.host, from.domain) : undefined,
    shadyDomain: !freeMail && relation === 'stranger' && (isTrustWords(from.domain) || hasAbusedEnding(from.host)),
    dressedDomain: !freeMail && relation === 'stranger' && isDressed(from.domain),
    borrowedOffice: relation === 'stranger' && isOffice(from.name, from.domain),
    readerDomain,
    circle: index,
    ownBrands: index.names,
    near: index.near(readerDomain),
    likenessOf: message.likenessOf ?? likenessOf,
    meantPeople: relation === 'stranger' ? meantBy(index, from) : [],
    nameAuthorities: from.name === '' ? [] : index.authoritiesIn(foldHomoglyphs(from.name)),
    nameBrands: brandsIn(from.name),
    leadBrands: brandsIn(`${message.subject}\n${text.slice(0, 600)}`),
    web,
    foreign: web.filter((link) => (borrowedPages.includes(link) || !isKnownHost(link)) && counts(link)),
    borrowedPages: borrowedPages.filter(counts),
    hasOwnLink: from.domain !== '' && web.some((link) => isSibling(link.domain, from.domain) && !isPaperLink(link)),
    carriesReader: reader !== undefined && reader.address !== '' && web.some((link) => carries(link, reader.address)),
    files: message.attachments.filter((attachment) => !attachment.inline),
    talksOfTricks: message.attachments.length === 0 && /\b(?:phish|scam|spoof|fraud|estafa)/.test(plainWords(message.subject)),
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

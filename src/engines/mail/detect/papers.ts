/** What papers among the files say. Only short ones count: a lure is a page, while handbooks, programmes and press kits speak of everything. */

import type { FileKind } from '../files/kind.ts'
import type { Address, Attachment, Link } from '../message.ts'
import type { Intent, Intents } from '../words/intents.ts'

const limits = { pages: 3, text: 3000, words: 6000, domains: 3 }
const papers: ReadonlySet<FileKind> = new Set(['pdf', 'office', 'old-office', 'open-document', 'rtf', 'page', 'text'])

/** A page that does something is no sheet of paper. */
const works = /<(?:form|input|script|textarea)\b/i

/** The file as a paper that may be a lure in itself. */
export const isShortPaper = ({ kind, reading, text }: Attachment): boolean =>
  papers.has(kind) &&
  reading !== undefined &&
  !(kind === 'page' && works.test(text)) &&
  reading.pages <= limits.pages &&
  reading.text.length <= limits.text

/** What the short papers say; empty for most mails. */
export const papersOf = (files: readonly Attachment[]): string =>
  files
    .filter(isShortPaper)
    .map((file) => file.reading?.text ?? '')
    .join('\n')
    .slice(0, limits.words)
    .trim()

/** What tells in a paper too. Honest papers speak of bills, dates and telephone numbers all day long, but do not ask for a password. */
const telling: ReadonlySet<Intent> = new Set<Intent>([
  'credentials', 'threat', 'mailbox', 'voicemail', 'wallet', 'prize', 'qr', 'qrPurpose', 'court', 'blackmailAccess', 'blackmailPay', 'blackmailThreat', 'fortune',
]) // biome-ignore format: a list

/** A charge that nobody made, and the number to call about it: in a bill that comes without a letter, the three together tell. */
const bogusBill: ReadonlySet<Intent> = new Set<Intent>(['call', 'charge', 'cancel'])

/** Whether a paper wants more of its reader than to be read and paid. What a code would be for (`invoice`) asks nothing where none is to be scanned. */
export const asksInPaper = (paper: Intents): boolean =>
  [...telling, 'document' as const].some((intent) => intent !== 'qrPurpose' && paper(intent) !== undefined)

/** A bill, a ticket or a receipt: a word for it, and an amount. */
export const isBill = (words: string): boolean =>
  /\b(?:invoice|bill|receipt|statement|quote|order|boarding|ticket|factura|recibo|presupuesto|rechnung|quittung|facture|recu|devis)\b/.test(
    words,
  ) && /\d[.,]\d\d\b|[$€£]\s?\d/.test(words)

/** The mail's wants, and its papers' where those tell. `isCover`: the mail has no words of its own to speak of. */
export const withPapers =
  (mail: Intents, paper: Intents, isCover: boolean): Intents =>
  (intent) =>
    mail(intent) ?? (telling.has(intent) || (isCover && bogusBill.has(intent)) ? paper(intent) : undefined)

/** Links of papers that lead to few places; one that cites the world is no leaflet. */
export const isLeaflet = (links: readonly Link[]): boolean => new Set(links.map((link) => link.domain)).size <= limits.domains

/** Whether an address names its reader: whole, or as `ana.ruiz`, `aruiz`. What was made for one person is no poster and no menu. */
export function namesReader(link: Link, reader: Address | undefined): boolean {
  if (reader === undefined || reader.address === '') return false
  if (carries(link, reader.address)) return true
  const box = reader.address.slice(0, reader.address.lastIndexOf('@'))
  const [given = '', ...rest] = box.split(/[._-]+/)
  const family = rest.at(-1) ?? ''
  const url = URL.parse(link.innermost)
  const way = url === null ? '' : `${url.pathname}${url.search}${url.hash}`.toLowerCase()
  const forms =
    family.length < 3 || given === ''
      ? [box]
      : [box, `${given[0]}${family}`, `${given}${family}`, `${given[0]}.${family}`, `${family}.${given}`, `${given}-${family}`]
  return forms.some((form) => form.length > 3 && way.includes(form))
}

/** Whether an address carries another one with it, in letters or as base64, so that the page can greet its victim. */
export function carries(link: Link, address: string): boolean {
  const target = link.innermost
  if (target.toLowerCase().replace('%40', '@').includes(address)) return true
  return target.length > 20 && target.includes(Buffer.from(address).toString('base64').replace(/=+$/, '').slice(0, -1))
}

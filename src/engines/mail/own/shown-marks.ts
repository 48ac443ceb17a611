/** What a mail shows that a list or an indicator may name: who sends it, where answers go, where links lead, which files it brings. */
import type { Mail } from '../detect/mail.ts'
import type { Link } from '../message.ts'
import { domainToUnicode } from '../names/unicode-domain.ts'
import { marksOf, type Shown } from './indicator-index.ts'
import { foldName } from './indicators/mark.ts'
import { foldUrl } from './values.ts'

const mostLinks = 300

export type Seen = {
  readonly from: { readonly address: string; readonly host: string; readonly name: string }
  readonly replyTo: { readonly address: string; readonly host: string }
  readonly links: readonly { readonly host: string; readonly urls: readonly string[]; readonly link: Link }[]
  readonly files: readonly { readonly sha256: string; readonly name: string }[]
  readonly ip: string
}

/** The parts of a mail that are compared, in the form in which they are compared. */
export function seenIn({ message }: Mail, ip: string | undefined): Seen {
  const { from, replyTo } = message
  return {
    from: { address: withHost(from.address), host: host(from.host), name: foldName(from.name) },
    replyTo: { address: withHost(replyTo?.address ?? ''), host: host(replyTo?.host ?? '') },
    links: message.links
      .filter(({ kind }) => kind === 'web')
      .slice(0, mostLinks)
      .map((link) => ({ link, host: host(link.host), urls: urlsOf(link) })),
    files: message.attachments.map(({ sha256, name }) => ({ sha256, name })),
    ip: ip ?? '',
  }
}

const host = (text: string): string => domainToUnicode(text.toLowerCase())

const withHost = (address: string): string => {
  const at = address.lastIndexOf('@')
  return address.includes('xn--') ? `${address.slice(0, at)}@${host(address.slice(at + 1))}` : address
}

/** The address that stands in the mail, and the innermost one. */
function urlsOf({ target, innermost }: Link): readonly string[] {
  const urls = [foldUrl(innermost), target === innermost ? undefined : foldUrl(target)]
  return urls.filter((url) => url !== undefined)
}

/** The same as marks, each with its place; what is most telling first. */
export function* shownMarks({ from, replyTo, links, files, ip }: Seen, ranges: ReadonlySet<number>): Generator<Shown> {
  for (const { sha256, name } of files) yield { kind: 'sha256', value: sha256, where: 'attachment', quote: name === '' ? sha256 : name }
  for (const { urls, link } of links) for (const value of urls) yield { kind: 'url', value, where: 'link', quote: link.target }
  yield { kind: 'address', value: from.address, where: 'From', quote: from.address }
  if (replyTo.address !== '') yield { kind: 'address', value: replyTo.address, where: 'Reply-To', quote: replyTo.address }
  for (const mark of marksOf('host', from.host, ranges)) yield { ...mark, where: 'From', quote: from.address }
  for (const mark of marksOf('host', replyTo.host, ranges)) yield { ...mark, where: 'Reply-To', quote: replyTo.address }
  for (const { host: at, link } of links) {
    for (const mark of marksOf('host', at, ranges)) yield { ...mark, where: 'link', quote: link.target }
    if (ranges.size > 0) for (const mark of marksOf('ip', at, ranges)) yield { ...mark, where: 'link', quote: link.target }
  }
  if (ip !== '') for (const mark of marksOf('ip', ip, ranges)) yield { ...mark, where: 'delivering server', quote: ip }
  if (from.name.length >= 5) yield { kind: 'sender-name', value: from.name, where: 'From', quote: from.name }
}

/** A mail without what a finding quotes of it: the counterfactual by which evidence is tried. Nothing is taken out but what is quoted. */
import type { Evidence } from '#kernel'
import { eachLeaf, fileNameOf, headerOf, isText, type Part, putTogether, takeApart, textOf, withHeader, withText } from './mail-parts.ts'

/** Someone of whom nothing is known, with an address that neither accuses nor clears; named after the house where the old sender was, too. */
const nobodySpecial = (mail: Part): string => {
  const [, name = '', house = ''] = /^(.*?)@(?:[^@]*\.)?([\w-]+)\.\w+>?\s*$/.exec(headerOf(mail, 'from')) ?? []
  const isNamedSo = name
    .toLowerCase()
    .split(/[^a-z]+/)
    .slice(0, -1)
    .some((word) => word.length > 3 && house.toLowerCase().includes(word))
  return isNamedSo ? 'Millbrook <desk@millbrook.example>' : 'desk@millbrook.example'
}
const plainSubject = 'Notes'
const plainWords = 'and so on'

/** The mail with all that `evidence` quotes taken out or made neutral. */
export function withoutEvidence(bytes: Uint8Array, evidence: readonly Evidence[]): Uint8Array {
  return putTogether(evidence.reduce(without, takeApart(bytes)))
}

function without(mail: Part, one: Evidence): Part {
  const sender = /@([^\s<>@"]+)>?\s*$/.exec(headerOf(mail, 'from'))?.[1] ?? 'millbrook.example'
  switch (one.where) {
    case 'From':
    case 'sender domain':
      return fromNobody(mail, sender)
    case 'From and Subject':
      return withHeader(fromNobody(mail, sender), 'Subject', plainSubject)
    case 'Reply-To':
      return withHeader(mail, 'Reply-To')
    case 'in copy':
      return withHeader(mail, 'Cc')
    case 'Subject':
      return withHeader(mail, 'Subject', plainSubject)
    case 'check':
      return unchecked(mail)
    case 'attachment':
      return withoutFile(mail, one.quote)
    case 'inside':
      return withoutFiles(mail)
    case 'structure':
      return /From line/.test(one.quote)
        ? fromNobody(mail, sender)
        : plainlyBuilt(/attachment/i.test(one.quote) ? withoutFiles(mail) : mail)
    case 'calendar':
      return leaves(mail, (leaf) =>
        /^text\/calendar/i.test(headerOf(leaf, 'content-type')) || /\.ics$/i.test(fileNameOf(leaf)) ? undefined : leaf,
      )
    case 'form':
      return inTexts(mail, (text) => text.replace(/<\/?(?:form|input|button|select|textarea)\b[^>]*>/gi, ''))
    case 'hidden text':
      return inTexts(mail, (text) => withoutHidden(text, one.quote))
    case 'link':
    case 'ends at':
      return withoutLink(mail, one, sender)
    case 'QR code':
      return inTexts(withoutFiles(mail), (text) => text.replace(/<table\b.*<\/table>|<pre\b.*?<\/pre>|<img\b[^>]*>/gis, ''))
    case 'text':
      return withoutWords(mail, one.quote)
    default:
      return inTexts(mail, (text) => replaced(text, one.quote, plainWords))
  }
}

/** From another house, and with it the links that led to the old one. */
const fromNobody = (mail: Part, old: string): Part =>
  inTexts(withHeader(mail, 'From', nobodySpecial(mail)), (text) =>
    text.replace(/(https?:)?\/\/[^\s"'<>]+/gi, (url) => (url.includes(old) ? 'https://millbrook.example/' : url)),
  )

const leaves = (mail: Part, change: (leaf: Part) => Part | undefined): Part => eachLeaf(mail, change) ?? withText(mail, '')

const inTexts = (mail: Part, change: (text: string) => string): Part =>
  leaves(mail, (leaf) => {
    if (!isText(leaf)) return leaf
    const text = textOf(leaf)
    const changed = change(text)
    return changed === text ? leaf : withText(leaf, changed)
  })

const isFile = (leaf: Part): boolean =>
  !isText(leaf) || /^attachment/i.test(headerOf(leaf, 'content-disposition')) || fileNameOf(leaf) !== ''
const withoutFiles = (mail: Part): Part => leaves(mail, (leaf) => (isFile(leaf) ? undefined : leaf))
const withoutFile = (mail: Part, name: string): Part => {
  let found = false
  const others = leaves(mail, (leaf) => {
    const named = fileNameOf(leaf).replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    const isIt = named !== '' && name.includes(named)
    found ||= isIt
    return isIt ? undefined : leaf
  })
  return found ? others : withoutFiles(mail)
}

/** All parts side by side, as any mail program would write them. */
function plainlyBuilt(mail: Part): Part {
  const found: Part[] = []
  eachLeaf(mail, (leaf) => {
    found.push(leaf)
    return leaf
  })
  return { ...withHeader(mail, 'Content-Type', 'multipart/mixed; boundary="side-by-side"'), children: found }
}

/** A page without the hidden elements and comments whose text was quoted, or began there. */
const withoutHidden = (page: string, quote: string): string =>
  page
    .replace(/<!--(.*?)-->/gs, (comment, inside: string) => (quote.includes(inside.slice(0, 40)) ? '' : comment))
    .replace(
      /<(\w+)[^>]*style\s*=\s*"[^"]*(?:display:\s*none|visibility:\s*hidden|font-size:\s*[01]p|font-size:\s*0|color:\s*#f[\da-f]f|opacity:\s*0|max-height:\s*0)[^"]*"[^>]*>(.*?)<\/\1>/gis,
      (element, _, inside: string) =>
        quote.includes(
          inside
            .replace(/<[^>]*>/g, '')
            .replace(/\s+/g, ' ')
            .trim()
            .slice(0, 40),
        )
          ? ''
          : element,
    )

/** The words are others; where no text holds them, they stood in a file. */
function withoutWords(mail: Part, quote: string): Part {
  let found = false
  const others = inTexts(mail, (text) => {
    const changed = replaced(text, quote, plainWords)
    found ||= changed !== text
    return changed
  })
  return found ? others : withoutFiles(others)
}

const checks = ['Authentication-Results', 'ARC-Authentication-Results', 'Received-SPF', 'DKIM-Signature']
const unchecked = (mail: Part): Part => checks.reduce((left, name) => withHeader(left, name), mail)

/** The link leads to the sender's own house, and says nothing that was quoted. Where the page holds no such link, it stood in a file. */
function withoutLink(mail: Part, { quote, mark }: Evidence, sender: string): Part {
  const [shown, target] = /^(?:(.*?) → )?((?:https?:|[\w.-]+\.)\S*)/s.exec(quote)?.slice(1) ?? []
  let found = false
  const led = inTexts(mail, (text) => {
    const led = text.replace(/(?:https?:)?\/\/[^\s"'<>]+/gi, (url) => {
      const plain = url.replaceAll('&amp;', '&')
      const isIt = (target !== undefined && plain.startsWith(target)) || (mark !== undefined && plain.includes(mark))
      found ||= isIt
      return isIt ? `https://${sender}/` : url
    })
    return shown === undefined ? led : replaced(led, shown, plainWords)
  })
  return found ? led : withoutFiles(led)
}

const unseen =
  '(?:<[^>]*style[^>]*>[^<]{0,20}</[^>]*>|<!--[^>]*-->|<[^>]*>|&(?:zwnj|zwj|shy|#8203|#173);|[\\u00ad\\u034f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff])*'
const between = '(?:<[^>]*>|&(?:nbsp|zwnj|zwj|shy|#\\w+);|[\\s\\u00ad\\u034f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff>])*'

/** All places where `quote` stands in a page or text, whatever marks and unseen letters stand in it; the marks stay. */
function replaced(text: string, quote: string, by: string): string {
  const words = quote.split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return text
  const pattern = words.map((word) => [...word].map(letter).join(unseen)).join(between)
  return text.replace(new RegExp(pattern, 'giu'), (hit) => `${by}${(hit.match(/<[^>]*>/g) ?? []).join('')}`)
}

const entities: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  '’': 'rsquo',
  '“': 'ldquo',
  '”': 'rdquo',
}
function letter(one: string): string {
  const plain = one.replace(/[\\^$.*+?()[\]{}|]/u, '\\$&')
  const code = one.codePointAt(0) ?? 0
  return `(?:${plain}|&#(?:${code}|x0*${code.toString(16)});${entities[one] === undefined ? '' : `|&${entities[one]};`})`
}

/**
 * Sorts the parts of a mail into what a reader sees and what is a file. A mail within a mail is read like an answer's quotation: its head and text are added
 * to the text; in a report about mail, and past a few levels, it is a file.
 */

import type { Email, Listed, MimeFile } from './email.ts'
import { decodeWords } from './encoded-words.ts'
import { htmlToText, textToHtml } from './html-to-text.ts'
import { contentOf, type Part, textOf } from './part.ts'

export type TextKind = 'plain' | 'html'
type Item = { readonly text: string } | { readonly mail: Email }
/** What is said in one place, in one or two kinds. */
export type Said = Partial<Record<TextKind, Item[]>>
export type Gathered = { readonly said: Said[]; readonly kinds: Set<TextKind>; readonly files: MimeFile[] }

/** Reads an enclosed mail; undefined when it lies too deep. */
export type ReadInner = (bytes: Buffer) => { readonly email: Email; readonly said: readonly Said[] } | undefined

export function gather(root: Part, readInner: ReadInner): Gathered {
  const gathered: Gathered = { said: [], kinds: new Set(), files: [] }
  const isReport = reports(root)
  const visit = (part: Part, alternative: Said | undefined, related: boolean): void => {
    let within = alternative
    if (part.multipart === 'alternative') within = {}
    else if (part.multipart === '') leaf(part, alternative, related, gathered, isReport ? undefined : readInner)
    for (const child of part.children) visit(child, within, related || part.multipart === 'related')
  }
  visit(root, undefined, false)
  return gathered
}

function add(said: Said, kind: TextKind, item: Item, gathered: Gathered): void {
  // A place counts from its first words on, so that the texts keep the order they came in.
  if (said.plain === undefined && said.html === undefined) gathered.said.push(said)
  const items = said[kind] ?? []
  said[kind] = items
  items.push(item)
  gathered.kinds.add(kind)
}

function leaf(part: Part, alternative: Said | undefined, related: boolean, gathered: Gathered, readInner: ReadInner | undefined): void {
  const { value } = part.type
  const isMail = value === 'message/rfc822' && ['', 'inline'].includes(part.disposition.value) && readInner !== undefined
  const inner = isMail ? readInner(contentOf(part)) : undefined
  if (inner !== undefined) {
    const { email, said } = inner
    const here: Said = {}
    if (email.text !== '' || email.html === '') add(here, 'plain', { mail: email }, gathered)
    if (email.html !== '') add(here, 'html', { mail: email }, gathered)
    gathered.said.push(...said)
    gathered.files.push(...email.attachments)
  } else if ((value === 'text/plain' || value === 'text/html') && part.disposition.value !== 'attachment') {
    add(alternative ?? {}, value === 'text/html' ? 'html' : 'plain', { text: textOf(part) }, gathered)
  } else {
    gathered.files.push(fileOf(part, related && !isMail))
  }
}

function fileOf(part: Part, related: boolean): MimeFile {
  const { type, disposition, contentId } = part
  const isCalendar = type.value === 'text/calendar' || type.value === 'application/ics'
  return {
    filename: decodeWords(disposition.params.get('filename') || type.params.get('name') || ''),
    mimeType: type.value,
    disposition: disposition.value,
    related: related && contentId !== '',
    contentId,
    method: isCalendar ? (type.params.get('method') ?? '').toUpperCase().trim() : '',
    content: isCalendar ? Buffer.from(`${textOf(part).replaceAll('\r\n', '\n').trimEnd()}\n`) : contentOf(part),
  }
}

/** A report that a mail could not be delivered or was complained about carries that mail as evidence. */
const reports = (part: Part): boolean =>
  part.type.value === 'message/delivery-status' || part.type.value === 'message/feedback-report' || part.children.some(reports)

/** All that is said, in one kind. What stands there only in the other kind is turned into it. */
export function render(said: readonly Said[], kind: TextKind): string {
  const other = kind === 'html' ? 'plain' : 'html'
  const turn = kind === 'html' ? textToHtml : htmlToText
  const head = kind === 'html' ? (email: Email): string => textToHtml(headOf(email)) : headOf
  return said
    .flatMap((one) => {
      const own = one[kind]
      return (own ?? one[other] ?? []).map((item) => ('mail' in item ? head(item.mail) : own === undefined ? turn(item.text) : item.text))
    })
    .join('\n')
}

/** The lines above an enclosed mail, as mail programs show them. */
function headOf({ from, subject, date, to, cc }: Email): string {
  const rows = [
    ['From', from === undefined ? '' : written([from])],
    ['Subject', subject],
    ['Date', date],
    ['To', written(to)],
    ['Cc', written(cc)],
  ]
  const lines = rows.filter(([, text]) => text !== '').map(([name = '', text = '']) => `${name}: ${text}`)
  const rule = '-'.repeat(Math.min(80, Math.max(0, ...lines.map((line) => line.length))))
  return `\n${rule}\n${lines.join('\n')}\n${rule}\n`
}

const written = (list: readonly Listed[]): string =>
  list
    .map((one) =>
      one.group !== undefined ? `${one.name}:${written(one.group)};` : one.name === '' ? one.address : `${one.name} <${one.address}>`,
    )
    .join(', ')

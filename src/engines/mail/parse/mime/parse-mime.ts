/** Reads a mail's form (RFC 5322, 2045-2047, 2231) out of its bytes. Never throws; every limit that was met is said. */
import { parseAddresses } from './address-list.ts'
import { gather, type ReadInner, render, type Said, type TextKind } from './collect.ts'
import type { Email, Listed, MimeHeader } from './email.ts'
import { decodeWords } from './encoded-words.ts'
import { walk } from './walk.ts'

/** How deep mails may lie within mails; deeper ones are files. */
const innerMails = 4
const limits = { depth: 100, headerBytes: 1024 * 1024 }

/** The mail in `bytes`. Its files are stretches of the same memory where they travelled unencoded. */
export const parseMime = (bytes: Uint8Array): Email => read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0).email

function read(bytes: Buffer, level: number): { readonly email: Email; readonly said: readonly Said[] } {
  const { root, overrun } = walk(bytes, limits)
  const inner: { overrun: Email['overrun'] } = { overrun }
  const readInner: ReadInner = (content) => {
    if (level >= innerMails) return undefined
    const found = read(content, level + 1)
    inner.overrun ??= found.email.overrun
    return found
  }
  const { said, kinds, files } = gather(root, readInner)
  const text = (kind: TextKind): string => (kinds.has(kind) ? render(said, kind) : '')
  const { headers } = root
  const lists = (key: string): readonly Listed[] =>
    headers.filter((header) => header.key === key && header.value !== '').flatMap((header) => parseAddresses(header.value))
  const from = first(headers, 'from')
  const email: Email = {
    headers,
    from: from === '' ? undefined : parseAddresses(from)[0],
    to: lists('to'),
    cc: lists('cc'),
    replyTo: lists('reply-to'),
    subject: decodeWords(first(headers, 'subject')),
    date: isoDate(first(headers, 'date')),
    messageId: decodeWords(first(headers, 'message-id')),
    inReplyTo: decodeWords(first(headers, 'in-reply-to')),
    references: decodeWords(first(headers, 'references')),
    text: text('plain'),
    html: text('html'),
    attachments: files,
    overrun: inner.overrun,
  }
  return { email, said }
}

/** A line given twice counts the first time. */
const first = (headers: readonly MimeHeader[], key: string): string => headers.find((header) => header.key === key)?.value ?? ''

function isoDate(text: string): string {
  const date = new Date(text)
  return Number.isNaN(date.getTime()) ? text : date.toISOString()
}

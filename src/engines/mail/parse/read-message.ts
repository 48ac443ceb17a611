/** Reads raw bytes into a `Message` without authentication. Never throws: what could not be read becomes damage. */
import { createHash } from 'node:crypto'
import { kindOf } from '../files/kind.ts'
import type { Raw } from '../files/read-files.ts'
import { linksInText } from '../links/read-link.ts'
import type { Address, Attachment, Link, Message } from '../message.ts'
import { readPage } from '../view/read-page.ts'
import { addressesOf, addressOf } from './addresses.ts'
import { namesInZip } from './archive.ts'
import { type Damage, damageOf } from './damage.ts'
import { guard } from './guard.ts'
import { pagesInMail } from './mail-in-mail.ts'
import type { Email, MimeFile } from './mime/email.ts'
import { parseMime } from './mime/parse-mime.ts'
import { hasTornBase64 } from './torn-base64.ts'

export type ReadMail = Omit<Message, 'authentication' | 'circle' | 'reader' | 'history' | 'knownCampaign' | 'likenessOf' | 'codes'> & {
  /** For the readers of files. */
  readonly raw: Raw
  readonly headers: readonly { readonly key: string; readonly value: string }[]
}

const limits = { attachments: 200, attachmentText: 200_000, plain: 120_000, links: 1000, subject: 1000, mails: 4 }
const readable = /^(text\/(html|calendar|xml)|image\/svg\+xml|application\/(xhtml\+xml|ics|xml))$|\.(html?|xhtml|xht|shtml|svg|ics|mht)$/i
const noAddress = addressOf('', '')

/** The message in `bytes`. */
export async function readMessage(bytes: Uint8Array): Promise<ReadMail> {
  const guarded = guard(bytes)
  const damage: Damage[] = [...guarded.damage]
  const email = parseMime(guarded.bytes)
  if (email.overrun !== undefined) damage.push(damageOf(email.overrun))
  const attachments = readAttachments([...email.attachments, ...pagesWithin(email.attachments)], guarded.thinned)
  const { page, links: pageLinks } = email.html === '' ? { page: undefined, links: [] } : readPage(email.html)
  const plain = email.text.slice(0, limits.plain)
  const from = senderOf(email, damage)
  if (brokenText(plain) || brokenText(page?.text ?? '')) damage.push(damageOf('broken-text'))
  if (attachments.torn || hasTornBase64(Buffer.from(guarded.bytes.buffer, guarded.bytes.byteOffset, guarded.bytes.byteLength)))
    damage.push(damageOf('torn-attachment'))
  return {
    headers: email.headers,
    raw: { contents: attachments.contents, html: email.html, plain },
    from,
    replyTo: addressesOf(email.replyTo)[0],
    to: [...addressesOf(email.to), ...addressesOf(email.cc)],
    subject: email.subject.replace(/\s+/g, ' ').trim().slice(0, limits.subject),
    date: email.date,
    hops: email.headers.filter((header) => header.key === 'received').length,
    isReply: /^\s*(?:\[[^\]]{1,60}\]\s*)?(re|aw|sv|rv|res|antw|tr|odp)\s*(\[\d+\])?\s*:/i.test(email.subject),
    hasThread: email.inReplyTo !== '' || email.references !== '',
    listId: email.headers.find((header) => header.key === 'list-id')?.value.slice(0, 300) ?? '',
    plain,
    hasPlain: plain.trim().length > 20 || page === undefined,
    page,
    links: uniqueLinks([...pageLinks, ...linksInText(page === undefined ? plain : `${plain.slice(0, 20_000)}\n${page.text}`)]),
    attachments: attachments.list,
    damage,
  }
}

/** The From mailbox; out of the raw line when it is written so that no program reads it. */
function senderOf(email: Email, damage: Damage[]): Address {
  const [from = noAddress] = addressesOf(email.from === undefined ? [] : [email.from])
  if (from.address !== '') {
    if (!/^[\p{L}\p{N}.:[\]_-]*$/u.test(from.host)) damage.push(damageOf('broken-sender'))
    return from
  }
  const raw = email.headers.find((header) => header.key === 'from')?.value.slice(0, 2000) ?? ''
  const address = /([^\s<>()",;:@]+@[^\s<>()",;:@]+)/.exec(raw)?.[1]
  damage.push(damageOf(address === undefined ? 'no-sender' : 'broken-sender'))
  return address === undefined
    ? { ...noAddress, name: from.name }
    : addressOf(raw.slice(0, raw.indexOf(address)).replace(/[<("',]+\s*$/, ''), address)
}

/** What a mail within this one carries. */
const pagesWithin = (files: readonly MimeFile[]): readonly MimeFile[] =>
  files
    .filter(({ content }) => kindOf(content) === 'mail')
    .slice(0, limits.mails)
    .flatMap(({ content }) => pagesInMail(content))

function readAttachments(
  parsed: readonly MimeFile[],
  thinned: readonly number[],
): { readonly list: readonly Attachment[]; readonly contents: readonly Uint8Array[]; readonly torn: boolean } {
  const contents: Uint8Array[] = []
  let torn = false
  let taken = 0
  const list = parsed.slice(0, limits.attachments).map((part): Attachment => {
    const { content } = part
    contents.push(content)
    const name = part.filename.replace(/[\r\n]+/g, ' ').slice(0, 200)
    const type = part.mimeType.slice(0, 100)
    const lost = content.byteLength > 1_480_000 ? Math.floor(((thinned[taken++] ?? 0) * 3) / 4) : 0
    const zip = content[0] === 0x50 && content[1] === 0x4b ? namesInZip(content) : { names: [], locked: false }
    torn ||= isTorn(type, content, lost)
    return {
      name,
      type,
      sizeBytes: content.byteLength + lost,
      inline: part.related || (part.disposition === 'inline' && type.startsWith('image/')),
      text: readable.test(type) || readable.test(name) ? new TextDecoder().decode(content.subarray(0, limits.attachmentText)) : '',
      inside: zip.names,
      locked: zip.locked,
      sha256: createHash('sha256').update(content).digest('hex'),
      kind: kindOf(content),
    }
  })
  return { list, contents, torn }
}

/** A file that says it is a PDF, PNG or ZIP and whose bytes say otherwise. */
function isTorn(type: string, content: Uint8Array, lost: number): boolean {
  if (lost > 0 || content.byteLength < 8) return false
  const head = String.fromCharCode(...content.subarray(0, 1024))
  if (type === 'application/pdf') return !head.includes('%PDF')
  if (type === 'image/png') return !head.startsWith('\u0089PNG') && !head.startsWith('\u00ff\u00d8') && !/^(GIF|RIFF|<)/.test(head)
  return false
}

const brokenText = (text: string): boolean => (text.match(/\ufffd/g)?.length ?? 0) > 20

function uniqueLinks(links: readonly Link[]): readonly Link[] {
  const seen = new Set<string>()
  return links
    .filter((link) => {
      const key = `${link.target} ${link.shownHost}`
      return !seen.has(key) && seen.add(key).size > 0
    })
    .slice(0, limits.links)
}

/** The reader's own mailbox: the one given, else the first To address. */
export const readerOf = (recipient: string | undefined, to: readonly Address[]): Address | undefined =>
  recipient === undefined ? to[0] : addressOf('', recipient)

/**
 * Reads the files of a mail: what they are, what is in them, which codes stand in pictures or are drawn in the text. Mails without files or drawings
 * pay two searches over their text. Ports that are absent leave unread what they would have read.
 */
import type { FileReaders } from '../context.ts'
import { readLink } from '../links/read-link.ts'
import type { Attachment, Code, Link } from '../message.ts'
import { type Damage, damageOf } from '../parse/damage.ts'
import { Budget } from './budget.ts'
import { drawnInText, mayBeDrawn } from './drawn-letters.ts'
import { drawnInTables, mayBeTable } from './drawn-table.ts'
import { Gathering, type Picture } from './gathering.ts'
import { isArchive, isPicture, kindOf } from './kind.ts'
import { openFile } from './open-file.ts'
import { mayHoldCode, sizeOf } from './picture-size.ts'
import { markPdf, readRawPdf } from './raw-pdf.ts'
import { unescapeXml } from './xml-text.ts'

/** What the MIME parser leaves for this: the files' bytes in the order of the attachments, and the texts as they came. */
export type Raw = { readonly contents: readonly Uint8Array[]; readonly html: string; readonly plain: string }

export type FilesRead = {
  readonly attachments: readonly Attachment[]
  readonly codes: readonly Code[]
  readonly links: readonly Link[]
  readonly damage: readonly Damage[]
}

/** Reads all of it. Never rejects. */
export async function readFiles(attachments: readonly Attachment[], raw: Raw, readers: FileReaders): Promise<FilesRead> {
  const drawn = readers.readCodes === undefined ? [] : drawingsIn(raw)
  if (attachments.length === 0 && drawn.length === 0) return { attachments, codes: [], links: [], damage: [] }
  const budget = new Budget()
  const codes: Code[] = []
  for (const picture of drawn) codes.push(...(await codesIn(picture, '', budget, readers)))
  const read: Attachment[] = []
  for (const [place, attachment] of attachments.entries()) {
    const one = await readOne(attachment, raw.contents[place] ?? new Uint8Array(), budget, readers)
    read.push(one.attachment)
    codes.push(...one.codes)
  }
  const fromCodes = codes.flatMap(({ text, file }) =>
    isAddress(text) ? [readLink(file === '' ? '(QR code)' : `(QR code in ${file})`, addressed(text), 'qr')] : [],
  )
  const fromFiles = read.flatMap((one) => one.reading?.links ?? [])
  return { attachments: read, codes, links: [...fromCodes, ...fromFiles], damage: [...budget.damage].map(damageOf) }
}

const isAddress = (text: string): boolean => /^\s*(?:https?:\/\/|www\.|(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}(?:[/?#]|$))/i.test(text)
const addressed = (text: string): string => (/^\s*https?:/i.test(text) ? text.trim() : `https://${text.trim()}`)

async function readOne(
  attachment: Attachment,
  bytes: Uint8Array,
  budget: Budget,
  readers: FileReaders,
): Promise<{ readonly attachment: Attachment; readonly codes: readonly Code[] }> {
  const codes: Code[] = []
  if (isPicture(attachment.kind)) return { attachment, codes: await codesIn({ bytes, how: 'picture' }, attachment.name, budget, readers) }
  if (bytes.length === 0 || !budget.mayRead()) return { attachment, codes }
  const into = new Gathering()
  const kind = openFile(attachment.name, bytes, budget, into)
  for (const pdf of into.pdfs) await readPdf(pdf, budget, into, readers)
  for (const picture of into.pictures) codes.push(...(await codesIn(picture, attachment.name, budget, readers)))
  const reading = into.reading()
  const isPacked = isArchive(kind)
  return {
    attachment: {
      ...attachment,
      kind,
      reading,
      inside: isPacked || kind === 'notebook' ? reading.parts.map((part) => part.name) : attachment.inside,
      locked: attachment.locked || (isPacked && reading.locked),
    },
    codes,
  }
}

async function readPdf(bytes: Uint8Array, budget: Budget, into: Gathering, readers: FileReaders): Promise<void> {
  markPdf(bytes, into)
  budget.pdfs -= 1
  const read = budget.pdfs < 0 ? undefined : await readers.readPdf?.(bytes)
  if (read === undefined) return readRawPdf(bytes, budget, into)
  into.pages += read.pages
  into.locked ||= read.locked
  into.text(read.text)
  for (const target of read.links) into.link('', target, 'pdf')
  into.written(read.text, 'pdf')
  for (const picture of read.pictures) into.pictures.push({ bytes: picture, how: 'paper' })
}

async function codesIn({ bytes, how }: Picture, file: string, budget: Budget, { readCodes }: FileReaders): Promise<readonly Code[]> {
  if (readCodes === undefined || budget.pictures <= 0) return []
  const kind = kindOf(bytes)
  const size = isPicture(kind) ? sizeOf(bytes, kind) : greySize(bytes)
  if (size === undefined || !mayHoldCode(size, budget.pixels)) return []
  budget.pictures -= 1
  budget.pixels -= size.width * size.height
  const found = await readCodes(bytes)
  return found.slice(0, 4).map((text) => ({ text: text.slice(0, 3000), file, how }))
}

/** Our own drawings are PGM files, whose head is text. */
function greySize(bytes: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  const head = /^P5\n(\d{1,5}) (\d{1,5})\n/.exec(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(20, bytes.length)).toString('latin1'))
  return head === null ? undefined : { width: Number(head[1]), height: Number(head[2]) }
}

function drawingsIn({ html, plain }: Raw): readonly Picture[] {
  const pictures: Uint8Array[] = []
  if (mayBeDrawn(plain)) pictures.push(...drawnInText(plain))
  if (html !== '') {
    if (/&#(?:9[56]\d\d|x25[89]\w|x28\w\w|10[234]\d\d);/i.test(html) || mayBeDrawn(html)) pictures.push(...drawnInText(linesOf(html)))
    if (mayBeTable(html)) pictures.push(...drawnInTables(html))
    for (const hit of html.matchAll(/data:image\/(?:png|jpe?g|gif|bmp);base64,([A-Za-z0-9+/=\s]{100,2000000})/gi)) {
      if (pictures.length >= 6) break
      pictures.push(Buffer.from(hit[1] ?? '', 'base64'))
    }
  }
  return pictures.map((bytes) => ({ bytes, how: isPicture(kindOf(bytes)) ? ('picture' as const) : ('drawn' as const) }))
}

/** A page's lines with their spaces, as a page in a fixed width shows them. */
const linesOf = (html: string): string =>
  unescapeXml(
    html
      .slice(0, 400_000)
      .replace(/\r?\n/g, /<pre\b|white-space\s*:\s*pre/i.test(html) ? '\n' : '')
      .replace(/<(?:br|\/p|\/div|\/tr|\/pre|p|div|pre)\b[^<>]*>/gi, '\n')
      .replace(/<[^<>]*>/g, ''),
  )
    .replace(/&nbsp;/gi, ' ')
    .replaceAll('\u00a0', ' ')
    .replace(/&(?:block|FilledSmallSquare);/gi, '█')
    .replace(/&uhblk;/gi, '▀')
    .replace(/&lhblk;/gi, '▄')

/** One part of a mail: what its header says and where its body lies. Nothing is decoded until it is asked for. */
import { decode } from './charset.ts'
import type { MimeHeader } from './email.ts'
import { unflow } from './flowed.ts'
import { parseStructured, type Structured, withoutComments } from './structured.ts'
import { type Transfer, transferOf, undo } from './transfer.ts'

export type Part = {
  readonly headers: readonly MimeHeader[]
  readonly type: Structured
  /** The kind of multipart (`alternative`), empty for a part without parts. */
  readonly multipart: string
  readonly disposition: Structured
  readonly transfer: Transfer
  readonly contentId: string
  readonly children: Part[]
  /** The body as it travels; set when the part ends. */
  body: Buffer
}

/** A part out of its header lines. A field given twice counts the first time. */
export function partOf(block: string, inDigest: boolean): Part {
  const headers = headersOf(block)
  const first = (key: string): string | undefined => headers.find((header) => header.key === key)?.value
  const type = parseStructured(first('content-type') ?? (inDigest ? 'message/rfc822' : 'text/plain'))
  const encoding = /[\w-]+/.exec(withoutComments(first('content-transfer-encoding') ?? '').toLowerCase())?.[0] ?? ''
  return {
    headers,
    type,
    multipart: type.value.startsWith('multipart/') ? type.value.slice(10) : '',
    disposition: parseStructured(first('content-disposition') ?? ''),
    transfer: transferOf(encoding),
    contentId: first('content-id') ?? '',
    children: [],
    body: Buffer.alloc(0),
  }
}

/** Header lines, unfolded. Only a space or a tab continues a line: other white space would hide one line within another. */
function headersOf(block: string): readonly MimeHeader[] {
  const headers: MimeHeader[] = []
  let pieces: string[] = []
  const flush = (): void => {
    if (pieces.length === 0) return
    const line = pieces.length === 1 ? (pieces[0] ?? '') : pieces.join('')
    const colon = line.indexOf(':')
    const key = trim(colon < 0 ? line : line.slice(0, colon)).toLowerCase()
    const value = colon < 0 ? '' : line.slice(colon + 1)
    headers.push({ key, value: trim(value.includes('\r') ? value.replace(/\r+/g, ' ') : value) })
    pieces = []
  }
  for (const raw of block.split('\n')) {
    const line = withoutReturns(raw)
    if (line === '') continue
    if (line[0] !== ' ' && line[0] !== '\t') flush()
    pieces.push(line)
  }
  flush()
  return headers
}

function withoutReturns(line: string): string {
  let end = line.length
  while (line.charCodeAt(end - 1) === 0x0d) end -= 1
  return end === line.length ? line : line.slice(0, end)
}

/** Takes off spaces and tabs alone. `trim` would also take a no-break space, and make a second `From` of a line that is none. */
function trim(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isBlank(text.charCodeAt(start))) start += 1
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1
  return text.slice(start, end)
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0x09

/** The bytes that were sent. */
export const contentOf = (part: Part): Buffer => undo(part.body, part.transfer)

/** The part's text, in letters. */
export function textOf(part: Part): string {
  const { type, transfer } = part
  let text = decode(contentOf(part), type.params.get('charset'))
  if (transfer !== 'base64') text = text.replaceAll('\r\n', '\n')
  if (transfer === 'none' && text !== '' && !text.endsWith('\n')) text += '\n'
  return type.params.get('format')?.toLowerCase() === 'flowed' ? unflow(text, type.params.get('delsp')?.toLowerCase() === 'yes') : text
}

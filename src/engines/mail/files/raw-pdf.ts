/**
 * A PDF without its structure (ISO 32000-1): what stands in the open, and what stands in its packed streams. Tells what a proper reader does not look
 * for, and takes its place when it fails.
 */
import { type Budget, caps } from './budget.ts'
import type { Gathering } from './gathering.ts'
import { inflate } from './unpack.ts'

const mostRead = 1_500_000
const mostStreams = 40

/** What a PDF does besides showing pages. */
export function markPdf(bytes: Uint8Array, into: Gathering): void {
  const open = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, mostRead)).toString('latin1')
  const launch = /\/S\s*\/Launch\b[^>]{0,300}|\/Launch\b[^>]{0,200}\/(?:F|Win)\b[^>]{0,200}/.exec(open)?.[0]
  if (launch !== undefined) into.mark('launch', launch)
  for (const hit of open.matchAll(/\/Type\s*\/Filespec\b[^>]{0,300}?\/U?F\s*\(([^)]{1,200})\)/g))
    into.part(hit[1] ?? '', 'unknown', 1, false)
}

/** Links, words and photographs out of the raw bytes. */
export function readRawPdf(bytes: Uint8Array, budget: Budget, into: Gathering): void {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, mostRead))
  const open = pdf.toString('latin1')
  const texts = [open]
  const opener = /stream\r?\n/g
  let streams = 0
  for (let hit = opener.exec(open); hit !== null && streams < mostStreams; hit = opener.exec(open)) {
    const start = hit.index + hit[0].length
    const end = open.indexOf('endstream', start)
    const data = pdf.subarray(start, end < 0 ? pdf.length : end)
    const dictionary = open.slice(Math.max(0, hit.index - 600), hit.index)
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1)
    if (/\/DCTDecode/.test(own)) {
      if (into.pictures.length < 4 && data[0] === 0xff && data[1] === 0xd8) into.pictures.push({ bytes: data, how: 'paper' })
    } else if (/\/FlateDecode|\/Fl\b/.test(own) && !/\/Subtype\s*\/Image|\/FontFile|\/Length1\b/.test(own)) {
      streams += 1
      texts.push(Buffer.from(inflate(data.subarray(2), budget, 256 * 1024)).toString('latin1'))
    }
    opener.lastIndex = end < 0 ? open.length : end
  }
  for (const text of texts) {
    for (const hit of text.matchAll(/\/URI\s*\(((?:[^()\\]|\\.){4,2000})\)/g))
      into.link('', (hit[1] ?? '').replace(/\\([()\\])/g, '$1'), 'pdf')
    for (const hit of text.matchAll(/\/URI\s*<([\da-f\s]{8,4000})>/gi))
      into.link('', Buffer.from((hit[1] ?? '').replace(/\s/g, ''), 'hex').toString('latin1'), 'pdf')
  }
  into.text(texts.slice(1).map(shownIn).join('\n').slice(0, caps.text))
}

/** Words shown by a page's program, when they are written in plain letters; fonts with a code of their own stay unread. */
const shownIn = (program: string): string =>
  /\bBT\b/.test(program)
    ? [...program.matchAll(/\(((?:[^()\\]|\\.){1,400})\)\s*(?:Tj|'|")|(\[(?:[^\][]){1,2000}\])\s*TJ|(T\*|Td|TD|ET)\b/g)]
        .map(([, one, many, line]) =>
          line !== undefined
            ? '\n'
            : (one ?? [...(many ?? '').matchAll(/\(((?:[^()\\]|\\.)*)\)/g)].map((hit) => hit[1]).join('')).replace(/\\([()\\])/g, '$1'),
        )
        .join('')
    : ''

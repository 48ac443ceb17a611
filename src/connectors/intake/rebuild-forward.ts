/**
 * A message that somebody forwarded inside the text, rebuilt from what their
 * mail program wrote above it: who it was from, when, what it was called. Its
 * own headers are lost, so nobody should ask it for a signature.
 */
import type { Email } from 'postal-mime'

/** How mail programs say "From", "Date", "Subject" and "To" above a forwarded message, in the languages we speak. */
const labels: Readonly<Record<string, 'From' | 'Date' | 'Subject' | 'To'>> = {
  from: 'From',
  de: 'From',
  date: 'Date',
  sent: 'Date',
  fecha: 'Date',
  'enviado el': 'Date',
  enviado: 'Date',
  subject: 'Subject',
  asunto: 'Subject',
  to: 'To',
  para: 'To',
  envoyé: 'Date',
  'envoyé le': 'Date',
  objet: 'Subject',
  à: 'To',
  von: 'From',
  datum: 'Date',
  gesendet: 'Date',
  betreff: 'Subject',
  an: 'To',
}
// Read after its quote marks are gone: two runs that may hold the same letter would let a line of spaces stall us.
const labelled = /^([A-Za-zÀ-ÿ ]{1,12}?)[\s*]*:[\s*]*([^\s*].*)$/
const linesCap = 5000
const gapCap = 2

type Block = { readonly fields: ReadonlyMap<string, string>; readonly bodyAt: number }

/** The forwarded message with the headers that were quoted; undefined if the text quotes none. */
export function rebuildForward(report: Email): Buffer | undefined {
  const lines = (report.text ?? textOf(report.html ?? '')).split(/\r?\n/).slice(0, linesCap)
  const block = findBlock(lines)
  if (block === undefined) return undefined
  const text = lines.slice(block.bodyAt).join('\r\n')
  const parts = [part('text/plain', text), ...(report.html === undefined ? [] : [part('text/html', report.html)])]
  const boundary = 'rebuilt-from-a-forwarded-text'
  const head = [...block.fields].map(([name, value]) => `${name}: ${encodeHeader(name, value)}`)
  const type = `MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="${boundary}"\r\n`
  const body = parts.map((each) => `--${boundary}\r\n${each}\r\n`).join('')
  return Buffer.from(`${head.join('\r\n')}\r\n${type}\r\n${body}--${boundary}--\r\n`)
}

/** The first run of quoted headers that names a sender and at least one thing more. */
function findBlock(lines: readonly string[]): Block | undefined {
  for (let start = 0; start < lines.length; start += 1) {
    if (fieldOf(lines[start])?.name !== 'From') continue
    const fields = new Map<string, string>()
    let gap = 0
    let at = firstOf(lines, start)
    for (; at < lines.length && gap <= gapCap && !(gap > 0 && fields.size >= 3); at += 1) {
      const field = fieldOf(lines[at])
      if (field === undefined) gap += 1
      else if (fields.has(field.name)) break
      else {
        gap = 0
        fields.set(field.name, field.value)
      }
    }
    if (fields.size >= 2) return { fields, bodyAt: at - gap }
  }
  return undefined
}

/** Thunderbird writes the subject and the date above the sender. */
function firstOf(lines: readonly string[], from: number): number {
  let first = from
  while (from - first < 4 && fieldOf(lines[first - 1]) !== undefined) first -= 1
  return first
}

function fieldOf(line = ''): { name: string; value: string } | undefined {
  const [, label = '', value = ''] = labelled.exec(line.slice(0, 1000).replace(/^[>\s*]+/, '')) ?? []
  const name = labels[label.trim().toLowerCase()]
  return name && { name, value: withoutStars(value).trim() }
}

function withoutStars(value: string): string {
  let end = value.length
  while (value[end - 1] === '*') end -= 1
  return value.slice(0, end)
}

const part = (type: string, content: string): string =>
  `Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64Lines(content)}`

const base64Lines = (content: string): string => Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n')

/** RFC 2047 for what is not ASCII; the address in a sender stays readable. */
function encodeHeader(name: string, value: string): string {
  const address = name === 'From' || name === 'To' ? /[<[(]?\s*(?:mailto:)?([^\s<>[\]()"]+@[^\s<>[\]()"]+)/.exec(value) : null
  if (address === null) return encodeWord(value)
  const shown = value
    .slice(0, address.index)
    .replace(/["<[(]/g, '')
    .trim()
  return shown === '' ? `<${address[1]}>` : `${encodeWord(shown)} <${address[1]}>`
}

const encodeWord = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) && !/=\?/.test(text) ? quoteIfOdd(text) : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`

const quoteIfOdd = (text: string): string => (/[,;<>@()[\]]/.test(text) ? text.replace(/[,;<>@()[\]]/g, ' ') : text)

/** Enough of the text of an HTML mail to find quoted headers in; never shown to anybody. */
function textOf(html: string): string {
  return html
    .slice(0, 500_000)
    .replace(/<(br|\/p|\/div|\/tr|\/li)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

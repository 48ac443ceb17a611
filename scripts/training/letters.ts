/** The letters and texts that the model learns from, as mails: what their writers set down, in the least of an envelope. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fillSlots } from './fill-slots.ts'

export type Letter = { readonly bytes: Uint8Array; readonly isHostile: boolean; readonly house: string; readonly family: string }

type Parts = { readonly head: ReadonlyMap<string, string>; readonly body: string }

/** `letters/<family>.<kind>.txt`: header lines, a blank line, the text. */
export const writtenLetters = (folder = join(import.meta.dirname, 'letters')): readonly Letter[] =>
  filesOf(folder).flatMap(({ entries, ...file }) => entries.map((entry) => toMail(partsOf(entry), file)))

/** `texts/<family>.<kind>.txt`: the first line is the subject. Slots are filled by the text's place in its file. */
export const writtenTexts = (): readonly Letter[] =>
  filesOf(join(import.meta.dirname, 'texts')).flatMap(({ entries, ...file }) =>
    entries.map((entry, place) => {
      const [subject = '', ...lines] = fillSlots(entry, place).split('\n')
      return toMail({ head: new Map([...nobody, ['subject', subject]]), body: lines.join('\n') }, file)
    }),
  )

/** Texts tell of no sender: all have the same. */
const nobody: readonly (readonly [string, string])[] = [
  ['from', 'Alex Morgan <alex.morgan@northfield.example>'],
  ['to', 'reader@house.example'],
]

type File = { readonly family: string; readonly isHostile: boolean }

function filesOf(home: string): readonly (File & { readonly entries: readonly string[] })[] {
  return readdirSync(home)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .map((name) => ({
      entries: readFileSync(join(home, name), 'utf8')
        .split(/^---$/m)
        .map((entry) => entry.trim())
        .filter((entry) => entry !== ''),
      family: name.split('.')[0] ?? '',
      isHostile: name.endsWith('.hostile.txt'),
    }))
}

function partsOf(letter: string): Parts {
  const end = letter.indexOf('\n\n')
  const lines = letter.slice(0, end).split('\n')
  const head = lines.map((line): readonly [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]
  })
  return { head: new Map(head), body: letter.slice(end + 2) }
}

const word = (text: string): string => (/^[\x20-\x7e]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`)
const mailbox = (text: string): string => {
  const [, name = '', address = text] = /^(.*?)\s*<([^<>]+)>$/.exec(text) ?? []
  return name === ''
    ? address
    : `${/^[\x20-\x7e]*$/.test(name) ? `"${name.replaceAll('"', '')}"` : word(name.replaceAll('"', ''))} <${address}>`
}
const domainOf = (address: string): string => /@([\w.-]+)/.exec(address)?.[1]?.toLowerCase() ?? ''

const boundary = 'letter-boundary'

function toMail({ head, body }: Parts, { family, isHostile }: File): Letter {
  const from = head.get('from') ?? ''
  const to = head.get('to') ?? ''
  const house = domainOf(to)
  const auth = head.get('auth') ?? 'pass'
  const replyTo = head.get('reply-to')
  const files = (head.get('attach') ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const text = [`Content-Type: text/plain; charset=utf-8`, 'Content-Transfer-Encoding: base64', '', Buffer.from(body).toString('base64')]
  const lines = [
    ...(auth === 'none' ? [] : [resultsOf(house, domainOf(from), auth)]),
    `From: ${mailbox(from)}`,
    `To: ${mailbox(to)}`,
    ...(replyTo === undefined ? [] : [`Reply-To: ${mailbox(replyTo)}`]),
    `Subject: ${word(head.get('subject') ?? '')}`,
    ...(head.get('thread') === 'yes' ? ['In-Reply-To: <earlier@example>', 'References: <earlier@example>'] : []),
    'Date: Tue, 10 Feb 2026 09:12:00 +0000',
    'Message-ID: <letter@example>',
    'MIME-Version: 1.0',
    ...(files.length === 0
      ? text
      : [
          `Content-Type: multipart/mixed; boundary="${boundary}"`,
          '',
          `--${boundary}`,
          ...text,
          ...files.flatMap((name) => [`--${boundary}`, ...fileLines(name)]),
          `--${boundary}--`,
        ]),
  ]
  return { bytes: new Uint8Array(Buffer.from(`${lines.join('\r\n')}\r\n`)), isHostile, house, family }
}

const resultsOf = (house: string, domain: string, auth: string): string =>
  `Authentication-Results: mx.${house}; spf=${auth} smtp.mailfrom=${domain}; dkim=${auth} header.d=${domain}; dmarc=${auth} header.from=${domain}`

/** A file of that name with next to nothing in it: letters tell of files, they bring none. */
function fileLines(name: string): readonly string[] {
  const content = /\.pdf$/i.test(name) ? '%PDF-1.4\n%%EOF' : /\.(?:zip|docx|xlsx|pptx)$/i.test(name) ? emptyZip : 'file'
  return [
    `Content-Type: application/octet-stream`,
    `Content-Disposition: attachment; filename="${name.replaceAll('"', '')}"`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(content, 'latin1').toString('base64'),
  ]
}

const emptyZip = `PK\x05\x06${'\0'.repeat(18)}`

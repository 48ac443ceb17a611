/** Reads the entries of a calendar file (RFC 5545) as far as a person sees them. Tolerant: what is no property is passed over. */
import { linksInText } from '../links/read-link.ts'
import type { Attachment, Link } from '../message.ts'

export type CalendarEntry = {
  /** REQUEST, PUBLISH, CANCEL …; empty when it is not said. */
  readonly method: string
  readonly summary: string
  /** Summary, description, place and address in one text. */
  readonly text: string
  /** The organiser's mailbox, lower case; empty when nobody is named. */
  readonly organiser: string
  readonly organiserName: string
  readonly links: readonly Link[]
}

const limits = { text: 20_000, line: 8_000, properties: 400 }
const shown = new Set([
  'SUMMARY',
  'DESCRIPTION',
  'LOCATION',
  'URL',
  'COMMENT',
  'CONTACT',
  'ATTACH',
  'CONFERENCE',
  'X-ALT-DESC',
  'X-MICROSOFT-SKYPETEAMSMEETINGURL',
])

export const isCalendar = (file: Attachment): boolean => /calendar|\/ics/.test(file.type) || /\.(ics|vcs|ical)$/i.test(file.name)

/** The entry in a file; undefined when the file holds none. */
export function readCalendar(file: Attachment): CalendarEntry | undefined {
  const lines = file.text
    .slice(0, limits.text * 4)
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
  const said: string[] = []
  let method = ''
  let organiser = ''
  let organiserName = ''
  let summary = ''
  for (const line of lines.slice(0, limits.properties)) {
    const parts = /^([A-Z-]{2,40})((?:;[^:"\n]{0,400}(?:"[^"\n]{0,400}")?){0,10}):(.*)$/.exec(line.slice(0, limits.line))
    if (parts === null) continue
    const [, name = '', parameters = '', value = ''] = parts
    const text = plain(value)
    if (name === 'METHOD') method = value.trim().toUpperCase().slice(0, 20)
    if (name === 'SUMMARY' && summary === '') summary = text
    if (name === 'ORGANIZER') {
      organiser = /mailto:([^\s;>"]{3,200})/i.exec(value)?.[1]?.toLowerCase() ?? ''
      organiserName = /CN="?([^";:]{1,100})/i.exec(parameters)?.[1] ?? ''
    }
    if (shown.has(name)) said.push(text)
  }
  if (said.length === 0) return undefined
  const text = said.join('\n').slice(0, limits.text)
  return { method, summary, text, organiser, organiserName, links: linksInText(text).filter((link) => link.host !== '') }
}

const plain = (value: string): string =>
  value
    .replace(/\\n/gi, '\n')
    .replace(/\\([,;\\])/g, '$1')
    .replace(/<a\s[^>]{0,500}?href\s*=\s*["']?([^"'\s>]{1,1000})[^>]{0,500}>/gi, ' $1 ')
    .replace(/<(?:br|p|div|tr|li)[^>]{0,200}>/gi, '\n')
    .replace(/<[^>]{0,1000}>/g, ' ')
    .replace(/&nbsp;/gi, ' ')
    .replace(/&amp;/gi, '&')
    .trim()

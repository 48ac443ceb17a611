/**
 * What a delivery status notification says (RFC 3464), read from mail that
 * anybody may have written: short fields, few recipients, no text of theirs
 * beyond one line.
 */
import PostalMime from 'postal-mime'
import { bytesOf } from './attachment-bytes.ts'

export type DsnRecipient = {
  readonly address: string
  /** `failed` is a bounce; `delayed` may still arrive. */
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded'
  /** RFC 3463: `5.1.1`. */
  readonly status: string
  /** The far server's words, one line. */
  readonly diagnostic: string
}

export type Dsn = {
  readonly reportingServer: string
  readonly recipients: readonly DsnRecipient[]
}

const bytesCap = 1024 * 1024
const recipientsCap = 20
const lineCap = 300

const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const

/** The notification's facts; undefined for mail that is none (an automatic answer, a letter). */
export async function readDsn(bytes: Uint8Array): Promise<Dsn | undefined> {
  const status = await findStatus(bytes.subarray(0, bytesCap))
  if (status === undefined) return undefined
  const [message = new Map(), ...groups] = status
    .split(/\r?\n[ \t]*\r?\n/)
    .filter((group) => group.trim() !== '')
    .slice(0, recipientsCap + 1)
    .map(readFields)
  const recipients = groups.map(readRecipient).filter((recipient) => recipient !== undefined)
  return recipients.length === 0 ? undefined : { reportingServer: valueAfterType(message.get('reporting-mta')), recipients }
}

async function findStatus(bytes: Uint8Array): Promise<string | undefined> {
  try {
    const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 20, maxHeadersSize: 256 * 1024 })
    const part = mail.attachments.find(({ mimeType }) => /^message\/(global-)?delivery-status$/.test(mimeType))
    return part && bytesOf(part).toString('utf8')
  } catch {
    // Too deep or too long: no honest server writes so.
    return undefined
  }
}

function readFields(group: string): Map<string, string> {
  const unfolded = group.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const fields = unfolded.slice(0, 50).map((line) => /^([A-Za-z-]{1,60}):(.*)$/.exec(line))
  return new Map(fields.filter((field) => field !== null).map(([, name = '', value = '']) => [name.toLowerCase(), oneLine(value)]))
}

function readRecipient(fields: ReadonlyMap<string, string>): DsnRecipient | undefined {
  const said = fields.get('action')?.toLowerCase()
  const action = actions.find((known) => known === said)
  const address = valueAfterType(fields.get('original-recipient') ?? fields.get('final-recipient')).toLowerCase()
  if (action === undefined || !address.includes('@')) return undefined
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0] ?? ''
  return { address, action, status, diagnostic: valueAfterType(fields.get('diagnostic-code')) }
}

/** `rfc822; ana@ruiz.example` without its type. */
const valueAfterType = (value = ''): string => value.slice(value.indexOf(';') + 1).trim()

/** Without control and formatting characters: nothing here may move a cursor or turn a line around. */
const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, lineCap)

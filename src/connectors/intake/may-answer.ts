/**
 * Whether a report may be answered. Only a person who is enrolled, writing
 * themselves, whose provider signed for it, gets an answer; everybody else gets
 * silence, so that nobody can make us write to a third person (backscatter).
 */
import PostalMime, { type Header } from 'postal-mime'

/** A DNS question as mailauth asks it. */
export type Resolve = (domain: string, type: string) => Promise<string[][] | string[]>

export type AnswerTo = {
  /** The enrolled address to answer to, as it was written. */
  readonly address: string
}

/** RFC 3834 §2 and what list servers and answering machines are known to write. */
const machineHeaders = [
  'list-id',
  'list-post',
  'list-unsubscribe',
  'x-autoreply',
  'x-autorespond',
  'x-auto-response-suppress',
  'feedback-id',
]

/** Whom to answer; undefined for silence. Never throws. */
export async function mayAnswer(
  bytes: Buffer,
  outside: { readonly isEnrolled: (address: string) => boolean; readonly resolve: Resolve },
): Promise<AnswerTo | undefined> {
  const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 30 }).catch(() => undefined)
  if (mail === undefined) return undefined
  const address = mail.from?.address
  if (address === undefined || count(mail.headers, 'from') !== 1 || !outside.isEnrolled(address)) return undefined
  if (isFromMachine(mail.headers)) return undefined
  return (await isSignedFor(bytes, outside.resolve)) ? { address } : undefined
}

const count = (headers: readonly Header[], key: string): number => headers.filter((header) => header.key === key).length
const headerOf = (headers: readonly Header[], key: string): string =>
  headers
    .find((header) => header.key === key)
    ?.value.trim()
    .toLowerCase() ?? ''

function isFromMachine(headers: readonly Header[]): boolean {
  const submitted = headerOf(headers, 'auto-submitted')
  if (submitted !== '' && submitted !== 'no') return true
  if (/bulk|list|junk|auto_reply/.test(headerOf(headers, 'precedence'))) return true
  // Our own server wrote this one: an empty sender is a bounce (RFC 5321 §4.5.5).
  if (headerOf(headers, 'return-path') === '<>') return true
  return machineHeaders.some((key) => count(headers, key) > 0)
}

/** A valid DKIM signature of the sender's own domain (relaxed alignment, RFC 7489 §3.1.1) over the whole body. */
async function isSignedFor(bytes: Buffer, resolve: Resolve): Promise<boolean> {
  try {
    // Loaded with the first report: it brings many modules, and a start answers sooner without them.
    const { dkimVerify } = await import('mailauth')
    const { results } = await dkimVerify(bytes, { resolver: resolve, strict: true })
    return results.some(({ status }) => status.result === 'pass' && typeof status.aligned === 'string' && !status.underSized)
  } catch {
    return false
  }
}

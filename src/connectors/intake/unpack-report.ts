/**
 * What a person meant to show us: the messages attached to their report, the
 * one they forwarded in the text, or, where mail is journaled to us, the
 * message itself. Reports come from mail, so everything is capped.
 */
import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { bytesOf } from './attachment-bytes.ts'
import { rebuildForward } from './rebuild-forward.ts'

export type UnpackedMessage = {
  readonly bytes: Buffer
  /** False when it was rebuilt from a forwarded text: its headers and signatures are lost. */
  readonly whole: boolean
}

export type UnpackedReport = {
  /** `attached`: message/rfc822 · `inline`: quoted in the text · `journal`: a server's copy · `itself`: nothing inside. */
  readonly how: 'attached' | 'inline' | 'journal' | 'itself'
  readonly messages: readonly UnpackedMessage[]
}

const messagesCap = 20

/** Takes a report apart. Never throws: what cannot be taken apart is examined as it is. */
export async function unpackReport(bytes: Buffer): Promise<UnpackedReport> {
  const itself: UnpackedReport = { how: 'itself', messages: [{ bytes, whole: true }] }
  const report = await parse(bytes)
  if (report === undefined) return itself
  const attached = report.attachments.filter(isMessage).slice(0, messagesCap)
  if (attached.length > 0) {
    const isJournal = report.headers.some(({ key }) => key === 'x-ms-journal-report')
    return { how: isJournal ? 'journal' : 'attached', messages: attached.map((part) => ({ bytes: originalBytes(part), whole: true })) }
  }
  const rebuilt = rebuildForward(report)
  return rebuilt === undefined ? itself : { how: 'inline', messages: [{ bytes: rebuilt, whole: false }] }
}

async function parse(bytes: Buffer): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 30, maxHeadersSize: 1024 * 1024 })
  } catch {
    return undefined
  }
}

// Some programs attach a message as a plain file; its name tells.
function isMessage({ mimeType, filename }: Attachment): boolean {
  return mimeType === 'message/rfc822' || mimeType === 'message/global' || /\.eml$/i.test(filename ?? '')
}

/** The parser gives lines of 7bit and 8bit parts with bare LF; signatures were made over CRLF (RFC 5322 §2.1). */
function originalBytes(attachment: Attachment): Buffer {
  const bytes = bytesOf(attachment)
  if (bytes.includes('\r\n')) return bytes
  return Buffer.from(bytes.toString('latin1').replace(/\n/g, '\r\n'), 'latin1')
}

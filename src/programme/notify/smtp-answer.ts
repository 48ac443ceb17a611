/** What a mail server or the way to it said, sorted by what can be done about it. */
import { z } from 'zod'

const smtpError = z.object({
  message: z.string().default(''),
  code: z.string().optional(),
  responseCode: z.number().optional(),
  response: z.string().optional(),
  command: z.string().optional(),
})

export type SmtpTrouble = {
  /**
   * `later`: try again · `bounced`: this address takes no mail · `refused`: this letter is not taken ·
   * `relay`: the relay wants something else of us, so every letter would fail.
   */
  readonly kind: 'later' | 'bounced' | 'refused' | 'relay'
  readonly why: 'unknown-host' | 'not-answering' | 'wrong-login' | 'certificate' | 'no-tls' | 'answer'
  /** One line, without the letter and without the address. */
  readonly answer: string
}

const certificateCodes = ['CERT', 'SELF_SIGNED', 'UNABLE_TO', 'DEPTH_ZERO', 'ERR_TLS', 'HOSTNAME_MISMATCH']

export function readSmtpTrouble(thrown: unknown): SmtpTrouble {
  const read = smtpError.safeParse(thrown)
  const { message, code = '', responseCode = 0, response = '', command = '' } = read.success ? read.data : { message: String(thrown) }
  const answer = oneLine(response || message)
  if (code === 'EDNS' || /ENOTFOUND|EAI_AGAIN/.test(message)) return { kind: 'relay', why: 'unknown-host', answer }
  if (code === 'EAUTH' || code === 'ENOAUTH' || [530, 534, 535, 538].includes(responseCode))
    return { kind: 'relay', why: 'wrong-login', answer }
  if (certificateCodes.some((part) => code.includes(part)) || /certificate|altname/i.test(message))
    return { kind: 'relay', why: 'certificate', answer }
  if (code === 'ETLS' || code === 'EREQUIRETLS' || /wrong version number/i.test(message)) return { kind: 'relay', why: 'no-tls', answer }
  if (responseCode >= 500 && command.startsWith('RCPT')) {
    // RFC 3463 §3.8: 5.7.x is about policy and often about us, not about the mailbox.
    return { kind: /\b5\.7\.\d/.test(response) ? 'refused' : 'bounced', why: 'answer', answer }
  }
  if (responseCode >= 500 && command.startsWith('DATA')) return { kind: 'refused', why: 'answer', answer }
  if (responseCode >= 500) return { kind: 'relay', why: 'answer', answer }
  return { kind: 'later', why: responseCode >= 400 ? 'answer' : 'not-answering', answer }
}

/** Addresses of third persons stay out of rows and logs. */
const oneLine = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/<?[^\s<>]+@[^\s<>]+>?/g, '<address>')
    .trim()
    .slice(0, 200)

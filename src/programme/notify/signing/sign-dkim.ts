/**
 * Signs our own letters (DKIM, RFC 6376, relaxed/relaxed), once with each key.
 * By hand because the libraries at hand read the key anew for every letter,
 * which costs three times the signature; mailauth verifies it in the tests.
 * It reads what we composed ourselves and nothing else.
 */
import { createHash, sign } from 'node:crypto'
import { promisify } from 'node:util'
import { defect } from '#kernel'
import type { DkimKey } from './dkim-key.ts'

/** Once more than it stands in a letter, so that nobody adds another one (RFC 6376 §8.15). */
const signedTwice = ['from', 'to', 'subject']
const signed = ['date', 'message-id', 'mime-version', 'content-type', 'content-transfer-encoding', 'auto-submitted', ...signedTwice]

/** The header fields to put before `bytes`, a composed letter with CR LF. Each ends with CR LF. */
export async function signDkim(bytes: Buffer, domain: string, keys: readonly DkimKey[]): Promise<string> {
  const letter = bytes.toString('latin1')
  const end = letter.indexOf('\r\n\r\n')
  if (end === -1) throw defect('dkim-sign', 'signing a letter: it has no body')
  const fields = letter.slice(0, end).split(/\r\n(?![ \t])/)
  const bodyHash = sha256(relaxedBody(letter.slice(end + 4))).toString('base64')
  const present = fields.map(nameOf).filter((name) => signed.includes(name))
  const covered = fields.filter((field) => signed.includes(nameOf(field))).map(relaxedField)
  const names = [...present, ...signedTwice].join(':')
  const signatures = keys.map(async ({ algorithm, selector, privateKey }) => {
    const head = [
      `DKIM-Signature: v=1; a=${algorithm}-sha256; c=relaxed/relaxed; d=${domain}; s=${selector};`,
      `h=${names};`,
      `bh=${bodyHash};`,
      'b=',
    ].join('\r\n ')
    const hashed = Buffer.from(`${covered.join('\r\n')}\r\n${relaxedField(head)}`, 'latin1')
    // RFC 8463 §3: Ed25519 signs the hash as if it were the text.
    const signature =
      algorithm === 'rsa' ? await signing('sha256', hashed, privateKey) : await signing(undefined, sha256(hashed), privateKey)
    return `${head}${signature
      .toString('base64')
      .match(/.{1,72}/g)
      ?.join('\r\n ')}\r\n`
  })
  return (await Promise.all(signatures)).join('')
}

/** Off the main thread, where letters are written meanwhile. */
const signing = promisify(sign)

const sha256 = (text: string | Buffer): Buffer =>
  createHash('sha256')
    .update(typeof text === 'string' ? Buffer.from(text, 'latin1') : text)
    .digest()

const nameOf = (field: string): string => field.slice(0, field.indexOf(':')).trim().toLowerCase()

/** RFC 6376 §3.4.2. */
const relaxedField = (field: string): string =>
  `${nameOf(field)}:${field
    .slice(field.indexOf(':') + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim()}`

/** RFC 6376 §3.4.4. */
function relaxedBody(body: string): string {
  const lines = body.replace(/[ \t]+/g, ' ').replace(/ \r\n/g, '\r\n')
  const text = lines.replace(/ $/, '').replace(/(\r\n)+$/, '')
  return text === '' ? '' : `${text}\r\n`
}

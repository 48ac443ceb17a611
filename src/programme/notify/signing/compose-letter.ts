/**
 * A letter as the bytes that leave: plain text, marked as written by a machine,
 * in S/MIME where the operator has a certificate (RFC 8551 §3.5), under a DKIM
 * signature of each of our keys. What was signed is what is sent, byte by byte.
 */
import type { Sender } from '../deps.ts'
import type { DkimKey } from './dkim-key.ts'
import { signDkim } from './sign-dkim.ts'
import type { SmimeSigner } from './smime.ts'

export type Composed = {
  readonly to: string
  readonly subject: string
  /** Plain text; the only body there is. */
  readonly text: string
  /** `<id@domain>`. */
  readonly messageId: string
  readonly date: Date
}

type Signers = { readonly dkim: readonly DkimKey[]; readonly smime?: SmimeSigner }

export async function composeLetter(sender: Pick<Sender, 'name' | 'fromAddress'>, letter: Composed, signers: Signers): Promise<Buffer> {
  const bytes = await write(sender, letter, signers.smime)
  return Buffer.concat([Buffer.from(await signDkim(bytes, domainOf(sender.fromAddress), signers.dkim)), bytes])
}

async function write(sender: Pick<Sender, 'name' | 'fromAddress'>, letter: Composed, smime: SmimeSigner | undefined): Promise<Buffer> {
  // Loaded when it is first needed: pages answer without it.
  const { default: MimeNode } = await import('nodemailer/lib/mime-node')
  const plain = (): InstanceType<typeof MimeNode> => new MimeNode('text/plain; charset=utf-8', nothingFetched).setContent(letter.text)
  let root = plain()
  if (smime !== undefined) {
    const part = await plain().build()
    // RFC 8551 §3.1.1: what is signed ends its lines in CR LF, without the line break that belongs to the boundary.
    const signature = await smime(part, letter.date)
    root = new MimeNode('multipart/signed; protocol="application/pkcs7-signature"; micalg=sha-256', nothingFetched)
    root.createChild('text/plain').setRaw(part)
    root
      .createChild('application/pkcs7-signature; name=smime.p7s')
      .setHeader({ 'Content-Transfer-Encoding': 'base64', 'Content-Disposition': 'attachment; filename=smime.p7s' })
      .setContent(signature)
  }
  root.setHeader([
    { key: 'From', value: { name: sender.name, address: sender.fromAddress } },
    { key: 'To', value: { name: '', address: letter.to } },
    { key: 'Subject', value: letter.subject },
    { key: 'Message-ID', value: letter.messageId },
    { key: 'Date', value: letter.date.toUTCString().replace(/GMT/, '+0000') },
    // RFC 3834 §5: nobody's absence note answers this.
    { key: 'Auto-Submitted', value: 'auto-generated' },
  ])
  return root.build()
}

const nothingFetched = { newline: 'win', disableFileAccess: true, disableUrlAccess: true } as const

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

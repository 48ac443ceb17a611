/** How the mails under fixtures/mail/unseen are to be read: with the circle of the reader's house, and its own service trusted. */
import { type Circle, nobody } from '#mail'
import { riverton } from './mail-fixtures.ts'

type Asked = { readonly circle: Circle; readonly trustedAuthserv: readonly string[]; readonly recipient: string }

/** The context of one mail, by whom it is written to. Readers of other houses have no circle given. */
export function unseenContext(bytes: Uint8Array): Asked {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 20_000)).toString('latin1')
  const to = /^to:(?:[^\n]*(?:\n[ \t][^\n]*)*)/im.exec(head)?.[0] ?? ''
  const recipient = /[\w.+-]+@[\w.-]+\.\w+/.exec(to)?.[0].toLowerCase() ?? ''
  const house = recipient.slice(recipient.indexOf('@') + 1)
  return { circle: house === 'riverton.example' ? riverton : nobody, trustedAuthserv: [`mx.${house}`], recipient }
}

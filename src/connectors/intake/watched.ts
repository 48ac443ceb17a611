/**
 * Mail to a secret address, which a provider's security mails are sent on to. Whoever learns the address can write there too: so it takes small mails, few
 * a day, and none once its person closed it, even in the middle of a session.
 */
import type { SMTPServerSession } from 'smtp-server'
import type { Clock } from '#kernel'
import type { Tx } from '#storage'
import { answer } from './smtp-answer.ts'

/** A provider's security mail is some 50 KB. */
const mostBytes = 1024 * 1024
const mostADay = 200

/** Throws 552 for a mail that no provider writes. */
export function refuseLargeWatched(bytes: Buffer): void {
  if (bytes.length > mostBytes) throw answer(552, '5.3.4 this message is larger than this address takes')
}

/** Counts a mail in the caller's transaction; throws 550 when the address was closed, 450 when it had enough for a day. */
export async function admitWatched(tx: Tx, clock: Clock, watchAddressId: string): Promise<void> {
  const row = await tx
    .selectFrom('watch_address')
    .select(['taken_on', 'taken'])
    .where('id', '=', watchAddressId)
    .where('closed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw answer(550, '5.1.1 no such address here')
  const today = clock.now().toISOString().slice(0, 10)
  const taken = row.taken_on === today ? row.taken : 0
  if (taken >= mostADay) throw answer(450, '4.7.1 too much mail for this address, try again tomorrow')
  await tx
    .updateTable('watch_address')
    .set({ taken_on: today, taken: taken + 1 })
    .where('id', '=', watchAddressId)
    .execute()
}

/** Who brought it, as a first line of our own: SPF is asked about them. */
export const clientLine = ({ remoteAddress, hostNameAppearsAs }: SMTPServerSession): Buffer =>
  Buffer.from(`X-Bellwether-Client: ${remoteAddress} ${String(hostNameAppearsAs || 'unknown').replace(/[^\w.:[\]-]/g, '')}\r\n`)

export type WatchedMail = {
  /** As it came, without our lines. */
  readonly bytes: Buffer
  readonly receivedFrom: { readonly ip: string; readonly helo: string; readonly mailFrom: string }
}

/** Takes our two lines off a spooled mail. */
export function readWatched(spooled: Buffer): WatchedMail {
  const first = spooled.indexOf('\r\n')
  const second = spooled.indexOf('\r\n', first + 2)
  const [, ip = '', helo = ''] = spooled.subarray(0, first).toString('latin1').split(' ')
  const mailFrom = /<(.*)>/.exec(spooled.subarray(first + 2, second).toString('utf8'))?.[1] ?? ''
  return { bytes: spooled.subarray(second + 2), receivedFrom: { ip, helo, mailFrom } }
}

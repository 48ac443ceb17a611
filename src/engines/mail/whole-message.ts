/** A mail as the judge sees it: read, its files opened, its sender checked, put beside what the programme knows of its reader. */
import { authenticate } from './authenticate/authenticate.ts'
import type { InspectContext } from './context.ts'
import { readFiles } from './files/read-files.ts'
import type { Message } from './message.ts'
import { readerOf, readMessage } from './parse/read-message.ts'

/** Never throws on hostile input. */
export async function wholeMessage(bytes: Uint8Array, context: InspectContext): Promise<Message> {
  const { headers, raw, ...read } = await readMessage(bytes)
  const files = await readFiles(read.attachments, raw, context.files ?? {})
  const authentication = await authenticate(bytes, headers, context, read.from.domain)
  const { circle, likenessOf, knownCampaign } = context
  return {
    ...read,
    attachments: files.attachments,
    codes: files.codes,
    links: [...read.links, ...files.links],
    damage: [...read.damage, ...files.damage],
    authentication,
    circle,
    knownCampaign,
    reader: readerOf(context.recipient, read.to),
    history: context.history?.about === read.from.address ? context.history : undefined,
    ...(likenessOf === undefined ? {} : { likenessOf }),
  }
}

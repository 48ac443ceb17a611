/**
 * What to ask the memory about a mail before it is judged, and what a harmless mail would teach it: read from the header alone, by the same reader that the
 * rules see the mail through, so that both speak of the same sender. Takes a whole mail or just its header.
 */
import type { Address } from '../message.ts'
import { hostOf, registered } from '../names/domain.ts'
import { isFreeMail } from '../names/services.ts'
import { readMessage } from '../parse/read-message.ts'
import { headerFields } from './header-fields.ts'
import { nameKey } from './name-key.ts'

/** One correspondent: as a sender, or as somebody a mail was written to. */
export type Named = {
  /** In lower case; empty when there is none. */
  readonly address: string
  /** What of its host somebody registered. */
  readonly domain: string
  /** The folded display name; empty unless it can be a person's. */
  readonly name: string
  /** Who is behind it, as far as a conversation goes: the domain, or at a free mail provider the address. */
  readonly house: string
}

export type SenderQuestions = {
  readonly from: Named
  /** Where answers go, when that is another mailbox. */
  readonly replyTo: Named | undefined
  /** To and Cc. */
  readonly to: readonly Named[]
  readonly messageId: string
  /** Ids of the conversation it says it answers: what it answers first, then the root, then the youngest. */
  readonly thread: readonly string[]
  /** Domains named in header and text that may be the real other side of that conversation. */
  readonly threadDomains: readonly string[]
  /** Sent to many: no conversation, and its name is no person's. Says what a mail teaches, never what it is. */
  readonly bulk: boolean
  /** An answer that no person wrote. */
  readonly automatic: boolean
}

const limits = { ids: 12, domains: 16, to: 50, text: 64 * 1024, marks: 200 }

/** Reads the questions. Never throws. */
export async function senderQuestions(bytes: Uint8Array): Promise<SenderQuestions> {
  const fields = headerFields(bytes)
  const { from, replyTo, to, headers } = await readMessage(fields)
  const headerOf = (name: string): string => headers.find(({ key }) => key === name)?.value ?? ''
  const ids = idsIn(headerOf('references'))
  const thread = [...new Set([...idsIn(headerOf('in-reply-to')).slice(0, 1), ...ids.slice(0, 1), ...ids.toReversed()])].slice(0, limits.ids)
  const sender = named(from)
  const people = to.slice(0, limits.to).map(named)
  return {
    from: sender,
    replyTo: replyTo === undefined || replyTo.address === '' || replyTo.address === from.address ? undefined : named(replyTo),
    to: people,
    messageId: idsIn(headerOf('message-id'))[0] ?? '',
    thread,
    threadDomains:
      thread.length === 0 ? [] : domainsNear(bytes, [...thread.map(hostOf), ...people.map(({ domain }) => domain)], sender.domain),
    bulk: headerOf('list-id') !== '' || headerOf('list-unsubscribe') !== '' || /\b(?:bulk|list|junk)\b/i.test(headerOf('precedence')),
    automatic: isAutomatic(headerOf('auto-submitted'), headerOf('precedence'), `${headerOf('x-autoreply')}${headerOf('x-autorespond')}`),
  }
}

const named = ({ address, domain, name }: Address): Named => ({
  address,
  domain,
  name: nameKey(name),
  house: isFreeMail(domain) ? address : domain,
})

/** RFC 3834 §5; an absence note to a stranger is no sign that they are known. */
const isAutomatic = (submitted: string, precedence: string, own: string): boolean =>
  (submitted !== '' && !/^\s*no\b/i.test(submitted)) || /auto[-_]?reply/i.test(precedence) || own !== ''

const idsIn = (value: string): string[] => [...value.slice(0, 16_384).matchAll(/<([^<>\s]{3,250})>/g)].map((hit) => hit[1] ?? '')

/** Registered domains of the hosts given and of the addresses that stand in the first part of the mail. */
function domainsNear(bytes: Uint8Array, hosts: readonly string[], own: string): readonly string[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, limits.text)).toString('latin1')
  const found = new Set<string>()
  const add = (host: string): void => {
    const domain = registered(host.toLowerCase())
    if (domain !== own && domain.includes('.') && found.size < limits.domains) found.add(domain)
  }
  for (const host of hosts) add(host)
  let marks = 0
  for (let at = text.indexOf('@'); at >= 0 && marks < limits.marks; at = text.indexOf('@', at + 1), marks += 1) {
    const host = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+/i.exec(text.slice(at + 1, at + 120))?.[0]
    if (host !== undefined) add(host)
  }
  return [...found]
}

/** Mailboxes out of header values, with the part of the domain that somebody registered. */
import type { Address } from '../message.ts'
import { hostOf, registered } from '../names/domain.ts'
import type { Listed } from './mime/email.ts'

export function addressOf(name: string, mailbox: string): Address {
  const address = mailbox.trim().toLowerCase().slice(0, 320)
  const host = hostOf(address)
  return { name: name.replace(/\s+/g, ' ').trim().slice(0, 300), address, host, domain: registered(host) }
}

/** All mailboxes of a header, groups opened, at most 100. */
export function addressesOf(parsed: readonly Listed[]): readonly Address[] {
  const flat = parsed.flatMap((one) => one.group ?? [one])
  return flat.slice(0, 100).map((one) => addressOf(one.name, one.address))
}

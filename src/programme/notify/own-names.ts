/**
 * What the programme itself is known by. Whoever poses as it would be believed
 * by everybody it protects, so these are the first names that are watched, for
 * every mailbox.
 */
import type { Sender } from './deps.ts'
import { domainOf } from './signing/compose-letter.ts'

export type OwnNames = { readonly name: string; readonly domains: readonly string[] }

/** A name of the first day, that no mail can come from. */
const isOfThisMachine = (host: string): boolean => host === '' || host === 'localhost' || host.endsWith('.localhost')

export function ownNames({ name, publicAddress, fromAddress, intakeDomain }: Omit<Sender, 'relay' | 'helpContact'>): OwnNames {
  const hosts = [new URL(publicAddress).hostname, domainOf(fromAddress), intakeDomain].map((host) => host.toLowerCase())
  return { name, domains: [...new Set(hosts)].filter((host) => !isOfThisMachine(host)) }
}

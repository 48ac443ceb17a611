/** Hosts and the domains that somebody registered (public suffix list by tldts). */
import { parse } from 'tldts'

const remembered = new Map<string, string>()

/** The registered domain of a host: `mail.ruiz.example` gives `ruiz.example`. The host itself when there is none (an IP address). */
export function registered(host: string): string {
  // No host is longer (RFC 1035, 2.3.4), and a memory of made-up ones would be filled with megabytes.
  if (host.length > 253) return host
  const known = remembered.get(host)
  if (known !== undefined) return known
  const domain = parse(host, { allowPrivateDomains: false }).domain ?? host
  if (remembered.size > 20_000) remembered.clear()
  remembered.set(host, domain)
  return domain
}

/** Whether anybody registers names right below it, as with `co.uk` and `github.io`. */
export const isSuffix = (domain: string): boolean => parse(domain, { allowPrivateDomains: true }).publicSuffix === domain

/** The host behind the @. */
export function hostOf(address: string): string {
  const at = address.lastIndexOf('@')
  return at < 0 ? '' : address.slice(at + 1).replace(/[>\s.]+$/, '')
}

/** The registered name without its suffix: `riverton` of `riverton.example`. */
export const labelOf = (domain: string): string => domain.slice(0, domain.indexOf('.') < 0 ? undefined : domain.indexOf('.'))

/** Names that nobody can register (RFC 2606), so that a brand's label under them is the brand's own. */
export const isReserved = (domain: string): boolean => /\.(example|test|invalid|localhost)$/.test(domain)

/**
 * What forwarders and lists say of a mail that they passed on (ARC, RFC 8617). The chain of seals must hold, which somebody else has checked; here it is read
 * who sealed, whether they may be believed, and what the first of them saw when the mail was still whole.
 */
import { registered } from '../names/domain.ts'
import type { Headers } from './believed-results.ts'
import { type Results, readResults } from './results-header.ts'

/** Houses that check what they forward and seal it truthfully. Registered domains. */
const sealers = new Set(
  `google.com gmail.com googlegroups.com microsoft.com outlook.com messagingengine.com fastmail.com fastmail.fm pobox.com topicbox.com zoho.com zohomail.com icloud.com
  protonmail.ch proton.me groups.io forwardemail.net improvmx.com cloudflare-email.net migadu.com mailbox.org posteo.de runbox.com one.com zone.eu umich.edu ietf.org
  kundenserver.de ionos.com gmx.net web.de`.split(/\s+/),
)

type Seal = { readonly domain: string; readonly results: Results | undefined }

/** The seals in order; empty when they are not numbered 1, 2, 3 … as they must be. */
function sealsIn(headers: Headers): readonly Seal[] {
  const domains = new Map<number, string>()
  const results = new Map<number, Results>()
  for (const { key, value } of headers) {
    if (key !== 'arc-seal' && key !== 'arc-authentication-results') continue
    const number = Number(/^\s*(?:[^;]*;)?\s*i\s*=\s*(\d{1,2})\b|;\s*i\s*=\s*(\d{1,2})\b/i.exec(value)?.slice(1).find(Boolean) ?? 0)
    if (number < 1 || number > 50) continue
    if (key === 'arc-seal') domains.set(number, /(?:^|;)\s*d\s*=\s*([\w.-]+)/i.exec(value)?.[1]?.toLowerCase() ?? '')
    else results.set(number, readResults(value.replace(/^\s*i\s*=\s*\d+\s*;/i, '')))
  }
  const seals = Array.from({ length: domains.size }, (_, at) => ({ domain: domains.get(at + 1) ?? '', results: results.get(at + 1) }))
  return seals.every(({ domain }) => domain !== '') ? seals : []
}

/**
 * The forwarder who vouches that the mail was from `fromDomain` when it came to them: the oldest seal that says so, if it and every later one is trusted.
 * Undefined when nobody does. Only to be asked where the chain of seals was found to hold.
 */
export function voucherFor(fromDomain: string, headers: Headers, trusted: readonly string[]): string | undefined {
  const own = new Set(trusted.map((domain) => domain.trim().toLowerCase()))
  const believed = ({ domain }: Seal): boolean => sealers.has(registered(domain)) || own.has(registered(domain)) || own.has(domain)
  const seals = sealsIn(headers)
  for (let at = seals.length - 1; at >= 0; at--) {
    const seal = seals[at]
    if (seal === undefined || !believed(seal)) return undefined
    if (seal.results !== undefined && says(seal.results, fromDomain)) return seal.domain
  }
  return undefined
}

const says = ({ dmarc, dmarcFrom, dkim }: Results, fromDomain: string): boolean =>
  (dmarc === 'pass' && dmarcFrom !== '' && registered(dmarcFrom) === fromDomain) ||
  dkim.some(({ result, domain }) => result === 'pass' && registered(domain) === fromDomain)

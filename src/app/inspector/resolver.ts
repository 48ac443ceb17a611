/** DNS for authentication: the machine's resolver, two seconds a question, answers and refusals remembered for five minutes. */
import { Resolver as DnsResolver } from 'node:dns/promises'
import type { Resolver } from '#mail'

const remembered = { answers: 5000, forMs: 300_000 }
type Answer = string[][] | string[]
type Kept = { readonly until: number; readonly answer: Promise<Answer> }

export function createResolver(now: () => number = Date.now): Resolver {
  const dns = new DnsResolver({ timeout: 2000, tries: 1 })
  const kept = new Map<string, Kept>()

  const ask = async (domain: string, type: string): Promise<Answer> => {
    switch (type) {
      case 'TXT':
        return dns.resolveTxt(domain)
      case 'A':
        return dns.resolve4(domain)
      case 'AAAA':
        return dns.resolve6(domain)
      case 'PTR':
        return dns.resolvePtr(domain)
      case 'MX':
        return (await dns.resolveMx(domain)).sort((left, right) => left.priority - right.priority).map((record) => record.exchange)
      default:
        throw Object.assign(new Error(`asking DNS for ${type} of ${domain}: no such question here`), { code: 'ENODATA' })
    }
  }

  return (domain, type) => {
    const key = `${type} ${domain.toLowerCase()}`
    const known = kept.get(key)
    if (known !== undefined && known.until > now()) return known.answer
    if (kept.size >= remembered.answers) kept.clear()
    const answer = ask(domain, type)
    kept.set(key, { until: now() + remembered.forMs, answer })
    answer.catch((error: { readonly code?: string }) => {
      const final = error.code === 'ENOTFOUND' || error.code === 'ENODATA'
      if (!final) kept.delete(key)
    })
    return answer
  }
}

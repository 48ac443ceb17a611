/**
 * Which of a mail's Authentication-Results headers are the reader's own mail service's. A header that says so may have been written by the sender: the service
 * writes its own on top, at the place where it took the mail in, and whatever stands below is older.
 */
import { registered } from '../names/domain.ts'
import { type Results, readResults } from './results-header.ts'

export type Headers = readonly { readonly key: string; readonly value: string }[]

/** Microsoft 365 names no authserv-id; it renames what senders wrote, so that the first header without a name is its own. */
const nameless = new Set(['protection.outlook.com', 'mx.microsoft.com'])

/** Whether an authserv-id is one of the trusted; `*.service.example` stands for all hosts of a service. */
export function isTrusted(authservId: string, trusted: readonly string[]): boolean {
  return trusted.some((entry) => {
    const name = entry.trim().toLowerCase()
    if (authservId === '') return nameless.has(name)
    return name.startsWith('*.') ? authservId.endsWith(name.slice(1)) || authservId === name.slice(2) : authservId === name
  })
}

export type Stated = {
  /** The trusted service's results, put together where it writes several headers. */
  readonly believed?: Results
  /** The topmost header, whoever wrote it. */
  readonly topmost?: Results
}

/**
 * The service's results begin at the topmost header that bears its name and end at the next Received line: there the mail came in. Within, each name counts
 * once (iCloud writes one header a method, each under its own name). `topmost`: whoever wrote the topmost header is taken for the service.
 */
export function statedResults(headers: Headers, trusted: readonly string[] | 'topmost'): Stated {
  let topmost: Results | undefined
  const isOwn = ({ authservId }: Results): boolean =>
    trusted === 'topmost' ? registered(authservId) === registered(topmost?.authservId ?? '') : isTrusted(authservId, trusted)
  const block: Results[] = []
  for (const { key, value } of headers) {
    if (key === 'received' && block.length > 0) break
    if (key !== 'authentication-results') continue
    const results = readResults(value)
    topmost ??= results
    if (isOwn(results) && !block.some((one) => one.authservId === results.authservId)) block.push(results)
  }
  const believed = block.length === 0 ? undefined : block.reduce(together)
  return { ...(believed === undefined ? {} : { believed }), ...(topmost === undefined ? {} : { topmost }) }
}

/** The first that states a method is right about it. */
const together = (upper: Results, lower: Results): Results => ({
  authservId: upper.authservId,
  ...(upper.dmarc === ''
    ? { dmarc: lower.dmarc, dmarcFrom: lower.dmarcFrom, policy: lower.policy }
    : { dmarc: upper.dmarc, dmarcFrom: upper.dmarcFrom, policy: upper.policy }),
  ...(upper.spf === ''
    ? { spf: lower.spf, spfDomain: lower.spfDomain, rewritten: lower.rewritten }
    : { spf: upper.spf, spfDomain: upper.spfDomain, rewritten: upper.rewritten }),
  dkim: upper.dkim.length === 0 ? lower.dkim : upper.dkim,
  arc: upper.arc === '' ? lower.arc : upper.arc,
  compauth: upper.compauth === '' ? lower.compauth : upper.compauth,
})

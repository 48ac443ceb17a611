/** Reads an Authentication-Results header (RFC 8601). Which header may be believed is `believed-results.ts`'s matter. */
export type Results = {
  readonly authservId: string
  readonly dmarc: string
  /** The From domain that the DMARC result is about; empty when it does not say. */
  readonly dmarcFrom: string
  /** What the From domain asks for when DMARC fails, where the header tells it. */
  readonly policy: Policy
  readonly spf: string
  /** The domain of the envelope's sender. */
  readonly spfDomain: string
  /** The envelope's sender was rewritten by a forwarder (SRS, a provider's own forwarding). */
  readonly rewritten: boolean
  readonly dkim: readonly { readonly result: string; readonly domain: string }[]
  readonly arc: string
  readonly compauth: string
}

export type Policy = 'none' | 'quarantine' | 'reject' | 'unknown'

type Clause = { readonly text: string; readonly comment: string }

/** Splits at semicolons that stand outside of comments and quotes, and keeps comments apart. Comments nest. */
function clausesOf(value: string): readonly Clause[] {
  const clauses: Clause[] = []
  let text = ''
  let comment = ''
  let depth = 0
  let quoted = false
  for (let at = 0; at < value.length; at++) {
    const letter = value[at] ?? ''
    if (letter === '\\') {
      at++
      continue
    }
    if (letter === '"' && depth === 0) quoted = !quoted
    else if (letter === '(' && !quoted) depth++
    else if (letter === ')' && !quoted && depth > 0) {
      depth--
      text += ' '
      comment += ' '
    } else if (letter === ';' && depth === 0 && !quoted) {
      clauses.push({ text, comment })
      text = ''
      comment = ''
    } else if (depth > 0) comment += letter
    else text += letter
  }
  clauses.push({ text, comment })
  return clauses
}

const domainIn = (pattern: RegExp, text: string): string => pattern.exec(text)?.[1]?.toLowerCase().replace(/\.$/, '') ?? ''
const fromDomain = /header\.from\s*=\s*(?:[^\s;@]*@)?([\w.-]+)/i
const signDomain = /header\.(?:d|i)\s*=\s*(?:[^\s;@]*@)?([\w.-]+)/i
const mailFrom = /smtp\.mailfrom\s*=\s*(?:[^\s;@]*@)?([\w.-]+)/i
/** What a forwarder makes of the sender's address, so that the answer of a mail server comes back to the forwarder. */
const rewrittenSender = /smtp\.mailfrom\s*=\s*(?:SRS[01][=+-]|[^\s;@]*\+caf_=|[^\s;@]*\+srs[01]?=|bounces?\+srs)/i

/** The results that a header value states. */
export function readResults(value: string): Results {
  const [first = { text: '', comment: '' }, ...rest] = clausesOf(value.slice(0, 8000))
  const authservId = first.text.includes('=') ? '' : (first.text.trim().split(/\s+/)[0] ?? '').toLowerCase()
  const clauses = authservId === '' ? [first, ...rest] : rest
  const told = clauses.flatMap((clause) => {
    const [, method = '', result = ''] = /^\s*([a-z]+)(?:\/\d+)?\s*=\s*([a-z]+)/i.exec(clause.text) ?? []
    return method === '' ? [] : [{ ...clause, method: method.toLowerCase(), result: result.toLowerCase() }]
  })
  const one = (method: string) => told.find((clause) => clause.method === method)
  const dmarc = one('dmarc')
  // Some name the HELO's result as well; the envelope's sender is what counts.
  const spf = told.find((clause) => clause.method === 'spf' && mailFrom.test(clause.text)) ?? one('spf')
  return {
    authservId,
    dmarc: dmarc?.result ?? '',
    dmarcFrom: domainIn(fromDomain, dmarc?.text ?? ''),
    policy: policyIn(`${dmarc?.text ?? ''} ${dmarc?.comment ?? ''}`),
    spf: spf?.result ?? '',
    spfDomain: domainIn(mailFrom, spf?.text ?? ''),
    rewritten: rewrittenSender.test(spf?.text ?? ''),
    dkim: told
      .filter((clause) => clause.method === 'dkim')
      .map((clause) => ({ result: clause.result, domain: domainIn(signDomain, clause.text) })),
    arc: one('arc')?.result ?? '',
    compauth: one('compauth')?.result ?? '',
  }
}

function policyIn(text: string): Policy {
  const said = /(?:\bp|policy\.dmarc|policy\.published-domain-policy)\s*=\s*(none|quarantine|reject)/i.exec(text)?.[1]?.toLowerCase()
  return said === 'none' || said === 'quarantine' || said === 'reject' ? said : 'unknown'
}

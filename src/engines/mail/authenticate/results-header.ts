/** Reads an Authentication-Results header (RFC 8601). Which header may be believed is `authenticate.ts`'s matter. */
export type Results = {
  readonly authservId: string
  readonly dmarc: string
  /** The From domain that the DMARC result is about; empty when it does not say. */
  readonly dmarcFrom: string
  readonly spf: string
  readonly dkim: readonly { readonly result: string; readonly domain: string }[]
  readonly compauth: string
}

/** The results that a header value states. */
export function readResults(value: string): Results {
  const plain = value.slice(0, 8000).replace(/\([^()]*\)/g, ' ')
  const [first = '', ...rest] = plain.split(';')
  const authservId = first.includes('=') ? '' : (first.trim().split(/\s+/)[0] ?? '').toLowerCase()
  const clauses = authservId === '' ? [first, ...rest] : rest
  const resultOf = (method: string): string =>
    clauses
      .map((clause) => new RegExp(`^\\s*${method}\\s*=\\s*([a-z]+)`, 'i').exec(clause)?.[1])
      .find((found) => found !== undefined)
      ?.toLowerCase() ?? ''
  const dkim = clauses.flatMap((clause) => {
    const result = /^\s*dkim\s*=\s*([a-z]+)/i.exec(clause)?.[1]?.toLowerCase()
    const domain = /header\.(?:d|i)\s*=\s*"?(?:[^\s;@]*@)?([\w.-]+)/i.exec(clause)?.[1]?.toLowerCase() ?? ''
    return result === undefined ? [] : [{ result, domain }]
  })
  const about = clauses.find((clause) => /^\s*dmarc\s*=/i.test(clause)) ?? ''
  const dmarcFrom = /header\.from\s*=\s*"?(?:[^\s;@]*@)?([\w.-]+)/i.exec(about)?.[1]?.toLowerCase() ?? ''
  return { authservId, dmarcFrom, dmarc: resultOf('dmarc'), spf: resultOf('spf'), dkim, compauth: resultOf('compauth') }
}

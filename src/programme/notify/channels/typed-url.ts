/** Web addresses that people typed as theirs: kept whole, since part of it is a secret, and shown by their host. */

type Allowed = { readonly hosts?: readonly string[] }

/** `hosts`: names, or the ends of names where they begin with a dot. */
export function readTypedUrl(typed: string, { hosts }: Allowed = {}): string | undefined {
  const text = typed.trim()
  const url = text.length <= 2000 ? URL.parse(text) : null
  if (url === null || url.protocol !== 'https:' || url.username + url.password + url.port !== '') return undefined
  const isAllowed = hosts?.some((host) => (host.startsWith('.') ? url.hostname.endsWith(host) : url.hostname === host)) ?? true
  if (!isAllowed) return undefined
  url.hash = ''
  return url.href
}

/** The host and the last three characters: enough to tell two apart. */
export const maskedUrl = (address: string): string => `${URL.parse(address)?.host ?? ''} … ${address.slice(-3)}`

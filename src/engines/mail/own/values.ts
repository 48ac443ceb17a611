/** Addresses, hosts, URLs and hashes as they are compared: people write them in many ways. */
import { domainToUnicode } from '../names/unicode-domain.ts'

const domainShape = /^(?=.{3,253}$)(?:[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]{0,61}[\p{L}\p{N}]$/u

/** A host in small letters as a reader sees it; undefined when it is none. */
export function foldHost(text: string): string | undefined {
  const host = domainToUnicode(text.trim().toLowerCase().replace(/^\*\./, '').replace(/\.$/, ''))
  return domainShape.test(host) ? host : undefined
}

/** A mail address in small letters; undefined when it is none. */
export function foldAddress(text: string): string | undefined {
  const address = text
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '')
  const at = address.lastIndexOf('@')
  const host = foldHost(address.slice(at + 1))
  return at > 0 && at <= 64 && host !== undefined && !/[\s<>,;"]/.test(address.slice(0, at)) ? `${address.slice(0, at)}@${host}` : undefined
}

/** A web address without its fragment, host in small letters, no slash at the end; undefined when it is none. */
export function foldUrl(text: string): string | undefined {
  const trimmed = text.trim().slice(0, 2000)
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`)
  if (url === null || !/^https?:$/.test(url.protocol) || !url.hostname.includes('.')) return undefined
  return `${domainToUnicode(url.hostname.toLowerCase())}${url.port === '' ? '' : `:${url.port}`}${url.pathname}${url.search}`.replace(
    /\/$/,
    '',
  )
}

export const foldSha256 = (text: string): string | undefined =>
  /^[0-9a-f]{64}$/i.test(text.trim()) ? text.trim().toLowerCase() : undefined

/** A host and every name above it down to the last two: `a.b.evil.example`, `b.evil.example`, `evil.example`. At most eight. */
export function upwards(host: string): readonly string[] {
  const labels = host.split('.')
  const from = Math.max(0, labels.length - 8)
  return labels.slice(from, -1).map((_, place) => labels.slice(from + place).join('.'))
}

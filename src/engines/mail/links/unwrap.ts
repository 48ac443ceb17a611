/** Follows the redirects that a link carries in its own text, down to the innermost address. Nothing is fetched. */
import { hostOf, registered } from '../names/domain.ts'
import { insideAny, insideKnown } from './wrappers.ts'

export type Unwrapped = { readonly innermost: string; readonly host: string; readonly through: readonly string[] }

function urlOf(text: string): URL | undefined {
  const cleaned = text
    .replace(/[\t\r\n]/g, '')
    .trim()
    .slice(0, 4000)
  return URL.parse(/^[/\\]{2}/.test(cleaned) ? `https:${cleaned}` : cleaned) ?? undefined
}

const asWebUrl = (text: string | undefined): URL | undefined => {
  if (text === undefined || text === '') return undefined
  const url = urlOf(text) ?? (/^www\./i.test(text) ? urlOf(`https://${text}`) : undefined)
  return url !== undefined && /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? url : undefined
}

/** Most links carry nothing: no second scheme, no base64 or hexadecimal of one, no host of a service that hides it otherwise. */
const carried = /https?(?::|%)|%2f%2f|%5c|=\/\/|aHR0c|68747470|eyJ|eJ|www\./i
const carriers = /\b(?:google|bing|amp|translate|urldefense|mimecast|sophos|inky|pstmrk|yandex|snapchat)/i

function mayCarry(href: string): boolean {
  const from = href.search(/[?&#=/]/)
  return (from >= 0 && carried.test(href.slice(from + 1))) || carriers.test(href)
}

/** The innermost address, at most eight wrappers deep. */
export function unwrap(target: string): Unwrapped {
  let url = urlOf(target)
  const through: string[] = []
  // A page that passes on to another of its own house is only a step: it counts when the last step leaves the house.
  let at = url !== undefined && mayCarry(url.href.slice(6)) ? url : undefined
  for (let depth = 0; at !== undefined && url !== undefined && depth < 12 && through.length < 8; depth++) {
    const inside = asWebUrl(insideKnown(at)) ?? asWebUrl(insideAny(at))
    if (inside === undefined || inside.href === at.href) break
    if (registered(inside.hostname) !== registered(url.hostname)) {
      through.push(url.hostname.toLowerCase())
      url = inside
    }
    at = inside
  }
  if (url === undefined) return { innermost: target.slice(0, 2000), host: '', through }
  const host = url.protocol === 'mailto:' ? hostOf(url.pathname) : url.hostname
  return { innermost: url.href.slice(0, 2000), host: host.toLowerCase().replace(/\.$/, ''), through }
}

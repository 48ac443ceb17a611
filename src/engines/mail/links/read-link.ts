/** Makes a link of what stands in a mail: its kind, the host it shows and the host it leads to. */
import type { Link, LinkOrigin } from '../message.ts'
import { registered } from '../names/domain.ts'
import { unwrap } from './unwrap.ts'
import { addressesIn } from './written-addresses.ts'

const shown = /^\W*(?:https?:\/\/)?((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[a-z]{2,24})(?:[:/?#][^\s]*)?\W*$/iu
const fileEnding = /\.(pdf|docx?|xlsx?|pptx?|txt|html?|zip|png|jpe?g|csv|md|js|ts|py|php|sh|net|io)$/i

/** The host that a link's text shows, if the text is nothing but an address. */
function shownHostOf(text: string): string {
  const short = text.trim()
  if (short.length > 300 || short.includes('@')) return ''
  const host = shown.exec(short)?.[1]?.toLowerCase() ?? ''
  const looksLikeFile = fileEnding.test(host) && !/^(https?:|www\.)/i.test(short)
  return looksLikeFile ? '' : host
}

export function readLink(text: string, target: string, origin: LinkOrigin = 'body'): Link {
  const words = text.replace(/\s+/g, ' ').trim().slice(0, 300)
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(target.replace(/[\t\r\n]/g, ''))?.[1]?.toLowerCase() ?? ''
  if (scheme === 'javascript' || scheme === 'vbscript') return bare(words, target, 'script', origin)
  if (scheme === 'data') return bare(words, target, 'data', origin)
  if (scheme === 'tel' || scheme === 'sms') return bare(words, target, 'phone', origin)
  const { innermost, host, through } = unwrap(target)
  const kind = scheme === 'mailto' ? 'mail' : 'web'
  return {
    text: words,
    shownHost: shownHostOf(words),
    target: target.slice(0, 2000),
    innermost,
    host,
    domain: registered(host),
    through,
    kind,
    origin,
  }
}

const bare = (text: string, target: string, kind: Link['kind'], origin: LinkOrigin): Link => ({
  text, shownHost: '', target: target.slice(0, 2000), innermost: target.slice(0, 200), host: '', domain: '', through: [], kind, origin,
}) // biome-ignore format: one value

const written =
  /\bhttps?:\/\/[^\s<>"'`\])}\u00a0]+|(?<![\w@./-])(?:www\.[a-z0-9-]{1,63}\.|(?:[a-z0-9-]{1,63}\.){1,9}(?:com|org|net|example|test|io|app|link|info|co|me|gov|online|site|xyz|us|uk|es|de|eu|ly)\/)[^\s<>"'`\])}\u00a0]*/gi

/** The links written out in plain text, at most 300. */
export function linksInText(text: string, origin: LinkOrigin = 'body'): readonly Link[] {
  const found: Link[] = []
  for (const hit of addressesIn(text, written)) {
    const target = hit.replace(/[.,;:!?]+$/, '')
    found.push(readLink(target, /^https?:/i.test(target) ? target : `https://${target}`, origin))
    if (found.length >= 300) break
  }
  return found
}

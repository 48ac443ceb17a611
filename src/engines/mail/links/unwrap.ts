/** Follows the redirects that a link carries in its own text, down to the innermost address. Nothing is fetched. */
import { hostOf, registered } from '../names/domain.ts'

export type Unwrapped = { readonly innermost: string; readonly host: string; readonly through: readonly string[] }

type Wrapper = { readonly host: RegExp; readonly path?: RegExp; readonly inside: (url: URL) => string | undefined }

const parameter =
  (...names: readonly string[]) =>
  (url: URL): string | undefined =>
    names.map((name) => url.searchParams.get(name)).find((value) => value !== null && value !== '') ?? undefined

const proofpoint2 = (url: URL): string | undefined =>
  url.searchParams
    .get('u')
    ?.replaceAll('_', '/')
    .replace(/-([0-9A-F]{2})/gi, '%$1')

/** Services that lend their name to a foreign address. */
const wrappers: readonly Wrapper[] = [
  { host: /(^|\.)google\.[a-z.]+$/, path: /^\/(url|imgres|local_url|sl)/, inside: parameter('q', 'url', 'adurl', 'imgurl') },
  { host: /(^|\.)google\.[a-z.]+$/, path: /^\/amp\/(s\/)?/, inside: (url) => `https://${url.pathname.replace(/^\/amp\/(s\/)?/, '')}` },
  { host: /^translate\.google\./, inside: parameter('u') },
  {
    host: /\.cdn\.ampproject\.org$/,
    inside: (url) => /\/[a-z]\/s\/(.+)/.exec(url.pathname)?.[1] && `https://${/\/[a-z]\/s\/(.+)/.exec(url.pathname)?.[1]}`,
  },
  { host: /(^|\.)bing\.com$/, path: /^\/ck\//, inside: (url) => fromBase64(url.searchParams.get('u')?.slice(2)) },
  { host: /(^|\.)safelinks\.protection\.outlook\.com$/, inside: parameter('url') },
  { host: /^urldefense\.(proofpoint\.)?com$/, path: /^\/v[12]\//, inside: proofpoint2 },
  { host: /^urldefense\.com$/, path: /^\/v3\//, inside: (url) => /\/v3\/__(.+?)__;/.exec(url.href)?.[1] },
  { host: /(^|\.)youtube\.com$/, path: /^\/(redirect|attribution_link)/, inside: parameter('q', 'u') },
  { host: /(^|\.)doubleclick\.net$/, inside: parameter('adurl', 'ds_dest_url', 'url') },
  { host: /(^|\.)googleadservices\.com$/, inside: parameter('adurl') },
  { host: /^l\.(facebook|instagram|messenger)\.com$/, inside: parameter('u') },
  { host: /(^|\.)linkedin\.com$/, path: /^\/(redir|safety|slink)/, inside: parameter('url') },
  { host: /(^|\.)slack-redir\.net$/, inside: parameter('url') },
  { host: /(^|\.)(t\.umblr|href\.li|anonym\.to)/, inside: parameter('z') },
  { host: /^steamcommunity\.com$/, path: /linkfilter/, inside: parameter('url', 'u') },
  { host: /^(www\.)?(baidu|sogou|yandex)\./, inside: parameter('url') },
  {
    host: /(linkprotect\.cudasvc\.com|protect-[a-z]+\.mimecast\.com|clicktime\.symantec\.com|secure-web\.cisco\.com)$/,
    inside: (url) => parameter('a', 'u', 'url')(url) ?? embedded(url),
  },
]
/** Parameters that any page may be tricked into following: an open redirect. */
const anyParameter = parameter(
  'url', 'u', 'redirect', 'redirect_url', 'redirect_uri', 'redirecturl', 'redirectto', 'redir', 'next', 'goto', 'target', 'dest', 'destination', 'continue', 'return', 'returnurl', 'return_to', 'rurl', 'link', 'to', 'out', 'q', 'r',
) // biome-ignore format: a list

const fromBase64 = (text: string | undefined): string | undefined => {
  if (text === undefined || !/^[\w+/=-]{12,}$/.test(text)) return undefined
  const plain = Buffer.from(text, 'base64').toString('latin1')
  return /^https?:\/\/[\x20-\x7e]+$/.test(plain) ? plain : undefined
}
const embedded = (url: URL): string | undefined => {
  const rest = decode(url.pathname + url.search)
  return /https?:\/\/[^\s"'<>]+/i.exec(rest)?.[0]
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function urlOf(text: string): URL | undefined {
  const cleaned = text
    .replace(/[\t\r\n]/g, '')
    .trim()
    .slice(0, 4000)
  return URL.parse(/^\/\//.test(cleaned) ? `https:${cleaned}` : cleaned) ?? undefined
}

const asWebUrl = (text: string | undefined): URL | undefined => {
  if (text === undefined) return undefined
  const url = urlOf(text) ?? (/^www\./.test(text) ? urlOf(`https://${text}`) : undefined)
  return url !== undefined && /^https?:$/.test(url.protocol) ? url : undefined
}

/** The innermost address, at most eight wrappers deep. */
export function unwrap(target: string): Unwrapped {
  let url = urlOf(target)
  const through: string[] = []
  while (url !== undefined && through.length < 8) {
    const here = url
    const wrapper = wrappers.find((one) => one.host.test(here.hostname) && (one.path === undefined || one.path.test(here.pathname)))
    const inside = asWebUrl(wrapper?.inside(here)) ?? openRedirect(here)
    if (inside === undefined || registered(inside.hostname) === registered(here.hostname)) break
    through.push(here.hostname.toLowerCase())
    url = inside
  }
  if (url === undefined) return { innermost: target.slice(0, 2000), host: '', through }
  const host = url.protocol === 'mailto:' ? hostOf(url.pathname) : url.hostname
  return { innermost: url.href.slice(0, 2000), host: host.toLowerCase().replace(/\.$/, ''), through }
}

/** A foreign web address carried whole in a parameter of a page. OAuth pages carry one by design and are read as they stand. */
function openRedirect(url: URL): URL | undefined {
  if (!/^https?:$/.test(url.protocol) || /\/(oauth|authorize|o\/oauth2|saml|login\.srf|sharer|share|intent)/i.test(url.pathname))
    return undefined
  const lowered = new URL(url.href)
  for (const [name, value] of url.searchParams) lowered.searchParams.set(name.toLowerCase(), value)
  const value = anyParameter(lowered)
  return value !== undefined && /^(https?:)?\/\/[^/]+\.[a-z]/i.test(value) ? asWebUrl(value.replace(/^\/\//, 'https://')) : undefined
}

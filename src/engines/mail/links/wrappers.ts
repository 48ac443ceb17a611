/**
 * The services that put an address of their own around somebody else's: gateways that check links, search engines, social networks, advertisers, mail senders.
 * Each line says where the inner address stands. Attackers like them, since the eye and many filters stop at the outer one. Nothing is fetched; where the
 * service keeps the inner address to itself, the outer one stays.
 */
import { registered } from '../names/domain.ts'
import { embedded, fromBase64, fromHex, unpercent } from './decode.ts'

type Inside = (url: URL) => string | undefined
type Wrapper = { readonly host?: RegExp; readonly path?: RegExp; readonly inside: Inside }

const parameter =
  (...names: readonly string[]): Inside =>
  (url) => {
    for (const name of names) {
      const value = url.searchParams.get(name)
      if (value !== null && value !== '') return value
    }
    return undefined
  }

/** The query itself is the address: `href.li/?https://…`. */
const wholeQuery: Inside = (url) => unpercent(url.search.slice(1))
const inPath: Inside = (url) => embedded(url.pathname + url.search)
const based =
  (...names: readonly string[]): Inside =>
  (url) =>
    fromBase64(parameter(...names)(url))
/** Only the host is told; better than nothing. */
const hostOnly =
  (name: string): Inside =>
  (url) => {
    const host = url.searchParams.get(name)
    return host === null || !/^[\w.-]+\.[a-z]{2,}$/i.test(host) ? undefined : `https://${host}/`
  }
const firstOf =
  (...all: readonly Inside[]): Inside =>
  (url) => {
    for (const one of all) {
      const found = one(url)
      if (found !== undefined && found !== '') return found
    }
    return undefined
  }

/** `/amp/s/host/path` of Google, `/c/s/host/path` of its cache. */
const ampPath =
  (prefix: RegExp): Inside =>
  (url) => {
    const rest = url.pathname.replace(prefix, '')
    return /^[\w.-]+\.[a-z]{2,}(?:\/|$)/i.test(rest) ? `https://${rest}` : undefined
  }

/** `my--house-example.translate.goog` shows my-house.example. */
const translated: Inside = (url) => {
  const [label = ''] = url.hostname.split('.')
  const host = label.replaceAll('--', '\u0000').replaceAll('-', '.').replaceAll('\u0000', '-')
  return host.includes('.') ? `https://${host}${url.pathname}` : undefined
}

/** Proofpoint's second writing: `_` for a slash, `-3A` for a percent sign and two digits. */
const proofpoint2: Inside = (url) => {
  const value = url.searchParams.get('u')
  return value === null ? undefined : unpercent(value.replaceAll('_', '/').replace(/-([0-9A-F]{2})/gi, '%$1'))
}

/** Proofpoint's third: the address between underscores, each letter that could not stand there a `*`, and these letters in base64 behind it. */
const proofpoint3: Inside = (url) => {
  const found = /\/v3\/__(.+?)__;([\w-]*)/.exec(url.href)
  const [, inner = '', kept = ''] = found ?? []
  if (inner === '') return undefined
  const letters = Buffer.from(kept, 'base64').toString('utf8')
  let at = 0
  const whole = inner.replace(/\*(?:\*([A-Za-z0-9_-]))?/g, (_, run: string | undefined) => {
    const count = run === undefined ? 1 : runs.indexOf(run) + 2
    const part = letters.slice(at, at + count)
    at += count
    return part
  })
  return whole.replace(/^(https?:)\/(?!\/)/i, '$1//')
}
const runs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Check Point and Avanan write three underscores about it. */
const betweenUnderscores: Inside = (url) => /___(https?:\/\/.+?)___/i.exec(unpercent(url.pathname + url.search))?.[1]

const doubleclick: Inside = firstOf(parameter('adurl', 'ds_dest_url', 'url', 'destinationurl'), (url) => embedded(url.search), inPath)
const redirectPath = /^\/(?:url|imgres|local_url|sl|aclk|pagead|linkredirect|travel\/clk|maps|interstitial|share)/

const table: readonly (readonly [domains: string, ...wrappers: readonly Wrapper[]])[] = [
  ['google.*',
    { host: /^translate\./, inside: parameter('u') },
    { path: /^\/amp\//, inside: ampPath(/^\/amp\/(?:s\/)?/) },
    { path: redirectPath, inside: parameter('q', 'url', 'adurl', 'dest', 'pcurl', 'imgrefurl', 'imgurl') },
    { host: /^accounts\./, path: /^\/(?:Logout|ServiceLogin|signin|AccountChooser|Continue)/i, inside: parameter('continue', 'followup') },
    { host: /^appengine\./, inside: parameter('continue') }],
  ['translate.goog', { inside: translated }],
  ['ampproject.org', { host: /\.cdn\./, inside: ampPath(/^\/[a-z]\/(?:s\/)?/) }],
  ['googleweblight.com', { inside: parameter('lite_url', 'u') }],
  ['googleusercontent.com', { host: /^webcache\./, inside: (url) => embedded(url.search) }],
  ['googleadservices.com googlesyndication.com', { inside: parameter('adurl') }],
  ['bing.com',
    { path: /^\/ck\//, inside: (url) => fromBase64(url.searchParams.get('u')?.slice(2)) },
    { path: /^\/acli/, inside: firstOf((url) => unpercent(fromAnyBase64(url.searchParams.get('u'))), parameter('u')) },
    { path: /^\/(?:alink|newtabredir|fwlink|search\/redirect)/, inside: parameter('url', 'u') }],
  ['microsofttranslator.com translatetheweb.com', { inside: parameter('a') }],
  ['outlook.com office365.us', { host: /safelinks\.protection/, inside: parameter('url') }],
  ['office.net', { path: /safelinks/, inside: parameter('url') }],
  ['microsoft.com', { path: /^\/redirect|\/clickthrough/i, inside: parameter('url', 'target') }],
  ['dynamics.com', { inside: parameter('target') }],
  ['proofpoint.com urldefense.com urldefense.us',
    { path: /^\/v1\//, inside: parameter('u') },
    { path: /^\/v2\//, inside: proofpoint2 },
    { path: /^\/v3\//, inside: proofpoint3 }],
  ['cudasvc.com', { inside: parameter('a', 'u') }],
  ['mimecast.com mimecastprotect.com', { inside: firstOf(parameter('u', 'url'), hostOnly('domain')) }],
  ['cisco.com', { host: /^secure-web\./, inside: inPath }],
  ['symantec.com postoffice.net', { host: /^clicktime/, inside: firstOf(parameter('u', 'U', 'a'), inPath) }],
  ['fireeye.com trellix.com', { inside: parameter('u') }],
  ['trendmicro.com', { path: /clicktime|query/, inside: firstOf(parameter('url'), inPath) }],
  ['sophos.com', { host: /protection\.sophos/, inside: firstOf(based('u'), hostOnly('d')) }],
  ['avanan.click checkpoint.com', { inside: betweenUnderscores }],
  ['inky.com', { inside: hostOnly('domain') }],
  ['trustwave.com esvalabs.com edgepilot.com linkscan.io hornetsecurity.com cloud-security.net libraesva.com', { inside: firstOf(parameter('u', 'url'), inPath, basedPath) }],
  ['deref-mail.com deref-gmx.net deref-web.de deref-1und1.de gmx.net web.de', { path: /dereferrer/, inside: parameter('redirectUrl') }],
  ['yahoo.com', { host: /^r\.search\./, inside: (url) => unpercent(/\/RU=([^/]+)/.exec(url.pathname)?.[1] ?? '') }],
  ['duckduckgo.com', { path: /^\/l\//, inside: parameter('uddg') }],
  ['youtube.com', { path: /^\/(?:redirect|attribution_link|signin)/, inside: parameter('q', 'u', 'next') }],
  ['doubleclick.net', { inside: doubleclick }],
  ['linkedin.com', { path: /^\/(?:redir|safety|slink|authwall)/, inside: parameter('url', 'sessionRedirect') }],
  ['facebook.com instagram.com messenger.com threads.net threads.com workplace.com wl.co', { path: /^\/(?:l\.php|l$|flx\/warn|$)/, inside: parameter('u') }],
  ['twitter.com x.com', { path: /^\/i\/redirect/, inside: parameter('url') }],
  ['tiktok.com', { path: /^\/(?:link|redirect)/, inside: parameter('target', 'url') }],
  ['pinterest.com', { path: /^\/offsite/, inside: parameter('url') }],
  ['snapchat.com', { inside: parameter('af_web_dp', 'url', 'deep_link_value') }],
  ['onelink.me app.link page.link appsflyer.com adj.st adjust.com branch.io', { inside: parameter('af_web_dp', 'af_r', 'link', '$desktop_url', '$fallback_url', 'ofl', 'ifl', 'afl', 'fallback', 'redirect') }],
  ['vk.com', { path: /^\/away/, inside: parameter('to') }],
  ['ok.ru', { inside: parameter('st.link') }],
  ['reddit.com', { host: /^out\./, inside: parameter('url') }],
  ['quora.com', { path: /redirect/, inside: parameter('url') }],
  ['zhihu.com juejin.cn csdn.net jianshu.com', { inside: parameter('target', 't', 'to') }],
  ['slack-redir.net slack.com', { inside: parameter('url') }],
  ['umblr.com tumblr.com', { inside: parameter('z') }],
  ['href.li anonym.to nullrefer.com dereferer.me blankrefer.com hidereferrer.net', { inside: firstOf(wholeQuery, inPath) }],
  ['steamcommunity.com', { path: /linkfilter/, inside: parameter('url', 'u') }],
  ['baidu.com sogou.com so.com', { path: /^\/(?:link|s|redirect)/, inside: parameter('url', 'wd') }],
  ['yandex.*', { inside: firstOf(parameter('url'), inPath) }],
  ['mail.ru', { host: /^(?:r|go|checklink|click)\./, inside: parameter('u', 'url') }],
  ['naver.com', { inside: parameter('url') }],
  ['t.me telegram.me', { path: /^\/iv/, inside: parameter('url') }],
  ['archive.org', { path: /^\/web\//, inside: inPath }],
  // Advertisers and shops' partners.
  ['adform.net', { inside: firstOf((url) => /cpdir=([^;&]+)/i.exec(unpercent(url.href))?.[1], inPath) }],
  ['criteo.com', { inside: parameter('maxdest', 'dest', 'u') }],
  ['taboola.com outbrain.com', { inside: parameter('redirect', 'url', 'redir') }],
  ['awin1.com zenaps.com', { inside: parameter('ued', 'p') }],
  ['tradedoubler.com', { inside: firstOf((url) => /url\((.+?)\)/.exec(unpercent(url.href))?.[1], parameter('url')) }],
  ['linksynergy.com', { inside: parameter('murl', 'RD_PARM1') }],
  ['anrdoezrs.net dpbolvw.net kqzyfj.com tkqlhce.com jdoqocy.com emjcd.com', { inside: firstOf(parameter('url'), inPath) }],
  ['shareasale.com', { inside: parameter('urllink') }],
  ['pxf.io sjv.io ojrq.net evyy.net', { inside: parameter('u') }],
  ['redirectingat.com viglink.com flexlinkspro.com', { inside: parameter('url', 'u', 'out') }],
  ['prf.hn', { inside: inPath }],
  // Services that send mail for others.
  ['mandrillapp.com', { path: /^\/track\/click/, inside: (url) => mandrill(url.searchParams.get('p')) }],
  ['awstrack.me govdelivery.com', { inside: inPath }],
  ['lnks.gd', { inside: basedPath }],
  ['pstmrk.it', { inside: (url) => {
    const part = unpercent(url.pathname.split('/')[2] ?? '')
    return /^[\w.-]+\.[a-z]{2,}(?:\/|$)/i.test(part) ? `https://${part}` : undefined
  } }],
  ['convertkit-mail.com convertkit-mail2.com convertkit-mail4.com kit-mail.com kit-mail3.com substack.com customeriomail.com customer.io', { inside: basedPath }],
  ['streak-link.com mailtrack.io sidekickopen.com getsidekick.com', { inside: firstOf(parameter('url', 'u'), inPath) }],
  ['klaviyo.com sendinblue.com', { inside: parameter('url', 'u') }],
] // biome-ignore format: one service a line

/** A part of the path in base64: the last that holds an address. */
function basedPath(url: URL): string | undefined {
  for (const part of url.pathname.split(/[/.]/).reverse().slice(0, 8)) {
    const found = fromBase64(part)
    if (found !== undefined) return found
  }
  return undefined
}

function fromAnyBase64(text: string | null): string {
  return text === null || text.length > 4000 ? '' : Buffer.from(text, 'base64').toString('latin1')
}

/** JSON within JSON, in base64. */
const mandrill = (text: string | null): string | undefined =>
  /https?:[\\/]+[^"\s]+?(?=\\*")/i.exec(fromAnyBase64(text))?.[0].replace(/\\+\//g, '/')

const byDomain = new Map<string, readonly Wrapper[]>()
for (const [domains, ...wrappers] of table)
  for (const domain of domains.split(' ')) byDomain.set(domain, [...(byDomain.get(domain) ?? []), ...wrappers])

/** What a known service says its link leads to; undefined for any other page. */
export function insideKnown(url: URL): string | undefined {
  const host = url.hostname.toLowerCase()
  const domain = registered(host)
  const wrappers = byDomain.get(domain) ?? byDomain.get(host) ?? byDomain.get(`${domain.slice(0, domain.indexOf('.'))}.*`)
  if (wrappers === undefined) return url.pathname.includes('/fmlurlsvc/') ? parameter('url')(url) : undefined
  for (const { host: only, path, inside } of wrappers) {
    if ((only !== undefined && !only.test(host)) || (path !== undefined && !path.test(url.pathname))) continue
    const found = inside(url)
    if (found !== undefined && found !== '') return found
  }
  return undefined
}

/** Pages that carry an address for other reasons than to lead there. */
const keepsIt =
  /\/(?:oauth|authorize|o\/oauth2|saml|login\.srf|sharer|share|intent|pin\/create|submit|dialog\/(?:share|send|feed)|bookmark|validator|check$|embed)/i
const notLeading =
  /^(?:ref|referr?er|source|src|image|img|logo|icon|avatar|photo|picture|thumb\w*|utm_\w+|redirect_uri|callback|cancel_?url|schema|xmlns|namespace|issuer|iss|.*back(?:to)?|.*from|page_?url|article)$/i

/** A foreign address that any page was given to lead on to: plain, encoded, in base64 or hexadecimal; in a parameter, or at the end of the path. */
export function insideAny(url: URL): string | undefined {
  if (!/^https?:$/.test(url.protocol) || keepsIt.test(url.pathname)) return undefined
  for (const [name, value] of url.searchParams) {
    if (value.length < 8 || notLeading.test(name)) continue
    const found = addressIn(value)
    if (found !== undefined) return found
  }
  for (const part of url.hash.length > 8 ? [url.hash.slice(1)] : []) {
    const found = addressIn(part)
    if (found !== undefined) return found
  }
  const inside = /\/(https?(?::|%3a|%253a).+)$/i.exec(url.pathname)?.[1]
  return inside === undefined ? undefined : embedded(inside + url.search)
}

const web = /^(?:https?:)?[/\\]{2}[^/\\\s]+\.[a-z]/i

function addressIn(value: string): string | undefined {
  const plain = unpercent(value)
  if (web.test(plain)) return plain
  const coded = value.startsWith('aHR0c') ? fromBase64(value) : fromHex(value)
  return coded !== undefined && web.test(coded) ? coded : undefined
}

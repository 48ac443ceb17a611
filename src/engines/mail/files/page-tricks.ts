/** Web pages and drawings as attachments: what they show, where they lead, and what their scripts build out of text on the reader's own machine. */
import type { Gathering } from './gathering.ts'
import { kindOf, startsSomething } from './kind.ts'
import { tricksOf } from './page-source.ts'

const mostRead = 200_000
const builders =
  /\b(?:msSaveOrOpenBlob|msSaveBlob|createObjectURL)\b|\bnew\s+(?:Blob|File)\s*\(|\.download\s*=|\bdownload\s*=\s*["'][^"']+\.\w{2,4}["']/i
const carried: Readonly<Record<string, string>> = {
  zip: 'archive',
  'disk-image': 'disk image',
  program: 'program',
  rar: 'archive',
  '7z': 'archive',
  script: 'script',
  shortcut: 'shortcut',
  page: 'web page',
  pdf: 'paper',
  'old-office': 'document',
  notebook: 'notebook',
}

/** Marks and links of a page; `see` is given the page's markup, and what its scripts unpack, to read as pages. */
export function readTricks(html: string, into: Gathering, see: (markup: string) => void): void {
  const text = html.slice(0, mostRead)
  see(text)
  for (const hit of text.matchAll(/<(?:[\w-]+:)?a\b[^<>]{0,2000}?xlink:href\s*=\s*["']([^"']{4,2000})/gi))
    into.link('', hit[1] ?? '', 'page')
  for (const hit of text.matchAll(/http-equiv\s*=\s*["']?refresh[^<>]{0,200}?url\s*=\s*["']?([^"'\s<>]{4,2000})/gi))
    into.link('', hit[1] ?? '', 'page')
  const { script, unpacks, cargo } = tricksOf(text)
  if (!script) return
  into.mark('script', /<script[^<>]{0,200}>/i.exec(text)?.[0] ?? '')
  for (const hit of text.matchAll(/\blocation(?:\.href|\.replace|\.assign)?\s*[=(]\s*["'`]((?:https?:)?\/\/[^"'`]{4,2000})/gi))
    into.link('', (hit[1] ?? '').replace(/^\/\//, 'https://'), 'page')
  for (const hit of text.matchAll(/<(?:script|iframe|embed|form)\b[^<>]{0,500}?(?:src|action)\s*=\s*["']?(https?:[^"'\s<>]{4,2000})/gi))
    into.link('', hit[1] ?? '', 'page')
  readHidden(text, into, see)
  const builds = builders.exec(text)?.[0]
  if (builds !== undefined && (unpacks || cargo)) into.mark('builds-file', nameIn(text) || builds)
}

/** Text in disguise: base64, percent and hex escapes, lists of letters' numbers. */
function readHidden(text: string, into: Gathering, see: (markup: string) => void): void {
  const builds = builders.exec(text)?.[0]
  let unpacked = 0
  for (const hit of text.matchAll(/["'`]([A-Za-z0-9+/\r\n]{24,}={0,2})["'`]/g)) {
    if (/data:image\/[\w+.-]+;base64,$/.test(text.slice(Math.max(0, hit.index - 40), hit.index + 1))) continue
    const bytes = Buffer.from((hit[1] ?? '').slice(0, 120_000), 'base64')
    const kind = kindOf(bytes)
    const what = carried[kind]
    if (what !== undefined && (builds !== undefined || kind !== 'pdf'))
      into.mark('builds-file', startsSomething(kind) || kind !== 'page' ? `${what} ${nameIn(text)}`.trim() : what)
    if ((kind === 'page' || kind === 'text') && unpacked < 10) {
      unpacked += 1
      const plain = bytes.toString('utf8')
      into.written(plain, 'page')
      if (kind === 'page') see(plain)
    }
  }
  for (const plain of disguised(text)) {
    if (unpacked++ > 20) break
    into.written(plain, 'page')
    if (/<\w+/.test(plain)) see(plain)
  }
}

function* disguised(text: string): Generator<string> {
  for (const hit of text.matchAll(/["'`]((?:%[\da-f]{2}|%u[\da-f]{4}|[\w\s.,:;/=<>()-]){12,})["'`]/gi)) {
    const escaped = hit[1] ?? ''
    if ((escaped.match(/%/g)?.length ?? 0) > 5)
      yield escaped.replace(/%u([\da-f]{4})|%([\da-f]{2})/gi, (_, wide?: string, narrow?: string) =>
        String.fromCharCode(Number.parseInt(wide ?? narrow ?? '20', 16)),
      )
  }
  for (const hit of text.matchAll(/(?:\\x[\da-f]{2}){8,}/gi)) yield Buffer.from(hit[0].replaceAll('\\x', ''), 'hex').toString('latin1')
  for (const hit of text.matchAll(/(?:fromCharCode\s*\(|\[)\s*((?:\d{1,3}\s*,\s*){11,}\d{1,3})/g))
    yield (hit[1] ?? '')
      .split(',')
      .slice(0, 60_000)
      .map((number) => String.fromCharCode(Number(number)))
      .join('')
}

/** The name under which a script hands over what it built. */
const nameIn = (text: string): string =>
  /\b(?:download|fileName|file_name|name)\b["']?\s*(?:=|:|,)\s*["'`]([^"'`<>]{1,80}\.\w{2,5})["'`]|["'`]([^"'`<>\s]{1,60}\.(?:zip|iso|img|exe|js|vbs|lnk|hta|rar|7z|docm|xlsm|pdf))["'`]/i
    .exec(text)
    ?.slice(1)
    .find((name) => name !== undefined) ?? ''

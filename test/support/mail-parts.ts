/** A raw mail taken apart into its parts and put together again, so that a test can change one thing in it and leave the rest as it was. */

export type Part = {
  readonly headers: readonly Header[]
  /** Bytes as Latin-1 letters, in the encoding that the headers tell. */
  readonly body: string
  readonly children: readonly Part[]
}
export type Header = { readonly name: string; readonly raw: string }

/** The value of a header, unfolded; empty when it is not there. */
export const headerOf = ({ headers }: Part, name: string): string =>
  headers
    .find((one) => one.name === name)
    ?.raw.replace(/^[^:]*:/, '')
    .replace(/\r?\n\s+/g, ' ')
    .trim() ?? ''

export const withHeader = (part: Part, name: string, value?: string): Part => {
  const raw = value === undefined ? [] : [{ name: name.toLowerCase(), raw: `${name}: ${value}` }]
  const at = part.headers.findIndex((one) => one.name === name.toLowerCase())
  const others = part.headers.filter((one) => one.name !== name.toLowerCase())
  return { ...part, headers: at < 0 ? [...others, ...raw] : [...others.slice(0, at), ...raw, ...others.slice(at)] }
}

export const takeApart = (bytes: Uint8Array): Part => partOf(Buffer.from(bytes).toString('latin1'))

function partOf(raw: string): Part {
  const end = /\r?\n\r?\n/.exec(raw)
  const head = end === null ? raw : raw.slice(0, end.index)
  const body = end === null ? '' : raw.slice(end.index + end[0].length)
  const headers = head
    .split(/\r?\n(?![ \t])/)
    .filter((line) => line !== '')
    .map((line) => ({
      name: line
        .slice(0, Math.max(0, line.indexOf(':')))
        .trim()
        .toLowerCase(),
      raw: line,
    }))
  const part: Part = { headers, body, children: [] }
  const boundary = boundaryOf(part)
  if (boundary === undefined) return part
  const pieces = `\n${body}`.split(new RegExp(`\\r?\\n--${boundary.replace(/[^\w]/g, '\\$&')}(?:--)?[ \\t]*(?=\\r?\\n|$)`))
  return { ...part, children: pieces.slice(1, pieces.length > 2 ? -1 : undefined).map((piece) => partOf(piece.replace(/^\r?\n/, ''))) }
}

function boundaryOf(part: Part): string | undefined {
  const type = headerOf(part, 'content-type')
  const [, quoted, bare] = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type) ?? []
  return /^multipart\//i.test(type) ? (quoted ?? bare) : undefined
}

export const putTogether = (part: Part): Uint8Array => new Uint8Array(Buffer.from(written(part), 'latin1'))

function written(part: Part): string {
  const head = part.headers.map(({ raw }) => raw).join('\r\n')
  const boundary = boundaryOf(part)
  if (boundary === undefined) return `${head}\r\n\r\n${part.body}`
  return `${head}\r\n\r\n${part.children.map((child) => `--${boundary}\r\n${written(child)}\r\n`).join('')}--${boundary}--\r\n`
}

/** The part and all below it that hold no others, changed; one for which `change` returns nothing is left out. */
export function eachLeaf(part: Part, change: (leaf: Part) => Part | undefined): Part | undefined {
  if (boundaryOf(part) === undefined) return change(part)
  return { ...part, children: part.children.flatMap((child) => eachLeaf(child, change) ?? []) }
}

export const isText = (part: Part): boolean => /^(?:text\/|$)/i.test(headerOf(part, 'content-type'))

export const fileNameOf = (part: Part): string => {
  const named = `${headerOf(part, 'content-disposition')}; ${headerOf(part, 'content-type')}`
  const [, quoted, bare = ''] = /(?:file)?name\*?(?:0\*?)?\s*=\s*(?:"([^"]*)"|([^\s;]+))/i.exec(named) ?? []
  const escaped = /^utf-8'\w*'(.*)$/i.exec(bare)?.[1]
  return escaped === undefined ? (quoted ?? bare) : decodeURIComponent(escaped)
}

/** What the part says, decoded. */
export function textOf(part: Part): string {
  const encoding = headerOf(part, 'content-transfer-encoding').toLowerCase()
  const bytes =
    encoding === 'base64'
      ? Buffer.from(part.body, 'base64')
      : Buffer.from(encoding === 'quoted-printable' ? fromQuotedPrintable(part.body) : part.body, 'latin1')
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(headerOf(part, 'content-type'))?.[1] ?? 'utf-8'
  return new TextDecoder(charset).decode(bytes)
}

const fromQuotedPrintable = (body: string): string =>
  body.replace(/[ \t]*=[ \t]*\r?\n/g, '').replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** The part with another text, and all else as it was. */
export function withText(part: Part, text: string): Part {
  const type = headerOf(part, 'content-type') || 'text/plain'
  const inUtf8 = `${type.replace(/;\s*charset\s*=\s*(?:"[^"]*"|[^\s;]+)/i, '')}; charset=utf-8`
  const body = Buffer.from(text, 'utf8').toString('base64').replace(/.{76}/g, '$&\r\n')
  return { ...withHeader(withHeader(part, 'Content-Type', inUtf8), 'Content-Transfer-Encoding', 'base64'), body }
}

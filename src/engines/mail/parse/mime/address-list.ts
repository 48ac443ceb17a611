/** Address lists (RFC 5322, 3.4): names, mailboxes, comments and groups, as programs write them and as attackers bend them. */
import type { Listed, Mailbox } from './email.ts'
import { decodeWords, isEncodedWordsOnly } from './encoded-words.ts'

type Token = { readonly mark: string; text: string; readonly glued: boolean }
type Bins = {
  readonly address: string[]
  readonly comment: string[]
  readonly group: string[]
  readonly text: { text: string; quoted: boolean }[]
}

const closes: Readonly<Record<string, string>> = { '"': '"', '(': ')', '<': '>', ':': ';', ',': '', ';': '' }
const plain = /^(?:"([^"\\<>()]*)"|([^"\\<>(),:;@]*?))\s*<([^\s<>()"\\,:;@]+@[^\s<>()"\\,:;@]+)>$/

/** The mailboxes and groups that a header names. */
export function parseAddresses(header: string): readonly Listed[] {
  // Nearly every line is of this form.
  const hit = header.length < 500 && !/\p{Cc}/u.test(header) ? plain.exec(header.trim()) : null
  const name = (hit?.[1] ?? hit?.[2] ?? '').trim()
  if (hit !== null && name !== '') return [mailbox(name, hit[3] ?? '')]
  return parseList(header, 0)
}

function parseList(text: string, depth: number): readonly Listed[] {
  if (depth > 8) return []
  const found: Listed[] = []
  let tokens: Token[] = []
  const flush = (): void => {
    if (tokens.length > 0) for (const one of read(tokens, depth)) found.push(one)
    tokens = []
  }
  for (const token of tokenize(text)) {
    if (token.mark === ',' || token.mark === ';') flush()
    else tokens.push(token)
  }
  flush()
  return found
}

/** Marks and the text between them. A token is glued when its mark closes right before other letters: `"a"b`. */
function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = []
  let letters: string[] | undefined
  let awaited = ''
  let escaped = false
  const flush = (): void => {
    const joined = letters?.join('').trim() ?? ''
    if (joined !== '') tokens.push({ mark: '', text: joined, glued: false })
    letters = undefined
  }
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? ''
    if (!escaped && letter === awaited) {
      flush()
      const next = text[at + 1]
      tokens.push({ mark: letter, text: '', glued: next !== undefined && !/[ \t\r\n,;]/.test(next) })
      awaited = ''
    } else if (!escaped && awaited === '' && Object.hasOwn(closes, letter)) {
      flush()
      tokens.push({ mark: letter, text: '', glued: false })
      awaited = closes[letter] ?? ''
    } else if (!escaped && awaited === '"' && letter === '\\') {
      escaped = true
    } else {
      letters ??= []
      if (letter === '\n') letters.push(' ')
      else if (letter === '\t' || letter >= ' ') letters.push(letter)
      escaped = false
    }
  }
  flush()
  return tokens
}

/** One address of a list. More than one only where encoded words hide a list. */
function read(tokens: readonly Token[], depth: number): readonly Listed[] {
  const { bins, isGroup } = sort(tokens)
  if (bins.text.length === 0) bins.text.push(...bins.comment.splice(0).map((text) => ({ text, quoted: false })))
  if (isGroup) {
    const members = bins.group.length === 0 ? [] : parseList(bins.group.join(','), depth + 1)
    const group = members.flatMap((member): readonly Mailbox[] => (member.group === undefined ? [member] : member.group))
    return [{ name: decodeWords(joined(bins)), group }]
  }
  if (bins.address.length === 0) findAddress(bins)
  if (bins.text.length === 0) bins.text.push(...bins.comment.splice(0).map((text) => ({ text, quoted: false })))
  bins.text.push(...bins.address.splice(1).map((text) => ({ text, quoted: false })))
  const [address = ''] = bins.address
  const text = joined(bins)
  if (address !== '' || !isEncodedWordsOnly(text.trim())) return [mailbox(text, address)]
  // Whoever encodes the whole line, brackets and all, is read as mail programs read them.
  const decoded = decodeWords(text)
  const inner = /<[^<>@]{1,320}@[^<>]{1,320}>/.test(decoded) && depth < 8 ? parseList(decoded, depth + 1) : []
  return inner.length > 0 ? inner : [{ address: '', name: decoded }]
}

const joined = (bins: Bins): string => bins.text.map(({ text }) => text).join(' ')

function mailbox(text: string, address: string): Mailbox {
  const box = address === '' ? text : address
  const name = decodeWords(text === '' ? address : text)
  if (box !== name) return { name, address: box }
  return box.includes('@') ? { name: '', address: box } : { name, address: '' }
}

function sort(tokens: readonly Token[]): { readonly bins: Bins; readonly isGroup: boolean } {
  const bins: Bins = { address: [], comment: [], group: [], text: [] }
  let into: keyof Bins = 'text'
  let quoted = false
  let isGroup = false
  for (const [place, token] of tokens.entries()) {
    if (token.mark !== '') {
      quoted = token.mark === '"' && !quoted
      into = token.mark === '<' ? 'address' : token.mark === '(' ? 'comment' : token.mark === ':' ? 'group' : 'text'
      isGroup ||= token.mark === ':'
      continue
    }
    const glued = place > 0 && tokens[place - 1]?.glued === true
    if (into === 'text') {
      const last = bins.text.at(-1)
      if (glued && last !== undefined) {
        last.text += token.text
        last.quoted ||= quoted
      } else bins.text.push({ text: token.text, quoted })
      continue
    }
    // Of `<a <b>` only what stands behind the last-opened bracket is an address.
    const text = into === 'address' ? token.text.slice(token.text.indexOf('<') + 1).trimStart() : token.text
    const bin = bins[into]
    if (glued && bin.length > 0) bin[bin.length - 1] += text
    else bin.push(text)
  }
  return { bins, isGroup }
}

/** An address without brackets. One within quotes is a name that poses as an address. */
function findAddress(bins: Bins): void {
  const whole = bins.text.findLastIndex(({ text, quoted }) => !quoted && /^[^@\s]+@[^@\s]+$/.test(text))
  if (whole >= 0) {
    bins.address.push(...bins.text.splice(whole, 1).map(({ text }) => text))
    return
  }
  for (const one of bins.text.toReversed()) {
    if (one.quoted) continue
    const hit = addressWithin(one.text)
    if (hit === undefined) continue
    bins.address.push(hit.text)
    one.text = `${one.text.slice(0, hit.start).trimEnd()} ${one.text.slice(hit.start + hit.text.length).trimStart()}`.trim()
    return
  }
}

function addressWithin(text: string): { readonly start: number; readonly text: string } | undefined {
  for (const hit of text.matchAll(/\S+/g)) {
    const [token] = hit
    const at = token.indexOf('@')
    if (at < 1) continue
    const first = token.search(/\w/)
    let end = token.length
    while (end > at + 1 && !/\w/.test(token[end - 1] ?? '')) end -= 1
    if (first < at && first >= 0 && end > at + 1) return { start: hit.index + first, text: token.slice(first, end) }
  }
  return undefined
}

/**
 * Reads a list as people keep them: one entry a line, or CSV with a head. `#` begins a comment. What cannot be used is named with its
 * line. Nothing here decides who may write which list.
 */
import { type ListKind, listKinds } from '../own-set.ts'
import { type Doubt, doubtsOf, type Near } from './doubts.ts'
import { foldValue, guessKind, type ListLine, mayAllow, mayBlock } from './list-value.ts'
import { readCsv } from './read-csv.ts'

export type ReadList = {
  /** Those that would hit honest mail; none without `near`. */
  readonly doubts: readonly Doubt[]
  readonly entries: readonly ListLine[]
  readonly refused: readonly { readonly line: number; readonly says: string }[]
}

const most = { entries: 50_000, refused: 100 } as const
const columns = ['list', 'kind', 'value', 'reason', 'expires'] as const
type Column = (typeof columns)[number]

/** The entries of a text; `list` is the list they go to where the text does not say, `near` those around the readers. */
export function readList(text: string, list: string, near?: Near): ReadList {
  const entries = new Map<string, ListLine>()
  const refused: { line: number; says: string }[] = []
  let order: readonly Column[] = ['value', 'reason', 'expires']
  for (const { line, cells } of readCsv(text)) {
    const head = headOf(cells)
    if (head !== undefined) {
      order = head
      continue
    }
    const cell = (name: Column): string => (cells[order.indexOf(name)] ?? '').trim()
    const read = entryOf({
      list: cell('list') || list,
      kind: cell('kind'),
      value: cell('value'),
      reason: cell('reason'),
      expires: cell('expires'),
    })
    if ('says' in read) refused.push({ line, says: read.says })
    else if (entries.size >= most.entries) {
      refused.push({ line, says: `More than ${most.entries} entries at once; take several files.` })
      break
    } else entries.set(`${read.list} ${read.kind} ${read.folded}`, read)
  }
  const all = [...entries.values()]
  return { entries: all, doubts: near === undefined ? [] : doubtsOf(all, near), refused: refused.slice(0, most.refused) }
}

const headOf = (cells: readonly string[]): readonly Column[] | undefined => {
  const names = cells.map((cell) => cell.trim().toLowerCase())
  return names.includes('value') && names.every((name) => columns.some((column) => column === name))
    ? names.flatMap((name) => columns.filter((column) => column === name))
    : undefined
}

export type Written = {
  readonly list: string
  /** Empty: guessed from the value. */
  readonly kind: string
  readonly value: string
  readonly reason: string
  readonly expires: string
}

/** One entry, or the sentence that says what is wrong with it. */
export function entryOf({ list, kind: typed, value, reason, expires }: Written): ListLine | { readonly says: string } {
  const shown = value.slice(0, 80)
  const own = list !== 'allow' && list !== 'block'
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(list))
    return { says: `“${list.slice(0, 40)}” is no name for a list: use allow, block, or small letters, digits and hyphens.` }
  const kind = typed === '' ? (own ? (guessKind(value) ?? 'text') : guessKind(value)) : listKinds.find((one) => one === typed)
  if (kind === undefined)
    return typed === ''
      ? { says: `“${shown}” is no address, domain, host, web address, IP address or SHA-256; name its kind if it is a subject.` }
      : { says: `“${typed.slice(0, 40)}” is no kind; there are ${listKinds.join(', ')}.` }
  if (list === 'allow' && !mayAllow.includes(kind))
    return {
      says: `“${shown}” says nothing of who sends it, so it cannot be allowed; allow an address, a domain, a host or an IP address.`,
    }
  if (list === 'block' && !mayBlock.includes(kind))
    return { says: `“${shown}” is only a text; it can stand in a list of your own, which rules ask.` }
  const folded = foldValue(kind, value)
  if (folded === undefined) return { says: `“${shown}” is not ${articles[kind]}.` }
  if (expires !== '' && !isDay(expires)) return { says: `“${expires.slice(0, 40)}” is no day; write it as 2027-01-31.` }
  return { list, kind, written: value.trim().slice(0, 2000), folded, reason: reason.slice(0, 300), ...(expires !== '' && { expires }) }
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))

const articles: Readonly<Record<ListKind, string>> = {
  address: 'a mail address',
  domain: 'a domain',
  host: 'a host',
  url: 'a web address',
  ip: 'an IP address or range',
  sha256: 'a SHA-256 (64 hexadecimal digits)',
  subject: 'a subject of 4 to 200 letters',
  text: 'a text of at most 300 letters',
}

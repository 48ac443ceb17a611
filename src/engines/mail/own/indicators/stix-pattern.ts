/**
 * Reads the STIX patterns (STIX 2.1 §9) that name things a mail can hold: comparisons with `=` and `IN`, joined by OR and AND, inside one
 * observation and between several. Time (FOLLOWEDBY, WITHIN, REPEATS, START), NOT, LIKE and MATCHES are told as what cannot be used.
 */
import type { Mark } from '../own-set.ts'
import { markOf } from './mark.ts'

/** Each inner list has to be there whole; one of the outer ones is enough. `lost` names what of the pattern cannot be used. */
export type ReadPattern = { readonly any: readonly (readonly Mark[])[]; readonly lost: readonly string[] }

/** Too many ways to be true: a pattern that multiplies out without end. */
const mostWays = 200
const mostLetters = 20_000

type Tree =
  | { readonly kind: 'mark'; readonly mark: Mark }
  /** True of the thing that another part names: a file's name or size beside its hash. */
  | { readonly kind: 'detail' }
  | { readonly kind: 'lost'; readonly what: string }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Tree[] }

export function readStixPattern(text: string): ReadPattern {
  if (text.length > mostLetters) return { any: [], lost: ['a pattern of more than 20,000 letters'] }
  const words = [...text.matchAll(/'(?:\\.|[^'\\])*'|[\w-]+(?::[\w.'[\]*-]+(?:'[^']*')?[\w.'[\]*-]*)?|!=|<=|>=|[[\]()=<>,]|\S/g)].map(
    (hit) => hit[0],
  )
  const reader = new Reader(words)
  const tree = reader.either(0)
  if (tree === undefined || !reader.isAtEnd()) return { any: [], lost: [reader.stuckAt()] }
  const lost = new Set<string>()
  const any = waysOf(tree, lost)
  return any === undefined ? { any: [], lost: ['a pattern with more than 200 ways to be true'] } : { any, lost: [...lost] }
}

class Reader {
  readonly #words: readonly string[]
  #at = 0
  constructor(words: readonly string[]) {
    this.#words = words
  }

  isAtEnd(): boolean {
    return this.#at >= this.#words.length
  }

  stuckAt(): string {
    const word = this.#words[this.#at] ?? 'its end'
    return /^[A-Z]+$/.test(word) ? word : `the pattern at “${word.slice(0, 30)}”`
  }

  either(depth: number): Tree | undefined {
    return this.#joined('OR', () => this.#joined('AND', () => this.#single(depth)))
  }

  #joined(word: 'AND' | 'OR', read: () => Tree | undefined): Tree | undefined {
    const parts: Tree[] = []
    do {
      const part = read()
      if (part === undefined) return undefined
      parts.push(part)
    } while (this.#take(word))
    return parts.length === 1 ? parts[0] : { kind: word === 'AND' ? 'and' : 'or', parts }
  }

  #take(word: string): boolean {
    if (this.#words[this.#at] !== word) return false
    this.#at += 1
    return true
  }

  #single(depth: number): Tree | undefined {
    if (depth > 20) return undefined
    for (const [open, close] of [
      ['[', ']'],
      ['(', ')'],
    ] as const) {
      if (!this.#take(open)) continue
      const inside = this.either(depth + 1)
      return inside !== undefined && this.#take(close) ? inside : undefined
    }
    return this.#comparison()
  }

  #comparison(): Tree | undefined {
    const path = this.#words[this.#at]
    if (path === undefined || !/^[\w-]+:/.test(path)) return undefined
    this.#at += 1
    if (this.#take('=')) {
      const value = this.#value()
      return value === undefined ? undefined : treeOf(path, value)
    }
    if (this.#take('IN') && this.#take('(')) {
      const parts: Tree[] = []
      do {
        const value = this.#value()
        if (value === undefined) return undefined
        parts.push(treeOf(path, value))
      } while (this.#take(','))
      return this.#take(')') ? { kind: 'or', parts } : undefined
    }
    return undefined
  }

  #value(): string | undefined {
    const word = this.#words[this.#at]
    if (word === undefined || !/^'|^\d/.test(word)) return undefined
    this.#at += 1
    return word.startsWith("'") ? word.slice(1, -1).replace(/\\(.)/g, '$1') : word
  }
}

/** Paths of objects that a mail can hold (STIX 2.1 §6). */
const paths: Readonly<Record<string, Mark['kind']>> = {
  'domain-name:value': 'domain',
  'url:value': 'url',
  'email-addr:value': 'address',
  'email-addr:display_name': 'sender-name',
  'email-message:from_ref.value': 'address',
  'email-message:sender_ref.value': 'address',
  'email-message:from_ref.display_name': 'sender-name',
  'file:hashes.sha-256': 'sha256',
  'file:hashes.sha256': 'sha256',
  'ipv4-addr:value': 'ip',
  'ipv6-addr:value': 'ip',
}

function treeOf(path: string, value: string): Tree {
  const plain = path
    .toLowerCase()
    .replace(/\[['"]?([^\]'"]+)['"]?\]/g, '.$1')
    .replaceAll("'", '')
  if (/^file:(name|size|mime_type|name_enc)$/.test(plain)) return { kind: 'detail' }
  const kind = Object.hasOwn(paths, plain) ? paths[plain] : undefined
  if (kind === undefined) return { kind: 'lost', what: plain.slice(0, 60) }
  const mark = markOf(kind, value)
  return mark === undefined ? { kind: 'lost', what: `${plain} with a value that is none` } : { kind: 'mark', mark }
}

/** All ways to be true; undefined when they are too many. A way that needs something lost is no way. */
function waysOf(tree: Tree, lost: Set<string>): readonly (readonly Mark[])[] | undefined {
  if (tree.kind === 'mark') return [[tree.mark]]
  if (tree.kind === 'detail') {
    lost.add("a file's name or size without its hash")
    return []
  }
  if (tree.kind === 'lost') {
    lost.add(tree.what)
    return []
  }
  if (tree.kind === 'or') {
    const all = tree.parts.map((part) => waysOf(part, lost))
    const flat = all.flatMap((ways) => ways ?? [])
    return all.includes(undefined) || flat.length > mostWays ? undefined : flat
  }
  const hashed = tree.parts.some((part) => part.kind === 'mark' && part.mark.kind === 'sha256')
  let ways: readonly (readonly Mark[])[] = [[]]
  for (const part of tree.parts) {
    if (hashed && part.kind === 'detail') continue
    const more = waysOf(part, lost)
    if (more === undefined || ways.length * more.length > mostWays) return undefined
    ways = ways.flatMap((way) => more.map((one) => [...way, ...one]))
  }
  return ways
}

/** What an entry of a list may be, and how it is compared. */
import { refang } from '../../links/refang.ts'
import { registered } from '../../names/domain.ts'
import { plainWords } from '../../words/plain-words.ts'
import { readRange, writeRange } from '../ip.ts'
import type { ListKind } from '../own-set.ts'
import { foldAddress, foldHost, foldSha256, foldUrl } from '../values.ts'

export type ListLine = {
  readonly list: string
  readonly kind: ListKind
  /** As it was written, for people; `folded` is what is compared. */
  readonly written: string
  readonly folded: string
  readonly reason: string
  /** `2027-01-31`: counts until the end of that day, UTC. */
  readonly expires?: string
}

/** A subject as it is compared: its words and nothing between them. */
export const subjectWords = (text: string): string =>
  plainWords(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The value as it is compared; undefined when it is not of that kind. */
export function foldValue(kind: ListKind, value: string): string | undefined {
  const text = refang(value)
  switch (kind) {
    case 'address':
      return foldAddress(text)
    case 'domain':
    case 'host':
      return foldHost(text.replace(/^@/, ''))
    case 'url':
      return foldUrl(text)
    case 'ip': {
      const range = readRange(text)
      return range === undefined ? undefined : writeRange(range)
    }
    case 'sha256':
      return foldSha256(text)
    case 'subject': {
      const words = subjectWords(value)
      return words.length >= 4 && words.length <= 200 ? words : undefined
    }
    case 'text': {
      const words = value.trim().toLowerCase()
      return words === '' || words.length > 300 ? undefined : words
    }
  }
}

/** `forms.example/d`, read by its first slash: a pattern would try every dot of a long value before it gives up. */
function isHostWithPath(text: string): boolean {
  const slash = text.indexOf('/')
  const dot = text.indexOf('.', 1)
  return dot > 0 && dot < slash - 1 && slash < text.length - 1 && !/[\s@]/.test(text.slice(0, slash))
}

/** The kind that a value looks like, when nobody says. */
export function guessKind(value: string): ListKind | undefined {
  const text = refang(value)
  if (foldSha256(text) !== undefined) return 'sha256'
  if (readRange(text) !== undefined) return 'ip'
  if (/^https?:\/\//i.test(text) || isHostWithPath(text)) return foldUrl(text) === undefined ? undefined : 'url'
  if (/^@/.test(text)) return 'domain'
  if (text.includes('@')) return foldAddress(text) === undefined ? undefined : 'address'
  const host = foldHost(text)
  if (host === undefined) return undefined
  return registered(host) === host ? 'domain' : 'host'
}

/**
 * What may be allowed: who sends. A link, a file or a subject says nothing of who sends it, and an attacker could put an allowed one
 * beside their own.
 */
export const mayAllow: readonly ListKind[] = ['address', 'domain', 'host', 'ip']
export const mayBlock: readonly ListKind[] = ['address', 'domain', 'host', 'url', 'ip', 'sha256', 'subject']

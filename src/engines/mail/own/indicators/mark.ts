/** A value of an indicator, made comparable. */

import { refang } from '../../links/refang.ts'
import { plainWords } from '../../words/plain-words.ts'
import { readRange, writeRange } from '../ip.ts'
import type { IndicatorKind, Mark } from '../own-set.ts'
import { foldAddress, foldHost, foldSha256, foldUrl } from '../values.ts'

/** The mark; undefined when the value is not of its kind. */
export function markOf(kind: IndicatorKind, written: string): Mark | undefined {
  const value = folded(kind, refang(written.slice(0, 2000)))
  return value === undefined || value === '' ? undefined : { kind, value }
}

function folded(kind: IndicatorKind, text: string): string | undefined {
  switch (kind) {
    case 'address':
      return foldAddress(text)
    case 'domain':
      return foldHost(text)
    case 'url':
      return foldUrl(text)
    case 'ip': {
      const range = readRange(text)
      return range && writeRange(range)
    }
    case 'sha256':
      return foldSha256(text)
    case 'sender-name': {
      const name = foldName(text)
      return name.length >= 5 ? name : undefined
    }
  }
}

/** A display name as it is compared. */
export const foldName = (name: string): string => plainWords(name).replace(/\s+/g, ' ').trim()

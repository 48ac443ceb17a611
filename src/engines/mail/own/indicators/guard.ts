/**
 * Keeps out indicators that would call honest mail hostile: feeds hold such by mistake, and some are put there on purpose. After MISP's
 * warning lists, with the programme's own organisations first.
 */
import { registered } from '../../names/domain.ts'
import { isFreeMail, isHost } from '../../names/services.ts'
import { isClosed, type Range } from '../ip.ts'
import type { Mark } from '../own-set.ts'
import { upwards } from '../values.ts'

/** SHA-256 of nothing, and of a single line end: files that are everywhere. */
const everywhere = new Set([
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '01ba4719c80b6fe911b091a7c05124b64eeece964e09c058ef8f9805daca546b',
])

export type Guard = (mark: Mark) => string | undefined

/** Answers why a mark is refused, as the end of a sentence about it; undefined when it may be used. */
export function guardFor(ownDomains: readonly string[]): Guard {
  const own = new Set(ownDomains.map((domain) => domain.toLowerCase()))
  const isOwn = (host: string): boolean => upwards(host).some((one) => own.has(one))
  return ({ kind, value }) => {
    switch (kind) {
      case 'domain':
        return isOwn(value) || [...own].some((domain) => domain.endsWith(`.${value}`))
          ? 'belongs to an organisation of this programme'
          : wholeHost(value)
      case 'url': {
        const slash = value.search(/[/?]/)
        const host = (slash < 0 ? value : value.slice(0, slash)).replace(/:\d+$/, '')
        if (isOwn(host)) return 'belongs to an organisation of this programme'
        return slash < 0 || value.length - slash < 3 ? wholeHost(host) : undefined
      }
      case 'address':
        return isOwn(value.slice(value.lastIndexOf('@') + 1)) ? 'belongs to an organisation of this programme' : undefined
      case 'ip':
        return wideRange(value)
      case 'sha256':
        return everywhere.has(value) ? 'is the hash of an empty file' : undefined
      case 'sender-name':
        return undefined
    }
  }
}

/** A domain that many share: to call it hostile is to call all of them so. A page of their own on such a host may be named. */
function wholeHost(host: string): string | undefined {
  const top = registered(host)
  if (isWholeEnding(host)) return 'is a whole ending'
  if (isFreeMail(top)) return 'is a free mail service'
  for (const kind of ['common', 'meeting', 'sharing', 'mailSenders'] as const)
    if (isHost(kind, host)) return 'is a large host that honest mail links to'
  // `evil.github.io` is one page; `github.io` is everybody's.
  const above = host.slice(host.indexOf('.') + 1)
  for (const kind of ['freePages', 'shorteners'] as const)
    if (isHost(kind, host) && !isHost(kind, above)) return 'is a host where anybody has pages'
  return undefined
}

/** `org`, `co.uk`: a name before it is somebody's own. */
export const isWholeEnding = (host: string): boolean => registered(`name.${host}`) === `name.${host}`

/** Why a range of IP addresses is too much to name; undefined when it is not. */
export function wideRange(written: string): string | undefined {
  const [version = '', low = '0', bits = '0'] = written.split('/')
  const range: Range = { version: version === '4' ? 4 : 6, low: BigInt(`0x${low}`), bits: Number(bits) }
  if (range.bits < (range.version === 4 ? 16 : 32)) return 'is too wide a range'
  return isClosed(range) ? 'is not an address of the open network' : undefined
}

/**
 * Which entries of a list would hit honest mail. Blocked: mail of our own people, of those they deal with, of public offices, and of houses that write to
 * everybody. Allowed: whoever has an account at a house where anybody can have one. Such entries are not wrong, but nobody should make one by mistake.
 */
import { authorityDomains, isState } from '../../names/authorities.ts'
import { brandOf } from '../../names/brands.ts'
import { registered } from '../../names/domain.ts'
import { isGivingPlatform, isPublicOffice, isVotingHelp } from '../../names/public-offices.ts'
import { isFreeMail, isHost } from '../../names/services.ts'
import { guardFor, isWholeEnding, wideRange } from '../indicators/guard.ts'
import type { Mark } from '../own-set.ts'
import { upwards } from '../values.ts'
import type { ListLine } from './list-value.ts'

/** Those around the readers. Addresses and domains in small letters. */
export type Near = {
  /** Domains of the organisations. */
  readonly own: readonly string[]
  /** Domains of their vendors and of other names that they keep. */
  readonly partners: readonly string[]
  /** Of their people and leaders. */
  readonly addresses: readonly string[]
}

export type Doubt = {
  readonly list: string
  readonly written: string
  /** The end of a sentence about it: “is a free mail service”. */
  readonly why: string
}

/** The doubtful ones of `entries`, in their order. */
export function doubtsOf(entries: readonly ListLine[], near: Near): readonly Doubt[] {
  const blocking = blockDoubt(near)
  return entries.flatMap((line): readonly Doubt[] => {
    const why = line.list === 'block' ? blocking(line) : line.list === 'allow' ? allowDoubt(line) : undefined
    return why === undefined ? [] : [{ list: line.list, written: line.written, why }]
  })
}

const offices = new Set(authorityDomains)

function blockDoubt(near: Near): (line: ListLine) => string | undefined {
  const guard = guardFor(near.own)
  const addresses = new Set(near.addresses)
  const hosts = [...near.partners, ...near.addresses.map((address) => address.slice(address.lastIndexOf('@') + 1))]
  const partners = new Set(hosts.filter((host) => !isFreeMail(registered(host))))
  // An entry for `vendor.example` blocks `mail.vendor.example`, too.
  const above = new Set([...partners].flatMap(upwards))
  const known = (host: string): string | undefined => {
    const domain = registered(host)
    if (above.has(host) || upwards(host).some((one) => partners.has(one))) return 'belongs to somebody whom your organisations deal with'
    if (isPublicOffice(host) || isState(host) || offices.has(domain)) return 'belongs to a public office or a platform that everybody knows'
    if (isVotingHelp(domain) || isGivingPlatform(domain)) return 'belongs to a platform that everybody knows'
    const brand = isHost('freePages', host) ? undefined : brandOf(domain)
    return brand && `belongs to ${brand.name}, and very many get honest mail from there`
  }
  return ({ kind, folded }) => {
    const mark = markOf(kind, folded)
    const why = mark && guard(mark)
    if (why !== undefined) return why
    switch (kind) {
      case 'domain':
      case 'host':
        return known(folded)
      case 'address': {
        if (addresses.has(folded)) return 'is the address of somebody whom your organisations know'
        const host = folded.slice(folded.lastIndexOf('@') + 1)
        return isFreeMail(registered(host)) ? undefined : known(host)
      }
      case 'url': {
        const end = folded.search(/[/?:]/)
        // A page of their own on a known host may be named: it may have been stolen.
        return end < 0 || folded.length - end < 3 ? known(end < 0 ? folded : folded.slice(0, end)) : undefined
      }
      case 'subject':
        return folded.includes(' ') ? undefined : 'is a single word, which honest subjects hold too'
      default:
        return undefined
    }
  }
}

const markOf = (kind: ListLine['kind'], value: string): Mark | undefined =>
  kind === 'subject' || kind === 'text' ? undefined : { kind: kind === 'host' ? 'domain' : kind, value }

const lent = ['tenants', 'freePages', 'shorteners', 'sharing', 'mailSenders'] as const

function allowDoubt({ kind, folded }: ListLine): string | undefined {
  if (kind === 'ip') return wideRange(folded)
  if (kind !== 'domain' && kind !== 'host') return undefined
  if (isWholeEnding(folded)) return 'is a whole ending'
  if (isFreeMail(registered(folded))) return 'is a free mail service, where anybody can have an address'
  return lent.some((one) => isHost(one, folded)) ? 'is a house from which anybody can send' : undefined
}

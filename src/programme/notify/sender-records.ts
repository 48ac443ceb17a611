/**
 * The DNS records by which receivers believe our letters, what each should say,
 * and whether what the DNS says now will do: DKIM (RFC 6376 §3.6.1), SPF
 * (RFC 7208 §3) for the domain that bounces return to, DMARC (RFC 7489 §6.3).
 */
import type { Sender } from './deps.ts'
import { domainOf } from './signing/compose-letter.ts'
import type { DkimKey } from './signing/dkim-key.ts'

/** Why a record that is there will not do. */
type RecordFault = 'several' | 'other-key' | 'open-end' | 'not-reject'

export type SenderRecord = {
  readonly kind: 'dkim-rsa' | 'dkim-ed25519' | 'spf' | 'dmarc'
  /** Where it stands, all of them TXT. */
  readonly name: string
  /** What to publish there. */
  readonly value: string
  /** `unknown` when the DNS gave no answer. */
  readonly state: 'found' | 'missing' | 'differs' | 'unknown'
  readonly fault?: RecordFault
  /** What stands there now and is of this kind. */
  readonly found: readonly string[]
}

/** Undefined when nobody answered; empty when there is no such record. */
export type LookUpTxt = (name: string) => Promise<readonly string[] | undefined>

type Wanted = Pick<SenderRecord, 'kind' | 'name' | 'value'> & {
  readonly isOfKind: (text: string) => boolean
  readonly faultOf: (text: string) => RecordFault | undefined
}

type From = Pick<Sender, 'fromAddress' | 'intakeDomain' | 'relay'>

export async function senderRecords(from: From, dkim: readonly DkimKey[], lookUp: LookUpTxt): Promise<readonly SenderRecord[]> {
  return Promise.all(
    wantedBy(from, dkim).map(async ({ isOfKind, faultOf, ...wanted }) => {
      const all = await lookUp(wanted.name)
      if (all === undefined) return { ...wanted, state: 'unknown' as const, found: [] }
      const found = all.filter(isOfKind)
      const [only] = found
      if (only === undefined) return { ...wanted, state: 'missing' as const, found }
      const fault = found.length > 1 ? 'several' : faultOf(only)
      return { ...wanted, state: fault === undefined ? ('found' as const) : ('differs' as const), found, ...(fault && { fault }) }
    }),
  )
}

function wantedBy({ fromAddress, intakeDomain, relay }: From, dkim: readonly DkimKey[]): readonly Wanted[] {
  const domain = domainOf(fromAddress)
  const keys = dkim.map((key): Wanted => {
    const { name, value } = key.record(domain)
    const ours = tagsOf(value)
    return {
      kind: key.algorithm === 'rsa' ? 'dkim-rsa' : 'dkim-ed25519',
      name,
      value,
      isOfKind: (text) => tagsOf(text).has('p'),
      faultOf: (text) => {
        const tags = tagsOf(text)
        const isOurs = (tags.get('k') ?? 'rsa') === ours.get('k') && tags.get('p') === ours.get('p')
        return isOurs ? undefined : 'other-key'
      },
    }
  })
  // RFC 7208 §2.4 asks the domain of the return path, which is where bounces are received.
  const returnsTo = intakeDomain === '' ? domain : intakeDomain
  return [
    ...keys,
    {
      kind: 'spf',
      name: returnsTo,
      value: `v=spf1 ${relay === null ? 'mx' : `a:${relay.host}`} -all`,
      isOfKind: (text) => /^v=spf1(\s|$)/i.test(text),
      faultOf: (text) => (/\s([-~]all|redirect=\S+)\s*$/i.test(text) && !/\s\+?all(\s|$)/i.test(text) ? undefined : 'open-end'),
    },
    {
      kind: 'dmarc',
      name: `_dmarc.${domain}`,
      value: 'v=DMARC1; p=reject; adkim=s',
      isOfKind: (text) => /^v\s*=\s*DMARC1\s*(;|$)/.test(text),
      faultOf: (text) => {
        const tags = tagsOf(text)
        return tags.get('p')?.toLowerCase() === 'reject' && (tags.get('pct') ?? '100') === '100' ? undefined : 'not-reject'
      },
    },
  ]
}

/** A tag list (RFC 6376 §3.2); spaces inside a key are folding. */
const tagsOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split(';').flatMap((part) => {
      const at = part.indexOf('=')
      return at === -1 ? [] : [[part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).replace(/\s+/g, '')] as const]
    }),
  )

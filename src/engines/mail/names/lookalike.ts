/** Whether one domain dresses up as another. Names only; what is done about it is a rule's matter. */
import { editDistance, skeletonOf } from '#kernel'
import { domainToUnicode } from './unicode-domain.ts'
import { labelOf } from './domain.ts'

/** How a domain imitates: `letters` (swapped or added), `ending` (another suffix), `words` (the name with words added). */
export type Likeness = { readonly of: string; readonly how: 'letters' | 'ending' | 'words' }

const addedWords =
  /^(?:(?:account|accounts|admin|alert|alerts|app|auth|bank|billing|board|center|centre|cloud|connect|corp|customer|delivery|direct|docs|document|documents|file|files|finance|group|help|helpdesk|hr|id|info|invoice|invoices|it|login|logon|mail|mailbox|my|net|notice|notify|office|official|online|pay|payment|payments|payroll|portal|post|recovery|reset|secure|secured|security|service|services|share|shared|sign|signin|sso|support|system|team|track|tracking|update|updates|user|vault|verify|verification|web|webmail|www|donate|donations|volunteer|hq|inc|llc|us|uk|usa|eu|case|refund|claim|protect|safe|safety|status|confirm|validate|unlock|meta|business|copyright|appeal)[-.]?)+$/

/** How `domain` resembles one of `genuine`; undefined when it does not, or when it is one of them. */
export function likenessOf(domain: string, genuine: readonly string[], options: { readonly endings: boolean }): Likeness | undefined {
  if (domain === '' || genuine.includes(domain)) return undefined
  const label = labelOf(domainToUnicode(domain))
  const skeleton = skeletonOf(label)
  for (const own of genuine) {
    const ownLabel = labelOf(own)
    if (ownLabel.length < 4) continue
    if (label === ownLabel) {
      if (options.endings) return { of: own, how: 'ending' }
      continue
    }
    if (skeleton === skeletonOf(ownLabel)) return { of: own, how: 'letters' }
    const plain = label.replaceAll('-', '')
    if (plain === ownLabel.replaceAll('-', '')) return { of: own, how: 'letters' }
    const slips = ownLabel.length >= 10 ? 2 : 1
    const near = ownLabel.length >= 6 && label.length >= 5 && editDistance(skeleton, skeletonOf(ownLabel), slips) <= slips
    if (near) return { of: own, how: 'letters' }
    if (ownLabel.length >= 5 && label.includes(ownLabel)) {
      const rest = label.replace(ownLabel, '').replace(/^-+|-+$/g, '')
      if (addedWords.test(rest)) return { of: own, how: 'words' }
    }
    const restOfSkeleton = ownLabel.length >= 6 && skeleton.includes(skeletonOf(ownLabel)) ? label.length - ownLabel.length : 0
    if (
      restOfSkeleton > 2 &&
      /-/.test(label) &&
      label.split('-').some((word) => skeletonOf(word) === skeletonOf(ownLabel) && word !== ownLabel)
    ) {
      return { of: own, how: 'letters' }
    }
  }
  return undefined
}

/** A domain put together from words that inspire trust and name nobody: `secure-mail-portal.example`. */
export function isTrustWords(domain: string): boolean {
  const parts = labelOf(domain).split('-')
  const trusty = parts.filter((part) => part !== '' && addedWords.test(part)).length
  return (parts.length >= 2 && trusty >= 2) || (parts.length === 1 && trusty === 1 && (parts[0]?.length ?? 0) >= 10)
}

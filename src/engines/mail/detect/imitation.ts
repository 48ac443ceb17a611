/** Weighs a host that resembles a domain the reader trusts: how grave it is depends on how it resembles, and on who else it could honestly be. */
import { skeletonOf } from '#kernel'
import { brandOf } from '../names/brands.ts'
import { labelOf, registered } from '../names/domain.ts'
import { famousDomains, plainFamousDomains } from '../names/famous.ts'
import type { Likeness } from '../names/likeness.ts'
import { labelOnFreePages } from '../names/services.ts'
import { isTrusty } from '../names/trust-words.ts'
import { plainWords } from '../words/plain-words.ts'
import type { Mail } from './mail.ts'

export type Imitation = {
  readonly of: string
  readonly how: Likeness['how']
  /** Of the reader's own circle, or of a name that everybody knows. */
  readonly near: boolean
  /** The words put beside the name are those of sign-ins and payments; or nothing but letters were changed. */
  readonly telling: boolean
}

/** What `host` imitates: first somebody near, then somebody famous. */
export function imitationOf(mail: Mail, host: string): Imitation | undefined {
  const near = mail.likenessOf(host, mail.near, { endings: true }) ?? nearWithin(mail, host)
  if (near !== undefined) return { ...near, near: true, telling: isTelling(host, near) }
  const domain = registered(host)
  if (brandOf(domain) !== undefined && labelOnFreePages(host) === undefined) return undefined
  const famous =
    mail.likenessOf(host, famousDomains, { endings: false }) ?? mail.likenessOf(host, plainFamousDomains, { endings: false, whole: true })
  return famous === undefined ? undefined : { ...famous, near: false, telling: isTelling(host, famous) }
}

/** A long name of the circle with anything beside it: `brandtforsenate-give`, `print-house-studio`. Short names are towns' and trades' too. */
function nearWithin(mail: Mail, host: string): Likeness | undefined {
  const domain = registered(host)
  if (mail.near.includes(domain) || !host.includes('.')) return undefined
  const label = labelOf(domain).replaceAll('-', '')
  const of = mail.near.find((one) => {
    const own = labelOf(one).replaceAll('-', '')
    return own.length >= 10 && label !== own && label.length <= own.length + 24 && label.includes(own)
  })
  return of === undefined ? undefined : { of, how: 'words' }
}

/** `riverton-login` is; `riverton-post` may be the town's newspaper. */
function isTelling(host: string, { of, how }: Likeness): boolean {
  if (how !== 'words') return how !== 'ending'
  const label = labelOnFreePages(host) ?? labelOf(registered(host))
  const own = labelOf(of)
  const rest = label.split(own).flatMap((part) => part.split('-'))
  return rest.some((part) => part !== '' && (isTrusty(part) || honestWords.every((word) => part !== word)))
}

/** Words that honest neighbours of a name carry. */
const honestWords =
  'post press news bank hotel school court union legal people group world event events uk us usa eu law party council board staff team volunteer volunteers center central centre hub club'.split(
    ' ',
  )

/** The name that the mail gives itself is the domain's own, letter by letter: Rivertown Museum of rivertown.example, a neighbour of riverton.example. */
export function isNamesake(mail: Mail, domain: string, of: string): boolean {
  const label = labelOf(domain).replaceAll('-', '')
  const own = labelOf(of).replaceAll('-', '')
  const shown = plainWords(mail.message.from.name).replace(/[^a-z0-9]/g, '')
  const sameToTheEye = skeletonOf(label) === skeletonOf(own)
  return label.length > 3 && !sameToTheEye && shown.includes(label) && mail.meantPeople.length === 0
}

/** Domains that everybody knows and attackers imitate: brands, donation platforms, public offices. */
import { authorityDomains } from './authorities.ts'
import { brands } from './brands.ts'
import { labelOf } from './domain.ts'

/** Office names that are words of a language: imitated only by writing the domain out (`house-gov.example`). */
const plainLabels = new Set(
  `login state house senate treasury justice medicare canada elections revenue interior camera camara senado senato senat congreso parliament parlament parlamento vote classy
  mobilize clave europa electoral zoll elster teaming enthuse`.split(/\s+/),
)
const isPlain = (domain: string): boolean => labelOf(domain).length < 8 || plainLabels.has(labelOf(domain))
const ofBrands = new Set(brands.flatMap((brand) => brand.domains.slice(0, 3)))

/** Names long and rare enough that a slip of the pen in them is no accident. */
export const famousDomains: readonly string[] = [
  ...new Set([...ofBrands, ...authorityDomains.filter((domain) => !isPlain(domain))]),
].filter((domain) => labelOf(domain).length > 3)

/** Short and plain ones: only the whole domain, written inside another, counts. */
export const plainFamousDomains: readonly string[] = [...authorityDomains.filter(isPlain), ...ofBrands].filter(
  (domain) => domain.length > 5 && (labelOf(domain).length <= 3 || plainLabels.has(labelOf(domain)) || isPlain(domain)),
)

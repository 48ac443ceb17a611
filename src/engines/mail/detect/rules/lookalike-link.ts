/** A link to a domain that dresses up as one the reader trusts. */

import type { Link } from '../../message.ts'
import { brands } from '../../names/brands.ts'
import { labelOf, registered } from '../../names/domain.ts'
import { likenessOf } from '../../names/lookalike.ts'
import { advice } from '../advice.ts'
import { firstSaid } from '../mail.ts'
import { fact, quoteLink, type Rule, sum } from '../rule.ts'

const genuineBrands = brands.flatMap((brand) => brand.domains.slice(0, 3)).filter((domain) => labelOf(domain).length > 5)

/** `paypal.com.secure.example`: a brand's name to the left of somebody else's domain. */
function brandInside(link: Link): string | undefined {
  const left = link.host.slice(0, Math.max(0, link.host.length - link.domain.length - 1))
  if (left === '') return undefined
  return genuineBrands.find(
    (domain) => left.endsWith(domain) || left.includes(`${domain}.`) || left.split(/[.-]/).includes(labelOf(domain)),
  )
}

export const lookalikeLink: Rule = {
  id: 'mail.lookalike-link',
  severity: 'high',
  attack: ['T1583.001', 'T1566.002'],
  title: {
    en: 'A link leads to a lookalike domain',
    es: 'Un enlace lleva a un dominio que imita a otro',
    fr: 'Un lien mène à un domaine qui en imite un autre',
    de: 'Ein Link führt zu einer nachgeahmten Domain',
  },
  tells: {
    en: 'A link leads to {host}, which is made to look like {genuine}.',
    es: 'Un enlace lleva a {host}, hecho para parecerse a {genuine}.',
    fr: 'Un lien mène à {host}, fait pour ressembler à {genuine}.',
    de: 'Ein Link führt zu {host}, und das soll aussehen wie {genuine}.',
  },
  advises: advice.doNotSignIn,
  clearable: true,
  look: (mail) => {
    const { circle, from } = mail.message
    const near = [
      mail.readerDomain,
      ...(circle.organisation?.domains ?? []),
      ...circle.vendors.flatMap((vendor) => vendor.domains),
      ...circle.brands.flatMap((one) => one.domains),
    ]
    const known = [...new Set(near.filter((domain) => domain !== '').map((domain) => registered(domain.toLowerCase())))]
    const asks = firstSaid(mail, 'credentials', 'threat', 'mailbox', 'document', 'voicemail', 'parcel', 'wallet', 'fee') !== undefined
    for (const link of mail.foreign) {
      const likeness = likenessOf(link.domain, known, { endings: true })
      const famous =
        likeness ??
        (link.domain === from.domain && !mail.shadyDomain ? undefined : likenessOf(link.domain, genuineBrands, { endings: false }))
      const inside = famous?.of ?? brandInside(link)
      if (inside !== undefined && inside !== from.domain) {
        return {
          facts: { host: fact(link.host), genuine: fact(inside) },
          evidence: [quoteLink(link)],
          points: sum(
            [likeness !== undefined && likeness.how !== 'ending', 85],
            [likeness?.how === 'ending', 30],
            [likeness === undefined, 55],
            [asks, 35],
          ),
        }
      }
    }
    return undefined
  },
  examples: { fires: 'hostile/lookalike-link', quiet: 'honest/history-society' },
}

/** A sender's domain that dresses up as one the reader trusts. */

import { brandOf, brands } from '../../names/brands.ts'
import { labelOf, registered } from '../../names/domain.ts'
import { likenessOf } from '../../names/lookalike.ts'
import { isFreeMail } from '../../names/services.ts'
import { domainToUnicode } from '../../names/unicode-domain.ts'
import { advice } from '../advice.ts'
import { type Clue, fact, quote, type Rule } from '../rule.ts'

const genuineBrands = brands.flatMap((brand) => brand.domains.slice(0, 3)).filter((domain) => labelOf(domain).length > 3)

const clue = (domain: string, genuine: string, points: number): Clue => ({
  facts: { domain: fact(domainToUnicode(domain)), genuine: fact(genuine) },
  evidence: [quote('sender domain', domain, domain)],
  points,
})

export const lookalikeSender: Rule = {
  id: 'mail.lookalike-sender',
  severity: 'critical',
  attack: ['T1583.001', 'T1656'],
  title: {
    en: 'A mail comes from a lookalike domain',
    es: 'Un correo viene de un dominio que imita a otro',
    fr: 'Un courriel vient d’un domaine qui en imite un autre',
    de: 'Eine E-Mail kommt von einer nachgeahmten Domain',
  },
  tells: {
    en: 'It comes from {domain}, which is made to look like {genuine}.',
    es: 'Viene de {domain}, hecho para parecerse a {genuine}.',
    fr: 'Il vient de {domain}, fait pour ressembler à {genuine}.',
    de: 'Die E-Mail kommt von {domain}, und das soll aussehen wie {genuine}.',
  },
  advises: advice.callThem,
  clearable: true,
  look: (mail) => {
    const { from, replyTo, circle, reader } = mail.message
    if (mail.relation !== 'stranger') return undefined
    const house = [
      mail.readerDomain,
      ...(circle.organisation?.domains ?? []),
      ...circle.vendors.flatMap((vendor) => vendor.domains),
      ...circle.brands.flatMap((one) => one.domains),
    ]
    const near = house.filter((domain) => domain !== '').map((domain) => registered(domain.toLowerCase()))
    const known = [...new Set(near)]
    const suspects = [from, ...(replyTo === undefined || mail.message.listId !== '' ? [] : [replyTo])].filter(
      (one) => one.domain !== '' && !isFreeMail(one.domain),
    )
    for (const suspect of suspects) {
      const likeness = likenessOf(suspect.domain, known, { endings: true })
      if (likeness !== undefined) return clue(suspect.domain, likeness.of, likeness.how === 'letters' ? 115 : 95)
      const famous = brandOf(suspect.domain) === undefined ? likenessOf(suspect.domain, genuineBrands, { endings: false }) : undefined
      if (famous !== undefined) return clue(suspect.domain, famous.of, famous.how === 'letters' ? 85 : 80)
    }
    const swapped =
      replyTo !== undefined &&
      !mail.freeMail &&
      from.domain !== reader?.domain &&
      likenessOf(replyTo.domain, [from.domain], { endings: true })
    return swapped && replyTo !== undefined && swapped.how !== 'words' ? clue(replyTo.domain, from.domain, 100) : undefined
  },
  examples: { fires: 'hostile/lookalike-letters', quiet: 'honest/vendor-invoice' },
}

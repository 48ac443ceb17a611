/** A link to a domain that dresses up as one the reader trusts. */

import type { Link } from '../../message.ts'
import { labelOf, registered } from '../../names/domain.ts'
import { famousDomains } from '../../names/famous.ts'
import { isHost } from '../../names/services.ts'
import { domainToUnicode } from '../../names/unicode-domain.ts'
import { advice } from '../advice.ts'
import { type Imitation, imitationOf, isNamesake } from '../imitation.ts'
import { firstSaid, type Mail } from '../mail.ts'
import { fact, quoteLink, type Rule, sum } from '../rule.ts'

const longLabels = new Map(famousDomains.filter((domain) => labelOf(domain).length > 5).map((domain) => [labelOf(domain), domain]))

/** `paypal.secure.example`: a brand's name to the left of somebody else's domain. */
function brandInside(link: Link): string | undefined {
  const left = link.host.slice(0, Math.max(0, link.host.length - link.domain.length - 1))
  if (left === '') return undefined
  return left
    .split(/[.-]/)
    .map((part) => longLabels.get(part))
    .find((domain) => domain !== undefined)
}

function imitatedBy(mail: Mail, link: Link): Imitation | undefined {
  const imitation = imitationOf(mail, link.host)
  // A sender's own domain that resembles a famous one is the sender's matter (`lookalike-sender`).
  if (imitation !== undefined && (imitation.near || link.domain !== mail.message.from.domain || mail.shadyDomain)) return imitation
  const inside = brandInside(link)
  return inside === undefined ? undefined : { of: inside, how: 'inside', near: false, telling: true }
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
    const { from } = mail.message
    for (const link of mail.foreign) {
      const imitation = imitatedBy(mail, link)
      if (imitation === undefined || registered(imitation.of) === from.domain) continue
      const { of, how, near, telling } = imitation
      const asks = firstSaid(mail, 'credentials', 'threat', 'mailbox', 'document', 'voicemail', 'parcel', 'wallet', 'fee') !== undefined
      const namesake = link.domain === from.domain && isNamesake(mail, link.domain, of)
      const newsletter = mail.wants('unsubscribe') !== undefined || mail.throughList
      const lent = isHost('freePages', link.host) && how !== 'inside'
      const points = sum(
        [near && how !== 'ending' && telling, 85],
        [near && how !== 'ending' && !telling, 30],
        [near && how === 'ending', 30],
        [!near, telling ? 55 : 25],
        [asks, 35],
        [lent, 10],
        [namesake, -60],
        [newsletter && !near, -25],
      )
      if (points < 20) continue
      return { facts: { host: fact(domainToUnicode(link.host)), genuine: fact(of) }, evidence: [quoteLink(link)], points }
    }
    return undefined
  },
  examples: { fires: 'hostile/lookalike-link', quiet: 'honest/history-society' },
}

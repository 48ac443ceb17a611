/** The text of a link shows one address, the link leads to another. */

import { brandOf } from '../../names/brands.ts'
import { labelOf, registered } from '../../names/domain.ts'
import { isHost } from '../../names/services.ts'
import { advice } from '../advice.ts'
import { firstSaid } from '../mail.ts'
import { fact, quoteLink, type Rule, sum } from '../rule.ts'

export const linkSaysOther: Rule = {
  id: 'mail.link-says-other',
  severity: 'high',
  attack: ['T1566.002', 'T1036'],
  title: {
    en: 'A link shows one address and leads to another',
    es: 'Un enlace muestra una dirección y lleva a otra',
    fr: 'Un lien montre une adresse et mène à une autre',
    de: 'Ein Link zeigt eine Adresse und führt zu einer anderen',
  },
  tells: {
    en: 'A link shows {shown} but leads to {host}.',
    es: 'Un enlace muestra {shown} pero lleva a {host}.',
    fr: 'Un lien montre {shown} mais mène à {host}.',
    de: 'Ein Link zeigt {shown}, führt aber zu {host}.',
  },
  advises: advice.doNotSignIn,
  clearable: true,
  look: (mail) => {
    for (const link of mail.web) {
      const shown = registered(link.shownHost)
      if (
        shown === '' ||
        shown === link.domain ||
        isHost('mailSenders', link.host) ||
        labelOf(shown) === labelOf(link.domain) ||
        link.through.includes(link.shownHost)
      )
        continue
      if (mail.relation !== 'stranger' || mail.wants('unsubscribe') !== undefined || mail.throughList) continue
      const borrowed = brandOf(shown) !== undefined || shown === mail.readerDomain || shown === mail.message.from.domain
      if (!borrowed && link.domain === mail.message.from.domain) continue
      const asks = firstSaid(mail, 'credentials', 'threat', 'urgency', 'document') !== undefined
      if (brandOf(link.domain) !== undefined && !mail.borrowedPages.includes(link)) continue
      return {
        facts: { shown: fact(link.shownHost), host: fact(link.host) },
        evidence: [quoteLink(link)],
        points: sum([true, 35], [borrowed, 40], [asks, 30]),
      }
    }
    return undefined
  },
  examples: { fires: 'hostile/link-says-other', quiet: 'honest/esp-link-text' },
}

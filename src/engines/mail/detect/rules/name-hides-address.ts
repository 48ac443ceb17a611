/** The display name shows another address than the one that sends. */

import { brandOf } from '../../names/brands.ts'
import { registered } from '../../names/domain.ts'
import { advice } from '../advice.ts'
import { fact, quoteFrom, type Rule, sum } from '../rule.ts'

/** They forward from an address made for one sender, whose own they put into the name. */
const aliases =
  /^(?:sneakemail\.com|privaterelay\.appleid\.com|appleid\.com|simplelogin\.(?:co|com|io)|mozmail\.com|duck\.com|anonaddy\.(?:com|me)|addy\.io|spamgourmet\.com)$/

export const nameHidesAddress: Rule = {
  id: 'mail.name-hides-address',
  severity: 'high',
  attack: ['T1656'],
  title: {
    en: 'The name of a mail shows another address',
    es: 'El nombre de un correo muestra otra dirección',
    fr: 'Le nom d’un courriel montre une autre adresse',
    de: 'Der Name einer E-Mail zeigt eine andere Adresse',
  },
  tells: {
    en: 'The name shows {shown}, but the mail really comes from {address}.',
    es: 'El nombre muestra {shown}, pero el correo viene en realidad de {address}.',
    fr: 'Le nom montre {shown}, mais le courriel vient en réalité de {address}.',
    de: 'Der Name zeigt {shown}, aber in Wahrheit kommt die E-Mail von {address}.',
  },
  advises: advice.lookClosely,
  clearable: true,
  look: (mail) => {
    const { from } = mail.message
    const shown = /[\w.+-]+@((?:[\w-]+\.)+[a-z]{2,})/i.exec(from.name)
    const domain = registered(shown?.[1]?.toLowerCase() ?? '')
    if (
      shown === null ||
      from.domain === '' ||
      domain === from.domain ||
      mail.throughList ||
      mail.relation === 'own' ||
      aliases.test(from.domain)
    )
      return undefined
    const trusted = domain === mail.readerDomain || brandOf(domain) !== undefined
    return {
      facts: { shown: fact(shown[0]), address: fact(from.address) },
      evidence: [quoteFrom(mail)],
      aTale: false,
      points: sum([true, 45], [trusted, 35]),
    }
  },
  examples: { fires: 'hostile/name-shows-address', quiet: 'honest/paypal-real' },
}

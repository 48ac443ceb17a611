/** A domain ending that is hardly used but for abuse. */

import { hasAbusedEnding } from '../../names/services.ts'
import { advice } from '../advice.ts'
import { firstSaid } from '../mail.ts'
import { fact, quoteFrom, quoteLink, type Rule, sum } from '../rule.ts'

export const shadyEnding: Rule = {
  id: 'mail.shady-ending',
  severity: 'low',
  attack: ['T1583.001'],
  title: {
    en: 'A mail comes from or leads to a disreputable domain ending',
    es: 'Un correo viene de una terminación de dominio de mala fama',
    fr: 'Un courriel vient d’un domaine à la terminaison mal famée, ou y mène',
    de: 'Eine E-Mail kommt von einer verrufenen Domain-Endung oder führt dorthin',
  },
  tells: {
    en: 'The ending of {domain} is used mostly by fraudsters.',
    es: 'La terminación de {domain} la usan sobre todo estafadores.',
    fr: 'La terminaison de {domain} sert surtout à des escrocs.',
    de: 'Die Endung von {domain} benutzen vor allem Betrüger.',
  },
  advises: advice.lookClosely,
  clearable: true,
  look: (mail) => {
    const { from } = mail.message
    if (mail.relation !== 'stranger' || mail.throughList) return undefined
    const sender = hasAbusedEnding(from.host)
    const link = mail.foreign.find((one) => hasAbusedEnding(one.host))
    if (!sender && link === undefined) return undefined
    const asks = firstSaid(mail, 'credentials', 'threat', 'prize', 'wallet', 'urgency', 'parcel', 'mailbox') !== undefined
    return {
      facts: { domain: fact(sender ? from.domain : (link?.domain ?? '')) },
      evidence: [sender || link === undefined ? quoteFrom(mail) : quoteLink(link)],
      points: sum([sender, 20], [link !== undefined && !mail.hasOwnLink, 15], [asks, 20]),
    }
  },
  examples: { fires: 'hostile/prize', quiet: 'honest/newsletter' },
}

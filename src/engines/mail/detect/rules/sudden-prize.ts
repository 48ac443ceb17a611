/** A prize, gift or survey reward from nowhere. */

import { belongsTo } from '../../names/brands.ts'
import { advice } from '../advice.ts'
import { luringLink } from '../mail.ts'
import { fact, quoteLink, quoteWords, type Rule, sum } from '../rule.ts'

export const suddenPrize: Rule = {
  id: 'mail.sudden-prize',
  severity: 'medium',
  attack: ['T1566.002', 'T1598.003'],
  title: {
    en: 'A mail promises a prize',
    es: 'Un correo promete un premio',
    fr: 'Un courriel promet un prix',
    de: 'Eine E-Mail verspricht einen Gewinn',
  },
  tells: {
    en: 'It promises a prize (“{ask}”) and leads to {host}.',
    es: 'Promete un premio («{ask}») y lleva a {host}.',
    fr: 'Il promet un prix (« {ask} ») et mène à {host}.',
    de: 'Die E-Mail verspricht einen Gewinn („{ask}“) und führt zu {host}.',
  },
  advises: advice.ignoreIt,
  clearable: true,
  look: (mail) => {
    const ask = mail.wants('prize')
    const lure = luringLink(mail)
    if (ask === undefined || lure === undefined || mail.relation !== 'stranger' || mail.throughList) return undefined
    const away = mail.foreign.length > 0 && !mail.hasOwnLink
    const brand = [...mail.nameBrands, ...mail.leadBrands].some((one) => !belongsTo(one, mail.message.from.domain))
    const hurry = mail.wants('urgency') !== undefined
    const odd = mail.shadyDomain || mail.borrowedPages.length > 0 || mail.freeMail
    const points = sum([away, 30], [brand, 35], [hurry, 15], [odd, 20])
    return points < 45
      ? undefined
      : { facts: { ask: fact(ask), host: fact(lure.host) }, evidence: [quoteWords(ask), quoteLink(lure)], points }
  },
  examples: { fires: 'hostile/prize', quiet: 'honest/survey-real' },
}

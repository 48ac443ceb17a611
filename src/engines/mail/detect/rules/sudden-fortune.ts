/** Millions from a stranger. */

import { said } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { firstSaid } from '../mail.ts'
import { fact, quoteWords, type Rule, sum } from '../rule.ts'

export const suddenFortune: Rule = {
  id: 'mail.sudden-fortune',
  severity: 'medium',
  attack: ['T1657'],
  title: {
    en: 'A mail promises a fortune',
    es: 'Un correo promete una fortuna',
    fr: 'Un courriel promet une fortune',
    de: 'Eine E-Mail verspricht ein Vermögen',
  },
  tells: {
    en: 'A stranger promises a fortune (“{ask}”).',
    es: 'Un desconocido promete una fortuna («{ask}»).',
    fr: 'Une personne inconnue promet une fortune (« {ask} »).',
    de: 'Jemand, den Sie nicht kennen, verspricht ein Vermögen („{ask}“).',
  },
  advises: advice.ignoreIt,
  clearable: true,
  look: (mail) => {
    const ask = mail.wants('fortune')
    if (ask === undefined || mail.text.length > 8000 || mail.relation === 'own' || mail.relation === 'known' || mail.throughList)
      return undefined
    const sumOfMoney =
      /(?:[$€£]|\busd|\beur|\bgbp|us\$)\s?\d[\d,.]*\s?(?:m\b|million|millones|[\d,.]{5,})|\b(?:million|billion|millones|milhoes)\b[^\n]{0,30}\b(?:dollars|usd|euros?|pounds|dolares)/.test(
        mail.words,
      )
    const strange =
      said(
        mail.words,
        /\b(?:next of kin|deceased|inheritance|barrister|late (?:client|husband)|lottery|beneficiary|widow|cancer|consignment|compensation (?:fund|payment)|atm card|donat\w+|my (?:late )?husband|diplomat\w*|trust(?:ed)? (?:person|partner)|foreign partner|dear (?:friend|beloved|beneficiary|sir)|god|herencia|loteria|falecid[oa]|heranca|parceiro estrangeiro)\b/,
      ) !== undefined
    const elsewhere = mail.message.replyTo !== undefined && mail.message.replyTo.domain !== mail.message.from.domain
    const answer =
      firstSaid(mail, 'invest') !== undefined ||
      said(mail.words, /\b(?:contact|reply|get back|respond|write (?:to )?me|full names?|claim|responda|contacte|interessad[oa])\b/) !==
        undefined
    const points = sum([mail.web.length > 12, -40], [sumOfMoney, 35], [strange, 35], [elsewhere, 25], [answer, 20], [mail.freeMail, 20])
    return points < 60 || (mail.wants('unsubscribe') !== undefined && !elsewhere)
      ? undefined
      : { facts: { ask: fact(ask) }, evidence: [quoteWords(ask)], points }
  },
  examples: { fires: 'hostile/fortune', quiet: 'honest/second-charity' },
}

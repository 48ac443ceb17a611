/** Money back, for data. */

import { said } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { luringLink } from '../mail.ts'
import { fact, quoteLink, quoteWords, type Rule, sum } from '../rule.ts'

export const refundLure: Rule = {
  id: 'mail.refund-lure',
  severity: 'high',
  attack: ['T1566.002', 'T1598.003'],
  title: {
    en: 'A mail promises a refund',
    es: 'Un correo promete una devolución',
    fr: 'Un courriel promet un remboursement',
    de: 'Eine E-Mail verspricht eine Erstattung',
  },
  tells: {
    en: 'It promises money back (“{ask}”) and leads to {host}.',
    es: 'Promete devolverle dinero («{ask}») y lleva a {host}.',
    fr: 'Il promet de vous rendre de l’argent (« {ask} ») et mène à {host}.',
    de: 'Die E-Mail verspricht Ihnen Geld zurück („{ask}“) und führt zu {host}.',
  },
  advises: advice.doNotSignIn,
  clearable: true,
  look: (mail) => {
    const ask = mail.wants('refund')
    const lure = luringLink(mail)
    if (
      ask === undefined ||
      lure === undefined ||
      mail.relation !== 'stranger' ||
      mail.wants('unsubscribe') !== undefined ||
      mail.throughList
    )
      return undefined
    const gives =
      said(mail.words, /\b(?:claim|submit|enter|provide|confirm|complete|verify|solicit\w+|confirm\w+|introdu\w+)\b[^.\n]{0,60}/) !==
      undefined
    const away = mail.foreign.length > 0 && !mail.hasOwnLink
    const state =
      said(
        mail.words,
        /\b(?:tax|taxes|revenue|hmrc|irs|council|hacienda|agencia tributaria|fiscal|government|energy|social security)\b/,
      ) !== undefined
    const odd = mail.shadyDomain || mail.borrowedOffice || mail.borrowedPages.length > 0 || mail.freeMail || mail.nameBrands.length > 0
    const points = sum([gives, 25], [away, 30], [state, 40], [odd, 30], [mail.wants('urgency') !== undefined, 20])
    return points < 50
      ? undefined
      : { facts: { ask: fact(ask), host: fact(lure.host) }, evidence: [quoteWords(ask), quoteLink(lure)], points }
  },
  examples: { fires: 'hostile/tax-refund', quiet: 'honest/travel' },
}

/** An account is said to be in danger, and the way out leads to a strange page. */

import { said } from '../../words/plain-words.ts'
import { advice } from '../advice.ts'
import { firstSaid, luringLink } from '../mail.ts'
import { fact, quoteLink, quoteWords, type Rule, sum } from '../rule.ts'

export const accountScare: Rule = {
  id: 'mail.account-scare',
  severity: 'medium',
  attack: ['T1566.002'],
  title: {
    en: 'A mail frightens about an account',
    es: 'Un correo asusta con una cuenta',
    fr: 'Un courriel cherche à faire peur au sujet d’un compte',
    de: 'Eine E-Mail macht Angst um ein Konto',
  },
  tells: {
    en: 'It frightens you (“{threat}”) and leads you to {host}.',
    es: 'Le asusta («{threat}») y le lleva a {host}.',
    fr: 'Il cherche à vous faire peur (« {threat} ») et vous mène vers {host}.',
    de: 'Die E-Mail macht Ihnen Angst („{threat}“) und führt Sie zu {host}.',
  },
  advises: advice.doNotSignIn,
  clearable: true,
  look: (mail) => {
    const lure = luringLink(mail)
    const threat = lure === undefined ? undefined : mail.wants('threat')
    if (threat === undefined || lure === undefined || mail.relation === 'own' || mail.wants('unsubscribe') !== undefined) return undefined
    const away = mail.foreign.some((link) => link.domain !== mail.message.from.domain) && !mail.hasOwnLink
    const odd = mail.shadyDomain || mail.borrowedOffice || mail.borrowedPages.length > 0 || mail.freeMail
    const hurry = firstSaid(mail, 'urgency') !== undefined
    const act =
      firstSaid(mail, 'link', 'credentials') !== undefined ||
      said(
        mail.words,
        /\b(?:pay|renew|verify|confirm|update|restore|appeal|review|upgrade|reactivate|unlock)\w* (?:it |them )?(?:now|here|below|today|your|at|on)\b/,
      ) !== undefined
    const points = sum(
      [away, 35],
      [odd, 35],
      [hurry && (away || odd), 30],
      [act && hurry && (away || odd), 15],
      [mail.dressedDomain && !odd, 20],
    )
    return points === 0
      ? undefined
      : { facts: { threat: fact(threat), host: fact(lure.host) }, evidence: [quoteWords(threat), quoteLink(lure)], points }
  },
  examples: { fires: 'hostile/account-limited', quiet: 'honest/new-sign-in' },
}
